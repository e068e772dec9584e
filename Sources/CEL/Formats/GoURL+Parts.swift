/// What is wrong with a URL, in Go's words.
struct URLMistake: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}

extension GoURL {
  /// A URL taken apart, as Go's `url.parse` does it.
  struct Parts {
    var scheme: [UInt8] = []
    var opaque: [UInt8] = []
    var user: (name: [UInt8], password: [UInt8]?)?
    var host: [UInt8] = []
    var path: [UInt8] = []
    var rawPath: [UInt8]?
    var query: [UInt8] = []
    var hasEmptyQuery = false
    var omitsHost = false

    /// - Parameter isRequest: Only an absolute URL or an absolute path will do.
    init(_ text: ArraySlice<UInt8>, isRequest: Bool) throws(URLMistake) {
      let slash = UInt8(ascii: "/")
      guard !text.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
        throw URLMistake("net/url: invalid control character in URL")
      }
      guard !text.isEmpty || !isRequest else { throw URLMistake("empty url") }
      if text.elementsEqual([UInt8(ascii: "*")]) {
        path = Array(text)
        return
      }
      var rest = try takeScheme(text)
      takeQuery(&rest)
      if rest.first != slash {
        if !scheme.isEmpty {
          opaque = Array(rest)
          return
        }
        guard !isRequest else { throw URLMistake("invalid URI for request") }
        guard !rest.prefix(while: { $0 != slash }).contains(UInt8(ascii: ":")) else {
          throw URLMistake("first path segment in URL cannot contain colon")
        }
      }
      let slashes = rest.prefix { $0 == slash }.count
      if slashes >= 2, !scheme.isEmpty || (!isRequest && slashes == 2) {
        let authority = rest.dropFirst(2).prefix { $0 != slash }
        rest = rest[authority.endIndex...]
        try takeAuthority(authority)
      } else if !scheme.isEmpty, rest.first == slash {
        omitsHost = true
      }
      path = try URLEncoding.path.decoded(rest)
      rawPath = URLEncoding.path.encoded(path).elementsEqual(rest) ? nil : Array(rest)
    }

    private mutating func takeScheme(_ text: ArraySlice<UInt8>) throws(URLMistake) -> ArraySlice<UInt8> {
      let name = text.prefix { isASCIILetter($0) || isASCIIDigit($0) || "+-.".utf8.contains($0) }
      guard let first = text.first, first == UInt8(ascii: ":") || isASCIILetter(first),
        text.dropFirst(name.count).first == UInt8(ascii: ":")
      else { return text }
      guard !name.isEmpty else { throw URLMistake("missing protocol scheme") }
      scheme = name.map { isASCIILetter($0) ? $0 | 0x20 : $0 }
      return text[(name.endIndex + 1)...]
    }

    private mutating func takeQuery(_ rest: inout ArraySlice<UInt8>) {
      guard let mark = rest.firstIndex(of: UInt8(ascii: "?")) else { return }
      query = Array(rest[(mark + 1)...])
      hasEmptyQuery = query.isEmpty
      rest = rest[..<mark]
    }

    private mutating func takeAuthority(_ authority: ArraySlice<UInt8>) throws(URLMistake) {
      guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else {
        host = try host(authority)
        return
      }
      host = try host(authority[(at + 1)...])
      let userText = authority[..<at]
      guard
        userText.allSatisfy({
          isASCIILetter($0) || isASCIIDigit($0) || "-._:~!$&'()*+,;=%@".utf8.contains($0)
        })
      else { throw URLMistake("net/url: invalid userinfo") }
      let colon = userText.firstIndex(of: UInt8(ascii: ":"))
      let name = try URLEncoding.user.decoded(userText[..<(colon ?? userText.endIndex)])
      var password: [UInt8]?
      if let colon { password = try URLEncoding.user.decoded(userText[(colon + 1)...]) }
      user = (name, password)
    }

