/// Numbers as Go's `strconv` reads them, which go-yaml relies on.
enum GoNumber {
  /// `ParseInt(text, 0, 64)`: sign, then decimal, `0x`, `0o`, `0b`, or octal after a bare `0`. Beyond 64 bits it
  /// is no integer; up to `UInt64.max` it is a double, as JSON carries it.
  static func parseInteger(_ text: UnsafeBufferPointer<UInt8>) -> YAMLScalar? {
    var offset = 0
    var isNegative = false
    if unsafe text.count > 0 && (text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+")) {
      isNegative = unsafe text[0] == UInt8(ascii: "-")
      offset = 1
    }
    guard offset < text.count else { return nil }
    var radix: UInt64 = 10
    if unsafe text[offset] == UInt8(ascii: "0"), offset + 1 < text.count {
      switch unsafe text[offset + 1] | 0x20 {
      case UInt8(ascii: "x"): (radix, offset) = (16, offset + 2)
      case UInt8(ascii: "o"): (radix, offset) = (8, offset + 2)
      case UInt8(ascii: "b"): (radix, offset) = (2, offset + 2)
      default: (radix, offset) = (8, offset + 1)
      }
    }
    guard offset < text.count else { return nil }
    var magnitude: UInt64 = 0
    while offset < text.count {
      guard let digit = unsafe hexDigit(text[offset]), UInt64(digit) < radix else { return nil }
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: radix)
      let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
      guard !overflow, !carry else { return nil }
      magnitude = sum
      offset += 1
    }
    if isNegative {
      guard magnitude <= UInt64(Int64.max) + 1 else { return nil }
      return .integer(Int64(truncatingIfNeeded: 0 &- magnitude))
    }
    if let integer = Int64(exactly: magnitude) { return .integer(integer) }
    // Go's ParseUint takes no sign.
    return unsafe text[0] == UInt8(ascii: "+") ? nil : .double(Double(magnitude))
  }

  static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// go-yaml's `^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`.
  static func isYAMLFloat(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    func digits() -> Int {
      let start = offset
      while offset < text.count, unsafe text[offset] >= 0x30 && text[offset] <= 0x39 { offset += 1 }
      return offset - start
    }
    if offset < text.count, unsafe text[offset] == UInt8(ascii: "-") || text[offset] == UInt8(ascii: "+") {
      offset += 1
    }
    let whole = digits()
    if offset < text.count, unsafe text[offset] == UInt8(ascii: ".") {
      offset += 1
      let fraction = digits()
      if whole == 0, fraction == 0 { return false }
    } else if whole == 0 {
      return false
    }
    if offset < text.count, unsafe text[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < text.count, unsafe text[offset] == UInt8(ascii: "-") || text[offset] == UInt8(ascii: "+") {
        offset += 1
      }
      if digits() == 0 { return false }
    }
    return offset == text.count
  }

  /// `ParseFloat(text, 64)` for decimal text; a magnitude that overflows is no float.
  static func parseFloat(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard unsafe isYAMLFloat(text) else { return nil }
    let written = unsafe String(decoding: text, as: UTF8.self)
    // Swift wants a digit on both sides of the point.
    var repaired = ""
    var previous: Character = " "
    for character in written {
      if character == ".", !previous.isNumber { repaired.append("0") }
      if previous == ".", !character.isNumber { repaired.append("0") }
      repaired.append(character)
      previous = character
    }
    if previous == "." { repaired.append("0") }
    guard let double = Double(repaired), double.isFinite else { return nil }
    return double
  }

  /// `ParseFloat` of text that starts with a point, which go-yaml calls directly: underscores may stand between
  /// digits.
  static func parseFraction(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    func isDigit(_ offset: Int) -> Bool {
      unsafe offset >= 0 && offset < text.count && text[offset] >= 0x30 && text[offset] <= 0x39
    }
    for offset in text.indices where unsafe text[offset] == UInt8(ascii: "_") {
      guard isDigit(offset - 1), isDigit(offset + 1) else { return nil }
    }
    let plain = unsafe text.filter { $0 != UInt8(ascii: "_") }
    return unsafe plain.withUnsafeBufferPointer { unsafe parseFloat($0) }
  }

  /// `FormatFloat(value, 'g', -1, 32)`, which the API machinery gives a number that is a key.
  static func shortFloat(_ double: Double) -> String {
    if double.isNaN { return ".nan" }
    if double.isInfinite { return double < 0 ? "-.inf" : ".inf" }
    let short = Float(double)
    if short.isInfinite { return short < 0 ? "-.inf" : ".inf" }
    let text = short.description
    let exponentParts = text.split(separator: "e", omittingEmptySubsequences: false)
    let mantissa = exponentParts[0].hasPrefix("-") ? exponentParts[0].dropFirst() : exponentParts[0]
    let pieces = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(pieces[0])
    let fraction = pieces.count > 1 && pieces[1] != "0" ? String(pieces[1]) : ""
    let allDigits = whole + fraction
    let leadingZeros = allDigits.prefix { $0 == "0" }.count
    var digits = String(allDigits.dropFirst(leadingZeros))
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    guard !digits.isEmpty, digits != "0" else { return short.sign == .minus ? "-0" : "0" }
    let written = exponentParts.count > 1 ? Int(exponentParts[1]) ?? 0 : 0
    let exponent = whole.count - leadingZeros - 1 + written
    let sign = double < 0 ? "-" : ""
    if exponent < -4 || exponent >= 6 {
      let tail = digits.dropFirst()
      let magnitude = abs(exponent)
      return sign + digits.prefix(1) + (tail.isEmpty ? "" : "." + tail) + "e" + (exponent < 0 ? "-" : "+")
        + (magnitude < 10 ? "0" : "") + String(magnitude)
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    if digits.count <= exponent + 1 {
      return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }
}
