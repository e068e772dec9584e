/// The order of values: numbers of all types together, others within their type.
enum Comparison {
  /// Negative, zero or positive; nil when the values have no common order.
  static func order(_ left: CELValue, _ right: CELValue) -> Int? {
    switch (left, right) {
    case (.int(let left), .int(let right)): sign(left, right)
    case (.uint(let left), .uint(let right)): sign(left, right)
    case (.double(let left), .double(let right)): doubles(left, right)
    case (.int(let left), .uint(let right)): left < 0 ? -1 : sign(UInt64(left), right)
    case (.uint(let left), .int(let right)): right < 0 ? 1 : sign(left, UInt64(right))
    case (.int(let left), .double(let right)): number(left, right)
    case (.double(let left), .int(let right)): number(right, left).map { -$0 }
    case (.uint(let left), .double(let right)): number(left, right)
    case (.double(let left), .uint(let right)): number(right, left).map { -$0 }
    case (.string(let left), .string(let right)):
      left.hasSameBytes(as: right) ? 0 : left.precedes(right) ? -1 : 1
    case (.bool(let left), .bool(let right)): left == right ? 0 : right ? -1 : 1
    case (.bytes(let left), .bytes(let right)):
      left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
    case (.timestamp(let left), .timestamp(let right)): sign(left, right)
    case (.duration(let left), .duration(let right)): sign(left, right)
    default: nil
    }
  }

  private static func sign<T: Comparable>(_ left: T, _ right: T) -> Int {
    left < right ? -1 : left > right ? 1 : 0
  }

  private static func doubles(_ left: Double, _ right: Double) -> Int? {
    left.isNaN || right.isNaN ? nil : sign(left, right)
  }

  /// As the specification has it: the number is compared as a double, and so with its precision, unless the double
  /// is outside of the integer's range.
  private static func number<T: FixedWidthInteger>(_ left: T, _ right: Double) -> Int? {
    if right.isNaN { return nil }
    if right > Double(T.max) { return -1 }
    if right < Double(T.min) { return 1 }
    return sign(Double(left), right)
  }

  static func isNaN(_ value: CELValue) -> Bool {
    if case .double(let number) = value { return number.isNaN }
    return false
  }

  static func compare(_ operation: BinaryOperator, _ left: CELValue, _ right: CELValue) -> CELValue {
    guard let order = order(left, right) else {
      // A comparison with NaN is false, not an error.
      return isNaN(left) || isNaN(right) ? .bool(false) : .noSuchOverload
    }
    switch operation {
    case .less: return .bool(order < 0)
    case .lessOrEqual: return .bool(order <= 0)
    case .greater: return .bool(order > 0)
    case .greaterOrEqual: return .bool(order >= 0)
    case .equal, .notEqual, .in, .add, .subtract, .multiply, .divide, .modulo: return .noSuchOverload
    }
  }
}
