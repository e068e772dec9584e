public struct HTTPRequest: Equatable, Sendable {
  public var method: String
  /// Absolute, percent-encoded.
  public var url: String
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]

  public init(
    _ method: String, _ url: String, headers: [(name: String, value: String)] = [], body: [UInt8] = []
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }

  public static func == (left: HTTPRequest, right: HTTPRequest) -> Bool {
    left.method == right.method && left.url == right.url && left.body == right.body
      && left.headers.elementsEqual(right.headers, by: ==)
  }
}

public struct HTTPResponse: Equatable, Sendable {
  public let status: Int
  /// Names in lower case.
  public let headers: [String: String]
  public let body: [UInt8]

  public init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  public var text: String { String(decoding: body, as: UTF8.self) }
  public var isSuccess: Bool { (200..<300).contains(status) }
}

/// No whole answer came: refused, reset, timed out, name not found.
public struct TransportFailure: Error, Equatable, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) {
    self.description = description
  }
}

/// Sends one request and waits for the whole answer; any status is an answer.
public protocol HTTPTransport: Sendable {
  func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse
}
