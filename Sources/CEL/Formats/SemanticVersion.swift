/// A version as semver.org 2.0.0 has it, with the meaning and the messages of blang/semver v4, which Kubernetes uses.
struct SemanticVersion: Sendable {
  /// A part of a prerelease; numbers come before texts.
  enum Identifier: Hashable, Sendable {
    case number(UInt64)
    case text(String)
  }

  let major: UInt64
  let minor: UInt64
  let patch: UInt64
  let prerelease: [Identifier]
  /// Build metadata, which no comparison looks at.
  let build: [String]

  /// - Parameter isNormalizing: Takes `v1.02` for `1.2.0`: a `v` in front, zeros in front of numbers and missing
  ///   parts are put right.
  init(parsing text: String, isNormalizing: Bool = false) throws(FormatError) {
    let text = isNormalizing ? try Self.normalized(text) : text
    guard !text.isEmpty else { throw FormatError("Version string empty") }
    let parts = Self.split(text[...], maximum: 3)
    guard parts.count == 3 else { throw FormatError("No Major.Minor.Patch elements found") }
    major = try Self.number(parts[0], "major", "Major")
    minor = try Self.number(parts[1], "minor", "Minor")
    var patchText = parts[2]
    var buildText: Substring?
    var prereleaseText: Substring?
    if let plus = patchText.firstIndex(of: "+") {
      buildText = patchText[patchText.index(after: plus)...]
      patchText = patchText[..<plus]
    }
    if let dash = patchText.firstIndex(of: "-") {
      prereleaseText = patchText[patchText.index(after: dash)...]
      patchText = patchText[..<dash]
    }
    patch = try Self.number(patchText, "patch", "Patch")
    prerelease = try Self.identifiers(prereleaseText)
    build = try Self.buildParts(buildText)
  }

  private static func normalized(_ text: String) throws(FormatError) -> String {
    var parts = split(text.hasPrefix("v") ? text.dropFirst() : text[...], maximum: 3).map { part in
      guard part.utf8.count > 1 else { return String(part) }
      let rest = part.drop { $0 == "0" }
      return rest.utf8.first.map(isASCIIDigit) == true ? String(rest) : "0" + rest
    }
    if parts.count < 3 {
      if let last = parts.last, last.contains(where: { $0 == "+" || $0 == "-" }) {
        throw FormatError("short version cannot contain PreRelease/Build meta data")
      }
      while parts.count < 3 { parts.append("0") }
    }
    return parts.joined(separator: ".")
  }

  private static func split(_ text: Substring, maximum: Int = .max) -> [Substring] {
    text.split(
      separator: ".", maxSplits: maximum == .max ? .max : maximum - 1, omittingEmptySubsequences: false)
  }

  private static func number(_ text: Substring, _ name: String, _ title: String) throws(FormatError) -> UInt64
  {
    guard text.utf8.allSatisfy(isASCIIDigit) else {
      throw FormatError("Invalid character(s) found in \(name) number \(goQuoted(String(text)))")
    }
    guard text.utf8.count < 2 || text.first != "0" else {
      throw FormatError("\(title) number must not contain leading zeroes \(goQuoted(String(text)))")
    }
    return try parsed(text)
  }

  private static func parsed(_ text: Substring) throws(FormatError) -> UInt64 {
    guard let number = UInt64(text) else {
      let reason = text.isEmpty ? "invalid syntax" : "value out of range"
      throw FormatError("strconv.ParseUint: parsing \(goQuoted(String(text))): \(reason)")
    }
    return number
  }

  private static func isIdentifierByte(_ byte: UInt8) -> Bool {
    isASCIIDigit(byte) || isASCIILetter(byte) || byte == UInt8(ascii: "-")
  }

  private static func identifiers(_ text: Substring?) throws(FormatError) -> [Identifier] {
    guard let text else { return [] }
    var result: [Identifier] = []
    for part in split(text) {
      guard !part.isEmpty else { throw FormatError("Prerelease is empty") }
      if part.utf8.allSatisfy(isASCIIDigit) {
        guard part.utf8.count < 2 || part.first != "0" else {
          throw FormatError(
            "Numeric PreRelease version must not contain leading zeroes \(goQuoted(String(part)))")
        }
        result.append(.number(try parsed(part)))
      } else {
        guard part.utf8.allSatisfy(isIdentifierByte) else {
          throw FormatError("Invalid character(s) found in prerelease \(goQuoted(String(part)))")
        }
        result.append(.text(String(part)))
      }
    }
    return result
  }

  private static func buildParts(_ text: Substring?) throws(FormatError) -> [String] {
    guard let text else { return [] }
    for part in split(text) {
      guard !part.isEmpty else { throw FormatError("Build meta data is empty") }
      guard part.utf8.allSatisfy(isIdentifierByte) else {
        throw FormatError("Invalid character(s) found in build meta data \(goQuoted(String(part)))")
      }
    }
    return split(text).map(String.init)
  }
}

extension SemanticVersion: Comparable, CustomStringConvertible {
  static func == (left: SemanticVersion, right: SemanticVersion) -> Bool { compare(left, right) == 0 }
  static func < (left: SemanticVersion, right: SemanticVersion) -> Bool { compare(left, right) < 0 }

  /// -1, 0 or 1. A prerelease comes before its release; build metadata do not count.
  static func compare(_ left: SemanticVersion, _ right: SemanticVersion) -> Int {
    func order<Item: Comparable>(_ first: Item, _ second: Item) -> Int {
      first == second ? 0 : first < second ? -1 : 1
    }
    for (first, second) in [(left.major, right.major), (left.minor, right.minor), (left.patch, right.patch)]
    where first != second {
      return order(first, second)
    }
    if left.prerelease.isEmpty || right.prerelease.isEmpty {
      return order(left.prerelease.isEmpty ? 1 : 0, right.prerelease.isEmpty ? 1 : 0)
    }
    for (first, second) in zip(left.prerelease, right.prerelease) where first != second {
      switch (first, second) {
      case (.number(let first), .number(let second)): return order(first, second)
      case (.text(let first), .text(let second)):
        return first.utf8.lexicographicallyPrecedes(second.utf8) ? -1 : 1
      case (.number, .text): return -1
      case (.text, .number): return 1
      }
    }
    return order(left.prerelease.count, right.prerelease.count)
  }

  var description: String {
    let identifiers = prerelease.map { identifier in
      switch identifier {
      case .number(let number): String(number)
      case .text(let text): text
      }
    }
    return "\(major).\(minor).\(patch)"
      + (identifiers.isEmpty ? "" : "-" + identifiers.joined(separator: "."))
      + (build.isEmpty ? "" : "+" + build.joined(separator: "."))
  }
}
