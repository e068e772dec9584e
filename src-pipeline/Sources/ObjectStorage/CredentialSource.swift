internal import Foundation
public import HTTPTransport
public import PipelineCore
internal import Synchronization

/// Finds credentials where AWS's own tools do, in their order, and keeps those that expire until shortly before:
/// environment, web identity (IRSA), shared profile, container endpoint (EKS Pod Identity, ECS).
public final class CredentialSource: Sendable {
  private let environment: [String: String]
  private let client: RetryingClient
  private let now: @Sendable () -> Int64
  private let cached = Mutex<(credentials: Credentials, expires: Int64)?>(nil)

  /// - Parameter now: seconds since 1970.
  public init(
    environment: [String: String], client: RetryingClient, now: @escaping @Sendable () -> Int64
  ) {
    self.environment = environment
    self.client = client
    self.now = now
  }

  public func credentials() async throws(PipelineError) -> Credentials {
    if let known = cached.withLock({ $0 }), known.expires > now() + 300 { return known.credentials }
    let found = try await find()
    cached.withLock { $0 = found }
    return found.credentials
  }

  private func find() async throws(PipelineError) -> (credentials: Credentials, expires: Int64) {
    if let id = environment["AWS_ACCESS_KEY_ID"], let secret = environment["AWS_SECRET_ACCESS_KEY"] {
      let token = environment["AWS_SESSION_TOKEN"]
      return (Credentials(accessKeyID: id, secretAccessKey: secret, sessionToken: token), .max)
    }
    if let file = environment["AWS_WEB_IDENTITY_TOKEN_FILE"], let role = environment["AWS_ROLE_ARN"] {
      return try await webIdentity(file, role)
    }
    if let profile = try sharedProfile() { return (profile, .max) }
    if let address = environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] { return try await container(address) }
    throw PipelineError(
      .configuration, "no AWS credentials found",
      fix:
        "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or AWS_PROFILE, or run under a service account with a "
        + "Pod Identity association")
  }

  /// STS AssumeRoleWithWebIdentity, which wants no signature.
  private func webIdentity(
    _ file: String, _ role: String
  ) async throws(PipelineError) -> (Credentials, Int64) {
    let token = String(decoding: try LocalFile.read(file), as: UTF8.self).filter { !$0.isWhitespace }
    let region = environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? "us-east-1"
    let endpoint = environment["AWS_ENDPOINT_URL_STS"] ?? "https://sts.\(region).amazonaws.com"
    let query = PercentEncoding.query([
      ("Action", "AssumeRoleWithWebIdentity"), ("Version", "2011-06-15"), ("RoleArn", role),
      ("RoleSessionName", environment["AWS_ROLE_SESSION_NAME"] ?? "mlpipe"), ("WebIdentityToken", token),
    ])
    let response = try await client.send(
      HTTPRequest("GET", "\(endpoint)/?\(query)", headers: [("Accept", "application/xml")]))
    guard response.isSuccess, let id = XMLText.first("AccessKeyId", in: response.text),
      let secret = XMLText.first("SecretAccessKey", in: response.text),
      let session = XMLText.first("SessionToken", in: response.text)
    else {
      let detail = XMLText.first("Message", in: response.text) ?? "status \(response.status)"
      throw PipelineError(.configuration, "the role cannot be assumed: \(detail)", at: role)
    }
    let expires = XMLText.first("Expiration", in: response.text).flatMap(Self.seconds)
    return (
      Credentials(accessKeyID: id, secretAccessKey: secret, sessionToken: session), expires ?? now() + 900
    )
  }

  private func container(_ address: String) async throws(PipelineError) -> (Credentials, Int64) {
    var headers: [(name: String, value: String)] = []
    if let file = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] {
      let token = String(decoding: try LocalFile.read(file), as: UTF8.self).filter { !$0.isWhitespace }
      headers.append(("Authorization", token))
    } else if let token = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"] {
      headers.append(("Authorization", token))
    }
    let response = try await client.send(HTTPRequest("GET", address, headers: headers))
    guard response.isSuccess else {
      throw PipelineError(.configuration, "no credentials: status \(response.status)", at: address)
    }
    let answer = try JSONText.decode(ContainerAnswer.self, from: response.body, name: address)
    return (
      Credentials(
        accessKeyID: answer.AccessKeyId, secretAccessKey: answer.SecretAccessKey, sessionToken: answer.Token),
      answer.Expiration.flatMap(Self.seconds) ?? now() + 900
    )
  }

  private struct ContainerAnswer: Decodable {
    // The endpoint's own spelling.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let AccessKeyId, SecretAccessKey: String
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let Token, Expiration: String?
  }

  private func sharedProfile() throws(PipelineError) -> Credentials? {
    let home = environment["HOME"] ?? ""
    let path = environment["AWS_SHARED_CREDENTIALS_FILE"] ?? "\(home)/.aws/credentials"
    guard LocalFile.exists(path) else { return nil }
    let wanted = environment["AWS_PROFILE"] ?? "default"
    var section = ""
    var values: [String: String] = [:]
    for line in String(decoding: try LocalFile.read(path), as: UTF8.self).split(separator: "\n") {
      let text = line.trimmingCharacters(in: .whitespaces)
      if text.hasPrefix("["), text.hasSuffix("]") {
        section = String(text.dropFirst().dropLast())
      } else if section == wanted, let equals = text.firstIndex(of: "="), !text.hasPrefix("#") {
        let name = text[..<equals].trimmingCharacters(in: .whitespaces)
        values[name] = text[text.index(after: equals)...].trimmingCharacters(in: .whitespaces)
      }
    }
    guard let id = values["aws_access_key_id"], let secret = values["aws_secret_access_key"] else {
      if environment["AWS_PROFILE"] == nil { return nil }
      throw PipelineError(.configuration, "profile '\(wanted)' has no access key", at: path)
    }
    return Credentials(accessKeyID: id, secretAccessKey: secret, sessionToken: values["aws_session_token"])
  }

  /// `2026-11-24T12:00:00Z` in seconds since 1970.
  private static func seconds(_ text: String) -> Int64? {
    guard text.count >= 19, let day = TradingDay(String(text.prefix(10))) else { return nil }
    let clock = text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int64($0) }
    guard clock.count == 3 else { return nil }
    return Int64(day.daysSince1970) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
  }
}

/// Reads single elements of the small, flat XML answers of S3 and STS.
enum XMLText {
  static func first(_ element: String, in text: String) -> String? {
    all(element, in: text).first
  }

  static func all(_ element: String, in text: String) -> [String] {
    var found: [String] = []
    var rest = text[...]
    while let start = rest.range(of: "<\(element)>"),
      let end = rest.range(of: "</\(element)>", range: start.upperBound..<rest.endIndex)
    {
      found.append(unescaped(String(rest[start.upperBound..<end.lowerBound])))
      rest = rest[end.upperBound...]
    }
    return found
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return text.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
      .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&apos;", with: "'")
      .replacingOccurrences(of: "&#34;", with: "\"").replacingOccurrences(of: "&#39;", with: "'")
      .replacingOccurrences(of: "&amp;", with: "&")
  }
}
