public import SourceText

/// A finding that is accepted for a reason: it is listed in every report and does not count for the exit code.
public struct Exemption: Sendable {
  /// Where it is written.
  public enum Source: String, Hashable, Sendable {
    /// At the line: `# mlguard: allow IMG-01 because …`.
    case comment
    /// On a Kubernetes object: `mlguard.dev/allow`.
    case annotation
    /// In `.mlguard/exemptions.yaml`.
    case file
  }

  /// What it applies to.
  enum Scope: Sendable {
    /// Findings that mark something in these bytes: one line.
    case line(FileID, ByteRange)
    /// Findings on the object of this address, written in this file.
    case object(FileID, String)
    case filter(ExemptionFilter)
  }

  /// Ids of policies; never empty.
  public var policies: [String]
  public var reason: String
  public var owner: String?
  /// The last day on which it holds.
  public var until: CalendarDate?
  public var source: Source
  public var location: Location
  var scope: Scope

  /// `until 2027-03-31, owner platform: the vendor publishes no digest`
  public var summary: String {
    var terms: [String] = []
    if let until { terms.append("until \(until)") }
    if let owner { terms.append("owner \(owner)") }
    return (terms.isEmpty ? "" : terms.joined(separator: ", ") + ": ") + reason
  }
}

/// A finding with the exemption that accepts it.
public struct ExemptedFinding: Sendable {
  public var finding: Finding
  public var exemption: Exemption

  public init(_ finding: Finding, _ exemption: Exemption) {
    self.finding = finding
    self.exemption = exemption
  }
}

/// An exemption that cannot hold: it says what is wrong, and exempts nothing.
public struct ExemptionFault: Sendable {
  public var message: String
  /// What to type instead.
  public var advice: String
  public var location: Location

  init(_ message: String, advice: String, at location: Location) {
    self.message = message
    self.advice = advice
    self.location = location
  }
}

/// What an exemption of the central file is for; each list that is not empty has to hold one that fits.
struct ExemptionFilter: Sendable {
  var paths: [PathPattern] = []
  /// Addresses; `*` stands for any text.
  var resources: [String] = []
  var containers: [String] = []
  /// Instance keys of `for_each` and `count`.
  var keys: [String] = []
  var environments: [String] = []

  var isEmpty: Bool {
    paths.isEmpty && resources.isEmpty && containers.isEmpty && keys.isEmpty && environments.isEmpty
  }

  /// Everything but the environments.
  func matches(_ finding: Finding, in path: String) -> Bool {
    if !paths.isEmpty, !paths.contains(where: { $0.matches(path) }) { return false }
    if !resources.isEmpty, !resources.contains(where: { Self.matches($0, finding.resource) }) { return false }
    if !containers.isEmpty {
      guard let container = finding.container, containers.contains(where: { Self.matches($0, container) })
      else { return false }
    }
    if !keys.isEmpty {
      let written = Self.keys(in: finding.resource)
      if !keys.contains(where: { key in written.contains { Self.matches(key, $0) } }) { return false }
    }
    return true
  }

  /// `module.a["x"].aws_b.c[0]` → `x`, `0`.
  static func keys(in address: String) -> [String] {
    var keys: [String] = []
    var rest = Array(address.utf8)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "[")) {
      rest = rest[(open + 1)...]
      let isQuoted = rest.first == UInt8(ascii: "\"")
      if isQuoted { rest = rest.dropFirst() }
      let end: [UInt8] = isQuoted ? Array("\"]".utf8) : Array("]".utf8)
      guard let close = rest.indices.first(where: { rest[$0...].starts(with: end) }) else { break }
      keys.append(String(decoding: rest[..<close], as: UTF8.self))
      rest = rest[(close + end.count)...]
    }
    return keys
  }

  /// `*` stands for any text, everything else for itself. O(pattern × text).
  static func matches(_ pattern: String, _ text: String) -> Bool {
    let pattern = Array(pattern.utf8)
    let text = Array(text.utf8)
    var (patternIndex, textIndex) = (0, 0)
    var retry: (pattern: Int, text: Int)?
    while textIndex < text.count {
      if patternIndex < pattern.count, pattern[patternIndex] == UInt8(ascii: "*") {
        retry = (patternIndex + 1, textIndex)
        patternIndex += 1
      } else if patternIndex < pattern.count, pattern[patternIndex] == text[textIndex] {
        patternIndex += 1
        textIndex += 1
      } else if let saved = retry {
        retry = (saved.pattern, saved.text + 1)
        (patternIndex, textIndex) = (saved.pattern, saved.text + 1)
      } else {
        return false
      }
    }
    return pattern[patternIndex...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
