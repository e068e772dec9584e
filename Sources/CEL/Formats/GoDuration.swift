/// Lengths of time as Go writes them: `1h15m30.918s`, `-1.5ms`.
enum GoDuration {
  /// Nanoseconds, as Go's `time.ParseDuration` reads them; nil for another text and beyond ±2^63.
  static func parse(_ text: String) -> Int64? {
    var rest = Array(text.utf8)[...]
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    if rest.elementsEqual([UInt8(ascii: "0")]) { return 0 }
    guard !rest.isEmpty else { return nil }
    let limit: UInt64 = 1 << 63
    var total: UInt64 = 0
    while !rest.isEmpty {
      guard let part = part(&rest), part <= limit else { return nil }
      // Go's sum wraps too, so that twice 2^63 nanoseconds are none.
      total &+= part
      guard total <= limit else { return nil }
    }
    if isNegative { return Int64(truncatingIfNeeded: 0 &- total) }
    return Int64(exactly: total)
  }

  /// Reads one number with its unit.
  private static func part(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
    let whole = rest.prefix(while: isASCIIDigit)
    rest = rest.dropFirst(whole.count)
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = rest.prefix(while: isASCIIDigit)
      rest = rest.dropFirst(fraction.count)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    let name = rest.prefix { $0 != UInt8(ascii: ".") && !isASCIIDigit($0) }
    rest = rest.dropFirst(name.count)
    guard let unit = unit(String(decoding: name, as: UTF8.self)) else { return nil }
    var value: UInt64 = 0
    for digit in whole {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, sumOverflow) = product.addingReportingOverflow(UInt64(digit - 48))
      guard !overflow, !sumOverflow, sum <= 1 << 63 else { return nil }
      value = sum
    }
    let (product, overflow) = value.multipliedReportingOverflow(by: unit)
    guard !overflow, product <= 1 << 63 else { return nil }
    return product + nanoseconds(fraction, of: unit)
  }

  /// Go computes fractions in floating point; so a fraction of an hour may be off by one.
  private static func nanoseconds(_ fraction: ArraySlice<UInt8>, of unit: UInt64) -> UInt64 {
    var value: UInt64 = 0
    var scale = 1.0
    for digit in fraction {
      guard value <= (UInt64(1) << 63 - 1) / 10 else { break }
      let next = value * 10 + UInt64(digit - 48)
      guard next <= 1 << 63 else { break }
      value = next
      scale *= 10
    }
    return value > 0 ? UInt64(Double(value) * (Double(unit) / scale)) : 0
  }

  private static func unit(_ name: String) -> UInt64? {
    switch name {
    case "ns": 1
    case "us", "\u{B5}s", "\u{3BC}s": 1_000
    case "ms": 1_000_000
    case "s": 1_000_000_000
    case "m": 60_000_000_000
    case "h": 3_600_000_000_000
    default: nil
    }
  }

  /// As CEL prints a duration: seconds with as many decimals as are needed, `6347.5s`. Go goes through a double here,
  /// which has 15 to 17 digits.
  static func secondsText(seconds: Int64, nanoseconds: Int32) -> String {
    GoNumber.fixed(Double(seconds) + Double(nanoseconds) / 1e9, places: nil) + "s"
  }
}
