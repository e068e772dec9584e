/// A binary floating-point number of a chosen precision, with the arithmetic of Go's `big.Float` rounding to
/// nearest even: the numbers of Terraform, whose literals have 512 bits.
///
/// The precision is part of the value. Terraform's own counts (`length`, `count.index`) have 64 bits and doubles
/// have 53, and a quotient of two of them has no more digits than that.
public struct BigFloat: Sendable {
  enum Form: Hashable, Sendable {
    case finite
    case infinite
  }

  /// The precision of number literals and of text converted to numbers.
  public static let literalPrecision = 512
  /// The precision of counts and positions.
  public static let countPrecision = 64
  /// The largest magnitude of exponent: beyond it a number is an infinity or zero, so that no text of it fills
  /// the memory.
  static let exponentLimit = 1 << 15

  /// Bits of the mantissa.
  public let precision: Int
  public let isNegative: Bool
  let form: Form
  /// Odd or zero.
  let mantissa: BigUnsigned
  /// The value is mantissa × 2^exponent.
  let exponent: Int

  /// Rounds to the precision. `sticky` says that the true value is a little farther from zero.
  init(
    isNegative: Bool, mantissa: BigUnsigned, exponent: Int, precision: Int, sticky: Bool = false
  ) {
    var rounded = mantissa
    var power = exponent
    let excess = mantissa.bitWidth - precision
    if excess > 0 {
      let half = mantissa.bit(excess - 1)
      let rest = sticky || mantissa.hasBits(below: excess - 1)
      rounded = mantissa >> excess
      power += excess
      if half && (rest || rounded.isOdd) { rounded = rounded + .one }
    }
    let zeros = rounded.trailingZeroBitCount
    self.precision = precision
    self.isNegative = isNegative
    let magnitude = rounded.bitWidth + power
    if rounded.isZero || magnitude < -Self.exponentLimit {
      (form, self.mantissa, self.exponent) = (.finite, .zero, 0)
    } else if magnitude > Self.exponentLimit {
      (form, self.mantissa, self.exponent) = (.infinite, .zero, 0)
    } else {
      (form, self.mantissa, self.exponent) = (.finite, rounded >> zeros, power + zeros)
    }
  }

  private init(infinityIsNegative: Bool, precision: Int) {
    self.precision = precision
    isNegative = infinityIsNegative
    (form, mantissa, exponent) = (.infinite, .zero, 0)
  }

  public init(_ integer: Int64, precision: Int = literalPrecision) {
    self.init(
      isNegative: integer < 0, mantissa: BigUnsigned(integer.magnitude), exponent: 0, precision: precision)
  }

  /// nil for not-a-number. The precision is 53 bits.
  public init?(_ double: Double) {
    guard !double.isNaN else { return nil }
    guard double.isFinite else {
      self = .infinity(negative: double < 0, precision: 53)
      return
    }
    let significand =
      double.exponentBitPattern == 0
      ? double.significandBitPattern : double.significandBitPattern | 1 << 52
    let power = max(Int(double.exponentBitPattern), 1) - 1075
    self.init(
      isNegative: double.sign == .minus, mantissa: BigUnsigned(significand), exponent: power, precision: 53)
  }

  public static func infinity(negative: Bool = false, precision: Int = literalPrecision) -> BigFloat {
    BigFloat(infinityIsNegative: negative, precision: precision)
  }

  public var isInfinite: Bool { form == .infinite }
  public var isZero: Bool { form == .finite && mantissa.isZero }
  public var isInteger: Bool { form == .finite && exponent >= 0 || isZero }

  /// -1, 0 or 1.
  public var signum: Int { isZero ? 0 : isNegative ? -1 : 1 }

  /// The value when it is an integer of 64 bits.
  public var int64: Int64? {
    guard isInteger else { return nil }
    guard mantissa.bitWidth + exponent <= 64, let magnitude = (mantissa << exponent).uint64 else {
      return nil
    }
    if isNegative { return magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil }
    return Int64(exactly: magnitude)
  }

