#if _endian(big)
  #error("Parquet is little-endian, and numbers are written as they lie in memory")
#endif

/// A column of a flat table without nulls.
public enum ParquetColumn: Equatable, Sendable {
  /// `DATE`: days since 1970-01-01.
  case date([TradingDay])
  case int32([Int32])
  case float([Float])
  case double([Double])
  /// UTF-8, as (text, how many rows in a row): symbols come in long runs.
  case string([(text: String, rows: Int)])

  public static func == (left: ParquetColumn, right: ParquetColumn) -> Bool {
    switch (left, right) {
    case (.date(let a), .date(let b)): a == b
    case (.int32(let a), .int32(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.double(let a), .double(let b)): a == b
    case (.string(let a), .string(let b)): a.elementsEqual(b, by: ==)
    case (.date, _), (.int32, _), (.float, _), (.double, _), (.string, _): false
    }
  }

  public var count: Int {
    switch self {
    case .date(let values): values.count
    case .int32(let values): values.count
    case .float(let values): values.count
    case .double(let values): values.count
    case .string(let runs): runs.reduce(0) { $0 + $1.rows }
    }
  }

  /// Bytes that the values take at most once compressed; strings, which come in runs, all but vanish.
  var sizeEstimate: Int {
    switch self {
    case .date, .int32, .float: 4 * count
    case .double: 8 * count
    case .string: 0
    }
  }

  /// Parquet's physical type number.
  var physicalType: Int {
    switch self {
    case .date, .int32: 1
    case .float: 4
    case .double: 5
    case .string: 6
    }
  }

  /// Parquet's older annotation, which every reader knows: UTF8 is 0, DATE is 6.
  var convertedType: Int? {
    switch self {
    case .date: 6
    case .string: 0
    case .int32, .float, .double: nil
    }
  }

  /// The values in Parquet's PLAIN encoding: little-endian, strings after their length. Numbers are read where they
  /// are, not copied.
  func withPlainBytes<Result>(_ body: (RawSpan) throws(PipelineError) -> Result) throws(PipelineError)
    -> Result
  {
    switch self {
    case .date(let values): return unsafe try body(values.span.bytes)
    case .int32(let values): return unsafe try body(values.span.bytes)
    case .float(let values): return unsafe try body(values.span.bytes)
    case .double(let values): return unsafe try body(values.span.bytes)
    case .string(let runs):
      var bytes: [UInt8] = []
      bytes.reserveCapacity(runs.reduce(0) { $0 + $1.rows * (4 + $1.text.utf8.count) })
      for run in runs {
        let length = UInt32(run.text.utf8.count)
        let one = (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array(run.text.utf8)
        let many = Array(repeatElement(one, count: min(64, run.rows)).joined())
        for _ in 0..<(run.rows / 64) { bytes.append(contentsOf: many) }
        bytes.append(contentsOf: many.prefix(run.rows % 64 * one.count))
      }
      return unsafe try body(bytes.span.bytes)
    }
  }

  /// From a compressed page, straight into the values' own memory; nil when it does not hold exactly `count` of the type.
  static func decode(
    _ page: ArraySlice<UInt8>, plainSize: Int, count: Int, physicalType: Int, isDate: Bool, name: String
  ) throws(PipelineError) -> ParquetColumn? {
    func values<Value: BitwiseCopyable>(_ type: Value.Type) throws(PipelineError) -> [Value]? {
      guard plainSize == count * MemoryLayout<Value>.stride else { return nil }
      return try Zstandard.decompress(page, into: type, count: count, name: name)
    }
    switch physicalType {
    case 1:
      return isDate ? try values(TradingDay.self).map(Self.date) : try values(Int32.self).map(Self.int32)
    case 4: return try values(Float.self).map(Self.float)
    case 5: return try values(Double.self).map(Self.double)
    case 6:
      return strings(try Zstandard.decompress(page, into: UInt8.self, count: plainSize, name: name), count)
    default: return nil
    }
  }

  private static func strings(_ bytes: [UInt8], _ count: Int) -> ParquetColumn? {
    var runs: [(text: String, rows: Int)] = []
    var previous: ArraySlice<UInt8> = []
    var offset = 0
    for _ in 0..<count {
      guard offset + 4 <= bytes.count else { return nil }
      let length = (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
      guard length <= bytes.count - offset - 4 else { return nil }
      let text = bytes[(offset + 4)..<(offset + 4 + length)]
      offset += 4 + length
      if text == previous, !runs.isEmpty {
        runs[runs.count - 1].rows += 1
      } else {
        runs.append((String(decoding: text, as: UTF8.self), 1))
        previous = text
      }
    }
    return offset == bytes.count ? .string(runs) : nil
  }
}
