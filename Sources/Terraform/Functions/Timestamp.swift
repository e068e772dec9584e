/// A moment with its offset from UTC, as RFC 3339 writes it.
struct Timestamp: Hashable {
  var year: Int
  var month: Int
  var day: Int
  var hour: Int
  var minute: Int
  var second: Int
  var nanosecond = 0
  /// Seconds east of UTC.
  var offset = 0

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
  static let weekdayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1 January 1970 (Hinnant's algorithm).
  private var epochDays: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Seconds from the epoch, of UTC.
  var epochSeconds: Int { epochDays * 86_400 + hour * 3600 + minute * 60 + second - offset }

  /// 0 for Sunday.
  var weekday: Int { ((epochDays + 4) % 7 + 7) % 7 }

  init(
    year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, nanosecond: Int = 0, offset: Int = 0
  ) {
    (self.year, self.month, self.day) = (year, month, day)
    (self.hour, self.minute, self.second) = (hour, minute, second)
    (self.nanosecond, self.offset) = (nanosecond, offset)
  }

  init(epochSeconds: Int, nanosecond: Int, offset: Int) {
    let local = epochSeconds + offset
    let days = (local >= 0 ? local : local - 86_399) / 86_400
    let rest = local - days * 86_400
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, hour: rest / 3600, minute: rest / 60 % 60,
      second: rest % 60, nanosecond: nanosecond, offset: offset)
  }

  func adding(nanoseconds: Int) -> Timestamp {
    let total = nanosecond + nanoseconds % 1_000_000_000
    let carry = total < 0 ? -1 : total / 1_000_000_000
    return Timestamp(
      epochSeconds: epochSeconds + nanoseconds / 1_000_000_000 + carry,
      nanosecond: total - carry * 1_000_000_000, offset: offset)
  }

  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(abs(value))
    return (value < 0 ? "-" : "") + String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
  }

  /// `Z` or `+02:00`; with `+0000` in place of `Z` when `colon` or `isZulu` say so.
  func zone(isZulu: Bool, hasColon: Bool) -> String {
    if isZulu, offset == 0 { return "Z" }
    let minutes = abs(offset) / 60
    return (offset < 0 ? "-" : "+") + Self.padded(minutes / 60, 2) + (hasColon ? ":" : "")
      + Self.padded(minutes % 60, 2)
  }

  /// RFC 3339 without fractions of a second.
  var text: String {
    let date = [Self.padded(year, 4), Self.padded(month, 2), Self.padded(day, 2)].joined(separator: "-")
    let time = [hour, minute, second].map { Self.padded($0, 2) }.joined(separator: ":")
    return "\(date)T\(time)\(zone(isZulu: true, hasColon: true))"
  }
}
