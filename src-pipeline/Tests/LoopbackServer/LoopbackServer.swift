internal import Foundation
public import HTTPTransport
internal import Synchronization

/// An HTTP/1.1 server on 127.0.0.1 for tests: one request to a connection, answered by a closure.
///
/// It speaks just enough of the protocol to see what a client really puts on the wire and to misbehave on demand.
public final class LoopbackServer: Sendable {
  public enum Answer: Sendable {
    case response(HTTPResponse)
    /// Takes the request and closes the connection.
    case hangUp
    /// The head promises more bytes than are sent.
    case cutOff(HTTPResponse)
    /// Answers only after so many seconds.
    case slow(Double, HTTPResponse)
  }

  public let port: UInt16
  private let descriptor: Int32
  private let exchange: Exchange

  /// - Parameter respond: gets the request with the path as its `url`.
  public init(_ respond: @escaping @Sendable (HTTPRequest) -> Answer) throws {
    exchange = Exchange(respond)
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe bind(listener, generic, length) == 0 && listen(listener, 64) == 0
          && getsockname(listener, generic, &length) == 0
      }
    }
    guard isBound else { throw TransportFailure("no loopback port") }
    descriptor = listener
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [descriptor, exchange] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return }
        Thread.detachNewThread { exchange.serve(connection) }
      }
    }
  }

  public var url: String { "http://127.0.0.1:\(port)" }
  public var requests: [HTTPRequest] { exchange.seen.withLock { $0 } }

  public func stop() {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }
}

/// What happens on a connection.
private final class Exchange: Sendable {
  let seen = Mutex<[HTTPRequest]>([])
  private let respond: @Sendable (HTTPRequest) -> LoopbackServer.Answer

  init(_ respond: @escaping @Sendable (HTTPRequest) -> LoopbackServer.Answer) {
    self.respond = respond
  }

  func serve(_ connection: Int32) {
    defer { close(connection) }
    guard let request = read(connection) else { return }
    seen.withLock { $0.append(request) }
    switch respond(request) {
    case .response(let response): write(response, extraLength: 0, to: connection)
    case .hangUp: break
    case .cutOff(let response): write(response, extraLength: 100, to: connection)
    case .slow(let seconds, let response):
      Thread.sleep(forTimeInterval: seconds)
      write(response, extraLength: 0, to: connection)
    }
  }

  private func read(_ connection: Int32) -> HTTPRequest? {
    var bytes: [UInt8] = []
    while true {
      if let end = headEnd(bytes) {
        let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        let headers = lines.dropFirst().compactMap(header)
        let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
        if bytes.count >= end + 4 + length {
          let start = lines[0].split(separator: " ")
          guard start.count == 3 else { return nil }
          let body = Array(bytes[(end + 4)..<(end + 4 + length)])
          return HTTPRequest(String(start[0]), String(start[1]), headers: headers, body: body)
        }
      }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = unsafe recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
  }

  private func header(_ line: String) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    return (String(line[..<colon]), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
  }

  private func headEnd(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4 else { return nil }
    return (0...(bytes.count - 4)).first { bytes[$0..<($0 + 4)].elementsEqual([13, 10, 13, 10]) }
  }

  private func write(_ response: HTTPResponse, extraLength: Int, to connection: Int32) {
    var head = "HTTP/1.1 \(response.status) X\r\nConnection: close\r\n"
    head += "Content-Length: \(response.body.count + extraLength)\r\n"
    for (name, value) in response.headers { head += "\(name): \(value)\r\n" }
    let bytes = Array((head + "\r\n").utf8) + response.body
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes {
        unsafe send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }
}
