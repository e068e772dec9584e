import Foundation
import HTTPTransport
import LoopbackServer
import PipelineCore
import Testing

@testable import ObjectStorage

@Suite struct CredentialSourceTests {
  private func source(_ environment: [String: String], now: Int64 = 1000) -> CredentialSource {
    let client = RetryingClient(SessionTransport(timeout: 5), policy: RetryPolicy(attempts: 1))
    return CredentialSource(environment: environment, client: client, now: { now })
  }

  private func withFile(_ text: String, _ body: (String) async throws -> Void) async throws {
    let path = NSTemporaryDirectory() + "mlpipe-" + UUID().uuidString
    try LocalFile.write(Array(text.utf8), to: path)
    defer { try? LocalFile.remove(path) }
    try await body(path)
  }

  @Test func `the environment comes first`() async throws {
    let found = try await source(["AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b"]).credentials()
    #expect(found == Credentials(accessKeyID: "a", secretAccessKey: "b"))
  }

  @Test func `a profile is read from the shared file`() async throws {
    let text =
      "[default]\naws_access_key_id = d\naws_secret_access_key = e\n# note\n[ci]\naws_access_key_id=f\naws_secret_access_key=g\naws_session_token = h\n"
    try await withFile(text) { path in
      let first = try await source(["AWS_SHARED_CREDENTIALS_FILE": path]).credentials()
      #expect(first == Credentials(accessKeyID: "d", secretAccessKey: "e"))
      let named = try await source(["AWS_SHARED_CREDENTIALS_FILE": path, "AWS_PROFILE": "ci"]).credentials()
      #expect(named == Credentials(accessKeyID: "f", secretAccessKey: "g", sessionToken: "h"))
    }
  }

  @Test func `Pod Identity: the container endpoint is asked with the token, once until it expires`()
    async throws
  {
    let body = #"{"AccessKeyId":"a","SecretAccessKey":"b","Token":"t","Expiration":"1970-01-01T02:00:00Z"}"#
    let server = try LoopbackServer { _ in .response(HTTPResponse(status: 200, body: Array(body.utf8))) }
    defer { server.stop() }
    try await withFile("bearer\n") { path in
      let source = source([
        "AWS_CONTAINER_CREDENTIALS_FULL_URI": server.url + "/v1/credentials",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": path, "HOME": "/nonexistent",
      ])
      let expected = Credentials(accessKeyID: "a", secretAccessKey: "b", sessionToken: "t")
      for _ in 0..<3 {
        let found = try await source.credentials()
        #expect(found == expected)
      }
      #expect(server.requests.count == 1)
      #expect(server.requests[0].headers.contains { $0.name == "Authorization" && $0.value == "bearer" })
    }
  }

  @Test func `IRSA: the web identity token is exchanged for a role`() async throws {
    let body = """
      <AssumeRoleWithWebIdentityResponse><Credentials><AccessKeyId>a</AccessKeyId>
      <SecretAccessKey>b&amp;c</SecretAccessKey><SessionToken>t</SessionToken>
      <Expiration>2030-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResponse>
      """
    let server = try LoopbackServer { _ in .response(HTTPResponse(status: 200, body: Array(body.utf8))) }
    defer { server.stop() }
    try await withFile("web.token") { path in
      let found = try await source([
        "AWS_WEB_IDENTITY_TOKEN_FILE": path, "AWS_ROLE_ARN": "arn:aws:iam::1:role/r",
        "AWS_ENDPOINT_URL_STS": server.url,
      ]).credentials()
      #expect(found == Credentials(accessKeyID: "a", secretAccessKey: "b&c", sessionToken: "t"))
      #expect(server.requests[0].url.contains("Action=AssumeRoleWithWebIdentity"))
      #expect(server.requests[0].url.contains("WebIdentityToken=web.token"))
    }
  }

  @Test func `none at all says what to set`() async throws {
    let fault = await #expect(throws: PipelineError.self) {
      try await source(["HOME": "/nonexistent"]).credentials()
    }
    #expect(fault?.reason == .configuration && fault?.message == "no AWS credentials found")
  }
}
