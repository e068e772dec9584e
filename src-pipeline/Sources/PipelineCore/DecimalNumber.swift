/// Decimal text to the nearest double, and back; byte-wise, because both run once per number of the raw data.
enum DecimalNumber {
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
  ]

  /// nil when the bytes are no number. Up to 2^53 with at most 22 decimals one exact division gives the
  /// nearest double (Clinger's fast path); anything longer goes through the standard library.
  static func parse(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
    var offset = range.lowerBound
    let end = range.upperBound
    guard offset < end else { return nil }
    let isNegative = bytes[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    var mantissa: UInt64 = 0
    var decimals = 0
    var digitCount = 0
    var hasPoint = false
    while offset < end {
      let byte = bytes[offset]
      let digit = byte &- UInt8(ascii: "0")
      if digit <= 9 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        digitCount += 1
        if hasPoint { decimals += 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      offset += 1
    }
    guard offset == end, digitCount > 0, digitCount <= 18, mantissa <= 1 << 53, decimals <= 22 else {
      return slow(bytes, range)
    }
    let value = decimals == 0 ? Double(mantissa) : Double(mantissa) / powersOfTen[decimals]
    return isNegative ? -value : value
  }

  /// The shortest text that reads back as the same double, or four decimals for a value that has no more.
  static func append(_ value: Double, decimals: Int, to text: inout [UInt8]) {
    let scale = powersOfTen[decimals]
    let ticks = (value * scale).rounded()
    guard ticks.magnitude < 0x1p53, ticks / scale == value else {
      text.append(contentsOf: "\(value)".utf8)
      return
    }
    var remaining = UInt64(ticks.magnitude)
    if value < 0 { text.append(UInt8(ascii: "-")) }
    var digits: (UInt64, Int) = (0, 0)
    let start = text.count
    repeat {
      if digits.1 == decimals, decimals > 0 { text.append(UInt8(ascii: ".")) }
      digits = (remaining % 10, digits.1 + 1)
      text.append(UInt8(ascii: "0") + UInt8(digits.0))
      remaining /= 10
    } while remaining > 0 || digits.1 <= decimals
    text[start...].reverse()
  }

  private static func slow(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
    let isPlain = bytes[range].allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte | 0x20 == UInt8(ascii: "e")
    }
    return isPlain ? Double(String(decoding: bytes[range], as: UTF8.self)) : nil
  }
}
