/// The UTC day that a source's time stamp falls on.
struct Timestamp: Equatable {
  let day: TradingDay
  /// The stamp carried a zone offset, and its local date is another than its UTC date.
  let isShifted: Bool

  /// Reads `YYYY-MM-DD`; the same with `T` or a blank, a time, fractions and `Z` or an offset; or an integer
  /// since 1970 whose magnitude tells seconds (under 10^11), milliseconds (10^14) and microseconds apart.
  ///
  /// Binance's spot files count microseconds since 2025-01-01 and milliseconds before.
  init?(_ bytes: ArraySlice<UInt8>) {
    if bytes.count == 10, let plain = TradingDay(bytes) {
      day = plain
      isShifted = false
      return
    }
    if let count = Self.integer(bytes) {
      let seconds =
        count.magnitude < 100_000_000_000
        ? count : count.magnitude < 100_000_000_000_000 ? count / 1000 : count / 1_000_000
      day = TradingDay(secondsSince1970: seconds)
      isShifted = false
      return
    }
    guard bytes.count > 11, let local = TradingDay(bytes.prefix(10)),
      let seconds = Self.clock(bytes.dropFirst(10))
    else { return nil }
    day = TradingDay(secondsSince1970: Int64(local.daysSince1970) * 86_400 + Int64(seconds))
    isShifted = day != local
  }

  /// `THH:MM[:SS[.fraction]][Z|±HH[:]MM]` as seconds to add to the date in UTC.
  private static func clock(_ bytes: ArraySlice<UInt8>) -> Int? {
    let text = Array(bytes)
    guard text.count >= 6, text[0] == UInt8(ascii: "T") || text[0] == 0x20, text[3] == UInt8(ascii: ":"),
      let hour = integer(text[1...2]), let minute = integer(text[4...5]), hour < 25, minute < 60
    else { return nil }
    var seconds = Int(hour) * 3600 + Int(minute) * 60
    var offset = 6
    if offset < text.count, text[offset] == UInt8(ascii: ":") {
      guard offset + 3 <= text.count, let second = integer(text[(offset + 1)..<(offset + 3)]), second < 61
      else {
        return nil
      }
      seconds += Int(second)
      offset += 3
      if offset < text.count, text[offset] == UInt8(ascii: ".") {
        offset += 1
        while offset < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[offset]) {
          offset += 1
        }
      }
    }
    guard let shift = zone(text[offset...]) else { return nil }
    return seconds - shift
  }

  private static func zone(_ bytes: ArraySlice<UInt8>) -> Int? {
    let text = bytes.filter { $0 != UInt8(ascii: ":") }
    if text.isEmpty || text == [UInt8(ascii: "Z")] { return 0 }
    let isWest = text[0] == UInt8(ascii: "-")
    guard isWest || text[0] == UInt8(ascii: "+"), text.count == 3 || text.count == 5,
      let hours = integer(text[1...2]), let minutes = text.count == 5 ? integer(text[3...4]) : 0,
      hours <= 14, minutes < 60
    else { return nil }
    let seconds = Int(hours) * 3600 + Int(minutes) * 60
    return isWest ? -seconds : seconds
  }

  private static func integer(_ bytes: ArraySlice<UInt8>) -> Int64? {
    guard !bytes.isEmpty, bytes.count <= 17 else { return nil }
    var value: Int64 = 0
    for byte in bytes {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int64(digit)
    }
    return value
  }
}
