/// Passwords in URLs: `postgres://user:password@host/db` (RFC 3986, userinfo).
enum CredentialURL {
  static func all(in bytes: ArraySlice<UInt8>) -> [Credential] {
    var found: [Credential] = []
    var offset = bytes.startIndex
    while let scheme = separator(in: bytes[offset...]) {
      offset = scheme + 3
      guard scheme > bytes.startIndex, isSchemeByte(bytes[scheme - 1]) else { continue }
      let end = bytes[offset...].firstIndex(where: isEnd) ?? bytes.endIndex
      let authority = bytes[offset..<end]
      guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
        let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":"))
      else { continue }
      let password = authority[(colon + 1)..<at]
      let text = String(decoding: password, as: UTF8.self)
      offset = end
      guard !password.isEmpty else { continue }
      if Placeholder.isDefault(text) {
        found.append(
          Credential(
            kind: "a placeholder for a password in a URL", range: password.indices, isPlaceholder: true))
      } else if !isFilledInLater(text), !Placeholder.isStandIn(text) {
        found.append(Credential(kind: "a password in a URL", range: password.indices))
      }
    }
    return found + dataSourceNames(in: bytes)
  }

  private static let marks = ["tcp(", "unix("].map { Array($0.utf8) }

  /// Go's `user:password@tcp(host:3306)/db`, which has no scheme.
  private static func dataSourceNames(in bytes: ArraySlice<UInt8>) -> [Credential] {
    var found: [Credential] = []
    var offset = bytes.startIndex
    while let at = bytes[offset...].firstIndex(of: UInt8(ascii: "@")) {
      offset = at + 1
      guard marks.contains(where: { bytes[offset...].starts(with: $0) }) else { continue }
      let start = bytes[..<at].lastIndex { isEnd($0) || $0 == UInt8(ascii: "=") }.map { $0 + 1 }
      let account = bytes[(start ?? bytes.startIndex)..<at]
      guard let colon = account.firstIndex(of: UInt8(ascii: ":")), colon > account.startIndex else {
        continue
      }
      let password = account[(colon + 1)...]
      let text = String(decoding: password, as: UTF8.self)
      guard !password.isEmpty, !isFilledInLater(text), !Placeholder.isStandIn(text) else { continue }
      found.append(Credential(kind: "a password in a data source name", range: password.indices))
    }
    return found
  }

  private static func separator(in bytes: ArraySlice<UInt8>) -> Int? {
    var offset = bytes.startIndex
    while offset + 2 < bytes.endIndex {
      guard let colon = bytes[offset...].firstIndex(of: UInt8(ascii: ":")), colon + 2 < bytes.endIndex else {
        return nil
      }
      if bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/") { return colon }
      offset = colon + 1
    }
    return nil
  }

  private static func isFilledInLater(_ text: String) -> Bool {
    text.contains("$") || text.contains("{{") || text.contains("%s") || text.contains("<")
      || text.contains("{")
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "|")
  }
}
