/// File patterns of `fileset`: `*`, `?`, `[a-z]`, `{a,b}` in a part of a path, and `**` for any number of parts.
struct GlobPattern {
  private let alternatives: [[String]]
  private static let mostAlternatives = 1000

  /// nil for a pattern with an open bracket or brace, and for one with too many alternatives.
  init?(_ pattern: String) {
    guard let expanded = Self.expanded(Array(pattern.unicodeScalars)), expanded.count <= Self.mostAlternatives
    else {
      return nil
    }
    alternatives = expanded.map { scalars in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      return String(text).split(separator: "/").map(String.init)
    }
    let parts = alternatives.flatMap { $0 }
    guard parts.allSatisfy({ Self.isWellFormed(Array($0.unicodeScalars)) }) else { return nil }
  }

  static func hasMeta(_ part: some StringProtocol) -> Bool {
    part.unicodeScalars.contains { "*?[{\\".unicodeScalars.contains($0) }
  }

  func matches(_ path: some StringProtocol) -> Bool {
    let parts = path.split(separator: "/").map { Array($0.unicodeScalars) }
    return alternatives.contains { Self.matches($0[...], parts[...]) }
  }

  /// The alternatives that braces make, outermost first.
  private static func expanded(_ pattern: [Unicode.Scalar]) -> [[Unicode.Scalar]]? {
    var index = 0
    while index < pattern.count, pattern[index] != "{" { index += pattern[index] == "\\" ? 2 : 1 }
    guard index < pattern.count else { return [pattern] }
    var (depth, start, parts): (Int, Int, [ArraySlice<Unicode.Scalar>]) = (0, index + 1, [])
    var end = index
    while end < pattern.count {
      let scalar = pattern[end]
      if scalar == "\\" { end += 1 }
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      if depth == 0 || scalar == "," && depth == 1 {
        parts.append(pattern[start..<end])
        start = end + 1
      }
      if depth == 0 { break }
      end += 1
    }
    guard end < pattern.count else { return nil }
    var results: [[Unicode.Scalar]] = []
    for part in parts {
      guard let rest = expanded(Array(pattern[..<index] + part + pattern[(end + 1)...])) else { return nil }
      results += rest
      guard results.count <= mostAlternatives else { return nil }
    }
    return results
  }

  private static func matches(_ pattern: ArraySlice<String>, _ path: ArraySlice<[Unicode.Scalar]>) -> Bool {
    // Which rests of the path are left after each part of the pattern: no backtracking.
    var reachable: Set<Int> = [path.startIndex]
    for part in pattern {
      var next: Set<Int> = []
      if part == "**" {
        if let first = reachable.min() { next = Set(first...path.endIndex) }
      } else {
        let scalars = Array(part.unicodeScalars)
        for start in reachable where start < path.endIndex && matches(scalars, path[start]) {
          next.insert(start + 1)
        }
      }
      reachable = next
    }
    return reachable.contains(path.endIndex)
  }

  private static func isWellFormed(_ pattern: [Unicode.Scalar]) -> Bool {
    var index = 0
    while index < pattern.count {
      switch pattern[index] {
      case "\\":
        guard index + 1 < pattern.count else { return false }
        index += 2
      case "[":
        guard let end = endOfClass(pattern, index) else { return false }
        index = end
      default: index += 1
      }
    }
    return true
  }

  private static func endOfClass(_ pattern: [Unicode.Scalar], _ start: Int) -> Int? {
    var index = start + 1
    if index < pattern.count, pattern[index] == "^" || pattern[index] == "!" { index += 1 }
    let first = index
    while index < pattern.count {
      if pattern[index] == "]", index > first { return index + 1 }
      index += pattern[index] == "\\" ? 2 : 1
    }
    return nil
  }

  private static func matches(_ pattern: [Unicode.Scalar], _ text: [Unicode.Scalar]) -> Bool {
    var (index, position) = (0, 0)
    var (star, mark): (Int?, Int) = (nil, 0)
    while position < text.count || index < pattern.count {
      if index < pattern.count, pattern[index] == "*" {
        (star, mark) = (index, position)
        index += 1
        continue
      }
      if index < pattern.count, position < text.count, let next = step(pattern, index, text[position]) {
        index = next
        position += 1
        continue
      }
      guard let star, mark < text.count else { return false }
      mark += 1
      (index, position) = (star + 1, mark)
    }
    return true
  }

  /// The pattern's next place after one character; nil when it does not match.
  private static func step(_ pattern: [Unicode.Scalar], _ index: Int, _ scalar: Unicode.Scalar) -> Int? {
    switch pattern[index] {
    case "?": return index + 1
    case "\\": return index + 1 < pattern.count && pattern[index + 1] == scalar ? index + 2 : nil
    case "[":
      guard let end = endOfClass(pattern, index) else { return nil }
      return classContains(pattern[(index + 1)..<(end - 1)], scalar) ? end : nil
    case let other: return other == scalar ? index + 1 : nil
    }
  }

  private static func classContains(_ members: ArraySlice<Unicode.Scalar>, _ scalar: Unicode.Scalar) -> Bool {
    var rest = members
    let isNegated = rest.first == "^" || rest.first == "!"
    if isNegated { rest.removeFirst() }
    var isMember = false
    while var low = rest.popFirst() {
      if low == "\\", let escaped = rest.popFirst() { low = escaped }
      var high = low
      if rest.first == "-", rest.count > 1 {
        rest.removeFirst()
        high = rest.removeFirst()
        if high == "\\", let escaped = rest.popFirst() { high = escaped }
      }
      if low <= scalar, scalar <= high { isMember = true }
    }
    return isMember != isNegated
  }
}
