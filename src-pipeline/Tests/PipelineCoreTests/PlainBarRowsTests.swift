import Testing

@testable import PipelineCore

@Suite struct PlainBarRowsTests {
  /// The same text once with the six plain columns, which are read eight bytes at a time, and once with a seventh,
  /// which sends every row through `CSVRows`.
  private func bothWays(_ rows: [String]) throws -> (plain: [DailyBar], general: [DailyBar]) {
    let padding = Array(repeating: "2030-01-01,1,1,1,1,1", count: 4)
    let lines = rows + padding
    let plain = "date,open,high,low,close,volume\n" + lines.joined(separator: "\n") + "\n"
    let general =
      "date,open,high,low,close,volume,x\n" + lines.map { $0 + ",0" }.joined(separator: "\n") + "\n"
    return (
      try BarCSV.decode(Array(plain.utf8), name: "plain").bars,
      try BarCSV.decode(Array(general.utf8), name: "general").bars
    )
  }

  @Test func `numbers of every length come out as the standard library reads them`() throws {
    var stream = SplitMix64(seed: 11)
    var rows: [String] = []
    for _ in 0..<4000 {
      let numbers = (0..<5).map { _ in
        let whole = String(stream.next() % UInt64(1_000_000_000_000_000_000), radix: 10)
          .prefix(Int(stream.next() % 16) + 1)
        let decimals = stream.next() % 3 == 0 ? 0 : Int(stream.next() % 12)
        let fraction = String(stream.next() % 1_000_000_000_000).prefix(decimals)
        return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
      }
      let day = TradingDay(daysSince1970: Int32(stream.next() % 40_000))
      rows.append("\(day)," + numbers.joined(separator: ","))
    }
    let (plain, general) = try bothWays(rows)
    #expect(plain == general)
    for (row, bar) in zip(rows, plain) {
      let fields = row.split(separator: ",").dropFirst().map { Double($0) }
      #expect([bar.open, bar.high, bar.low, bar.close, bar.volume] == fields)
    }
  }

  @Test func `a last row of the longest numbers ends anywhere`() throws {
    let long = "123456789012345"
    for digits in 0..<40 {
      let fraction = digits == 0 ? "" : "." + String(repeating: "7", count: digits)
      let row = "2024-01-02,\(long),\(long),\(long),\(long),\(long)\(fraction)"
      for end in ["", "\n"] {
        let bars = try BarCSV.decode(Array((BarCSV.header + row + end).utf8), name: "f").bars
        #expect(bars.map(\.volume) == [Double(long + fraction)])
      }
    }
  }

  @Test func `a row of another form in between is read, and its line is counted`() throws {
    let rows = [
      "2024-02-29,1.5,2,1,1.25,100", "2024-03-01, 1,2,1,1,1e3", "", "2024-03-04,\"1\",2,1,1,",
      "2024-03-05,1,2,1,1,7",
    ]
    #expect(try bothWays(rows.filter { !$0.isEmpty }).plain.prefix(2).map(\.volume) == [100, 1000])
    let text = "date,open,high,low,close,volume\n" + rows.joined(separator: "\n") + "\n2024-02-30,1,1,1,1,1\n"
    #expect(
      message {
        _ = try BarCSV.decode(
          Array((text + String(repeating: "2024-03-06,1,1,1,1,1\n", count: 9)).utf8), name: "f")
      }
      .hasPrefix("f:7: '2024-02-30' is no date"))
  }

  @Test(arguments: [
    "2024-13-01", "2024-00-10", "2024-01-32", "2024-01-00", "2024/01/01", "0000-01-01", "20240-1-01",
  ])
  func `a day that does not exist is refused as before`(day: String) {
    #expect(throws: PipelineError.self) { try bothWays(["\(day),1,1,1,1,1"]) }
  }
}
