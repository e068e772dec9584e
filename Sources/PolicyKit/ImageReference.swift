/// A reference to a container image, split as the container runtimes split it.
///
/// Source: distribution/reference, `reference.go` and `normalize.go`. A missing registry is Docker Hub, and a
/// Docker Hub repository of one part is in `library/`.
public struct ImageReference: Hashable, Sendable {
  /// Host and port: `docker.io`, `registry.example:5000`.
  public var registry: String
  /// Without registry, tag and digest: `library/nginx`.
  public var repository: String
  /// Empty when none is written.
  public var tag: String
  /// With its algorithm: `sha256:…`; empty when none is written.
  public var digest: String
  /// The digest is all zeros: our convention for an image that nobody has built or looked up yet. No registry
  /// serves it, so that nothing unreviewed can run under it; whether it is right nobody can know.
  public var isUnbuilt: Bool {
    digest.hasPrefix("sha256:") && digest.utf8.dropFirst(7).allSatisfy { $0 == 0x30 }
  }
  /// What breaks the grammar; nil for a well-formed reference.
  public var fault: String?

  /// O(length).
  public init(_ text: String) {
    let bytes = Array(text.utf8)
    var rest = bytes[...]
    var digest: ArraySlice<UInt8>?
    var tag: ArraySlice<UInt8>?
    if let sign = rest.firstIndex(of: UInt8(ascii: "@")) {
      digest = rest[(sign + 1)...]
      rest = rest[..<sign]
    }
    let lastSlash = rest.lastIndex(of: UInt8(ascii: "/"))
    if let colon = rest.lastIndex(of: UInt8(ascii: ":")), colon > lastSlash ?? -1 {
      tag = rest[(colon + 1)...]
      rest = rest[..<colon]
    }
    var registry = Array("docker.io".utf8)[...]
    var path = rest
    if let slash = rest.firstIndex(of: UInt8(ascii: "/")), Self.isHost(rest[..<slash]) {
      registry = rest[..<slash]
      path = rest[(slash + 1)...]
    }
    self.registry = String(decoding: registry, as: UTF8.self)
    if self.registry == "index.docker.io" { self.registry = "docker.io" }
    let repository = String(decoding: path, as: UTF8.self)
    self.repository =
      self.registry == "docker.io" && !repository.utf8.contains(UInt8(ascii: "/")) && !repository.isEmpty
      ? "library/" + repository : repository
    self.tag = tag.map { String(decoding: $0, as: UTF8.self) } ?? ""
    self.digest = digest.map { String(decoding: $0, as: UTF8.self) } ?? ""
    fault = Self.fault(text: bytes, registry: registry, path: path, tag: tag, digest: digest)
  }

  private static func isHost(_ part: ArraySlice<UInt8>) -> Bool {
    part.contains(UInt8(ascii: ".")) || part.contains(UInt8(ascii: ":"))
      || part.elementsEqual("localhost".utf8)
      || part.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  private static func fault(
    text: [UInt8], registry: ArraySlice<UInt8>, path: ArraySlice<UInt8>, tag: ArraySlice<UInt8>?,
    digest: ArraySlice<UInt8>?
  ) -> String? {
    if text.isEmpty { return "it is empty" }
    if text.contains(where: { $0 <= 0x20 }) { return "it holds white space" }
    if let fault = registryFault(registry) ?? pathFault(path) { return fault }
    if let tag {
      guard let first = tag.first else { return "nothing follows the colon" }
      if tag.count > 128 { return "the tag is longer than 128 characters" }
      if !isWord(first)
        || !tag.allSatisfy({ isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
      {
        return "the tag '\(String(decoding: tag, as: UTF8.self))' has a character that tags cannot have"
      }
    }
    return digest.flatMap(digestFault)
  }

  private static func registryFault(_ registry: ArraySlice<UInt8>) -> String? {
    var host = registry
    if let colon = registry.lastIndex(of: UInt8(ascii: ":")), !registry.contains(UInt8(ascii: "]")) {
      let port = registry[(colon + 1)...]
      if port.isEmpty || !port.allSatisfy(isDigit) { return "the port of the registry is not a number" }
      host = registry[..<colon]
    }
    if host.first == UInt8(ascii: "[") { return nil }
    for label in host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      guard let first = label.first, let last = label.last, isLetterOrDigit(first), isLetterOrDigit(last),
        label.allSatisfy({ isLetterOrDigit($0) || $0 == UInt8(ascii: "-") })
      else { return "'\(String(decoding: registry, as: UTF8.self))' is no name of a registry" }
    }
    return nil
  }

  private static func pathFault(_ path: ArraySlice<UInt8>) -> String? {
    if path.count > 255 { return "the name is longer than 255 characters" }
    for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.isEmpty { return "a part of the name is empty" }
      let name = String(decoding: part, as: UTF8.self)
      if part.contains(where: { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) {
        return "'\(name)' has upper-case letters"
      }
      guard isPathComponent(part) else { return "'\(name)' cannot be a part of a name" }
    }
    return nil
  }

  /// Lower-case letters and digits, separated by one `.`, one or two `_`, or any number of `-`.
  private static func isPathComponent(_ part: ArraySlice<UInt8>) -> Bool {
    var separator: [UInt8] = []
    var isFirst = true
    for byte in part {
      if isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) {
        if isFirst && !separator.isEmpty { return false }
        let isAllowed =
          separator.isEmpty || separator == [UInt8(ascii: ".")] || separator == [UInt8(ascii: "_")]
          || separator == [UInt8(ascii: "_"), UInt8(ascii: "_")]
          || separator.allSatisfy { $0 == UInt8(ascii: "-") }
        guard isAllowed else { return false }
        separator = []
        isFirst = false
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") {
        separator.append(byte)
      } else {
        return false
      }
    }
    return separator.isEmpty && !isFirst
  }

  private static func digestFault(_ digest: ArraySlice<UInt8>) -> String? {
    guard let colon = digest.firstIndex(of: UInt8(ascii: ":")) else {
      return "the digest has no algorithm: sha256:…"
    }
    let algorithm = String(decoding: digest[..<colon], as: UTF8.self)
    let hex = digest[(colon + 1)...]
    let isHex = hex.allSatisfy { isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
    let lengths = ["sha256": 64, "sha384": 96, "sha512": 128]
    guard let length = lengths[algorithm] else { return "'\(algorithm)' is no digest algorithm: sha256:…" }
    if hex.count != length || !isHex {
      return "a \(algorithm) digest is \(length) lower-case hex digits, not \(hex.count)"
        + (isHex ? "" : " characters that are not all hex digits")
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isWord(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || byte == UInt8(ascii: "_") }
}
