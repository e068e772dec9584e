import Testing

@testable import PipelineCore

@Suite struct BarCSVTests {
  /// Rows as cleaned, then what was found in them. That a few rows are too short for features is left out.
  private func check(_ text: String, _ expected: String) {
    let found: String
    do {
      let raw = try BarCSV.decode(Array(text.utf8), name: "A.csv")
      let (history, quality) = BarCleaning.clean(raw, symbol: "A")
      let rows = history.bars.map { "\($0.day) \($0.open) \($0.high) \($0.low) \($0.close) \($0.volume)" }
      let findings = QualityTable.findings(quality).filter { !$0.hasSuffix("a first row of features takes") }
      found = (rows + findings).joined(separator: "\n")
    } catch {
      found = "\(error)"
    }
    #expect(found == expected)
  }

  @Test func `columns are found by name in any order`() {
    check(
      "Volume,Close,Low,High,Open,Date\r\n10,1.5,1,2,1.25,2024-01-02\r\n", "2024-01-02 1.25 2.0 1.0 1.5 10.0")
  }

  @Test func `a missing column is named with those that are there`() {
    check(
      "date,open,high,low,volume\n",
      """
      A.csv:1: no column 'close' among: date, open, high, low, volume
        = fix: name the columns date,open,high,low,close,volume in the first line
      """)
  }

  @Test func `a row cut off in the middle is an error, not a short file`() {
    check(
      "date,open,high,low,close,volume\n2024-01-02,1,1,1,1,5\n2024-01-03,1,1",
      """
      A.csv:3: row has 3 columns, the header 6
        = fix: the file may be cut off: fetch it again
      """)
  }

  @Test func `text in place of a number is an error with its line`() {
    check(
      "date,open,high,low,close,volume\n2024-01-02,1,1,one,1,5\n",
      """
      A.csv:2: low 'one' is no number
        = fix: write a decimal number such as 101.25, or leave the field empty
      """)
  }

  @Test func `an empty file is an error`() {
    check("", "A.csv: file is empty\n  = fix: fetch it again, or remove it")
  }

  @Test func `a header alone is an empty day`() {
    check("date,open,high,low,close,volume\n", "no usable row")
  }

  @Test func `missing, impossible and inconsistent rows are dropped and counted`() {
    check(
      """
      date,open,high,low,close,volume
      2024-01-02,1,2,1,NaN,5
      2024-01-03,1,2,1,,5
      2024-01-04,1,2,0,1,5
      2024-01-05,1,1,2,1,5
      2024-01-08,1,2,1,1,5
      """,
      """
      2024-01-08 1.0 2.0 1.0 1.0 5.0
      2 rows without a value dropped
      1 impossible price dropped
      1 row with low above high dropped
      """)
  }

  @Test func `the later of two rows for a day wins, rows are sorted`() {
    check(
      """
      date,open,high,low,close,volume
      2024-01-03,1,2,1,1,5
      2024-01-02,1,2,1,1,5
      2024-01-03,1,2,1,2,6
      """,
      """
      2024-01-02 1.0 2.0 1.0 1.0 5.0
      2024-01-03 1.0 2.0 1.0 2.0 6.0
      1 duplicate day replaced
      1 row out of order sorted
      """)
  }

  @Test func `zone offsets and epochs become UTC days`() {
    check(
      """
      timestamp,open,high,low,close,volume
      2024-01-02T20:30:00-05:00,1,1,1,1,1
      2024-01-04 09:30:00.25Z,1,1,1,1,1
      1704412800,1,1,1,1,1
      1704672000000,1,1,1,1,1
      1704758400000000,1,1,1,1,1
      """,
      """
      2024-01-03 1.0 1.0 1.0 1.0 1.0
      2024-01-04 1.0 1.0 1.0 1.0 1.0
      2024-01-05 1.0 1.0 1.0 1.0 1.0
      2024-01-08 1.0 1.0 1.0 1.0 1.0
      2024-01-09 1.0 1.0 1.0 1.0 1.0
      1 row moved to its UTC day
      """)
  }

  @Test func `a symbol too short for a row of features is named, not clean`() {
    func findings(_ days: Int) -> [String] {
      let bars = (0..<days).map { bar(TradingDay(daysSince1970: 19_723 + Int32($0))) }
      return [QualityTable.text([BarCleaning.clean(RawBars(bars), symbol: "A").quality])]
    }
    #expect(findings(0) == ["data quality: 0 rows read, 0 kept, 0 symbols clean\n  A: no usable row"])
    #expect(
      findings(1) == [
        "data quality: 1 rows read, 1 kept, 0 symbols clean\n  A: 1 of the 61 days that a first row of features takes"
      ])
    #expect(findings(61) == ["data quality: 61 rows read, 61 kept, 1 symbols clean"])
  }

  @Test func `a split rescales what came before and a crash does not`() {
    check(
      """
      date,open,high,low,close,volume
      2024-01-02,400,404,396,400,10
      2024-01-03,101,101,99,100,40
      2024-01-04,60,61,59,60,40
      """,
      """
      2024-01-02 100.0 101.0 99.0 100.0 40.0
      2024-01-03 101.0 101.0 99.0 100.0 40.0
      2024-01-04 60.0 61.0 59.0 60.0 40.0
      split adjusted: 2024-01-03 4:1
      """)
  }

  @Test func `a gap counts weekdays, or all days where weekends trade`() {
    let weekdays = (0..<10).map { TradingDay(daysSince1970: 19_723 + $0) }.filter { !$0.isWeekend }
    let bars = weekdays.filter { $0.description != "2024-01-03" }.map { bar($0) }
    #expect(BarCleaning.clean(RawBars(bars), symbol: "A").quality.missingDays == 1)
    let daily = (0..<14).filter { $0 != 5 && $0 != 6 }.map { bar(TradingDay(daysSince1970: 19_723 + $0)) }
    #expect(BarCleaning.clean(RawBars(daily), symbol: "A").quality.missingDays == 2)
  }

  private func bar(_ day: TradingDay) -> DailyBar {
    DailyBar(day: day, open: 1, high: 1, low: 1, close: 1, volume: 1)
  }

  @Test func `what is written reads back equal`() throws {
    let prices = [0.0001, 1.0 / 3, 12_345.6789, 1e-9, 99_999_999.99, 2e20]
    let bars = prices.enumerated().map { index, price in
      DailyBar(
        day: TradingDay(daysSince1970: Int32(19_000 + index)), open: price, high: price, low: price,
        close: price,
        volume: Double(index) * 1e6 + 0.5)
    }
    #expect(try BarCSV.decode(BarCSV.encode(bars), name: "A").bars == bars)
  }

  @Test func `every day of four centuries survives its text form`() {
    for number in stride(from: -60_000, to: 90_000, by: 1) {
      let day = TradingDay(daysSince1970: Int32(number))
      if TradingDay(day.description) != day { Issue.record("\(number) became \(day)") }
    }
    #expect(TradingDay("2023-02-29") == nil)
    #expect(TradingDay("2024-02-29")?.weekday == 3)
  }
}
