internal import Foundation
public import HTTPTransport
public import PipelineCore

/// Objects in S3 or something that speaks its API.
public struct ObjectStore: Sendable {
  private let region: String
  private let endpoint: String?
  private let client: RetryingClient
  private let credentials: CredentialSource
  private let now: @Sendable () -> Int64
  private let partSize: Int

  /// Objects above this size go up in parts of it: a failed part is sent again, not the whole.
  public static let defaultPartSize = 16 << 20

  /// - Parameters:
  ///   - endpoint: another server than AWS; its buckets are addressed by path.
  ///   - partSize: at least 5 MiB on AWS.
  ///   - now: seconds since 1970.
  public init(
    region: String, endpoint: String?, client: RetryingClient, credentials: CredentialSource,
    partSize: Int = defaultPartSize, now: @escaping @Sendable () -> Int64
  ) {
    self.region = region
    self.endpoint = endpoint.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    self.client = client
    self.credentials = credentials
    self.partSize = partSize
    self.now = now
  }

  /// From AWS's variables: `AWS_REGION`, `AWS_ENDPOINT_URL_S3` or `AWS_ENDPOINT_URL`, and credentials.
  public init(environment: [String: String], client: RetryingClient) {
    let now: @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970) }
    self.init(
      region: environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? "us-east-1",
      endpoint: environment["AWS_ENDPOINT_URL_S3"] ?? environment["AWS_ENDPOINT_URL"], client: client,
      credentials: CredentialSource(environment: environment, client: client, now: now), now: now)
  }

  /// nil when there is no such object.
  public func get(_ key: String, bucket: String) async throws(PipelineError) -> [UInt8]? {
    let response = try await send("GET", key, bucket)
    if response.status == 404, XMLText.first("Code", in: response.text) != "NoSuchBucket" { return nil }
    guard response.isSuccess else { throw refusal("GET", key, bucket, response) }
    return response.body
  }

  /// - Parameter onlyIfAbsent: leaves an object that is there as it is (`If-None-Match: *`).
  /// - Returns: whether the object was written.
  @discardableResult
  public func put(
    _ bytes: [UInt8], key: String, bucket: String, onlyIfAbsent: Bool = false
  ) async throws(PipelineError) -> Bool {
    if bytes.count > partSize {
      // Not every server checks the condition when it completes an upload: look first.
      if onlyIfAbsent, try await exists(key, bucket: bucket) { return false }
      try await putInParts(bytes, key, bucket)
      return true
    }
    let headers = onlyIfAbsent ? [(name: "if-none-match", value: "*")] : []
    let response = try await send("PUT", key, bucket, headers: headers, body: bytes)
    if onlyIfAbsent, response.status == 412 { return false }
    guard response.isSuccess else { throw refusal("PUT", key, bucket, response) }
    return true
  }

  public func exists(_ key: String, bucket: String) async throws(PipelineError) -> Bool {
    let response = try await send("HEAD", key, bucket)
    if response.status == 404 { return false }
    guard response.isSuccess else { throw refusal("HEAD", key, bucket, response) }
    return true
  }

  public func delete(_ key: String, bucket: String) async throws(PipelineError) {
    let response = try await send("DELETE", key, bucket)
    guard response.isSuccess || response.status == 404 else { throw refusal("DELETE", key, bucket, response) }
  }

  /// All keys below a prefix, in order; a thousand to a request.
  public func keys(_ prefix: String, bucket: String) async throws(PipelineError) -> [String] {
    var keys: [String] = []
    var token: String?
    repeat {
      var query = [("encoding-type", "url"), ("list-type", "2"), ("prefix", prefix)]
      if let token { query.append(("continuation-token", token)) }
      let response = try await send("GET", "", bucket, query: query)
      guard response.isSuccess else { throw refusal("LIST", prefix, bucket, response) }
      keys += XMLText.all("Key", in: response.text).map { $0.removingPercentEncoding ?? $0 }
      token = XMLText.first("NextContinuationToken", in: response.text)
    } while token != nil
    return keys
  }

  private func putInParts(_ bytes: [UInt8], _ key: String, _ bucket: String) async throws(PipelineError) {
    let started = try await send("POST", key, bucket, query: [("uploads", "")])
    guard started.isSuccess, let upload = XMLText.first("UploadId", in: started.text) else {
      throw refusal("POST", key, bucket, started)
    }
    do throws(PipelineError) {
      var parts = ""
      for (index, start) in stride(from: 0, to: bytes.count, by: partSize).enumerated() {
        let body = Array(bytes[start..<min(start + partSize, bytes.count)])
        let query = [("partNumber", "\(index + 1)"), ("uploadId", upload)]
        let response = try await send("PUT", key, bucket, query: query, body: body)
        guard response.isSuccess, let tag = response.headers["etag"] else {
          throw refusal("PUT part \(index + 1) of", key, bucket, response)
        }
        parts += "<Part><PartNumber>\(index + 1)</PartNumber><ETag>\(tag)</ETag></Part>"
      }
      let body = Array("<CompleteMultipartUpload>\(parts)</CompleteMultipartUpload>".utf8)
      let response = try await send("POST", key, bucket, query: [("uploadId", upload)], body: body)
      // S3 may answer 200 and put the error into the body.
      guard response.isSuccess, !response.text.contains("<Error>") else {
        throw refusal("complete", key, bucket, response)
      }
    } catch {
      // What was sent is paid for until it is dropped.
      _ = try? await send("DELETE", key, bucket, query: [("uploadId", upload)])
      throw error
    }
  }

  private func send(
    _ method: String, _ key: String, _ bucket: String, query: [(String, String)] = [],
    headers: [(name: String, value: String)] = [], body: [UInt8] = []
  ) async throws(PipelineError) -> HTTPResponse {
    let signing = RequestSigning(
      credentials: try await credentials.credentials(), region: region, service: "s3")
    var url = address(bucket) + PercentEncoding.path(key)
    if !query.isEmpty { url += "?" + PercentEncoding.query(query) }
    let request = HTTPRequest(method, url, headers: headers, body: body)
    return try await client.send { () throws(PipelineError) in signing.signed(request, time: now()) }
  }

  private func address(_ bucket: String) -> String {
    if let endpoint { return "\(endpoint)/\(bucket)/" }
    // A dot in the name would not fit AWS's certificate.
    return bucket.contains(".")
      ? "https://s3.\(region).amazonaws.com/\(bucket)/" : "https://\(bucket).s3.\(region).amazonaws.com/"
  }

  private func refusal(_ method: String, _ key: String, _ bucket: String, _ response: HTTPResponse)
    -> PipelineError
  {
    let code = XMLText.first("Code", in: response.text) ?? "status \(response.status)"
    let detail = XMLText.first("Message", in: response.text).map { ": \($0)" } ?? ""
    let fix: String? =
      switch code {
      case "AccessDenied": "give the role s3:GetObject, s3:PutObject and s3:ListBucket on this bucket"
      case "SignatureDoesNotMatch", "InvalidAccessKeyId": "check the access key and its secret"
      case "RequestTimeTooSkewed": "set this machine's clock"
      case "NoSuchBucket": "check the bucket's name and AWS_REGION"
      default: nil
      }
    return PipelineError(.service, "\(code)\(detail)", at: "\(method) s3://\(bucket)/\(key)", fix: fix)
  }
}
