/// The signatures of the operators.
enum OperatorTypes {
  static let not = [global(.bool, result: .bool)]
  static let negate = [global(.int, result: .int), global(.double, result: .double)]
  static let conditional = [global(.bool, .T, .T, result: .T)]

  static let index = [
    global(.list(.T), .int, result: .T),
    global(.map(.K, .V), .K, result: .V),
    global(.optional(.list(.T)), .int, result: .optional(.T)),
    global(.optional(.map(.K, .V)), .K, result: .optional(.V)),
  ]

  static let optionalIndex = [
    global(.list(.T), .int, result: .optional(.T)),
    global(.map(.K, .V), .K, result: .optional(.V)),
    global(.optional(.list(.T)), .int, result: .optional(.T)),
    global(.optional(.map(.K, .V)), .K, result: .optional(.V)),
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

  private static let equality = [global(.T, .T, result: .bool)]
  private static let membership = [
    global(.T, .list(.T), result: .bool), global(.K, .map(.K, .V), result: .bool),
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
    global(.list(.T), .list(.T), result: .list(.T)),
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
