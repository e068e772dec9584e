/// Why a text is no quantity, in the words of k8s.io/apimachinery.
enum QuantityError: String, Error, CustomStringConvertible {
  case form = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
  case number = "unable to parse numeric part of quantity"
  case suffix = "unable to parse quantity's suffix"
  /// Ours: apimachinery computes numbers of any length.
  case tooLong = "quantity has more than 10000 digits"

  var description: String { rawValue }
}

/// The suffixes of quantities and the powers that they stand for.
struct QuantitySuffix {
  let text: String
  let exponent: Int

  static let decimal = [
    QuantitySuffix(text: "n", exponent: -9), QuantitySuffix(text: "u", exponent: -6),
    QuantitySuffix(text: "m", exponent: -3), QuantitySuffix(text: "", exponent: 0),
    QuantitySuffix(text: "k", exponent: 3), QuantitySuffix(text: "M", exponent: 6),
    QuantitySuffix(text: "G", exponent: 9), QuantitySuffix(text: "T", exponent: 12),
    QuantitySuffix(text: "P", exponent: 15), QuantitySuffix(text: "E", exponent: 18),
  ]
  static let binary = [
    QuantitySuffix(text: "Ki", exponent: 10), QuantitySuffix(text: "Mi", exponent: 20),
    QuantitySuffix(text: "Gi", exponent: 30), QuantitySuffix(text: "Ti", exponent: 40),
    QuantitySuffix(text: "Pi", exponent: 50), QuantitySuffix(text: "Ei", exponent: 60),
  ]

  /// The notation and the power of ten (of two for a binary suffix).
  static func interpreted(_ text: String) -> (notation: Quantity.Notation, exponent: Int)? {
    if let suffix = decimal.first(where: { $0.text == text }) { return (.decimalSuffix, suffix.exponent) }
    if let suffix = binary.first(where: { $0.text == text }) { return (.binarySuffix, suffix.exponent) }
    guard text.utf8.count > 1, let first = text.first, first == "e" || first == "E",
      let exponent = Int64(text.dropFirst())
    else { return nil }
    return (.decimalExponent, Int(Int32(truncatingIfNeeded: exponent)))
  }
}

extension Quantity {
  init(parsing text: String) throws(QuantityError) {
    guard !text.isEmpty else { throw .form }
    let parts = try Parts(Array(text.utf8))
    guard let (notation, exponent) = QuantitySuffix.interpreted(parts.suffix) else { throw .suffix }
    if let small = Self.small(parts, notation, exponent, text) {
      self = small
    } else {
      self = try Self.large(parts, notation, exponent)
    }
  }

  private struct Parts {
    var isNegative = false
    var hasDigits = false
    var whole: ArraySlice<UInt8>
    var fraction: ArraySlice<UInt8> = []
    var suffix = ""

    init(_ bytes: [UInt8]) throws(QuantityError) {
      var offset = 0
      func run(_ isPart: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = offset
        while offset < bytes.count, isPart(bytes[offset]) { offset += 1 }
        return bytes[start..<offset]
      }

      if bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
        isNegative = bytes[0] == UInt8(ascii: "-")
        offset = 1
      }
      let zeros = run { $0 == UInt8(ascii: "0") }
      whole = run(isASCIIDigit)
      if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
        offset += 1
        fraction = run(isASCIIDigit)
      }
      hasDigits = !zeros.isEmpty || !whole.isEmpty || !fraction.isEmpty
      let suffixStart = offset
      _ = run { "eEinumkKMGTP".utf8.contains($0) }
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "+") {
        offset += 1
      }
      _ = run(isASCIIDigit)
      guard offset == bytes.count else { throw .form }
      suffix = String(decoding: bytes[suffixStart...], as: UTF8.self)
    }
  }

  /// The amount when it is surely below 2^63 and needs no rounding.
  private static func small(
    _ parts: Parts, _ notation: Notation, _ exponent: Int, _ text: String
  ) -> Quantity? {
    let digits = parts.whole.isEmpty ? [48] + parts.fraction : parts.whole + parts.fraction
    var mantissa: Int64 = 1
    var scale = 0
    let isBinary = notation == .binarySuffix
    if isBinary {
      guard parts.fraction.isEmpty, 15 - digits.count - exponent * 3 / 10 - 1 >= 0 else { return nil }
      mantissa = 1 << Int64(exponent)
    } else {
      guard digits.count <= 18 else { return nil }
      scale = exponent - parts.fraction.count
    }
    guard scale >= -9, let value = Int64(String(decoding: digits, as: UTF8.self)) else { return nil }
    let (product, overflow) = value.multipliedReportingOverflow(by: mantissa)
    guard !overflow else { return nil }
    let isCanonical =
      isBinary
      ? value & 7 != 0
      : scale % 3 == 0 && !digits.suffix(3).elementsEqual([48, 48, 48]) && digits[digits.startIndex] != 48
    return Quantity(
      .small(parts.isNegative ? -product : product, exponent: scale), notation,
      source: isCanonical || text == "0" ? text : nil)
  }

  /// The amount rounded away from zero to whole nano units, and to at most 2^63 - 1 for a binary suffix.
  private static func large(
    _ parts: Parts, _ notation: Notation, _ exponent: Int
  ) throws(QuantityError) -> Quantity {
    guard parts.hasDigits else { throw .number }
    guard parts.whole.count + parts.fraction.count <= DecimalNumber.maximumDigits else { throw .tooLong }
    let isBinary = notation == .binarySuffix
    var number = DecimalNumber(
      isNegative: false, text: parts.whole + parts.fraction,
      exponent: (isBinary ? 0 : exponent) - parts.fraction.count)
    if isBinary { number = number.multiplied(by: 1 << UInt64(exponent)) }
    if !number.isZero {
      guard let rounded = number.rounded(to: -9) else { throw .tooLong }
      number = rounded
    }
    var notation = notation
    if isBinary {
      let largest = DecimalNumber(Int64.max)
      if DecimalNumber.compare(number, largest) > 0 { number = largest }
      if !number.isZero, DecimalNumber.compare(number, DecimalNumber(1)) < 0 { notation = .decimalSuffix }
    }
    return Quantity(.large(parts.isNegative ? number.negated : number), notation)
  }
}
