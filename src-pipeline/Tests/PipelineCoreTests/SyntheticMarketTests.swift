import Foundation
import Testing

@testable import PipelineCore

@Suite struct SyntheticMarketTests {
  // Both hashes also come out of script/synthetic_market.py, the same rule in Python.
  @Test func `4 symbols over 300 days have one hash on every machine`() {
    let expected = "979422d00eec0e925f818ff58433b58e51e2602790caabd8219d14daae5e6caa"
    #expect(hash(of: SyntheticMarket(symbolCount: 4, dayCount: 300)) == expected)
  }

  @Test func `500 symbols over 2520 days have one hash on every machine`() {
    let expected = "13dd7064e256c18db784bddefc1143e9663f1cbb9be043955b3a9810963f766f"
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
