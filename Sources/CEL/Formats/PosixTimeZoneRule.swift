/// The yearly rule after a zone's last recorded change, as POSIX writes it in `TZ`: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct PosixTimeZoneRule: Sendable {
  private enum Day {
    /// The week-th such weekday (0 is Sunday) of a month; week 5 is the last.
    case weekday(month: Int, week: Int, weekday: Int)
    /// Day 1 to 365, where February 29th is never counted.
    case ordinalWithoutLeapDay(Int)
    /// Day 0 to 365.
    case ordinal(Int)
  }

  private struct Change {
    let day: Day
    /// Seconds after local midnight; may be negative or above a day.
    let time: Int
  }

  private let standard: Int
  private let daylight: (offset: Int, start: Change, end: Change)?

  init?(_ text: String) {
    let parts = text.split(separator: ",")
    var rest = Self.withoutName(parts[0])
    let digits = rest.prefix { "+-:0123456789".contains($0) }
    guard let standard = Self.seconds(digits) else { return nil }
    self.standard = -standard
    rest = rest.dropFirst(digits.count)
    guard parts.count == 3, let start = Self.change(parts[1]), let end = Self.change(parts[2]) else {
      daylight = nil
      return
    }
    let other = Self.seconds(Self.withoutName(rest)).map { -$0 } ?? 3600 - standard
    daylight = (other, start, end)
  }

  private static func withoutName(_ text: Substring) -> Substring {
    text.first == "<"
      ? text.drop { $0 != ">" }.dropFirst() : text.drop { $0.isLetter }
  }

  /// Reads `-1`, `5:30` or `167`.
  private static func seconds(_ text: Substring) -> Int? {
    let isNegative = text.first == "-"
    let parts = text.drop { $0 == "+" || $0 == "-" }.split(separator: ":").map { Int($0) }
    guard let hours = parts.first, let hours else { return nil }
    let minutes = parts.count > 1 ? parts[1] ?? 0 : 0
    let seconds = parts.count > 2 ? parts[2] ?? 0 : 0
    return (isNegative ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds)
  }

  private static func change(_ text: Substring) -> Change? {
    let halves = text.split(separator: "/")
    let time = halves.count > 1 ? seconds(halves[1]) ?? 7200 : 7200
    if halves[0].first == "M" {
      let numbers = halves[0].dropFirst().split(separator: ".").compactMap { Int($0) }
      guard numbers.count == 3 else { return nil }
      return Change(day: .weekday(month: numbers[0], week: numbers[1], weekday: numbers[2]), time: time)
    }
    if halves[0].first == "J" {
      return Int(halves[0].dropFirst()).map { Change(day: .ordinalWithoutLeapDay($0), time: time) }
    }
    return Int(halves[0]).map { Change(day: .ordinal($0), time: time) }
  }

  /// Seconds east of UTC.
  func offset(at seconds: Int64) -> Int {
    guard let daylight else { return standard }
    let year = CivilTime(secondsSince1970: seconds + Int64(standard)).year
    var latest = (moment: Int64.min, offset: standard)
    for year in year - 1...year + 1 {
      let start = Self.moment(daylight.start, of: year) - Int64(standard)
      let end = Self.moment(daylight.end, of: year) - Int64(daylight.offset)
      for (moment, offset) in [(start, daylight.offset), (end, standard)]
      where moment <= seconds && moment > latest.moment {
        latest = (moment, offset)
      }
    }
    return latest.offset
  }

  private static func moment(_ change: Change, of year: Int) -> Int64 {
    let newYear = CivilTime.days(year, 1, 1)
    let day: Int
    switch change.day {
    case .ordinal(let number): day = newYear + number
    case .ordinalWithoutLeapDay(let number):
      day = newYear + number - 1 + (CivilTime.isLeap(year) && number > 59 ? 1 : 0)
    case .weekday(let month, let week, let weekday):
      let first = CivilTime.days(year, month, 1)
      let firstWeekday = Int(CivilTime.floorDivided(Int64(first) + 4, by: 7).remainder)
      var candidate = first + (weekday - firstWeekday + 7) % 7 + 7 * (week - 1)
      while candidate >= first + CivilTime.daysInMonth(month, of: year) { candidate -= 7 }
      day = candidate
    }
    return Int64(day) * 86_400 + Int64(change.time)
  }
}
