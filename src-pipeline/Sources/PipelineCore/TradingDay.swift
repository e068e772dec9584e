/// A calendar date without time or zone, counted in days from 1970-01-01 (the unit of Parquet's `DATE`).
public struct TradingDay: Hashable, Comparable, Sendable, BitwiseCopyable, CustomStringConvertible {
  public let daysSince1970: Int32

  public init(daysSince1970: Int32) {
    self.daysSince1970 = daysSince1970
  }

  /// A date of the proleptic Gregorian calendar; nil when the month has no such day.
  ///
  /// Source of the arithmetic: Howard Hinnant, "chrono-compatible low-level date algorithms".
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(year: year, month: month)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSince1970 = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The day that holds an instant in UTC.
  public init(secondsSince1970: Int64) {
    let days = secondsSince1970 >= 0 ? secondsSince1970 / 86_400 : (secondsSince1970 - 86_399) / 86_400
    daysSince1970 = Int32(clamping: days)
  }

  public init?(_ text: String) {
    self.init(Array(text.utf8)[...])
  }

  /// Reads `YYYY-MM-DD`, exactly ten bytes; anything else is nil.
  public init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count == 10 else { return nil }
    let start = bytes.startIndex
    guard bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
      let year = Self.number(bytes[start..<(start + 4)]),
      let month = Self.number(bytes[(start + 5)..<(start + 7)]),
      let day = Self.number(bytes[(start + 8)..<(start + 10)])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSince1970) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1
    )
  }

  /// Monday is 0, Sunday 6.
  public var weekday: Int {
    let remainder = (Int(daysSince1970) + 3) % 7
    return remainder >= 0 ? remainder : remainder + 7
  }

  public var isWeekend: Bool { weekday >= 5 }

  public func advanced(by days: Int) -> TradingDay {
    TradingDay(daysSince1970: Int32(clamping: Int(daysSince1970) + days))
  }

  public var description: String {
    String(decoding: utf8, as: UTF8.self)
  }

  /// `YYYY-MM-DD` as bytes.
  public var utf8: [UInt8] {
    let (year, month, day) = components
    let digits = [
      year / 1000 % 10, year / 100 % 10, year / 10 % 10, year % 10, -1, month / 10, month % 10, -1, day / 10,
      day % 10,
    ]
    return digits.map { $0 < 0 ? UInt8(ascii: "-") : UInt8(ascii: "0") + UInt8($0) }
  }

  public static func < (left: TradingDay, right: TradingDay) -> Bool {
    left.daysSince1970 < right.daysSince1970
  }

  static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
