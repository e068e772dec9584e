/// Doubles as Go's `strconv.FormatFloat` prints them.
enum GoNumber {
  /// `%f`: with that many places, rounded half to even on the exact value, or as few as tell the number from its
  /// neighbours. Not a number is `NaN`, infinity `+Inf` or `-Inf`.
  static func fixed(_ value: Double, places: Int?) -> String {
    guard value.isFinite else { return nonFinite(value) }
    guard let places else { return fixed(Decimal(shortest: value), places: nil) }
    return fixed(Decimal(exact: value).rounded(toPlaces: places), places: places)
  }

  /// `%e`: one digit before the point, that many after it or as few as needed, and an exponent of two digits.
  static func scientific(_ value: Double, places: Int?) -> String {
    guard value.isFinite else { return nonFinite(value) }
    guard let places else { return scientific(Decimal(shortest: value), places: nil) }
    return scientific(Decimal(exact: value).rounded(toDigits: places + 1), places: places)
  }

  /// `%g` with as few digits as needed: scientific for exponents below -4 and from 6 on, as `1e+06`.
  static func general(_ value: Double) -> String {
    guard value.isFinite else { return nonFinite(value) }
    let decimal = Decimal(shortest: value)
    let exponent = decimal.pointPosition - 1
    guard !decimal.digits.isEmpty, exponent < -4 || exponent >= 6 else {
      return fixed(decimal, places: nil)
    }
    return scientific(decimal, places: nil)
  }

  private static func nonFinite(_ value: Double) -> String {
    value.isNaN ? "NaN" : value < 0 ? "-Inf" : "+Inf"
  }

  private static func fixed(_ decimal: Decimal, places: Int?) -> String {
    let point = decimal.pointPosition
    var text = decimal.isNegative ? "-" : ""
    text += point > 0 ? decimal.text(0..<point) : "0"
    let count = places ?? max(0, decimal.digits.count - point)
    if count > 0 { text += "." + decimal.text(point..<point + count) }
    return text
  }

  private static func scientific(_ decimal: Decimal, places: Int?) -> String {
    let exponent = decimal.digits.isEmpty ? 0 : decimal.pointPosition - 1
    var text = (decimal.isNegative ? "-" : "") + decimal.text(0..<1)
    let count = places ?? max(0, decimal.digits.count - 1)
    if count > 0 { text += "." + decimal.text(1..<1 + count) }
    return text + (exponent < 0 ? "e-" : "e+") + (abs(exponent) < 10 ? "0" : "") + String(abs(exponent))
  }

  /// 0.d₁d₂d₃… × 10^pointPosition.
  private struct Decimal {
    var isNegative: Bool
    /// Highest first, without zeros at either end; empty for zero.
    var digits: [UInt8]
    var pointPosition: Int

    /// The fewest digits that read back as the value.
    init(shortest value: Double) {
      isNegative = value.sign == .minus
      digits = []
      pointPosition = 0
      var exponent = 0
      var places: Int?
      let text = value.magnitude.description
      for (offset, byte) in text.utf8.enumerated() {
        if byte == UInt8(ascii: "e") {
          exponent = Int(text.dropFirst(offset + 1)) ?? 0
          break
        }
        if byte == UInt8(ascii: ".") {
          places = 0
        } else {
          digits.append(byte - 48)
          places = places.map { $0 + 1 }
        }
      }
      pointPosition = digits.count - (places ?? 0) + exponent
      normalize()
    }

    /// All digits of the value: a double has at most 767.
    init(exact value: Double) {
      isNegative = value.sign == .minus
      digits = []
      pointPosition = 0
      guard value != 0 else { return }
      let isSubnormal = value.exponentBitPattern == 0
      let exponent = (isSubnormal ? 1 : Int(value.exponentBitPattern)) - 1075
      let significand = value.significandBitPattern | (isSubnormal ? 0 : 1 << 52)
      var number = DecimalNumber(
        isNegative: false, text: String(significand).utf8, exponent: min(exponent, 0))
      let (factor, perStep): (UInt64, Int) = exponent < 0 ? (5, 27) : (2, 60)
      var steps = abs(exponent)
      while steps > 0 {
        let step = min(steps, perStep)
        number = number.multiplied(by: (0..<step).reduce(1) { power, _ in power * factor })
        steps -= step
      }
      digits = number.digits.reversed()
      pointPosition = digits.count + number.exponent
      normalize()
    }

    private mutating func normalize() {
      let zeros = digits.prefix { $0 == 0 }.count
      digits.removeFirst(zeros)
      pointPosition -= zeros
      while digits.last == 0 { digits.removeLast() }
      if digits.isEmpty { pointPosition = 0 }
    }

    /// The digits at those places after the first; zeros outside of them.
    func text(_ range: Range<Int>) -> String {
      String(decoding: range.map { digits.indices.contains($0) ? digits[$0] + 48 : 48 }, as: UTF8.self)
    }

    func rounded(toPlaces places: Int) -> Decimal {
      rounded(toDigits: pointPosition + places)
    }

    func rounded(toDigits count: Int) -> Decimal {
      guard count < digits.count else { return self }
      var result = self
      guard count >= 0 else {
        result.digits = []
        result.pointPosition = 0
        return result
      }
      let isTie = digits[count] == 5 && count + 1 == digits.count
      let isOdd = count > 0 && digits[count - 1] & 1 == 1
      let roundsUp = isTie ? isOdd : digits[count] >= 5
      result.digits = Array(digits[..<count])
      if roundsUp { result.increment() }
      result.normalize()
      return result
    }

    private mutating func increment() {
      var index = digits.count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        pointPosition += 1
      }
    }
  }
}
