/// An amount as Kubernetes writes it (`500m`, `12Mi`, `1e3`), with the meaning of `resource.Quantity` in
/// k8s.io/apimachinery: what it accepts, compares, computes and prints, its peculiarities included.
struct Quantity: Sendable {
  /// How the amount was written, which decides how it is printed.
  enum Notation: Sendable {
    /// `12e6`
    case decimalExponent
    /// `12Mi`
    case binarySuffix
    /// `12M`
    case decimalSuffix
  }

  /// Up to 18 digits are kept as an integer with a power of ten. Only those ever convert to an integer: `0.5Ki` does
  /// not, although it is 512.
  enum Amount: Sendable {
    case small(Int64, exponent: Int)
    case large(DecimalNumber)
  }

  let amount: Amount
  let notation: Notation
  /// The text that it was read from, when that is printed again as it was.
  private let source: String?

  init(_ integer: Int64, _ notation: Notation = .decimalExponent) {
    self.init(.small(integer, exponent: 0), notation)
  }

  init(_ amount: Amount, _ notation: Notation, source: String? = nil) {
    self.amount = amount
    self.notation = notation
    self.source = source
  }

  var decimal: DecimalNumber {
    switch amount {
    case .small(let value, let exponent): DecimalNumber(value, exponent: exponent)
    case .large(let number): number
    }
  }

  /// -1, 0 or 1.
  var sign: Int { decimal.sign }

  /// The amount when it is kept as an integer without a fraction and fits 64 bits.
  var integer: Int64? {
    guard case .small(let value, let exponent) = amount, exponent >= 0 else { return nil }
    return Self.shifted(value, by: exponent)
  }

  /// The nearest double, or one next to it: the product of two roundings.
  var approximateDouble: Double {
    let base: Double
    let exponent: Int
    switch amount {
    case .small(let value, let power): (base, exponent) = (Double(value), power)
    case .large(let number): (base, exponent) = (Double(number.digitText) ?? 0, number.exponent)
    }
    return exponent == 0 ? base : base * Self.powerOfTen(exponent)
  }

  /// nil when the sum would have more than `DecimalNumber.maximumDigits` digits.
  func sum(_ other: Quantity) -> Quantity? {
    adding(other.amount, other.notation)
  }

  /// nil when the difference would have more than `DecimalNumber.maximumDigits` digits.
  func difference(_ other: Quantity) -> Quantity? {
    switch other.amount {
    case .small(let value, let exponent) where value != .min:
      adding(.small(-value, exponent: exponent), other.notation)
    case .small, .large: adding(.large(other.decimal.negated), other.notation)
    }
  }

  private func adding(_ other: Amount, _ otherNotation: Notation) -> Quantity? {
    let notation = sign == 0 ? otherNotation : notation
    if case .small(let left, let leftExponent) = amount, case .small(let right, let rightExponent) = other,
      let sum = Self.smallSum(left, leftExponent, right, rightExponent)
    {
      return Quantity(sum, notation)
    }
    return decimal.sum(Quantity(other, otherNotation).decimal).map { Quantity(.large($0), notation) }
  }

  private static func smallSum(_ left: Int64, _ leftExponent: Int, _ right: Int64, _ rightExponent: Int)
    -> Amount?
  {
    if right == 0 { return .small(left, exponent: leftExponent) }
    if left == 0 { return .small(right, exponent: rightExponent) }
    let exponent = min(leftExponent, rightExponent)
    guard let first = shifted(left, by: leftExponent - exponent),
      let second = shifted(right, by: rightExponent - exponent)
    else { return nil }
    let (sum, overflow) = first.addingReportingOverflow(second)
    return overflow ? nil : .small(sum, exponent: exponent)
  }

  /// value × 10^places, when that fits.
  static func shifted(_ value: Int64, by places: Int) -> Int64? {
    guard value != 0 else { return 0 }
    guard places < 19 else { return nil }
    var result = value
    for _ in 0..<places {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }

  /// 10^exponent as Go's `math.Pow10` computes it.
  private static func powerOfTen(_ exponent: Int) -> Double {
    guard exponent >= -323 else { return 0 }
    guard exponent <= 308 else { return .infinity }
    let (coarse, fine) = (abs(exponent) / 32 * 32, abs(exponent) % 32)
    let fineFactor = Double("1e\(fine)") ?? 0
    if exponent >= 0 { return (Double("1e\(coarse)") ?? 0) * fineFactor }
    return (Double("1e-\(coarse)") ?? 0) / fineFactor
  }
}

extension Quantity: Comparable {
  static func == (left: Quantity, right: Quantity) -> Bool { compare(left, right) == 0 }
  static func < (left: Quantity, right: Quantity) -> Bool { compare(left, right) < 0 }

  /// -1, 0 or 1, by amount alone.
  static func compare(_ left: Quantity, _ right: Quantity) -> Int {
    if case .small(let first, let exponent) = left.amount, case .small(let second, exponent) = right.amount {
      return first == second ? 0 : first < second ? -1 : 1
    }
    return DecimalNumber.compare(left.decimal, right.decimal)
  }
}

extension Quantity: CustomStringConvertible {
  /// The canonical text: no fraction, no zeros that a suffix can say. A text without either is printed as written.
  var description: String {
    if let source { return source }
    if sign == 0 { return "0" }
    switch notation {
    case .decimalExponent: return decimalText(.decimalExponent)
    case .decimalSuffix: return decimalText(.decimalSuffix)
    case .binarySuffix:
      guard abs(integralMagnitudeOrder) >= 1, let whole = decimal.rounded(to: 0),
        DecimalNumber.compare(whole, decimal) == 0
      else { return decimalText(.decimalSuffix) }
      return Self.binaryText(whole)
    }
  }

  /// 1 when the amount is at least 1024, -1 when it is at most -1024.
  private var integralMagnitudeOrder: Int {
    if DecimalNumber.compare(decimal, DecimalNumber(1024)) >= 0 { return 1 }
    return DecimalNumber.compare(decimal, DecimalNumber(-1024)) <= 0 ? -1 : 0
  }

  private func decimalText(_ notation: Notation) -> String {
    var number = decimal.withoutTrailingZeros
    let remainder = ((number.exponent % 3) + 3) % 3
    number = number.scaled(to: number.exponent - remainder) ?? number
    let suffix: String
    if notation == .decimalExponent {
      suffix = number.exponent == 0 ? "" : "e\(number.exponent)"
    } else {
      suffix = QuantitySuffix.decimal.first { $0.exponent == number.exponent }?.text ?? ""
    }
    return number.digitText + suffix
  }

  private static func binaryText(_ whole: DecimalNumber) -> String {
    var number = whole
    var exponent = 0
    while let quotient = number.dividedExactly(by: 1024) {
      number = quotient
      exponent += 10
    }
    return number.digitText + (QuantitySuffix.binary.first { $0.exponent == exponent }?.text ?? "")
  }
}
