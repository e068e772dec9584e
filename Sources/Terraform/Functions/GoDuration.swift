internal import Values

/// Durations such as `-1h30m` or `1.5s`.
enum GoDuration {
  private static let units: [(name: String, nanoseconds: UInt64)] = [
    ("ns", 1), ("us", 1000), ("µs", 1000), ("μs", 1000), ("ms", 1_000_000), ("s", 1_000_000_000),
    ("m", 60_000_000_000), ("h", 3_600_000_000_000),
  ]

  static func nanoseconds(_ text: String) throws(FunctionFailure) -> Int {
    let invalid = FunctionFailure("time: invalid duration \(text.quotedAsGo)", argument: 1)
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.elementsEqual("0".utf8) { return 0 }
    guard !rest.isEmpty else { throw invalid }
    var total: UInt64 = 0
    while !rest.isEmpty {
      let whole = rest.prefix { (48...57).contains($0) }
      rest = rest.dropFirst(whole.count)
      var fraction: ArraySlice<UInt8> = []
      if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        fraction = rest.prefix { (48...57).contains($0) }
        rest = rest.dropFirst(fraction.count)
      }
      guard !whole.isEmpty || !fraction.isEmpty else { throw invalid }
      let name = rest.prefix { $0 != UInt8(ascii: ".") && !(48...57).contains($0) }
      rest = rest.dropFirst(name.count)
      guard !name.isEmpty else {
        throw FunctionFailure("time: missing unit in duration \(text.quotedAsGo)", argument: 1)
      }
      guard let unit = units.first(where: { name.elementsEqual($0.name.utf8) })?.nanoseconds else {
        let unit = String(decoding: name, as: UTF8.self).quotedAsGo
        throw FunctionFailure("time: unknown unit \(unit) in duration \(text.quotedAsGo)", argument: 1)
      }
      guard let part = amount(whole, fraction, unit) else { throw invalid }
      let (sum, overflow) = total.addingReportingOverflow(part)
      guard !overflow, sum <= 1 << 63 else { throw invalid }
      total = sum
    }
    if isNegative { return Int(truncatingIfNeeded: 0 &- total) }
    guard let result = Int(exactly: total) else { throw invalid }
    return result
  }

  private static func amount(_ whole: ArraySlice<UInt8>, _ fraction: ArraySlice<UInt8>, _ unit: UInt64)
    -> UInt64?
  {
    guard whole.count <= 19, let count = whole.isEmpty ? 0 : UInt64(String(decoding: whole, as: UTF8.self))
    else {
      return nil
    }
    let (product, overflow) = count.multipliedReportingOverflow(by: unit)
    guard !overflow else { return nil }
    var (numerator, scale): (UInt64, Double) = (0, 1)
    for digit in fraction.prefix(18) {
      numerator = numerator * 10 + UInt64(digit - 48)
      scale *= 10
    }
    let (sum, tooLarge) = product.addingReportingOverflow(UInt64(Double(numerator) * (Double(unit) / scale)))
    return tooLarge ? nil : sum
  }
}
