/// Daily bars as comma-separated text: a header line, then one row a day.
///
/// Columns are found by name in any order and any case: `date` (or `timestamp`, `time`, `datetime`), `open`,
/// `high`, `low`, `close`, `volume`. Others are skipped and named in the quality report.
public enum BarCSV {
  public static let header = "date,open,high,low,close,volume\n"

  /// The pipeline's own form: prices with four decimals where that is exact, volume without.
  public static func encode(_ bars: [DailyBar]) -> [UInt8] {
    var text = Array(header.utf8)
    text.reserveCapacity(text.count + bars.count * 56)
    for bar in bars {
      text.append(contentsOf: bar.day.utf8)
      for price in [bar.open, bar.high, bar.low, bar.close] {
        text.append(UInt8(ascii: ","))
        DecimalNumber.append(price, decimals: 4, to: &text)
      }
      text.append(UInt8(ascii: ","))
      DecimalNumber.append(bar.volume, decimals: 0, to: &text)
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  /// Every row in file order, unchecked beyond its form: `BarCleaning` judges the values.
  ///
  /// A price that is empty, `NaN`, `null`, `N/A` or `-` reads as NaN. Anything else that is no number, and a row
  /// with too few columns, is an input error with file and line: a cut-off download must not pass as a short one.
  /// O(bytes).
  public static func decode(_ bytes: [UInt8], name: String) throws(PipelineError) -> RawBars {
    var rows = CSVRows(bytes: bytes)
    guard let head = rows.next() else {
      throw PipelineError(.input, "file is empty", at: name, fix: "fetch it again, or remove it")
    }
    let columns = try BarColumns(head.map { rows.text($0).lowercased() }, name: name)
    var result = RawBars()
    result.ignoredColumns = columns.ignored
    result.bars.reserveCapacity(bytes.count / 48)
    var plain = PlainBarRows(bytes)
    while true {
      if columns.isPlain { rows.skip(plain.read(from: rows.offset, into: &result.bars)) }
      guard let row = rows.next() else { break }
      if row.count == 1, row[0].isEmpty { continue }
      guard row.count == columns.count else {
        throw PipelineError(
          .input, "row has \(row.count) columns, the header \(columns.count)", at: "\(name):\(rows.line)",
          fix: "the file may be cut off: fetch it again")
      }
      let stamp = try day(rows.bytes, row[columns.date], name: name, line: rows.line)
      if stamp.isShifted { result.shiftedToUTC += 1 }
      var values: (Double, Double, Double, Double, Double) = (0, 0, 0, 0, 0)
      values.0 = try number(rows.bytes, row[columns.open], "open", name, rows.line)
      values.1 = try number(rows.bytes, row[columns.high], "high", name, rows.line)
      values.2 = try number(rows.bytes, row[columns.low], "low", name, rows.line)
      values.3 = try number(rows.bytes, row[columns.close], "close", name, rows.line)
      if let volume = columns.volume {
        values.4 = try number(rows.bytes, row[volume], "volume", name, rows.line)
      }
      result.bars.append(
        DailyBar(
          day: stamp.day, open: values.0, high: values.1, low: values.2, close: values.3, volume: values.4))
    }
    return result
  }

  private static func day(
    _ bytes: [UInt8], _ range: Range<Int>, name: String, line: Int
  ) throws(PipelineError) -> Timestamp {
    guard let stamp = Timestamp(bytes[range]) else {
      let text = String(decoding: bytes[range], as: UTF8.self)
      throw PipelineError(
        .input, "'\(text)' is no date", at: "\(name):\(line)",
        fix:
          "write 2024-01-31, 2024-01-31T09:30:00-05:00, or seconds, milliseconds or microseconds since 1970")
    }
    return stamp
  }

  private static func number(
    _ bytes: [UInt8], _ range: Range<Int>, _ column: String, _ name: String, _ line: Int
  ) throws(PipelineError) -> Double {
    if let value = DecimalNumber.parse(bytes, range) { return value }
    let text = String(decoding: bytes[range], as: UTF8.self)
    switch text.lowercased() {
    case "", "nan", "null", "n/a", "na", "-": return .nan
    default:
      throw PipelineError(
        .input, "\(column) '\(text)' is no number", at: "\(name):\(line)",
        fix: "write a decimal number such as 101.25, or leave the field empty")
    }
  }
}

/// Rows as a source gave them, with what was noticed while reading.
public struct RawBars: Equatable, Sendable {
  public var bars: [DailyBar] = []
  /// Timestamps with a zone offset that moved the row to another UTC day.
  public var shiftedToUTC = 0
  public var ignoredColumns: [String] = []

  public init() {}
}

/// Where the columns of a bar file are.
private struct BarColumns {
  let count: Int
  let date: Int
  let open: Int
  let high: Int
  let low: Int
  let close: Int
  let volume: Int?
  let ignored: [String]
  /// The six columns of `BarCSV.header` in its order and no others.
  var isPlain: Bool {
    count == 6 && date == 0 && open == 1 && high == 2 && low == 3 && close == 4 && volume == 5
  }

  init(_ names: [String], name: String) throws(PipelineError) {
    func index(_ accepted: [String]) throws(PipelineError) -> Int {
      guard let index = names.firstIndex(where: accepted.contains) else {
        throw PipelineError(
          .input, "no column '\(accepted[0])' among: \(names.joined(separator: ", "))", at: "\(name):1",
          fix: "name the columns date,open,high,low,close,volume in the first line")
      }
      return index
    }
    count = names.count
    date = try index(["date", "timestamp", "time", "datetime"])
    open = try index(["open"])
    high = try index(["high"])
    low = try index(["low"])
    close = try index(["close"])
    volume = try index(["volume", "vol"])
    let used = [date, open, high, low, close, volume ?? -1]
    ignored = names.indices.filter { !used.contains($0) }.map { names[$0] }
  }
}

/// Splits comma-separated text into rows of byte ranges; handles CRLF and quoted fields without commas inside
/// quotes doubled (market data has none).
struct CSVRows {
  let bytes: [UInt8]
  private(set) var offset: Int
  /// 1-based, of the row returned last.
  private(set) var line = 0
  private var fields: [Range<Int>] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> [Range<Int>]? {
    guard offset < bytes.count else { return nil }
    line += 1
    fields.removeAll(keepingCapacity: true)
    var start = offset
    var isQuoted = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: "\n") {
        break
      } else if byte == UInt8(ascii: ","), !isQuoted {
        fields.append(field(start, offset))
        start = offset + 1
      }
      offset += 1
    }
    fields.append(field(start, offset))
    offset += 1
    return fields
  }

  /// Rows that were read by other means, and where the next one begins.
  mutating func skip(_ read: (rows: Int, offset: Int)) {
    line += read.rows
    offset = read.offset
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func field(_ start: Int, _ end: Int) -> Range<Int> {
    var lower = start
    var upper = end
    while upper > lower, bytes[upper - 1] == 0x0D || bytes[upper - 1] == 0x20 { upper -= 1 }
    while lower < upper, bytes[lower] == 0x20 { lower += 1 }
    if upper - lower >= 2, bytes[lower] == UInt8(ascii: "\""), bytes[upper - 1] == UInt8(ascii: "\"") {
      lower += 1
      upper -= 1
    }
    return lower..<upper
  }
}
