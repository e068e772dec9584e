internal import ArgoGate
internal import CLibCurl

/// The API server over the system's libcurl. The token is read for each request: Kubernetes renews it in its file.
struct HTTPTransport: Transport {
  let server: String
  let authority: String
  let tokenFile: String

  /// Larger objects than etcd keeps are no answer of an API server.
  private static let sizeLimit = 16_000_000

  /// TLS, or this machine itself (`kubectl proxy`).
  static func isAllowed(_ server: String) -> Bool {
    if server.hasPrefix("https://") { return true }
    return ["http://127.0.0.1", "http://localhost", "http://[::1]"].contains { prefix in
      server == prefix || server.hasPrefix(prefix + ":") || server.hasPrefix(prefix + "/")
    }
  }

  mutating func get(_ path: String, timeout: Double) -> (status: Int, body: [UInt8], reason: String) {
    guard let token = System.text(of: tokenFile), !token.isEmpty else {
      return (0, [], "the token file \(tokenFile) cannot be read")
    }
    var answer = unsafe mlguard_answer()
    unsafe mlguard_get(
      server + path, "Authorization: Bearer \(token)", server.hasPrefix("https://") ? authority : "",
      Int(timeout * 1000), Self.sizeLimit, &answer)
    defer { unsafe mlguard_release(&answer) }
    let body = unsafe Array(UnsafeBufferPointer(start: answer.bytes, count: answer.count))
    let reason = unsafe withUnsafeBytes(of: &answer.message) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    return unsafe (answer.status, body, reason)
  }

  var seconds: Double { System.seconds }

  func wait(_ seconds: Double) { System.sleep(seconds) }
}
