/// The sixteen features over a history, in the order of `FeatureTable.names`.
struct FeatureColumns {
  let days: [TradingDay]
  let close: [Double]
  private let open: [Double]
  private let high: [Double]
  private let low: [Double]
  private let volume: [Double]

  init(_ bars: [DailyBar]) {
    days = bars.map { $0.day }
    open = bars.map { $0.open }
    high = bars.map { $0.high }
    low = bars.map { $0.low }
    close = bars.map { $0.close }
    volume = bars.map { $0.volume }
  }

  /// Appends each feature's rows from `first` on, at least 60, to its column: earlier ones have no whole windows.
  /// Each is one loop that reads the window sums it needs and writes where the column lies.
  func append(from first: Int, to columns: inout [[Float]]) {
    var table = FeatureWriter(columns: columns, rows: first..<days.count)
    columns = []
    let return1 = WindowSums.row(close, lag: 1) { $0 / $1 - 1 }
    let prices = WindowSums(close, longest: 50)
    let returns = WindowSums(return1, longest: 60)
    let (open, high, low, close, volume) = (open.span, high.span, low.span, close.span, volume.span)

    table.append(return1.span) { value, _ in value }
    for lag in [5, 20, 60] {
      table.append(close) { value, row in unsafe value / close[unchecked: row &- lag] - 1 }
    }
    for (window, squares) in zip([20.0, 60], returns.squaredDistances([20, 60])) {
      table.append(squares.span) { squares, _ in (squares / (window - 1)).squareRoot() }
    }
    table.append(prices.sum(10).span) { sum, row in unsafe close[unchecked: row] / (sum / 10) - 1 }
    table.append(prices.sum(50).span) { sum, row in unsafe close[unchecked: row] / (sum / 50) - 1 }
    table.append(close) { close, row in unsafe (high[unchecked: row] - low[unchecked: row]) / close }
    table.append(open) { open, row in unsafe open / close[unchecked: row &- 1] - 1 }
    table.append(open) { open, row in unsafe close[unchecked: row] / open - 1 }
    // A symbol that did not trade for 20 days, or did not move for 14, is at its average.
    table.append(WindowSums(self.volume, longest: 20).sum(20).span) { sum, row in
      let ratio = unsafe volume[unchecked: row] / (sum / 20)
      return sum > 0 ? ratio : 1
    }
    let gains = WindowSums(return1.map { $0 > 0 ? $0 : 0 }, longest: 14).sum(14)
    let rises = gains.span
    table.append(WindowSums(return1.map(\.magnitude), longest: 14).sum(14).span) { moves, row in
      let share = unsafe rises[unchecked: row] / moves
      return moves > 0 ? share : 0.5
    }
    let squares = prices.squaredDistances(20)
    let spread = squares.span
    table.append(prices.sum(20).span) { sum, row in
      let deviation = unsafe (spread[unchecked: row] / 19).squareRoot()
      let score = unsafe (close[unchecked: row] - sum / 20) / deviation
      return deviation > 0 ? score : 0
    }
    table.append(WindowSums.maximum(self.close, 60).span) { highest, row in
      unsafe close[unchecked: row] / highest - 1
    }
    table.append(days.span) { day, _ in Double(day.weekday) }
    columns = table.columns
  }
}

/// Appends one column after the other to a table of columns.
private struct FeatureWriter {
  private(set) var columns: [[Float]]
  private let rows: Range<Int>
  private var next = 0

  init(columns: [[Float]], rows: Range<Int>) {
    self.columns = columns
    self.rows = rows
  }

  /// `feature` of each row's element of `source` and the row's number.
  @inline(__always)
  mutating func append<Element>(_ source: Span<Element>, _ feature: (Element, Int) -> Double) {
    precondition(rows.upperBound <= source.count)
    let (first, count) = (rows.lowerBound, rows.count)
    columns[next].append(addingCapacity: count) { output in
      unsafe output.withUnsafeMutableBufferPointer { target, written in
        let start = written
        for row in 0..<count {
          unsafe target[start &+ row] = Float(feature(source[unchecked: row &+ first], row &+ first))
        }
        written += count
      }
    }
    next += 1
  }
}
