/// The decimal digits of a number: 0.d₀d₁d₂… × 10^exponent.
struct DecimalDigits {
  /// ASCII digits without trailing zeros; empty for zero.
  var digits: [UInt8]
  var exponent: Int

  /// mantissa × 2^shift, exactly.
  init(_ mantissa: BigUnsigned, shift: Int) {
    guard !mantissa.isZero else {
      (digits, exponent) = ([], 0)
      return
    }
    let zeros = shift < 0 ? min(-shift, mantissa.trailingZeroBitCount) : 0
    let rest = shift + zeros
    let integer =
      rest >= 0 ? (mantissa >> zeros) << rest : (mantissa >> zeros) * BigUnsigned.power(5, -rest)
    digits = integer.digits()
    exponent = digits.count + min(rest, 0)
    trim()
  }

  func digit(_ position: Int) -> UInt8 {
    digits.indices.contains(position) ? digits[position] : UInt8(ascii: "0")
  }

  private mutating func trim() {
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  mutating func roundDown(to count: Int) {
    guard count >= 0, count < digits.count else { return }
    digits.removeSubrange(count...)
    trim()
  }

  mutating func roundUp(to count: Int) {
    guard count >= 0, count < digits.count else { return }
    var last = count
    while last > 0, digits[last - 1] == UInt8(ascii: "9") { last -= 1 }
    guard last > 0 else {
      digits = [UInt8(ascii: "1")]
      exponent += 1
      return
    }
    digits[last - 1] += 1
    digits.removeSubrange(last...)
  }

  /// Half to even.
  mutating func round(to count: Int) {
    guard count >= 0, count < digits.count else { return }
    let isUp: Bool
    if digits[count] == UInt8(ascii: "5"), count + 1 == digits.count {
      isUp = count > 0 && (digits[count - 1] - UInt8(ascii: "0")) & 1 == 1
    } else {
      isUp = digits[count] >= UInt8(ascii: "5")
    }
    if isUp { roundUp(to: count) } else { roundDown(to: count) }
  }
}

extension BigFloat {
  /// How a number is written.
  public enum Notation: Sendable {
    /// `1234.5`
    case plain
    /// `1.2345e+03`
    case scientific
    /// Plain, or scientific for large and small exponents.
    case general
  }

