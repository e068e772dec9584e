/// A pattern over paths: `*` and `?` within a folder, `**` across folders, `[abc]`, `{a,b}`.
///
/// Without a slash it is held against every part of the path: `node_modules` means that folder anywhere, and
/// all that is in it. A pattern that names a folder means all that is in it too.
public struct PathPattern: Hashable, Sendable {
  public let text: String
  /// One for each combination of alternatives.
  private let patterns: [[[UInt8]]]
  private let matchesAnyPart: Bool
  private static let anyFolders = Array("**".utf8)

  public init(_ text: String) {
    self.text = text
    var body = text
    while body.hasPrefix("./") { body.removeFirst(2) }
    while body.hasPrefix("/") { body.removeFirst() }
    while body.hasSuffix("/") { body.removeLast() }
    matchesAnyPart = !body.utf8.contains(UInt8(ascii: "/"))
    patterns = Self.alternatives(Array(body.utf8)).prefix(64).map { pattern in
      pattern.split(separator: UInt8(ascii: "/")).map(Array.init)
    }
  }

  /// Relative to the root of the scan. O(path × pattern).
  public func matches(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    return patterns.contains { pattern in
      if matchesAnyPart {
        return pattern.first.map { first in
          first == Self.anyFolders || parts.contains { Self.matches($0[...], first[...]) }
        } ?? false
      }
      return Self.matches(parts[...], pattern[...])
    }
  }

  /// `{a,b}` outside of nesting becomes two patterns.
  private static func alternatives(_ pattern: [UInt8]) -> [[UInt8]] {
    guard let open = pattern.firstIndex(of: UInt8(ascii: "{")),
      let close = pattern[open...].firstIndex(of: UInt8(ascii: "}"))
    else { return [pattern] }
    let choices = pattern[(open + 1)..<close]
      .split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return choices.flatMap { alternatives(Array(pattern[..<open] + $0 + pattern[(close + 1)...])) }
  }

  private static func matches(_ parts: ArraySlice<[UInt8]>, _ pattern: ArraySlice<[UInt8]>) -> Bool {
    guard let first = pattern.first else { return true }
    if first == Self.anyFolders {
      let rest = pattern.dropFirst()
      if rest.isEmpty { return !parts.isEmpty }
      return (parts.startIndex...parts.endIndex).contains { matches(parts[$0...], rest) }
    }
    guard let part = parts.first, matches(part[...], first[...]) else { return false }
    return matches(parts.dropFirst(), pattern.dropFirst())
  }

  private static func matches(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    var textIndex = text.startIndex
    var patternIndex = pattern.startIndex
    var retry: (text: Int, pattern: Int)?
    while textIndex < text.endIndex {
      if patternIndex < pattern.endIndex, pattern[patternIndex] == UInt8(ascii: "*") {
        patternIndex += 1
        retry = (textIndex, patternIndex)
      } else if patternIndex < pattern.endIndex,
        let next = step(text[textIndex], pattern, at: patternIndex)
      {
        textIndex += 1
        patternIndex = next
      } else if let saved = retry {
        textIndex = saved.text + 1
        patternIndex = saved.pattern
        retry = (textIndex, patternIndex)
      } else {
        return false
      }
    }
    return pattern[patternIndex...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// Where the pattern goes on when its piece at `index` matches the byte; nil when it does not.
  private static func step(_ byte: UInt8, _ pattern: ArraySlice<UInt8>, at index: Int) -> Int? {
    switch pattern[index] {
    case UInt8(ascii: "?"): return index + 1
    case UInt8(ascii: "["):
      guard let close = pattern[(index + 1)...].firstIndex(of: UInt8(ascii: "]")), close > index + 1 else {
        return byte == UInt8(ascii: "[") ? index + 1 : nil
      }
      var set = pattern[(index + 1)..<close]
      let isNegated = set.first == UInt8(ascii: "!")
      if isNegated { set = set.dropFirst() }
      var isIn = false
      var position = set.startIndex
      while position < set.endIndex {
        if position + 2 < set.endIndex, set[position + 1] == UInt8(ascii: "-") {
          isIn = isIn || (set[position] <= byte && byte <= set[position + 2])
          position += 3
        } else {
          isIn = isIn || set[position] == byte
          position += 1
        }
      }
      return isIn != isNegated ? close + 1 : nil
    default: return pattern[index] == byte ? index + 1 : nil
    }
  }
}
