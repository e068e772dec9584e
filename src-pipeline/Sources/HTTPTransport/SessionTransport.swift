internal import Foundation

#if canImport(FoundationNetworking)
  internal import FoundationNetworking
#endif

/// Foundation's HTTP client, which is part of the toolchain: a step that only reads files builds and starts without an
/// HTTP stack of its own, and TLS is libcurl's.
public struct SessionTransport: HTTPTransport {
  private let session: URLSession

  /// - Parameter timeout: seconds without a byte before a request is given up; ten times that for a whole answer.
  public init(timeout: Double = 30) {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = timeout
    configuration.timeoutIntervalForResource = timeout * 10
    configuration.httpMaximumConnectionsPerHost = 4
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    session = URLSession(configuration: configuration)
  }

  public func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
    guard let url = URL(string: request.url), url.host != nil else {
      throw TransportFailure("'\(request.url)' is no address")
    }
    var wire = URLRequest(url: url)
    wire.httpMethod = request.method
    for header in request.headers { wire.setValue(header.value, forHTTPHeaderField: header.name) }
    if !request.body.isEmpty { wire.httpBody = Data(request.body) }
    do {
      let (data, response) = try await session.data(for: wire)
      guard let answer = response as? HTTPURLResponse else {
        throw TransportFailure("the answer is not HTTP")
      }
      return HTTPResponse(
        status: answer.statusCode, headers: Self.headers(answer), body: Array(data))
    } catch let failure as TransportFailure {
      throw failure
    } catch let error as URLError {
      throw TransportFailure(Self.wording(error))
    } catch {
      throw TransportFailure("\(error)")
    }
  }

  private static func headers(_ answer: HTTPURLResponse) -> [String: String] {
    var headers: [String: String] = [:]
    for (name, value) in answer.allHeaderFields {
      if let name = name as? String, let value = value as? String { headers[name.lowercased()] = value }
    }
    return headers
  }

  private static func wording(_ error: URLError) -> String {
    switch error.code {
    case .timedOut: "no answer in time"
    case .cannotConnectToHost: "connection refused"
    case .cannotFindHost: "host not found"
    case .networkConnectionLost: "connection lost"
    default: error.localizedDescription
    }
  }
}
