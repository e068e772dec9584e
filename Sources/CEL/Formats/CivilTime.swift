/// A date and time of day in the proleptic Gregorian calendar, without a zone.
struct CivilTime: Hashable, Sendable {
  let year: Int
  /// 1 to 12.
  let month: Int
  /// 1 to 31.
  let day: Int
  let hour: Int
  let minute: Int
  let second: Int

  /// - Parameter seconds: Since 1970-01-01T00:00:00, with the zone's offset already added.
  init(secondsSince1970 seconds: Int64) {
    let (dayCount, secondOfDay) = Self.floorDivided(seconds, by: 86_400)
    (year, month, day) = Self.date(daysSince1970: Int(dayCount))
    hour = Int(secondOfDay) / 3600
    minute = Int(secondOfDay) % 3600 / 60
    second = Int(secondOfDay) % 60
  }

  /// 0 (Sunday) to 6.
  var weekday: Int {
    Int(Self.floorDivided(Int64(Self.days(year, month, day)) + 4, by: 7).remainder)
  }

  /// 0 for January 1st.
  var dayOfYear: Int { Self.days(year, month, day) - Self.days(year, 1, 1) }

  /// Days from 1970-01-01 to a date.
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = Int64(month <= 2 ? year - 1 : year)
    let (era, yearOfEra) = floorDivided(shifted, by: 400)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = Int(yearOfEra) * 365 + Int(yearOfEra) / 4 - Int(yearOfEra) / 100 + dayOfYear
    return Int(era) * 146_097 + dayOfEra - 719_468
  }

  static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func date(daysSince1970 days: Int) -> (Int, Int, Int) {
    let (era, dayOfEraLong) = floorDivided(Int64(days) + 719_468, by: 146_097)
    let dayOfEra = Int(dayOfEraLong)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    let year = Int(era) * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  static func floorDivided(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let remainder = ((value % divisor) + divisor) % divisor
    return ((value - remainder) / divisor, remainder)
  }
}
