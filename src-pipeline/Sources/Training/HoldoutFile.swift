public import PipelineCore

/// The frozen rows that a gate scores models on: `date`, the features, `forward_return`, `label`.
public enum HoldoutFile {
  static func encode(_ set: TrainingSet, days: Range<Int>) throws(PipelineError) -> [UInt8] {
    let rows = set.rows(of: days)
    var columns: ParquetFile.Columns = [("date", .date(rows.map { set.days[Int(set.dayIndex[$0])] }))]
    for (index, name) in set.featureNames.enumerated() {
      columns.append((name, .float(set.column(index, rows: rows))))
    }
    columns.append(("forward_return", .float(Array(set.forwardReturns[rows]))))
    columns.append(("label", .int32(set.labels[rows].map { Int32($0) })))
    return try ParquetFile.encode([columns], metadata: [("mlpipe.version", CodeVersion.current)])
  }

  public static func decode(_ bytes: [UInt8], name: String) throws(PipelineError) -> Holdout {
    let columns = try ParquetFile.decode(bytes, name: name)
    guard columns.count > 3, case .date(let days) = columns[0].values,
      case .int32(let labels) = columns[columns.count - 1].values, columns[0].name == "date",
      columns[columns.count - 1].name == "label", days.count == labels.count, !days.isEmpty
    else {
      throw PipelineError(.input, "is no hold-out file", at: name, fix: "run 'mlpipe train' again")
    }
    let features = columns[1..<(columns.count - 2)]
    var values = [Float](repeating: 0, count: days.count * features.count)
    for (index, feature) in features.enumerated() {
      guard case .float(let column) = feature.values, column.count == days.count else {
        throw PipelineError(.input, "column '\(feature.name)' has another type than expected", at: name)
      }
      for row in column.indices { values[row * features.count + index] = column[row] }
    }
    return Holdout(
      featureNames: features.map(\.name), values: values, labels: labels.map { Float($0) }, days: days,
      sha256: ContentHash(of: bytes).hex)
  }
}

/// Rows that no judged model was trained on, ascending by day.
public struct Holdout: Sendable {
  public let featureNames: [String]
  /// Row-major.
  public let values: [Float]
  public let labels: [Float]
  public let days: [TradingDay]
  public let sha256: String
}
