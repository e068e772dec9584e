/// A URL with the parts and the mistakes that Go's `net/url` finds, as Kubernetes' `url()` takes it.
struct GoURL: Sendable {
  /// Lower case; empty for a path alone.
  let scheme: String
  private let opaque: [UInt8]
  private let user: (name: [UInt8], password: [UInt8]?)?
  private let hostBytes: [UInt8]
  private let path: [UInt8]
  /// The path as written, when encoding `path` would give another text.
  private let rawPath: [UInt8]?
  private let rawQuery: [UInt8]
  private let hasEmptyQuery: Bool
  private let omitsHost: Bool
  private let fragment: [UInt8]
  private let rawFragment: [UInt8]?

  /// Reads an absolute URL or an absolute path.
  init(parsing text: String) throws(FormatError) {
    try Self.checkRequest(text)
    let bytes = Array(text.utf8)
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let beforeHash = bytes[..<(hash ?? bytes.endIndex)]
    let parts: Parts
    do {
      parts = try Parts(beforeHash, isRequest: false)
    } catch {
      throw FormatError("parse \(goQuoted(beforeHash)): \(error.message)")
    }
    let written = hash.map { bytes[($0 + 1)...] } ?? []
    do {
      self.init(parts, fragment: try URLEncoding.fragment.decoded(written), written: Array(written))
    } catch {
      throw FormatError("parse \(goQuoted(text)): \(error.message)")
    }
  }

  /// Checks that a text is an absolute URL or an absolute path (`url.ParseRequestURI`); a fragment is not told apart.
  static func checkRequest(_ text: String) throws(FormatError) {
    do {
      _ = try Parts(Array(text.utf8)[...], isRequest: true)
    } catch {
      throw FormatError("parse \(goQuoted(text)): \(error.message)")
    }
  }

  private init(_ parts: Parts, fragment: [UInt8], written: [UInt8]) {
    scheme = String(decoding: parts.scheme, as: UTF8.self)
    opaque = parts.opaque
    user = parts.user
    hostBytes = parts.host
    path = parts.path
    rawPath = parts.rawPath
    rawQuery = parts.query
    hasEmptyQuery = parts.hasEmptyQuery
    omitsHost = parts.omitsHost
    self.fragment = fragment
    rawFragment = URLEncoding.fragment.encoded(fragment) == written ? nil : written
  }

  /// With the port, and an IPv6 address in its brackets.
  var host: String { String(decoding: hostBytes, as: UTF8.self) }

  /// Without port and brackets.
  var hostname: String {
    let (name, _) = hostAndPort
    let inner =
      name.first == UInt8(ascii: "[") && name.last == UInt8(ascii: "]") ? name.dropFirst().dropLast() : name
    return String(decoding: inner, as: UTF8.self)
  }

  /// Digits, or empty.
  var port: String { String(decoding: hostAndPort.port, as: UTF8.self) }

  private var hostAndPort: (name: ArraySlice<UInt8>, port: ArraySlice<UInt8>) {
    guard let colon = hostBytes.lastIndex(of: UInt8(ascii: ":")),
      hostBytes[(colon + 1)...].allSatisfy(isASCIIDigit)
    else { return (hostBytes[...], []) }
    return (hostBytes[..<colon], hostBytes[(colon + 1)...])
  }

  var escapedPath: String { String(decoding: escapedPathBytes, as: UTF8.self) }

  private var escapedPathBytes: [UInt8] {
    if let rawPath, URLEncoding.path.isValid(rawPath) { return rawPath }
    return path == [UInt8(ascii: "*")] ? path : URLEncoding.path.encoded(path)
  }

  /// The parameters with all their values; the ones that are not well encoded are left out, as Go does.
  var query: [(name: String, values: [String])] {
    var result: [(name: String, values: [String])] = []
    let pairs = rawQuery.split(separator: UInt8(ascii: "&"))
    guard rawQuery.count(where: { $0 == UInt8(ascii: "&") }) < 10_000 else { return [] }
    for pair in pairs where !pair.contains(UInt8(ascii: ";")) {
      let equals = pair.firstIndex(of: UInt8(ascii: "="))
      guard let name = try? URLEncoding.query.decoded(pair[..<(equals ?? pair.endIndex)]),
        let value = try? URLEncoding.query.decoded(equals.map { pair[($0 + 1)...] } ?? [])
      else { continue }
      let nameText = String(decoding: name, as: UTF8.self)
      let valueText = String(decoding: value, as: UTF8.self)
      if let index = result.firstIndex(where: { $0.name == nameText }) {
        result[index].values.append(valueText)
      } else {
        result.append((nameText, [valueText]))
      }
    }
    return result
  }
}

extension GoURL: Equatable, CustomStringConvertible {
  /// Two URLs are equal when they are printed alike.
  static func == (left: GoURL, right: GoURL) -> Bool { left.text == right.text }

  var description: String { String(decoding: text, as: UTF8.self) }

  private var text: [UInt8] {
    var result: [UInt8] = []
    if !scheme.isEmpty { result += Array(scheme.utf8) + [UInt8(ascii: ":")] }
    if opaque.isEmpty { appendHierarchy(to: &result) } else { result += opaque }
    if hasEmptyQuery || !rawQuery.isEmpty { result += [UInt8(ascii: "?")] + rawQuery }
    if !fragment.isEmpty {
      result.append(UInt8(ascii: "#"))
      if let rawFragment, URLEncoding.fragment.isValid(rawFragment) {
        result += rawFragment
      } else {
        result += URLEncoding.fragment.encoded(fragment)
      }
    }
    return result
  }

  private func appendHierarchy(to result: inout [UInt8]) {
    let hasAuthority = !hostBytes.isEmpty || user != nil
    if hasAuthority || !scheme.isEmpty, !(omitsHost && !hasAuthority) {
      if hasAuthority || !path.isEmpty { result += Array("//".utf8) }
      if let user {
        result += URLEncoding.user.encoded(user.name)
        if let password = user.password { result += [UInt8(ascii: ":")] + URLEncoding.user.encoded(password) }
        result.append(UInt8(ascii: "@"))
      }
      result += URLEncoding.host.encoded(hostBytes)
    }
    var path = escapedPathBytes
    if omitsHost, !hasAuthority, path.starts(with: Array("//".utf8)) {
      result += Array("%2F".utf8)
      path.removeFirst()
    }
    if !path.isEmpty, path[0] != UInt8(ascii: "/"), !hostBytes.isEmpty { result.append(UInt8(ascii: "/")) }
    if result.isEmpty, path.prefix(while: { $0 != UInt8(ascii: "/") }).contains(UInt8(ascii: ":")) {
      result += Array("./".utf8)
    }
    result += path
  }
}
