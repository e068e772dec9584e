/// The feature table as Parquet: `symbol`, `date`, the features (float), `close`, `forward_return` (double, NaN when
/// not known), `label` (int32, -1 when not known), `label_date`.
public enum FeatureFile {
  public static func encode(_ table: FeatureTable, horizon: Int) throws(PipelineError) -> [UInt8] {
    try ParquetFile.encode([columns(table)], metadata: metadata(horizon))
  }

  /// Hashed and written page by page: no second copy of the table is in memory.
  ///
  /// - Returns: the file's hash and size.
  static func write(
    _ table: FeatureTable, horizon: Int, to path: String
  ) throws(PipelineError) -> (hash: ContentHash, bytes: Int) {
    var hasher = ContentHasher()
    var size = 0
    try LocalFile.write(to: path) { (output) throws(PipelineError) in
      try ParquetFile.write([columns(table)], metadata: metadata(horizon)) { (part) throws(PipelineError) in
        hasher.update(part)
        size += part.byteCount
        try output.append(part)
      }
    }
    return (hasher.finalize(), size)
  }

  private static func metadata(_ horizon: Int) -> [(String, String)] {
    [("mlpipe.version", CodeVersion.current), ("mlpipe.horizon", String(horizon))]
  }

  private static func columns(_ table: FeatureTable) -> ParquetFile.Columns {
    var columns: ParquetFile.Columns = [
      ("symbol", .string(table.symbols.filter { $0.rows > 0 }.map { (text: $0.name, rows: $0.rows) })),
      ("date", .date(table.days)),
    ]
    for (name, values) in zip(FeatureTable.names, table.features) { columns.append((name, .float(values))) }
    columns += [
      ("close", .double(table.close)), ("forward_return", .double(table.forwardReturn)),
      ("label", .int32(table.label)), ("label_date", .date(table.labelDay)),
    ]
    return columns
  }

  /// The day of each row whose label is known, without reading the features.
  public static func labelledDays(_ bytes: [UInt8], name: String) throws(PipelineError) -> [TradingDay] {
    let columns = try ParquetFile.decode(bytes, name: name) { $0 == "date" || $0 == "label" }
    guard columns.count == 2, case .date(let days) = columns[0].values,
      case .int32(let labels) = columns[1].values, days.count == labels.count
    else {
      throw PipelineError(
        .input, "no columns 'date' and 'label'", at: name,
        fix: "run 'mlpipe transform' again with this version")
    }
    return zip(days, labels).filter { $0.1 >= 0 }.map(\.0)
  }

  /// - Parameter horizon: what the reader expects is not checked here but through the manifest.
  public static func decode(_ bytes: [UInt8], name: String) throws(PipelineError) -> FeatureTable {
    var columns: [String: ParquetColumn] = [:]
    for column in try ParquetFile.decode(bytes, name: name) { columns[column.name] = column.values }
    func column(_ wanted: String) throws(PipelineError) -> ParquetColumn {
      guard let values = columns[wanted] else {
        throw PipelineError(
          .input, "no column '\(wanted)'", at: name, fix: "run 'mlpipe transform' again with this version")
      }
      return values
    }
    func mistyped(_ wanted: String) -> PipelineError {
      PipelineError(.input, "column '\(wanted)' has another type than expected", at: name)
    }
    var table = FeatureTable()
    guard case .string(let symbols) = try column("symbol") else { throw mistyped("symbol") }
    guard case .date(let days) = try column("date") else { throw mistyped("date") }
    guard case .double(let close) = try column("close") else { throw mistyped("close") }
    guard case .double(let forward) = try column("forward_return") else { throw mistyped("forward_return") }
    guard case .int32(let label) = try column("label") else { throw mistyped("label") }
    guard case .date(let labelDay) = try column("label_date") else { throw mistyped("label_date") }
    table.symbols = symbols.map { (name: $0.text, rows: $0.rows) }
    table.days = days
    table.close = close
    table.forwardReturn = forward
    table.label = label
    table.labelDay = labelDay
    for (index, wanted) in FeatureTable.names.enumerated() {
      guard case .float(let values) = try column(wanted) else { throw mistyped(wanted) }
      table.features[index] = values
    }
    let counts =
      table.features.map(\.count) + [
        close.count, forward.count, label.count, labelDay.count, table.symbols.reduce(0) { $0 + $1.rows },
      ]
    guard counts.allSatisfy({ $0 == days.count }) else {
      throw PipelineError(.input, "columns differ in length", at: name)
    }
    return table
  }
}