  /// The text of Go's `Text`: as many digits as asked for (after the point; in all for `.general`), or, for nil,
  /// the fewest that tell this number from its neighbours of the same precision.
  public func text(_ notation: Notation, digits count: Int? = nil) -> String {
    guard form == .finite else { return isNegative ? "-Inf" : "+Inf" }
    var decimal = DecimalDigits(mantissa, shift: exponent)
    var places = count ?? 0
    if let count {
      switch notation {
      case .plain: decimal.round(to: decimal.exponent + count)
      case .scientific: decimal.round(to: count + 1)
      case .general:
        places = max(count, 1)
        decimal.round(to: places)
      }
    } else {
      shorten(&decimal)
      switch notation {
      case .plain: places = max(decimal.digits.count - decimal.exponent, 0)
      case .scientific: places = decimal.digits.count - 1
      case .general: places = decimal.digits.count
      }
    }
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    switch notation {
    case .plain: Self.appendPlain(decimal, places, to: &text)
    case .scientific: Self.appendScientific(decimal, places, to: &text)
    case .general:
      let shown = decimal.digits.count
      let limit = count == nil ? 6 : places > shown && shown >= decimal.exponent ? shown : places
      if decimal.exponent - 1 < -4 || decimal.exponent - 1 >= limit {
        Self.appendScientific(decimal, min(places, shown) - 1, to: &text)
      } else {
        let digits = places > decimal.exponent ? shown : places
        Self.appendPlain(decimal, max(digits - decimal.exponent, 0), to: &text)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func appendPlain(_ decimal: DecimalDigits, _ places: Int, to text: inout [UInt8]) {
    if decimal.exponent > 0 {
      for position in 0..<decimal.exponent { text.append(decimal.digit(position)) }
    } else {
      text.append(UInt8(ascii: "0"))
    }
    guard places > 0 else { return }
    text.append(UInt8(ascii: "."))
    for place in 0..<places { text.append(decimal.digit(decimal.exponent + place)) }
  }

  private static func appendScientific(_ decimal: DecimalDigits, _ places: Int, to text: inout [UInt8]) {
    text.append(decimal.digit(0))
    if places > 0 {
      text.append(UInt8(ascii: "."))
      for place in 1...places { text.append(decimal.digit(place)) }
    }
    let exponent = decimal.digits.isEmpty ? 0 : decimal.exponent - 1
    text += [UInt8(ascii: "e"), UInt8(ascii: exponent < 0 ? "-" : "+")]
    if abs(exponent) < 10 { text.append(UInt8(ascii: "0")) }
    text += Array(String(abs(exponent)).utf8)
  }

  /// Leaves the fewest digits between the halves of the steps to the neighbours of the same precision.
  private func shorten(_ decimal: inout DecimalDigits) {
    guard !mantissa.isZero else { return }
    let shift = mantissa.bitWidth - (precision + 1)
    let halves = mantissa >> shift
    let lower = DecimalDigits(halves - .one, shift: exponent + shift)
    let upper = DecimalDigits(halves + .one, shift: exponent + shift)
    let isInclusive = !halves.bit(1)
    for (position, digit) in decimal.digits.enumerated() {
      let (low, high) = (lower.digit(position), upper.digit(position))
      let canRoundDown = low != digit || isInclusive && position + 1 == lower.digits.count
      let canRoundUp =
        digit != high && (isInclusive || digit + 1 < high || position + 1 < upper.digits.count)
      switch (canRoundDown, canRoundUp) {
      case (true, true): return decimal.round(to: position + 1)
      case (true, false): return decimal.roundDown(to: position + 1)
      case (false, true): return decimal.roundUp(to: position + 1)
      case (false, false): continue
      }
    }
  }

  /// Reads a decimal number as Terraform converts a string to a number: digits with an optional sign, point and
  /// exponent (`e`, or `p` for a power of two), or `Inf`.
  ///
  /// nil when the text is anything else, has more than 10,000 digits, or is larger
  /// than about 1e9864; smaller than its inverse it is zero.
  public init?(parsing text: some StringProtocol, precision: Int = literalPrecision) {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    if bytes.elementsEqual("Inf".utf8) || bytes.elementsEqual("inf".utf8) {
      self = .infinity(negative: isNegative, precision: precision)
      return
    }
    var digits: [UInt8] = []
    var places: Int?
    while let byte = bytes.first, byte == UInt8(ascii: ".") && places == nil || Self.isDigit(byte) {
      bytes.removeFirst()
      if byte == UInt8(ascii: ".") {
        places = 0
      } else {
        digits.append(byte)
        places = places.map { $0 + 1 }
      }
    }
    guard digits.count <= 10_000, let mantissa = BigUnsigned(digits: digits) else { return nil }
    var (decimal, binary) = (-(places ?? 0), 0)
    if let mark = bytes.popFirst() {
      guard let exponent = Self.exponent(bytes) else { return nil }
      switch mark {
      case UInt8(ascii: "e"), UInt8(ascii: "E"): decimal += exponent
      case UInt8(ascii: "p"), UInt8(ascii: "P"): binary = exponent
      default: return nil
      }
    }
    // Before any power is computed: 10,000 digits more than the limit leave no doubt.
    let magnitude = mantissa.isZero ? 0 : decimal + binary / 4
    if magnitude > 20_000 { return nil }
    if mantissa.isZero || magnitude < -40_000 { (decimal, binary) = (0, 0) }
    self.init(
      isNegative: isNegative, mantissa: magnitude < -40_000 ? .zero : mantissa, decimal: decimal,
      binary: binary,
      precision: precision)
    if isInfinite { return nil }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    var bytes = bytes
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    guard !bytes.isEmpty, bytes.count <= 5, bytes.allSatisfy(isDigit) else { return nil }
    let value = bytes.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return isNegative ? -value : value
  }

  /// mantissa × 10^decimal × 2^binary, rounded once.
  private init(isNegative: Bool, mantissa: BigUnsigned, decimal: Int, binary: Int, precision: Int) {
    let five = BigUnsigned.power(5, abs(decimal))
    guard decimal < 0 else {
      self.init(
        isNegative: isNegative, mantissa: mantissa * five, exponent: decimal + binary, precision: precision)
      return
    }
    let shift = max(precision + 2 + five.bitWidth - mantissa.bitWidth, 0)
    let (quotient, remainder) = (mantissa << shift).dividedBy(five) ?? (.zero, .zero)
    let sticky = remainder.isZero ? quotient << 1 : (quotient << 1) | .one
    self.init(
      isNegative: isNegative, mantissa: sticky, exponent: decimal + binary - shift - 1, precision: precision)
  }
}

extension BigFloat {
  /// Reads a whole number in a base from 2 to 62, with an optional sign; as many bits as it needs, 64 at least.
  /// Letters count up from ten, upper case like lower case up to base 36 and after it above. nil for other text.
  public init?(integer text: some StringProtocol, base: Int) {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    guard bytes.count <= 10_000, let magnitude = BigUnsigned(digits: bytes, base: base) else { return nil }
    self.init(
      isNegative: isNegative, mantissa: magnitude, exponent: 0,
      precision: max(magnitude.bitWidth, Self.countPrecision))
  }

  /// The digits of a whole number without its sign, in a base from 2 to 36; nil for a fraction or an infinity.
  public func integerDigits(base: Int = 10) -> String? {
    guard isInteger else { return nil }
    return String(decoding: (mantissa << exponent).digits(base: base), as: UTF8.self)
  }
}
