import Testing

@testable import PipelineCore

@Suite struct FeatureTests {
  private let market = SyntheticMarket(symbolCount: 3, dayCount: 200)

  private func history(_ index: Int) -> PriceHistory {
    market.history(index, days: market.days, marketShocks: market.marketShocks)
  }

  @Test func `a row does not change when later days are added`() {
    var whole = FeatureTable()
    whole.append(history(0), horizon: 5)
    for length in [61, 62, 100, 199] {
      var cut = FeatureTable()
      cut.append(PriceHistory(symbol: "SYN0000", bars: Array(history(0).bars.prefix(length))), horizon: 5)
      for (full, part) in zip(whole.features, cut.features) {
        #expect(Array(full.prefix(part.count)) == part)
      }
    }
  }

  @Test func `a row computed from its last 61 days equals the row of the whole history`() {
    var whole = FeatureTable()
    whole.append(history(1), horizon: 5)
    for end in [61, 90, 200] {
      var tail = FeatureTable()
      tail.append(PriceHistory(symbol: "S", bars: Array(history(1).bars[(end - 61)..<end])), horizon: 5)
      #expect(tail.rowCount == 1)
      #expect(tail.features.map { $0[0] } == whole.features.map { $0[end - 61] })
    }
  }

  @Test func `the label is the sign of the return over the horizon, unknown at the end`() {
    var table = FeatureTable()
    table.append(history(2), horizon: 5)
    let close = history(2).bars.map(\.close)
    for row in 0..<table.rowCount {
      let at = row + FeatureTable.warmUp
      let expected: Int32 = at + 5 < close.count ? (close[at + 5] > close[at] ? 1 : 0) : -1
      #expect(table.label[row] == expected)
    }
    #expect(table.label.suffix(6).dropFirst().allSatisfy { $0 == -1 })
  }

  @Test func `a history that is too short gives no rows and is kept in the list`() {
    var table = FeatureTable()
    #expect(table.append(PriceHistory(symbol: "S", bars: Array(history(0).bars.prefix(60))), horizon: 5) == 0)
    #expect(table.append(PriceHistory(symbol: "T", bars: []), horizon: 5) == 0)
    #expect(table.symbols.map(\.name) == ["S", "T"])
  }

  @Test func `a price that never moves gives finite features`() {
    let bars = market.days.map { DailyBar(day: $0, open: 5, high: 5, low: 5, close: 5, volume: 0) }
    var table = FeatureTable()
    table.append(PriceHistory(symbol: "FLAT", bars: bars), horizon: 5)
    #expect(table.features.allSatisfy { $0.allSatisfy(\.isFinite) })
  }
}
