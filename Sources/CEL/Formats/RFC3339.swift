/// Points in time as RFC 3339 texts, as Go's `time.Parse(time.RFC3339, …)` reads and `RFC3339Nano` prints them.
enum RFC3339 {
  /// Seconds since 1970 and nanoseconds; years 0 to 9999. As in Go the hour may have one digit, a comma may stand for
  /// the point, and digits after the ninth are dropped.
  static func parse(_ text: String) -> (seconds: Int64, nanoseconds: Int32)? {
    var reader = Reader(bytes: Array(text.utf8))
    guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2, 1...12),
      reader.take("-"), let day = reader.number(digits: 2, 1...CivilTime.daysInMonth(month, of: year)),
      reader.take("T"), let hour = reader.hour(), reader.take(":"),
      let minute = reader.number(digits: 2, 0...59), reader.take(":"),
      let second = reader.number(digits: 2, 0...59)
    else { return nil }
    let nanoseconds = reader.fraction()
    guard let offset = reader.zone(), reader.isAtEnd else { return nil }
    let days = CivilTime.days(year, month, day)
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
    return (Int64(seconds), nanoseconds)
  }

  /// A date alone, `2006-01-02`: seconds since 1970 of its start in UTC.
  static func parseDate(_ text: String) -> Int64? {
    var reader = Reader(bytes: Array(text.utf8))
    guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2, 1...12),
      reader.take("-"), let day = reader.number(digits: 2, 1...CivilTime.daysInMonth(month, of: year)),
      reader.isAtEnd
    else { return nil }
    return Int64(CivilTime.days(year, month, day) * 86_400)
  }

  /// In UTC, with as many digits after the point as are needed.
  static func text(seconds: Int64, nanoseconds: Int32 = 0) -> String {
    let time = CivilTime(secondsSince1970: seconds)
    var fraction = ""
    if nanoseconds > 0 {
      fraction = "." + padded(Int(nanoseconds), 9)
      while fraction.last == "0" { fraction.removeLast() }
    }
    return "\(padded(time.year, 4))-\(padded(time.month, 2))-\(padded(time.day, 2))T"
      + "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))\(fraction)Z"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }

  private struct Reader {
    let bytes: [UInt8]
    var offset = 0

    var isAtEnd: Bool { offset == bytes.count }

    private func digit(at index: Int) -> Int? {
      index < bytes.count && isASCIIDigit(bytes[index]) ? Int(bytes[index] - 48) : nil
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
      offset += 1
      return true
    }

    mutating func number(digits: Int, _ range: ClosedRange<Int> = 0...9999) -> Int? {
      var value = 0
      for index in offset..<offset + digits {
        guard let digit = digit(at: index) else { return nil }
        value = value * 10 + digit
      }
      guard range.contains(value) else { return nil }
      offset += digits
      return value
    }

    mutating func hour() -> Int? {
      number(digits: digit(at: offset + 1) == nil ? 1 : 2, 0...23)
    }

    mutating func fraction() -> Int32 {
      guard offset < bytes.count, ".,".utf8.contains(bytes[offset]), digit(at: offset + 1) != nil else {
        return 0
      }
      offset += 1
      var value: Int32 = 0
      var places = 0
      while let digit = digit(at: offset) {
        if places < 9 {
          value = value * 10 + Int32(digit)
          places += 1
        }
        offset += 1
      }
      for _ in places..<9 { value *= 10 }
      return value
    }

    /// Seconds east of UTC.
    mutating func zone() -> Int? {
      if take("Z") { return 0 }
      guard offset < bytes.count, "+-".utf8.contains(bytes[offset]) else { return nil }
      let isWest = bytes[offset] == UInt8(ascii: "-")
      offset += 1
      guard let hours = number(digits: 2, 0...24), take(":"), let minutes = number(digits: 2, 0...60) else {
        return nil
      }
      return (isWest ? -60 : 60) * (hours * 60 + minutes)
    }
  }
}