  /// The nearest double; an infinity where none is near.
  public var double: Double {
    guard form == .finite else { return isNegative ? -Double.infinity : .infinity }
    guard !mantissa.isZero else { return isNegative ? -0.0 : 0 }
    // Below the normal range a double has fewer bits; round once, to those that there are.
    let bits = min(53, mantissa.bitWidth + exponent + 1074)
    guard bits >= 0 else { return isNegative ? -0.0 : 0 }
    if bits == 0 {
      let half = mantissa.bitWidth + exponent == -1074 && mantissa > .one
      return (isNegative ? -1 : 1) * (half ? Double.leastNonzeroMagnitude : 0)
    }
    let rounded = BigFloat(isNegative: false, mantissa: mantissa, exponent: exponent, precision: bits)
    guard let significand = rounded.mantissa.uint64 else { return isNegative ? -Double.infinity : .infinity }
    var magnitude = Double(significand)
    // In two steps, since 2^exponent itself may be out of range.
    let first = rounded.exponent / 2
    magnitude *= Self.powerOfTwo(first)
    magnitude *= Self.powerOfTwo(rounded.exponent - first)
    return isNegative ? -magnitude : magnitude
  }

  private static func powerOfTwo(_ exponent: Int) -> Double {
    guard exponent > -1023 else {
      return exponent < -1074 ? 0 : Double(sign: .plus, exponent: exponent, significand: 1)
    }
    return exponent > 1023 ? .infinity : Double(sign: .plus, exponent: exponent, significand: 1)
  }
}

extension BigFloat {
  /// Compares by value; precision does not count, and the two zeros are equal.
  public static func compare(_ left: BigFloat, _ right: BigFloat) -> Int {
    if left.signum != right.signum { return left.signum < right.signum ? -1 : 1 }
    guard left.signum != 0 else { return 0 }
    let sign = left.isNegative ? -1 : 1
    if left.isInfinite || right.isInfinite {
      return left.isInfinite == right.isInfinite ? 0 : left.isInfinite ? sign : -sign
    }
    let (a, b) = (left.mantissa.bitWidth + left.exponent, right.mantissa.bitWidth + right.exponent)
    if a != b { return a < b ? -sign : sign }
    let low = min(left.exponent, right.exponent)
    let (x, y) = (left.mantissa << (left.exponent - low), right.mantissa << (right.exponent - low))
    return x == y ? 0 : x < y ? -sign : sign
  }

  func rounded(to precision: Int) -> BigFloat {
    guard form == .finite else { return .infinity(negative: isNegative, precision: precision) }
    return BigFloat(isNegative: isNegative, mantissa: mantissa, exponent: exponent, precision: precision)
  }

  public static prefix func - (value: BigFloat) -> BigFloat {
    guard value.form == .finite else {
      return .infinity(negative: !value.isNegative, precision: value.precision)
    }
    return BigFloat(
      isNegative: !value.isNegative, mantissa: value.mantissa, exponent: value.exponent,
      precision: value.precision)
  }

  public var magnitude: BigFloat { isNegative ? -self : self }

  /// nil for the sum of opposing infinities. The result has the larger precision.
  public static func sum(_ left: BigFloat, _ right: BigFloat) -> BigFloat? {
    let precision = max(left.precision, right.precision)
    if left.isInfinite || right.isInfinite {
      if left.isInfinite && right.isInfinite && left.isNegative != right.isNegative { return nil }
      return .infinity(negative: left.isInfinite ? left.isNegative : right.isNegative, precision: precision)
    }
    if left.isZero && right.isZero {
      return BigFloat(
        isNegative: left.isNegative && right.isNegative, mantissa: .zero, exponent: 0, precision: precision)
    }
    if right.isZero { return left.rounded(to: precision) }
    if left.isZero { return right.rounded(to: precision) }
    // An operand far below the other one's last bit only says on which side of it the sum lies.
    let gap = left.top - right.top
    let reach = precision + left.mantissa.bitWidth + right.mantissa.bitWidth + 4
    if abs(gap) > reach {
      let (large, small) = gap > 0 ? (left, right) : (right, left)
      return large.nudged(towards: small, precision: precision)
    }
    let low = min(left.exponent, right.exponent)
    let (a, b) = (left.mantissa << (left.exponent - low), right.mantissa << (right.exponent - low))
    if left.isNegative == right.isNegative {
      return BigFloat(isNegative: left.isNegative, mantissa: a + b, exponent: low, precision: precision)
    }
    if a == b { return BigFloat(isNegative: false, mantissa: .zero, exponent: 0, precision: precision) }
    return a > b
      ? BigFloat(isNegative: left.isNegative, mantissa: a - b, exponent: low, precision: precision)
      : BigFloat(isNegative: right.isNegative, mantissa: b - a, exponent: low, precision: precision)
  }

  private var top: Int { mantissa.bitWidth + exponent }

