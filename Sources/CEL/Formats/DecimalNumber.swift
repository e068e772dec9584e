/// A decimal of any length, digits × 10^exponent, exact in all but rounding to a place.
///
/// Digits and exponent are kept as they come: 10 × 10^0 and 1 × 10^1 compare as equal but are told apart by
/// `Quantity`, which prints and converts by the digits that it has.
struct DecimalNumber: Sendable {
  /// More digits than this are refused; a text of a few bytes can ask for billions of them (`1e999999999`).
  static let maximumDigits = 10_000

  private(set) var isNegative: Bool
  /// Lowest first, without zeros at the high end; empty for zero.
  private(set) var digits: [UInt8]
  private(set) var exponent: Int

  init(isNegative: Bool = false, digits: [UInt8], exponent: Int) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    self.isNegative = isNegative && !digits.isEmpty
    self.exponent = exponent
  }

  init(_ integer: Int64, exponent: Int = 0) {
    let text = String(integer.magnitude).utf8.reversed().map { $0 - 48 }
    self.init(isNegative: integer < 0, digits: text, exponent: exponent)
  }

  /// - Parameter text: ASCII digits, highest first.
  init(isNegative: Bool, text: some Collection<UInt8>, exponent: Int) {
    self.init(isNegative: isNegative, digits: text.reversed().map { $0 - 48 }, exponent: exponent)
  }

  var isZero: Bool { digits.isEmpty }

  /// -1, 0 or 1.
  var sign: Int { isZero ? 0 : isNegative ? -1 : 1 }

  var negated: DecimalNumber {
    DecimalNumber(isNegative: !isNegative, digits: digits, exponent: exponent)
  }

  /// The same number with that exponent; nil when it is not a lower one or would need too many digits.
  func scaled(to target: Int) -> DecimalNumber? {
    guard !isZero else { return DecimalNumber(digits: [], exponent: target) }
    let zeros = exponent - target
    guard zeros >= 0, digits.count + zeros <= Self.maximumDigits else { return nil }
    return DecimalNumber(
      isNegative: isNegative, digits: [UInt8](repeating: 0, count: zeros) + digits, exponent: target)
  }

  /// The number with exactly that exponent, rounded away from zero where digits are dropped; nil when it would need
  /// too many digits.
  func rounded(to target: Int) -> DecimalNumber? {
    guard exponent < target, !isZero else { return scaled(to: target) }
    let dropped = min(target - exponent, digits.count)
    let result = DecimalNumber(
      isNegative: isNegative, digits: Array(digits[dropped...]), exponent: target)
    guard digits[..<dropped].contains(where: { $0 != 0 }) else { return result }
    return result.magnitudeSum(DecimalNumber(1, exponent: target), isNegative: isNegative)
  }

  func sum(_ other: DecimalNumber) -> DecimalNumber? {
    let target = min(exponent, other.exponent)
    guard let left = scaled(to: target), let right = other.scaled(to: target) else { return nil }
    if left.isNegative == right.isNegative { return left.magnitudeSum(right, isNegative: isNegative) }
    let order = Self.compareMagnitudes(left.digits, right.digits)
    guard order != 0 else { return DecimalNumber(digits: [], exponent: target) }
    return order > 0 ? left.magnitudeDifference(right) : right.magnitudeDifference(left)
  }

  func multiplied(by factor: UInt64) -> DecimalNumber {
    var result: [UInt8] = []
    var carry: UInt64 = 0
    for digit in digits {
      let (high, low) = factor.multipliedFullWidth(by: UInt64(digit))
      let (sum, overflow) = low.addingReportingOverflow(carry)
      let (quotient, remainder) = UInt64(10).dividingFullWidth((high + (overflow ? 1 : 0), sum))
      result.append(UInt8(remainder))
      carry = quotient
    }
    while carry > 0 {
      result.append(UInt8(carry % 10))
      carry /= 10
    }
    return DecimalNumber(isNegative: isNegative, digits: result, exponent: exponent)
  }

  /// The digits divided by a small number, when that leaves no rest.
  func dividedExactly(by divisor: Int) -> DecimalNumber? {
    var result = digits
    var rest = 0
    for index in digits.indices.reversed() {
      let value = rest * 10 + Int(digits[index])
      result[index] = UInt8(value / divisor)
      rest = value % divisor
    }
    return rest == 0 ? DecimalNumber(isNegative: isNegative, digits: result, exponent: exponent) : nil
  }

  /// Without zeros at the low end.
  var withoutTrailingZeros: DecimalNumber {
    let zeros = digits.firstIndex { $0 != 0 } ?? 0
    return DecimalNumber(isNegative: isNegative, digits: Array(digits[zeros...]), exponent: exponent + zeros)
  }

  /// The digits with their sign, without the exponent.
  var digitText: String {
    guard !isZero else { return "0" }
    return (isNegative ? "-" : "") + String(decoding: digits.reversed().map { $0 + 48 }, as: UTF8.self)
  }

  private func magnitudeSum(_ other: DecimalNumber, isNegative: Bool) -> DecimalNumber {
    var result: [UInt8] = []
    var carry: UInt8 = 0
    for index in 0..<max(digits.count, other.digits.count) {
      let sum = digit(index) + other.digit(index) + carry
      result.append(sum % 10)
      carry = sum / 10
    }
    if carry > 0 { result.append(carry) }
    return DecimalNumber(isNegative: isNegative, digits: result, exponent: exponent)
  }

  private func magnitudeDifference(_ smaller: DecimalNumber) -> DecimalNumber {
    var result = digits
    var borrow: UInt8 = 0
    for index in digits.indices {
      let taken = smaller.digit(index) + borrow
      borrow = digits[index] < taken ? 1 : 0
      result[index] = digits[index] + borrow * 10 - taken
    }
    return DecimalNumber(isNegative: isNegative, digits: result, exponent: exponent)
  }

  private func digit(_ index: Int) -> UInt8 {
    index < digits.count ? digits[index] : 0
  }

  private static func compareMagnitudes(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard left.count == right.count else { return left.count < right.count ? -1 : 1 }
    for (first, second) in zip(left.reversed(), right.reversed()) where first != second {
      return first < second ? -1 : 1
    }
    return 0
  }

  /// -1, 0 or 1; the exponents may be as far apart as they like.
  static func compare(_ left: DecimalNumber, _ right: DecimalNumber) -> Int {
    guard left.sign == right.sign else { return left.sign < right.sign ? -1 : 1 }
    guard !left.isZero else { return 0 }
    let (first, second) = (left.withoutTrailingZeros, right.withoutTrailingZeros)
    let (top, otherTop) = (first.digits.count + first.exponent, second.digits.count + second.exponent)
    guard top == otherTop else { return (top < otherTop ? -1 : 1) * left.sign }
    for (digit, otherDigit) in zip(first.digits.reversed(), second.digits.reversed())
    where digit != otherDigit {
      return (digit < otherDigit ? -1 : 1) * left.sign
    }
    let (count, otherCount) = (first.digits.count, second.digits.count)
    return count == otherCount ? 0 : (count < otherCount ? -1 : 1) * left.sign
  }
}
