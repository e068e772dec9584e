internal import ArgumentParser
internal import PolicyKit

/// `--date 2027-03-31`
struct DateArgument: ExpressibleByArgument {
  var date: CalendarDate

  init?(argument: String) {
    guard let date = CalendarDate(argument) else { return nil }
    self.date = date
  }
}
