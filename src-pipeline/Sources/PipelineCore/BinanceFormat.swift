internal import Foundation

/// Klines as Binance publishes them: `open time, open, high, low, close, volume, close time, …`.
enum BinanceFormat {
  /// Source: github.com/binance/binance-public-data. The files have no header; some later ones do.
  static func archive(_ bytes: [UInt8], name: String) throws(PipelineError) -> RawBars {
    let (entry, text) = try ZipFile.onlyEntry(bytes, name: name)
    var rows = CSVRows(bytes: text)
    var result = RawBars()
    while let row = rows.next() {
      if row.count == 1, row[0].isEmpty { continue }
      if rows.line == 1, rows.text(row[0]).hasPrefix("open") { continue }
      let place = "\(name)!\(entry):\(rows.line)"
      guard row.count >= 6, let stamp = Timestamp(text[row[0]]) else {
        throw PipelineError(.input, "not a kline: fewer than six columns or no time", at: place)
      }
      result.bars.append(try bar(stamp, row[1...5].map { DecimalNumber.parse(text, $0) }, place))
    }
    return result
  }

  static func klines(_ bytes: [UInt8], name: String) throws(PipelineError) -> RawBars {
    guard let rows = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [[Any]] else {
      throw PipelineError(.input, "not an array of klines: \(excerpt(bytes))", at: name)
    }
    var result = RawBars()
    for (index, row) in rows.enumerated() {
      let place = "\(name)[\(index)]"
      guard row.count >= 6, let time = row[0] as? Int, let stamp = Timestamp(Array("\(time)".utf8)[...])
      else {
        throw PipelineError(.input, "not a kline: fewer than six fields or no time", at: place)
      }
      result.bars.append(try bar(stamp, row[1...5].map { ($0 as? String).flatMap(Double.init) }, place))
    }
    return result
  }

  private static func bar(
    _ stamp: Timestamp, _ values: [Double?], _ place: String
  ) throws(PipelineError) -> DailyBar {
    let numbers = values.compactMap { $0 }
    guard numbers.count == 5 else {
      throw PipelineError(.input, "a price or the volume is no number", at: place)
    }
    return DailyBar(
      day: stamp.day, open: numbers[0], high: numbers[1], low: numbers[2], close: numbers[3],
      volume: numbers[4])
  }

  private static func excerpt(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix(80), as: UTF8.self)
  }
}
