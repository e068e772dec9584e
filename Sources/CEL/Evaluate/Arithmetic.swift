/// The operators on numbers, texts, lists and times. Overflow is an error, never a wrapped number.
enum Arithmetic {
  private static let overflow = CELValue.failure("integer overflow")
  private static let unsignedOverflow = CELValue.failure("unsigned integer overflow")

  static func add(_ left: CELValue, _ right: CELValue) -> CELValue {
    switch (left, right) {
    case (.int(let left), .int(let right)): checked(left.addingReportingOverflow(right))
    case (.string(let left), .string(let right)): .string(left + right)
    case (.uint(let left), .uint(let right)): checked(left.addingReportingOverflow(right))
    case (.double(let left), .double(let right)): .double(left + right)
    case (.bytes(let left), .bytes(let right)): .bytes(left + right)
    case (.duration(let left), .duration(let right)):
      left.adding(right).map { .duration($0) } ?? durationRange
    case (.timestamp(let time), .duration(let duration)), (.duration(let duration), .timestamp(let time)):
      time.adding(duration).map { .timestamp($0) } ?? timestampRange
    case (.structured(let left), _) where left.isMergedList: left.merged(with: right)
    default: lists(left, right)
    }
  }

  static let durationRange = CELValue.failure("integer overflow: duration out of range")
  static let timestampRange = CELValue.failure("timestamp overflow: out of range")

  private static func lists(_ left: CELValue, _ right: CELValue) -> CELValue {
    guard let left = left.elements, let right = right.elements else { return .noSuchOverload }
    return .list(left.array + right.array)
  }

  static func subtract(_ left: CELValue, _ right: CELValue) -> CELValue {
    switch (left, right) {
    case (.int(let left), .int(let right)): checked(left.subtractingReportingOverflow(right))
    case (.uint(let left), .uint(let right)): checked(left.subtractingReportingOverflow(right))
    case (.double(let left), .double(let right)): .double(left - right)
    case (.duration(let left), .duration(let right)):
      right.negated.flatMap { left.adding($0) }.map { .duration($0) } ?? durationRange
    case (.timestamp(let time), .duration(let duration)):
      duration.negated.flatMap { time.adding($0) }.map { .timestamp($0) } ?? timestampRange
    case (.timestamp(let left), .timestamp(let right)):
      left.duration(since: right).map { .duration($0) } ?? durationRange
    default: .noSuchOverload
    }
  }

  static func multiply(_ left: CELValue, _ right: CELValue) -> CELValue {
    switch (left, right) {
    case (.int(let left), .int(let right)): checked(left.multipliedReportingOverflow(by: right))
    case (.uint(let left), .uint(let right)): checked(left.multipliedReportingOverflow(by: right))
    case (.double(let left), .double(let right)): .double(left * right)
    default: .noSuchOverload
    }
  }

  static func divide(_ left: CELValue, _ right: CELValue) -> CELValue {
    switch (left, right) {
    case (.int, .int(0)), (.uint, .uint(0)): .failure("division by zero")
    case (.int(let left), .int(let right)): checked(left.dividedReportingOverflow(by: right))
    case (.uint(let left), .uint(let right)): .uint(left / right)
    case (.double(let left), .double(let right)): .double(left / right)
    default: .noSuchOverload
    }
  }

  static func modulo(_ left: CELValue, _ right: CELValue) -> CELValue {
    switch (left, right) {
    case (.int, .int(0)), (.uint, .uint(0)): .failure("modulus by zero")
    case (.int(let left), .int(let right)): checked(left.remainderReportingOverflow(dividingBy: right))
    case (.uint(let left), .uint(let right)): .uint(left % right)
    default: .noSuchOverload
    }
  }

  static func negate(_ value: CELValue) -> CELValue {
    switch value {
    case .int(let number): checked(Int64(0).subtractingReportingOverflow(number))
    case .double(let number): .double(-number)
    default: .noSuchOverload
    }
  }

  private static func checked(_ result: (partialValue: Int64, overflow: Bool)) -> CELValue {
    result.overflow ? overflow : .int(result.partialValue)
  }

  private static func checked(_ result: (partialValue: UInt64, overflow: Bool)) -> CELValue {
    result.overflow ? unsignedOverflow : .uint(result.partialValue)
  }
}
