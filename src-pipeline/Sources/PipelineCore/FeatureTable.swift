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
    let rows = max(0, history.bars.count - Self.warmUp)
    symbols.append((history.symbol, rows))
    guard rows > 0 else { return 0 }
    let columns = FeatureColumns(history.bars)
    columns.append(from: Self.warmUp, to: &features)
    days.append(contentsOf: columns.days[Self.warmUp...])
    close.append(contentsOf: columns.close[Self.warmUp...])
    appendLabels(columns.days.span, columns.close.span, rows: rows, horizon: horizon)
    return rows
  }

  /// Of the last `rows` of a history's days.
  private mutating func appendLabels(_ days: Span<TradingDay>, _ close: Span<Double>, rows: Int, horizon: Int)
  {
    let first = days.count - rows
    let known = max(0, rows - horizon)
    let longest = Int32(clamping: 3 * horizon + 7)
    let start = forwardReturn.count
    forwardReturn.append(addingCapacity: rows) { output in
      for row in first..<(first + known) {
        unsafe output.append(close[unchecked: row &+ horizon] / close[unchecked: row] - 1)
      }
      output.append(repeating: .nan, count: rows - known)
    }
    labelDay.append(addingCapacity: rows) { output in
      for row in first..<(first + known) { unsafe output.append(days[unchecked: row &+ horizon]) }
      for row in (first + known)..<days.count { unsafe output.append(days[unchecked: row]) }
    }
    for row in 0..<known {
      let day = days[first + row]
      guard labelDay[start + row].daysSince1970 - day.daysSince1970 > longest else { continue }
      labelDay[start + row] = day
      forwardReturn[start + row] = .nan
    }
    let forwardReturn = forwardReturn
    let returns = forwardReturn.span
    label.append(addingCapacity: rows) { output in
      for row in start..<returns.count {
        let forward = unsafe returns[unchecked: row]
        output.append(forward > 0 ? 1 : forward.isNaN ? -1 : 0)
      }
    }
  }

  /// Makes room for that many more rows, so that a shard's columns do not grow by copying.
  mutating func reserve(rows: Int) {
    for index in features.indices { features[index].reserveCapacity(rowCount + rows) }
    days.reserveCapacity(rowCount + rows)
    close.reserveCapacity(rowCount + rows)
    forwardReturn.reserveCapacity(rowCount + rows)
    label.reserveCapacity(rowCount + rows)
    labelDay.reserveCapacity(rowCount + rows)
  }
}
