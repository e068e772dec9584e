/// The sixteen features over a history, in the order of `FeatureTable.names`.
struct FeatureColumns {
  private let bars: [DailyBar]
  private let close: [Double]
  private let volume: [Double]

  init(_ bars: [DailyBar]) {
    self.bars = bars
    close = bars.map(\.close)
    volume = bars.map(\.volume)
  }

  /// Appends each feature's rows from `first` on to its column: earlier ones have no whole windows.
  func append(from first: Int, to columns: inout [[Float]]) {
    let return1 = change(over: 1)
    let prices = WindowSums(close, longest: 50)
    let returns = WindowSums(return1, longest: 60)
    let gains = WindowSums(return1.map { max($0, 0) }, longest: 14).sum(14)
    let moves = WindowSums(return1.map(\.magnitude), longest: 14).sum(14)
    let mean20 = prices.mean(20)
    let all = [
      return1,
      change(over: 5),
      change(over: 20),
      change(over: 60),
      returns.deviation(20),
      returns.deviation(60),
      ratio(close, prices.mean(10)),
      ratio(close, prices.mean(50)),
      bars.map { ($0.high - $0.low) / $0.close },
      bars.indices.map { $0 == 0 ? 0 : bars[$0].open / bars[$0 - 1].close - 1 },
      bars.map { $0.close / $0.open - 1 },
      // A symbol that did not trade for 20 days, or did not move for 14, is at its average.
      combined(volume, WindowSums(volume, longest: 20).mean(20)) { $1 > 0 ? $0 / $1 : 1 },
      combined(gains, moves) { $1 > 0 ? $0 / $1 : 0.5 },
      combined(combined(close, mean20) { $0 - $1 }, prices.deviation(20)) { $1 > 0 ? $0 / $1 : 0 },
      ratio(close, WindowSums.maximum(close, 60)),
      bars.map { Double($0.day.weekday) },
    ]
    for (index, values) in all.enumerated() {
      let start = columns[index].count
      columns[index].append(contentsOf: repeatElement(0, count: values.count - first))
      let source = values.span
      var target = columns[index].mutableSpan
      for row in first..<source.count {
        unsafe target[unchecked: start + row - first] = Float(source[unchecked: row])
      }
    }
  }

  private func change(over lag: Int) -> [Double] {
    WindowSums.row(close, lag: lag) { $0 / $1 - 1 }
  }

  private func ratio(_ value: [Double], _ base: [Double]) -> [Double] {
    combined(value, base) { $0 / $1 - 1 }
  }

  @inline(__always)
  private func combined(
    _ left: [Double], _ right: [Double], _ combine: (Double, Double) -> Double
  ) -> [Double] {
    WindowSums.row(left, right, lag: 0, combine)
  }
}
