internal import Values

/// What errors and unknowns do to an operation that needs all of its arguments.
enum Absence {
  /// Unknowns outweigh errors: an error may disappear when more is known. Both arguments may be present; then nil.
  static func combined(_ left: CELValue, _ right: CELValue) -> CELValue? {
    switch (left, right) {
    case (.unknown(let left), .unknown(let right)): .unknown(union(left, right))
    case (.unknown, _): left
    case (_, .unknown): right
    case (.error, _): left
    case (_, .error): right
    default: nil
    }
  }

  static func combined(_ values: [CELValue]) -> CELValue? {
    var result: CELValue?
    for value in values where value.isAbsent { result = result.map { combined($0, value) ?? $0 } ?? value }
    return result
  }

  /// Both causes, without repetition; refinements do not survive.
  static func union(_ left: Unknown, _ right: Unknown) -> Unknown {
    if left === right { return left }
    var reasons = left.reasons
    for reason in right.reasons where !reasons.contains(reason) { reasons.append(reason) }
    return Unknown(reasons)
  }

  static func union(_ left: Unknown?, _ right: Unknown) -> Unknown { left.map { union($0, right) } ?? right }
}
