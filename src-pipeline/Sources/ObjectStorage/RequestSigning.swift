internal import Crypto
public import HTTPTransport
internal import PipelineCore

/// Keys that sign requests to AWS; a session token comes with keys that expire.
public struct Credentials: Equatable, Sendable {
  public let accessKeyID: String
  public let secretAccessKey: String
  public let sessionToken: String?

  public init(accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil) {
    self.accessKeyID = accessKeyID
    self.secretAccessKey = secretAccessKey
    self.sessionToken = sessionToken
  }
}

/// AWS Signature Version 4 in the `Authorization` header.
///
/// Source: "AWS Signature Version 4 for API requests" in the IAM user guide; tested with AWS's published vectors.
public struct RequestSigning: Sendable {
  let credentials: Credentials
  let region: String
  let service: String

  public init(credentials: Credentials, region: String, service: String) {
    self.credentials = credentials
    self.region = region
    self.service = service
  }

  /// Adds `x-amz-date`, for S3 `x-amz-content-sha256`, the session token where there is one, and `Authorization`.
  /// Every header present is signed.
  ///
  /// - Parameters:
  ///   - request: its path encoded as it goes on the wire, its query already `key=value` encoded.
  ///   - time: seconds since 1970.
  public func signed(_ request: HTTPRequest, time: Int64) -> HTTPRequest {
    let stamp = Self.stamp(time)
    let payload = ContentHash(of: request.body).hex
    var request = request
    let (host, path, query) = Self.parts(request.url)
    request.headers.append(("x-amz-date", stamp))
    if service == "s3" { request.headers.append(("x-amz-content-sha256", payload)) }
    if let token = credentials.sessionToken { request.headers.append(("x-amz-security-token", token)) }
    let headers = (request.headers + [("host", host)])
      .map { (name: $0.name.lowercased(), value: Self.collapsed($0.value)) }
      .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    let names = headers.map(\.name).joined(separator: ";")
    let canonical = [
      request.method, path, Self.sorted(query), headers.map { "\($0.name):\($0.value)\n" }.joined(), names,
      payload,
    ].joined(separator: "\n")
    let scope = "\(stamp.prefix(8))/\(region)/\(service)/aws4_request"
    let text = "AWS4-HMAC-SHA256\n\(stamp)\n\(scope)\n\(ContentHash(of: Array(canonical.utf8)).hex)"
    let signature = Self.hex(Self.hmac(key(String(stamp.prefix(8))), text))
    request.headers.append(
      (
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope), SignedHeaders=\(names), "
          + "Signature=\(signature)"
      ))
    return request
  }

  private func key(_ day: String) -> [UInt8] {
    let steps = [day, region, service, "aws4_request"]
    return steps.reduce(Array("AWS4\(credentials.secretAccessKey)".utf8)) { Self.hmac($0, $1) }
  }

  private static func hmac(_ key: [UInt8], _ text: String) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: key)))
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// `20130524T000000Z`.
  static func stamp(_ time: Int64) -> String {
    let day = TradingDay(secondsSince1970: time)
    let rest = Int(time - Int64(day.daysSince1970) * 86_400)
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    return "\(day.description.filter { $0 != "-" })T\(clock)Z"
  }

  private static func parts(_ url: String) -> (host: String, path: String, query: String) {
    let rest = url.drop { $0 != ":" }.dropFirst(3)
    let host = rest.prefix { $0 != "/" && $0 != "?" }
    let target = rest.dropFirst(host.count)
    let path = target.prefix { $0 != "?" }
    return (String(host), path.isEmpty ? "/" : String(path), String(target.dropFirst(path.count + 1)))
  }

  private static func sorted(_ query: String) -> String {
    query.split(separator: "&").map { pair -> (String, String) in
      let name = pair.prefix { $0 != "=" }
      return (String(name), String(pair.dropFirst(name.count + 1)))
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
  }

  private static func collapsed(_ value: String) -> String {
    value.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}
