import Testing

@testable import CEL

@Suite struct TimeTests {
  private func instant(_ text: String) -> String {
    guard let (seconds, nanoseconds) = RFC3339.parse(text) else { return "none" }
    return RFC3339.text(seconds: seconds, nanoseconds: nanoseconds)
  }

  @Test(arguments: [
    ("2009-02-13T23:31:30Z", "2009-02-13T23:31:30Z"), ("2009-02-13T23:31:30.120Z", "2009-02-13T23:31:30.12Z"),
    ("2009-02-13T23:31:30+01:30", "2009-02-13T22:01:30Z"),
    ("2009-02-13T1:31:30,5Z", "2009-02-13T01:31:30.5Z"),
    ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"), ("2024-02-29T00:00:00-24:00", "2024-03-01T00:00:00Z"),
    ("2023-02-29T00:00:00Z", "none"), ("2009-02-13 23:31:30Z", "none"), ("2009-02-13T23:31:60Z", "none"),
    ("2009-02-13T23:31:30", "none"), ("2009-02-13T23:31:30z", "none"), ("2009-13-13T23:31:30Z", "none"),
    ("2009-02-13T24:00:00Z", "none"), ("", "none"), ("2009-02-13T23:31:30Zx", "none"),
  ])
  func `timestamps are read as Go does and printed in UTC`(text: String, expected: String) {
    #expect(instant(text) == expected)
  }

  @Test func `a time has calendar fields`() {
    let time = CivilTime(secondsSince1970: 1_234_567_890)
    #expect(
      [time.year, time.month, time.day, time.hour, time.minute, time.second] == [2009, 2, 13, 23, 31, 30])
    #expect(time.weekday == 5 && time.dayOfYear == 43)
    let early = CivilTime(secondsSince1970: -62_135_596_800)
    #expect([early.year, early.month, early.day, early.weekday] == [1, 1, 1, 1])
  }

  @Test(
    arguments: [
      ("1h45m47s", 6_347_000_000_000, "6347s"), ("-1.5ms", -1_500_000, "-0.0015s"), ("0", 0, "0s"),
      ("+5ns", 5, "0.000000005s"),
      ("1µs2μs3us", 6000, "0.000006s"), (".5s", 500_000_000, "0.5s"), ("5.s", 5_000_000_000, "5s"),
      ("-9223372036854775808ns", Int64.min, "-9223372036.854776s"), ("", nil, ""), ("1", nil, ""),
      ("s", nil, ""),
      (".s", nil, ""), ("1d", nil, ""), ("9223372036854775808ns", nil, ""), ("320000000000s", nil, ""),
      ("1h-1m", nil, ""),
    ] as [(String, Int64?, String)])
  func `durations are read as Go does`(text: String, expected: Int64?, printed: String) {
    #expect(GoDuration.parse(text) == expected)
    if let expected {
      let text = GoDuration.secondsText(
        seconds: expected / 1_000_000_000, nanoseconds: Int32(expected % 1_000_000_000))
      #expect(text == printed)
    }
  }

  @Test(arguments: [
    ("UTC", 1_234_567_890, 0), ("", 1_234_567_890, 0), ("Australia/Sydney", 1_234_567_890, 39_600),
    ("US/Central", 1_234_567_890, -21_600), ("America/St_Johns", 1_234_567_890, -12_600),
    ("Asia/Kathmandu", 1_234_567_890, 20_700), ("+11:00", 0, 39_600), ("-02:30", 0, -9000),
    ("02:00", 0, 7200),
    ("-00:00", 0, 0), ("Europe/Berlin", 1_700_000_000, 3600), ("Europe/Berlin", 1_720_000_000, 7200),
    // The last second before and the first of summer time, far after the last recorded change.
    ("Europe/Berlin", 4_078_429_199, 3600), ("Europe/Berlin", 4_078_429_200, 7200),
    ("Australia/Lord_Howe", 1_720_000_000, 37_800), ("Europe/Dublin", 1_700_000_000, 0),
    ("Africa/Monrovia", -3_000_000_000, -2588), ("America/New_York", -5_000_000_000, -17_762),
  ])
  func `zones have offsets`(zone: String, seconds: Int64, expected: Int) throws {
    #expect(try TimeZoneRules.offset(inZone: zone, at: seconds) == expected)
  }

  @Test(arguments: [
    ("Mars/Base", "unknown time zone Mars/Base"), ("europe/berlin", "unknown time zone europe/berlin"),
    ("Local", "unknown time zone Local"), ("02:60", "timezone offset minutes out of range [0, 59]: 02:60"),
    ("a:00", #"strconv.Atoi: parsing "a": invalid syntax"#),
    ("99999999999:00", "timezone offset hours out of range: 99999999999:00"),
  ])
  func `a zone that does not exist is named`(zone: String, expected: String) {
    do {
      _ = try TimeZoneRules.offset(inZone: zone, at: 0)
      Issue.record("no error")
    } catch {
      #expect(error.description == expected)
    }
  }

  @Test func `every zone of the table can be read`() {
    for line in TimeZoneTable.zones.split(separator: "\n") {
      for name in line.prefix(while: { $0 != " " }).split(separator: ",") {
        let zone = TimeZoneRules.named(String(name))
        #expect(zone != nil, "\(name)")
        if let zone { #expect(abs(zone.offset(at: 4_000_000_000)) <= 14 * 3600, "\(name)") }
      }
    }
  }
}
