internal import HTTPTransport
internal import PipelineCore

/// A GET whose answer must be data: what is a page about quotas or a login says so instead of passing for data.
struct WebFetch {
  let client: RetryingClient

  /// nil for 404.
  func bytes(
    _ url: String, origin: String, headers: [(name: String, value: String)] = []
  ) async throws(PipelineError) -> [UInt8]? {
    let response = try await client.send(HTTPRequest("GET", url, headers: headers))
    switch response.status {
    case 200..<300: return response.body
    case 404: return nil
    case 401, 403:
      throw PipelineError(
        .configuration, "status \(response.status): the key is not accepted, or the source is not open here",
        at: origin)
    default:
      throw PipelineError(.service, "status \(response.status): \(Self.excerpt(response.body))", at: origin)
    }
  }

  /// Refuses a body whose first line has none of the columns; that body is quoted, because it says why.
  static func requireColumns(
    _ columns: [String], in bytes: [UInt8], origin: String
  ) throws(PipelineError) {
    let head = String(decoding: bytes.prefix { $0 != 10 }.prefix(2000), as: UTF8.self).lowercased()
    guard columns.allSatisfy(head.contains) else {
      throw PipelineError(
        .service, "the source answered 200 with a message instead of data: \(excerpt(bytes))", at: origin,
        fix: "wait until the quota is renewed and run the step again: it continues where it stopped")
    }
  }

  static func excerpt(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes.prefix(400), as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(200).description
  }
}