    private func host(_ text: ArraySlice<UInt8>) throws(URLMistake) -> [UInt8] {
      if let bracket = text.lastIndex(of: UInt8(ascii: "[")) {
        guard bracket == text.startIndex else { throw URLMistake("invalid IP-literal") }
        return try Self.literalHost(text)
      }
      // Web addresses have one port; elsewhere a host with colons was always let through.
      let isWeb = scheme == Array("http".utf8) || scheme == Array("https".utf8)
      let separator = UInt8(ascii: ":")
      if let colon = isWeb ? text.firstIndex(of: separator) : text.lastIndex(of: separator) {
        try Self.checkPort(text[colon...])
      }
      return try URLEncoding.host.decoded(text)
    }

    /// An IPv6 address in brackets.
    private static func literalHost(_ text: ArraySlice<UInt8>) throws(URLMistake) -> [UInt8] {
      guard let close = text.lastIndex(of: UInt8(ascii: "]")) else { throw URLMistake("missing ']' in host") }
      let port = text[(close + 1)...]
      try checkPort(port)
      let decodedPort = try URLEncoding.host.decoded(port)
      let inner = text[(text.startIndex + 1)..<close]
      var zoneStart = inner.startIndex
      while zoneStart < inner.endIndex, !inner[zoneStart...].starts(with: Array("%25".utf8)) {
        zoneStart += 1
      }
      let name =
        try URLEncoding.host.decoded(inner[..<zoneStart]) + URLEncoding.zone.decoded(inner[zoneStart...])
      let address: IPAddress
      do throws(FormatError) {
        address = try IPAddress(parsing: String(decoding: name, as: UTF8.self))
      } catch {
        throw URLMistake("invalid host: \(error)")
      }
      guard !address.isIPv4 else { throw URLMistake("invalid IP-literal") }
      return [UInt8(ascii: "[")] + name + [UInt8(ascii: "]")] + decodedPort
    }

    private static func checkPort(_ text: ArraySlice<UInt8>) throws(URLMistake) {
      guard text.isEmpty || (text.first == UInt8(ascii: ":") && text.dropFirst().allSatisfy(isASCIIDigit))
      else {
        throw URLMistake("invalid port \(goQuoted(text)) after host")
      }
    }
  }
}

/// Percent encoding, by the part of the URL (RFC 3986 as Go reads it).
enum URLEncoding {
  case path, query, fragment, user, host, zone

  private func allows(_ byte: UInt8) -> Bool {
    if isASCIILetter(byte) || isASCIIDigit(byte) || "-_.~".utf8.contains(byte) { return true }
    return allowedMarks.contains(byte)
  }

  private var allowedMarks: String.UTF8View {
    switch self {
    case .path: "$&+,/:;=@".utf8
    case .query: "".utf8
    case .fragment: "$&+,/:;=?@!()*".utf8
    case .user: "$&+,;=".utf8
    case .host, .zone: "!$&'()*+,;=:[]<>\"".utf8
    }
  }

  func encoded(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return bytes.flatMap { byte in
      if allows(byte) { return [byte] }
      if self == .query, byte == UInt8(ascii: " ") { return [UInt8(ascii: "+")] }
      return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }

  /// Whether a text is encoded in a way that may stay as it is.
  func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { "!$&'()*+,;=:@[]%".utf8.contains($0) || allows($0) }
  }

  func decoded(_ text: ArraySlice<UInt8>) throws(URLMistake) -> [UInt8] {
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == UInt8(ascii: "%") {
        result.append(try escape(text[index...].prefix(3)))
        index += 3
      } else {
        if self == .host || self == .zone, byte < 0x80, !allows(byte) {
          throw URLMistake("invalid character \(goQuoted(text[index...index])) in host name")
        }
        result.append(self == .query && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        index += 1
      }
    }
    return result
  }

  private func escape(_ text: ArraySlice<UInt8>) throws(URLMistake) -> UInt8 {
    let mistake = URLMistake("invalid URL escape \(goQuoted(text))")
    let digits = text.dropFirst().compactMap(hexadecimalValue)
    guard text.count == 3, digits.count == 2 else { throw mistake }
    let value = digits[0] << 4 | digits[1]
    guard value != UInt8(ascii: "%") else { return value }
    if self == .host, digits[0] < 8 { throw mistake }
    if self == .zone, value != UInt8(ascii: " "), !URLEncoding.host.allows(value) { throw mistake }
    return value
  }
}
