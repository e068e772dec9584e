public import PipelineCore

/// Labelled rows of all symbols, ascending by day: the rows of a span of days are adjacent.
public struct TrainingSet {
  public let featureNames: [String]
  private let values: ScratchMatrix
  public var labels: [Float]
  public var forwardReturns: [Float]
  /// Day of each row, as an index into `days`.
  public var dayIndex: [Int32]
  /// The day whose close decides each row's label.
  public var labelDays: [TradingDay]
  /// Each day that has rows, ascending.
  public var days: [TradingDay]
  /// Where a day's rows begin; one entry more than `days`.
  public var dayStarts: [Int]

  public var rowCount: Int { labels.count }

  /// The rows of the days in `range`.
  public func rows(of range: Range<Int>) -> Range<Int> {
    dayStarts[range.lowerBound]..<dayStarts[range.upperBound]
  }

  /// Reads every part twice, one at a time: first the days, to know each row's place, then the values into it. Memory
  /// is sixteen bytes a row and one part; the values lie in a file.
  ///
  /// - Parameters:
  ///   - scratch: folder for that file, which has no name and goes with the process.
  ///   - labelledDays: the day of each row of part `i` whose label is known.
  ///   - part: reads part `i`.
  public init(
    partCount: Int, scratch: String, labelledDays: (Int) throws(PipelineError) -> [TradingDay],
    part: (Int) throws(PipelineError) -> FeatureTable
  ) throws(PipelineError) {
    var counts: [TradingDay: Int] = [:]
    for index in 0..<partCount {
      for day in try labelledDays(index) { counts[day, default: 0] += 1 }
    }
    let days = counts.keys.sorted()
    var starts = [0]
    for day in days { starts.append(starts[starts.count - 1] + (counts[day] ?? 0)) }
    let columnCount = FeatureTable.names.count
    let rowCount = starts[days.count]
    featureNames = FeatureTable.names
    values = try ScratchMatrix(rowCount: rowCount, columnCount: columnCount, folder: scratch)
    labels = [Float](repeating: 0, count: rowCount)
    forwardReturns = [Float](repeating: 0, count: rowCount)
    dayIndex = [Int32](repeating: 0, count: rowCount)
    labelDays = [TradingDay](repeating: TradingDay(daysSince1970: 0), count: rowCount)
    self.days = days
    dayStarts = starts
    var next = starts
    let position = Dictionary(uniqueKeysWithValues: days.enumerated().map { ($1, $0) })
    for index in 0..<partCount {
      let table = try part(index)
      for row in 0..<table.rowCount where table.label[row] >= 0 {
        guard let day = position[table.days[row]] else { continue }
        let target = next[day]
        next[day] += 1
        labels[target] = Float(table.label[row])
        forwardReturns[target] = Float(table.forwardReturn[row])
        dayIndex[target] = Int32(day)
        labelDays[target] = table.labelDay[row]
        for column in 0..<columnCount {
          values[target, column] = table.features[column][row]
        }
      }
    }
    values.release()
  }

  /// One feature of a span of rows.
  public func column(_ index: Int, rows: Range<Int>) -> [Float] {
    values.columns(index..<(index + 1), rows: rows)[0]
  }

  /// Each feature of a span of rows in turn. Four are in memory at a time: 16 bytes a row.
  func forEachColumn(
    of rows: Range<Int>, _ body: (_ index: Int, _ column: [Float]) throws(PipelineError) -> Void
  ) throws(PipelineError) {
    for first in stride(from: 0, to: featureNames.count, by: 4) {
      let group = first..<min(first + 4, featureNames.count)
      for (index, column) in zip(group, values.columns(group, rows: rows)) { try body(index, column) }
    }
  }

  /// All features of one row.
  func values(ofRow row: Int) -> [Float] {
    featureNames.indices.map { values[row, $0] }
  }

  /// The features of a span of rows, row after row, for a reader that makes its own copy.
  func withValues<Result>(
    of rows: Range<Int>, _ body: (Span<Float>) throws(PipelineError) -> Result
  ) throws(PipelineError) -> Result {
    defer { values.release() }
    return try values.withRows(rows, body)
  }
}
