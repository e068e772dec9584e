internal import RegularExpressions

/// The functions that take a pattern. Each has a form for a pattern that was compiled before.
enum Patterns {
  /// A function of a text and a compiled pattern.
  typealias Search = @Sendable (String, RegularExpression) -> CELValue

  static let matches: Search = { text, pattern in .bool(pattern.matches(text)) }

  /// The first match, or the empty text.
  static let find: Search = { text, pattern in
    guard let match = pattern.firstMatch(in: text) else { return .string("") }
    return .string(slice(text, match.range))
  }

  static func findAll(_ text: String, _ pattern: RegularExpression, limit: Int64) -> CELValue {
    if limit == 0 { return .list([]) }
    let matches = pattern.allMatches(in: text, limit: limit < 0 ? .max : Int(limit))
    let bytes = Array(text.utf8)
    return .list(matches.map { .string(String(decoding: bytes[$0.range], as: UTF8.self)) })
  }

  /// The capturing group's text where the pattern has one, else the match.
  static let extract: Search = { text, pattern in
    guard pattern.groupCount <= 1 else { return tooManyGroups(pattern) }
    guard let match = pattern.firstMatch(in: text) else { return .optional(nil) }
    guard pattern.groupCount == 1 else { return .optional(.string(slice(text, match.range))) }
    guard let group = match.groups[1], !group.isEmpty else { return .optional(nil) }
    return .optional(.string(slice(text, group)))
  }

  static let extractAll: Search = { text, pattern in
    guard pattern.groupCount <= 1 else { return tooManyGroups(pattern) }
    let bytes = Array(text.utf8)
    var result: [CELValue] = []
    for match in pattern.allMatches(in: text) {
      if pattern.groupCount == 0 {
        result.append(.string(String(decoding: bytes[match.range], as: UTF8.self)))
      } else if let group = match.groups[1], !group.isEmpty {
        result.append(.string(String(decoding: bytes[group], as: UTF8.self)))
      }
    }
    return .list(result)
  }

  /// `\1` in the replacement is a group's text; a negative limit replaces every match.
  static func replace(_ text: String, _ pattern: RegularExpression, _ replacement: String, limit: Int64)
    -> CELValue
  {
    if limit == 0 { return .string(text) }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var last = 0
    for match in pattern.allMatches(in: text, limit: limit < 0 ? .max : Int(limit)) {
      result += bytes[last..<match.range.lowerBound]
      switch expanded(replacement, match, bytes, pattern.groupCount) {
      case .success(let expansion): result += expansion
      case .failure(let fault): return .failure(fault.message)
      }
      last = match.range.upperBound
    }
    return .string(String(decoding: result + bytes[last...], as: UTF8.self))
  }

  private struct Fault: Error { var message: String }

  private static func expanded(
    _ replacement: String, _ match: RegularExpressionMatch, _ text: [UInt8], _ groupCount: Int
  ) -> Result<[UInt8], Fault> {
    var result: [UInt8] = []
    var isEscaped = false
    for byte in replacement.utf8 {
      guard isEscaped else {
        if byte == UInt8(ascii: "\\") { isEscaped = true } else { result.append(byte) }
        continue
      }
      isEscaped = false
      if byte == UInt8(ascii: "\\") {
        result.append(byte)
        continue
      }
      guard isDigit(byte) else {
        return .failure(
          Fault(message: "invalid replacement string: '\(replacement)' \\ must be followed by a digit or \\"))
      }
      let number = Int(byte - UInt8(ascii: "0"))
      guard number <= groupCount else {
        return .failure(
          Fault(
            message: "replacement string references group \(number) but regex has only \(groupCount) group(s)"
          ))
      }
      if let range = match.groups[number] { result += text[range] }
    }
    if isEscaped {
      return .failure(Fault(message: "invalid replacement string: '\(replacement)' \\ not allowed at end"))
    }
    return .success(result)
  }

  private static func tooManyGroups(_ pattern: RegularExpression) -> CELValue {
    .failure("regular expression has more than one capturing group: \"\(pattern.pattern)\"")
  }

  private static func slice(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  /// Compiles the pattern at the call; the planner avoids this where the pattern is a constant.
  static func compiling(_ search: @escaping Search) -> Function.Binary {
    strings { text, pattern in
      switch compiled(pattern) {
      case .success(let pattern):
        steps(text, pattern) <= maximumSteps
          ? search(text, pattern) : .failure("the search would take too long")
      case .failure(let error): .failure(error.description)
      }
    }
  }

  /// The most steps that the search can take; it is linear in both.
  static func steps(_ text: String, _ pattern: RegularExpression) -> UInt64 {
    let (steps, overflow) = UInt64(text.utf8.count).multipliedReportingOverflow(by: UInt64(pattern.size))
    return overflow ? .max : steps
  }

  static let maximumSteps: UInt64 = 200_000_000

  static func compiled(_ pattern: String) -> Result<RegularExpression, RegularExpressionError> {
    do throws(RegularExpressionError) { return .success(try RegularExpression(pattern)) } catch {
      return .failure(error)
    }
  }

  static let cost: Function.Cost = { text, pattern, _ in
    Costs.matching(text, patternLength: Costs.size(pattern))
  }

  /// The functions of a text and a pattern.
  static func search(named name: String) -> Search? {
    switch name {
    case "matches": matches
    case "find": find
    case "findAll": { findAll($0, $1, limit: -1) }
    case "regex.extract": extract
    case "regex.extractAll": extractAll
    default: nil
    }
  }
}