  private func nudged(towards small: BigFloat, precision: Int) -> BigFloat {
    let room = max(precision - mantissa.bitWidth, 0) + 3
    let widened = mantissa << room
    if isNegative == small.isNegative {
      return BigFloat(
        isNegative: isNegative, mantissa: widened, exponent: exponent - room, precision: precision,
        sticky: true)
    }
    return BigFloat(
      isNegative: isNegative, mantissa: widened - .one, exponent: exponent - room, precision: precision,
      sticky: true)
  }

  public static func difference(_ left: BigFloat, _ right: BigFloat) -> BigFloat? { sum(left, -right) }

  /// nil for zero times infinity. As cty multiplies: 512 bits at first, then as many as the result needs but
  /// not fewer than the operands have.
  public static func product(_ left: BigFloat, _ right: BigFloat) -> BigFloat? {
    let negative = left.isNegative != right.isNegative
    let precision = max(left.precision, right.precision)
    if left.isInfinite || right.isInfinite {
      if left.isZero || right.isZero { return nil }
      return .infinity(negative: negative, precision: precision)
    }
    let wide = BigFloat(
      isNegative: negative, mantissa: left.mantissa * right.mantissa,
      exponent: left.exponent + right.exponent, precision: literalPrecision)
    return wide.rounded(to: max(precision, wide.mantissa.bitWidth))
  }

  /// The product rounded to the larger precision, as Go's `Mul` on a fresh result.
  static func plainProduct(_ left: BigFloat, _ right: BigFloat, precision: Int) -> BigFloat? {
    let negative = left.isNegative != right.isNegative
    if left.isInfinite || right.isInfinite {
      if left.isZero || right.isZero { return nil }
      return .infinity(negative: negative, precision: precision)
    }
    return BigFloat(
      isNegative: negative, mantissa: left.mantissa * right.mantissa,
      exponent: left.exponent + right.exponent, precision: precision)
  }

  /// nil for zero by zero and infinity by infinity; an infinity for another number by zero.
  public static func quotient(_ left: BigFloat, _ right: BigFloat) -> BigFloat? {
    let negative = left.isNegative != right.isNegative
    let precision = max(left.precision, right.precision)
    if left.isInfinite || right.isZero {
      if left.isZero || right.isInfinite { return nil }
      return .infinity(negative: negative, precision: precision)
    }
    if right.isInfinite || left.isZero {
      return BigFloat(isNegative: negative, mantissa: .zero, exponent: 0, precision: precision)
    }
    let shift = max(precision + 2 + right.mantissa.bitWidth - left.mantissa.bitWidth, 0)
    guard let (quotient, remainder) = (left.mantissa << shift).dividedBy(right.mantissa) else { return nil }
    // One more bit holds whatever was cut off.
    let sticky = remainder.isZero ? quotient << 1 : (quotient << 1) | .one
    return BigFloat(
      isNegative: negative, mantissa: sticky, exponent: left.exponent - right.exponent - shift - 1,
      precision: precision)
  }

  /// The integer part, whose zero has no sign; an infinity stays what it is.
  func truncated() -> BigFloat {
    guard form == .finite, exponent < 0 || mantissa.isZero else { return self }
    let whole = mantissa >> -exponent
    return BigFloat(
      isNegative: isNegative && !whole.isZero, mantissa: whole, exponent: 0, precision: precision)
  }

  /// The largest integer that is not larger.
  public func roundedDown() -> BigFloat {
    let whole = truncated()
    guard isNegative, !isInteger, !isInfinite else { return whole }
    return BigFloat.sum(whole, BigFloat(-1, precision: 1))?.rounded(to: precision) ?? whole
  }

  /// The smallest integer that is not smaller.
  public func roundedUp() -> BigFloat {
    let whole = truncated()
    guard !isNegative, !isInteger, !isInfinite else { return whole }
    return BigFloat.sum(whole, BigFloat(1, precision: 1))?.rounded(to: precision) ?? whole
  }

  /// The remainder as cty computes it, whose sign is the dividend's; the dividend itself for a divisor of zero.
  public static func remainder(_ left: BigFloat, _ right: BigFloat) -> BigFloat? {
    if left.isInfinite || right.isInfinite { return product(left, right) }
    if right.isZero { return left }
    guard let ratio = quotient(left, right) else { return nil }
    let whole = ratio.truncated().rounded(to: left.precision)
    guard let part = plainProduct(right, whole, precision: left.precision) else { return nil }
    return difference(left, part)?.rounded(to: left.precision)
  }
}
