import HTTPTransport
import Testing

@testable import ObjectStorage

/// AWS's published examples: the signature test suite and "Authenticating Requests" of the S3 API reference.
@Suite struct RequestSigningTests {
  private func signature(_ request: HTTPRequest, _ signing: RequestSigning, _ time: Int64) -> String {
    let header = signing.signed(request, time: time).headers.last { $0.name == "Authorization" }?.value ?? ""
    return String(header.split(separator: "=").last ?? "")
  }

  private var suite: RequestSigning {
    RequestSigning(
      credentials: Credentials(
        accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
      region: "us-east-1", service: "service")
  }

  private var storage: RequestSigning {
    RequestSigning(
      credentials: Credentials(
        accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
      region: "us-east-1", service: "s3")
  }

  /// 2015-08-30T12:36:00Z
  private let suiteTime: Int64 = 1_440_938_160
  /// 2013-05-24T00:00:00Z
  private let storageTime: Int64 = 1_369_353_600
  private let bucket = "https://examplebucket.s3.amazonaws.com"

  @Test func `get-vanilla`() {
    let request = HTTPRequest("GET", "https://example.amazonaws.com/")
    #expect(
      signature(request, suite, suiteTime)
        == "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")
  }

  @Test func `get-vanilla-query-order-key-case`() {
    let request = HTTPRequest("GET", "https://example.amazonaws.com/?Param2=value2&Param1=value1")
    #expect(
      signature(request, suite, suiteTime)
        == "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")
  }

  @Test func `S3: get an object's first bytes`() {
    let request = HTTPRequest("GET", bucket + "/test.txt", headers: [("Range", "bytes=0-9")])
    #expect(
      signature(request, storage, storageTime)
        == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
  }

  @Test func `S3: put an object`() {
    let request = HTTPRequest(
      "PUT", bucket + "/test%24file.text",
      headers: [("Date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY")],
      body: Array("Welcome to Amazon S3.".utf8))
    #expect(
      signature(request, storage, storageTime)
        == "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd")
  }

  @Test func `S3: get a bucket's lifecycle`() {
    #expect(
      signature(HTTPRequest("GET", bucket + "/?lifecycle="), storage, storageTime)
        == "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")
  }

  @Test func `S3: list objects`() {
    #expect(
      signature(HTTPRequest("GET", bucket + "/?max-keys=2&prefix=J"), storage, storageTime)
        == "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")
  }

  @Test func `a session token is sent and signed`() {
    let signing = RequestSigning(
      credentials: Credentials(accessKeyID: "A", secretAccessKey: "B", sessionToken: "T"), region: "r",
      service: "s3")
    let headers = signing.signed(HTTPRequest("GET", "https://h/"), time: 0).headers
    #expect(headers.contains { $0.name == "x-amz-security-token" && $0.value == "T" })
    #expect(
      headers.last?.value.contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token")
        == true)
  }
}
