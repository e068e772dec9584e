/// The model's inputs and label for one symbol or many, column by column.
///
/// Every feature of a day uses that day and earlier days only, and only the last `FeatureTable.warmUp` of them: a
/// row computed from a short tail equals the row computed from the whole history, bit for bit.
public struct FeatureTable: Equatable, Sendable {
  /// Days needed before the first row.
  public static let warmUp = 60

  /// Names in the order of `features`, of the Parquet columns, and of the model's signature.
  public static let names = [
    "ret_1", "ret_5", "ret_20", "ret_60", "vol_20", "vol_60", "sma_ratio_10", "sma_ratio_50", "range_1",
    "gap_1",
    "intraday_1", "volume_ratio_20", "rsi_14", "zscore_20", "drawdown_60", "weekday",
  ]

  /// Row count of each symbol, in order; rows of a symbol are adjacent and ascend by day.
  public var symbols: [(name: String, rows: Int)] = []
  public var days: [TradingDay] = []
  /// One array per name.
  public var features: [[Float]]
  public var close: [Double] = []
  /// `close[t + horizon] / close[t] - 1`; NaN when that day has not come yet, or lies behind a gap so long that
  /// it is another horizon's (more than 3 × horizon + 7 calendar days).
  public var forwardReturn: [Double] = []
  /// 1 when the forward return is above zero, 0 when not, -1 when it is not known.
  public var label: [Int32] = []
  /// The day whose close decides the label; the row's own day when the label is not known.
  public var labelDay: [TradingDay] = []

  public init() {
    features = Array(repeating: [], count: Self.names.count)
  }

  public var rowCount: Int { days.count }

  public static func == (left: FeatureTable, right: FeatureTable) -> Bool {
    left.symbols.elementsEqual(right.symbols, by: ==) && left.days == right.days
      && left.features == right.features && left.close == right.close && left.label == right.label
      && left.labelDay == right.labelDay
      && left.forwardReturn.elementsEqual(right.forwardReturn) { $0 == $1 || ($0.isNaN && $1.isNaN) }
  }

  /// Adds a symbol's rows: none when it has at most `warmUp` bars. O(bars × window).
  ///
  /// - Parameter horizon: trading days from a row to the close that labels it.
  /// - Returns: the number of rows added.
  @discardableResult
  public mutating func append(_ history: PriceHistory, horizon: Int) -> Int {
    let count = history.bars.count
    let rows = max(0, count - Self.warmUp)
    symbols.append((history.symbol, rows))
    guard rows > 0 else { return 0 }
    let close = history.bars.map(\.close)
    let columns = FeatureColumns(history.bars, close: close)
    for (index, column) in columns.all.enumerated() {
      features[index].append(contentsOf: column[Self.warmUp...].lazy.map { Float($0) })
    }
    for row in Self.warmUp..<count {
      days.append(history.bars[row].day)
      self.close.append(close[row])
      let target = row + horizon
      let isKnown =
        target < count
        && history.bars[target].day.daysSince1970 - history.bars[row].day.daysSince1970 <= 3 * horizon + 7
      let forward = isKnown ? close[target] / close[row] - 1 : .nan
      forwardReturn.append(forward)
      label.append(isKnown ? (forward > 0 ? 1 : 0) : -1)
      labelDay.append(history.bars[isKnown ? target : row].day)
    }
    return rows
  }
}

/// The sixteen features over a whole history; the first `FeatureTable.warmUp` entries mean nothing.
private struct FeatureColumns {
  let all: [[Double]]

  init(_ bars: [DailyBar], close: [Double]) {
    let return1 = Rolling.change(close, over: 1)
    let volume = bars.map(\.volume)
    let mean20 = Rolling.sum(close, 20).map { $0 / 20 }
    let deviation20 = Rolling.deviation(close, mean: mean20, 20)
    let meanVolume = Rolling.sum(volume, 20).map { $0 / 20 }
    let gains = Rolling.sum(return1.map { max($0, 0) }, 14)
    let moves = Rolling.sum(return1.map(\.magnitude), 14)
    let highest = Rolling.maximum(close, 60)
    all = [
      return1,
      Rolling.change(close, over: 5),
      Rolling.change(close, over: 20),
      Rolling.change(close, over: 60),
      Rolling.deviation(return1, mean: Rolling.sum(return1, 20).map { $0 / 20 }, 20),
      Rolling.deviation(return1, mean: Rolling.sum(return1, 60).map { $0 / 60 }, 60),
      Self.ratio(close, Rolling.sum(close, 10).map { $0 / 10 }),
      Self.ratio(close, Rolling.sum(close, 50).map { $0 / 50 }),
      bars.map { ($0.high - $0.low) / $0.close },
      bars.indices.map { $0 == 0 ? 0 : bars[$0].open / close[$0 - 1] - 1 },
      bars.map { $0.close / $0.open - 1 },
      // A symbol that did not trade for 20 days, or did not move for 14, is at its average.
      volume.indices.map { meanVolume[$0] > 0 ? volume[$0] / meanVolume[$0] : 1 },
      gains.indices.map { moves[$0] > 0 ? gains[$0] / moves[$0] : 0.5 },
      close.indices.map { deviation20[$0] > 0 ? (close[$0] - mean20[$0]) / deviation20[$0] : 0 },
      Self.ratio(close, highest),
      bars.map { Double($0.day.weekday) },
    ]
  }

  private static func ratio(_ value: [Double], _ base: [Double]) -> [Double] {
    value.indices.map { value[$0] / base[$0] - 1 }
  }
}

/// Windows that end at each row. Loops run over the window outside and the rows inside: the additions of one row
/// keep a fixed order, independent of what came before the window, and the inner loop vectorises.
enum Rolling {
  static func change(_ values: [Double], over lag: Int) -> [Double] {
    values.indices.map { $0 >= lag ? values[$0] / values[$0 - lag] - 1 : 0 }
  }

  /// Oldest value first; entries before a full window are partial.
  static func sum(_ values: [Double], _ window: Int) -> [Double] {
    accumulate(values, window) { $0 + $1 }
  }

  static func maximum(_ values: [Double], _ window: Int) -> [Double] {
    accumulate(values, window) { $0 < $1 ? $1 : $0 }
  }

  /// Sample standard deviation (n - 1), in two passes.
  static func deviation(_ values: [Double], mean: [Double], _ window: Int) -> [Double] {
    var squares = [Double](repeating: 0, count: values.count)
    for lag in stride(from: min(window, values.count) - 1, through: 0, by: -1) {
      let source = values.span
      let centre = mean.span
      var target = squares.mutableSpan
      for row in lag..<source.count {
        let distance = unsafe source[unchecked: row - lag] - centre[unchecked: row]
        unsafe target[unchecked: row] += distance * distance
      }
    }
    return squares.map { ($0 / Double(window - 1)).squareRoot() }
  }

  @inline(__always)
  private static func accumulate(
    _ values: [Double], _ window: Int, _ combine: (Double, Double) -> Double
  ) -> [Double] {
    var result = [Double](repeating: 0, count: values.count)
    for lag in stride(from: min(window, values.count) - 1, through: 0, by: -1) {
      let source = values.span
      var target = result.mutableSpan
      for row in lag..<source.count {
        unsafe target[unchecked: row] = combine(target[unchecked: row], source[unchecked: row - lag])
      }
    }
    return result
  }
}
