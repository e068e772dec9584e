/// The signatures of the operators.
enum OperatorTypes {
  static let not = [global(.bool, result: .bool)]
  static let negate = [global(.int, result: .int), global(.double, result: .double)]
  static let conditional = [global(.bool, .t, .t, result: .t)]

  static let index = [
    global(.list(.t), .int, result: .t),
    global(.map(.k, .v), .k, result: .v),
    global(.optional(.list(.t)), .int, result: .optional(.t)),
    global(.optional(.map(.k, .v)), .k, result: .optional(.v)),
  ]

  static let optionalIndex = [
    global(.list(.t), .int, result: .optional(.t)),
    global(.map(.k, .v), .k, result: .optional(.v)),
    global(.optional(.list(.t)), .int, result: .optional(.t)),
    global(.optional(.map(.k, .v)), .k, result: .optional(.v)),
  ]

  static func of(_ operation: BinaryOperator) -> [Overload] {
    switch operation {
    case .less, .lessOrEqual, .greater, .greaterOrEqual: comparison
    case .equal, .notEqual: equality
    case .in: membership
    case .add: addition
    case .subtract: subtraction
    case .multiply, .divide: product
    case .modulo: remainder
    }
  }

  private static let equality = [global(.t, .t, result: .bool)]
  private static let membership = [
    global(.t, .list(.t), result: .bool), global(.k, .map(.k, .v), result: .bool),
  ]
  private static let remainder = [global(.int, .int, result: .int), global(.uint, .uint, result: .uint)]
  private static let product = [
    global(.double, .double, result: .double), global(.int, .int, result: .int),
    global(.uint, .uint, result: .uint),
  ]
  private static let addition = [
    global(.bytes, .bytes, result: .bytes),
    global(.double, .double, result: .double),
    global(.duration, .duration, result: .duration),
    global(.duration, .timestamp, result: .timestamp),
    global(.timestamp, .duration, result: .timestamp),
    global(.int, .int, result: .int),
    global(.list(.t), .list(.t), result: .list(.t)),
    global(.string, .string, result: .string),
    global(.uint, .uint, result: .uint),
  ]
  private static let subtraction = [
    global(.double, .double, result: .double),
    global(.duration, .duration, result: .duration),
    global(.int, .int, result: .int),
    global(.timestamp, .duration, result: .timestamp),
    global(.timestamp, .timestamp, result: .duration),
    global(.uint, .uint, result: .uint),
  ]
  private static let comparison: [Overload] = {
    let types: [CELType] = [.bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration]
    let numbers: [CELType] = [.int, .uint, .double]
    var overloads = types.map { global($0, $0, result: .bool) }
    for left in numbers {
      for right in numbers where left != right { overloads.append(global(left, right, result: .bool)) }
    }
    return overloads
  }()
}
