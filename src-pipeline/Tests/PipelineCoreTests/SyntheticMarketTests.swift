import Foundation
import Testing

@testable import PipelineCore

@Suite struct SyntheticMarketTests {
  // Both hashes also come out of script/synthetic_market.py, the same rule in Python.
  @Test func `4 symbols over 300 days have one hash on every machine`() {
    let expected = "08b39ec963231166accde984b0bbc38f73dd28d177d7b35f4da7e3939fcb268b"
    #expect(hash(of: SyntheticMarket(symbolCount: 4, dayCount: 300)) == expected)
  }

  @Test func `500 symbols over 2520 days have one hash on every machine`() {
    let expected = "6d76d4536825eaa52671a8b58f284c5cbbb003cd6ed4e6cbc6ab703dee0407d9"
    #expect(hash(of: SyntheticMarket(symbolCount: 500, dayCount: 2520)) == expected)
  }

  @Test func `the rule in Python gives the same bytes`() throws {
    let script = packageRoot + "/script/synthetic_market.py"
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script, "3", "120"]
    process.standardOutput = output
    try process.run()
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus == 127 {
      print("skipped: python3 is not installed")
      return
    }
    #expect(printed == hash(of: SyntheticMarket(symbolCount: 3, dayCount: 120)) + "\n")
  }

  @Test func `bars are in range and on weekdays`() {
    let market = SyntheticMarket(symbolCount: 20, dayCount: 500)
    let shocks = market.marketShocks
    for index in 0..<market.symbolCount {
      let history = market.history(index, days: market.days, marketShocks: shocks)
      let raw = RawBars(history.bars)
      #expect(BarCleaning.clean(raw, symbol: history.symbol).quality.isClean)
    }
  }

  private func hash(of market: SyntheticMarket) -> String {
    let days = market.days
    let shocks = market.marketShocks
    return ContentHash(
      ofConcatenated: (0..<market.symbolCount).lazy.map {
        BarCSV.encode(market.history($0, days: days, marketShocks: shocks).bars)
      }
    ).hex
  }
}
