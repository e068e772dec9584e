/// A number as its source means it.
///
/// Kubernetes (JSON) has 64-bit integers and doubles; Terraform has numbers of 512 bits. Take the value by
/// `int64`, `double` or `text`, whatever the case; the cases differ in how many digits a quotient of them has.
public enum Number: Sendable {
  /// A whole number without a fraction, written as such; 512 bits in Terraform's arithmetic.
  case integer(Int64)
  /// 53 bits.
  case double(Double)
  /// Any other number: a fraction, a large integer, a count that Terraform holds in 64 bits.
  indirect case exact(BigFloat)
}

extension Number {
  /// A count or position, as Terraform's `length` gives it.
  public static func count(_ value: Int) -> Number {
    .exact(BigFloat(Int64(value), precision: BigFloat.countPrecision))
  }

  /// The simplest case that holds the number with its precision.
  public init(_ float: BigFloat) {
    if float.precision == BigFloat.literalPrecision, !(float.isZero && float.isNegative),
      let integer = float.int64
    {
      self = .integer(integer)
    } else {
      self = .exact(float)
    }
  }

  /// Text as a number, with 512 bits; nil when the text is none.
  public init?(parsing text: some StringProtocol) {
    if let integer = Int64(text), text.utf8.first != UInt8(ascii: "-") || integer != 0 {
      self = .integer(integer)
    } else if let float = BigFloat(parsing: text) {
      self.init(float)
    } else {
      return nil
    }
  }

  /// The same number with its precision; zero for not-a-number, which neither JSON nor Terraform has.
  public var bigFloat: BigFloat {
    switch self {
    case .integer(let value): BigFloat(value)
    case .double(let value): BigFloat(value) ?? BigFloat(0)
    case .exact(let value): value
    }
  }

  /// The value when it is an integer of 64 bits, whatever the case.
  public var int64: Int64? {
    switch self {
    case .integer(let value): value
    case .double(let value): Int64(exactly: value)
    case .exact(let value): value.int64
    }
  }

  public var int: Int? { int64.map(Int.init) }

  /// The nearest double; an infinity where none is near.
  public var double: Double {
    switch self {
    case .integer(let value): Double(value)
    case .double(let value): value
    case .exact(let value): value.double
    }
  }

  public var isInteger: Bool {
    switch self {
    case .integer: true
    case .double(let value): value.isFinite && value.rounded(.towardZero) == value
    case .exact(let value): value.isInteger
    }
  }

  public var isZero: Bool {
    switch self {
    case .integer(let value): value == 0
    case .double(let value): value == 0
    case .exact(let value): value.isZero
    }
  }

  public var isInfinite: Bool {
    switch self {
    case .integer: false
    case .double(let value): value.isInfinite
    case .exact(let value): value.isInfinite
    }
  }

  /// -1, 0 or 1.
  public var signum: Int {
    switch self {
    case .integer(let value): Int(value.signum())
    case .double(let value): value < 0 ? -1 : value > 0 ? 1 : 0
    case .exact(let value): value.signum
    }
  }

  /// The number in plain decimal notation, as Terraform converts it to a string and writes it in JSON.
  public var text: String {
    switch self {
    case .integer(let value): String(value)
    case .double, .exact: bigFloat.text(.plain)
    }
  }
}

extension Number: Comparable {
  /// By value: the case and the precision do not count.
  public static func == (left: Number, right: Number) -> Bool { compare(left, right) == 0 }
  public static func < (left: Number, right: Number) -> Bool { compare(left, right) < 0 }

  public static func compare(_ left: Number, _ right: Number) -> Int {
    if case .integer(let a) = left, case .integer(let b) = right { return a == b ? 0 : a < b ? -1 : 1 }
    return BigFloat.compare(left.bigFloat, right.bigFloat)
  }
}

extension Number {
  /// nil for the sum of opposing infinities.
  public static func sum(_ left: Number, _ right: Number) -> Number? {
    if case .integer(let a) = left, case .integer(let b) = right {
      let (sum, overflow) = a.addingReportingOverflow(b)
      if !overflow { return .integer(sum) }
    }
    return BigFloat.sum(left.bigFloat, right.bigFloat).map(Number.init)
  }

  /// nil for the difference of an infinity from itself.
  public static func difference(_ left: Number, _ right: Number) -> Number? { sum(left, right.negated) }

  /// nil for zero times infinity.
  public static func product(_ left: Number, _ right: Number) -> Number? {
    if case .integer(let a) = left, case .integer(let b) = right, a != 0, b != 0 {
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow { return .integer(product) }
    }
    return BigFloat.product(left.bigFloat, right.bigFloat).map(Number.init)
  }

  /// nil for zero by zero and infinity by infinity; an infinity for another number by zero.
  public static func quotient(_ left: Number, _ right: Number) -> Number? {
    if case .integer(let a) = left, case .integer(let b) = right, a != 0, b != 0, b != -1, a % b == 0 {
      return .integer(a / b)
    }
    return BigFloat.quotient(left.bigFloat, right.bigFloat).map(Number.init)
  }

  /// The remainder with the sign of the dividend; the dividend itself for a divisor of zero. nil for zero and
  /// infinity.
  public static func remainder(_ left: Number, _ right: Number) -> Number? {
    if case .integer(let a) = left, case .integer(let b) = right, a > 0, b != 0, b != -1 {
      return .integer(a % b)
    }
    return BigFloat.remainder(left.bigFloat, right.bigFloat).map(Number.init)
  }

  /// The negative zero of Terraform (`-0`) stays apart from zero in text only.
  public var negated: Number {
    if case .integer(let value) = self, value != 0, value != .min { return .integer(-value) }
    return Number(-bigFloat)
  }

  public var magnitude: Number { signum < 0 || bigFloat.isNegative ? negated : self }

  /// The largest integer that is not larger.
  public var roundedDown: Number {
    if case .integer = self { return self }
    return Number(bigFloat.roundedDown())
  }

  /// The smallest integer that is not smaller.
  public var roundedUp: Number {
    if case .integer = self { return self }
    return Number(bigFloat.roundedUp())
  }
}

extension Number: Hashable {
  /// Equal numbers of different cases hash alike.
  public func hash(into hasher: inout Hasher) {
    if let integer = int64 { hasher.combine(integer) } else { hasher.combine(double) }
  }
}
