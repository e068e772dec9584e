internal import RegularExpressions
internal import Values

/// Regular expressions as arguments: what type a match has, and the match as a value.
enum Pattern {
  static func compiled(_ pattern: String, argument: Int) throws(FunctionFailure) -> RegularExpression {
    do throws(RegularExpressionError) {
      return try RegularExpression(pattern)
    } catch {
      throw FunctionFailure(
        "invalid regexp pattern: \(error.reason.rawValue) in \(error.expression)", argument: argument)
    }
  }

  /// A string without groups, a tuple for groups without names, an object for names; nil for an unknown pattern.
  static func resultType(_ pattern: Value) throws(FunctionFailure) -> ValueType? {
    guard let text = pattern.string else { return nil }
    let groups = try compiled(text, argument: 0).groupNames
    let names = groups.compactMap { $0 }
    if groups.isEmpty { return .string }
    if names.isEmpty { return .tuple(groups.map { _ in .string }) }
    guard names.count == groups.count else {
      throw FunctionFailure(
        "invalid regexp pattern: cannot mix both named and unnamed capture groups", argument: 0)
    }
    return .object(Dictionary(names.map { ($0, ValueType.string) }) { first, _ in first })
  }

  static func result(
    _ expression: RegularExpression, _ match: RegularExpressionMatch, _ text: [UInt8]
  ) -> Value {
    func part(_ range: Range<Int>?) -> Value { range.map { .text(text[$0]) } ?? .null(.string) }
    let groups = match.groups.dropFirst()
    guard expression.groupCount > 0 else { return part(match.range) }
    guard expression.groupNames.contains(where: { $0 != nil }) else { return .tuple(groups.map(part)) }
    var fields = ObjectFields()
    for (name, range) in zip(expression.groupNames, groups) {
      if let name { fields[name] = part(range) }
    }
    return .object(fields)
  }
}
