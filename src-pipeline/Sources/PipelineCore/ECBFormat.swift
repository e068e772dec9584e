/// The European Central Bank's reference rates: one observation a day and series.
enum ECBFormat {
  /// Source: ECB data portal, SDMX 2.1 REST, `format=csvdata`: columns `TIME_PERIOD` and `OBS_VALUE` among others.
  /// A rate has no range and no volume: open, high, low and close are the rate, volume is zero.
  static func rates(_ bytes: [UInt8], name: String) throws(PipelineError) -> RawBars {
    var rows = CSVRows(bytes: bytes)
    let head = rows.next()?.map { rows.text($0) } ?? []
    guard let day = head.firstIndex(of: "TIME_PERIOD"), let rate = head.firstIndex(of: "OBS_VALUE") else {
      throw PipelineError(.input, "no columns TIME_PERIOD and OBS_VALUE: not an ECB rate file", at: name)
    }
    var result = RawBars()
    while let row = rows.next() {
      if row.count == 1, row[0].isEmpty { continue }
      guard row.count == head.count, let stamp = Timestamp(bytes[row[day]]) else {
        throw PipelineError(.input, "row is cut off or has no date", at: "\(name):\(rows.line)")
      }
      let text = rows.text(row[rate])
      guard let value = text.isEmpty || text == "NaN" ? Double.nan : DecimalNumber.parse(bytes, row[rate])
      else {
        throw PipelineError(.input, "OBS_VALUE '\(text)' is no number", at: "\(name):\(rows.line)")
      }
      result.bars.append(
        DailyBar(day: stamp.day, open: value, high: value, low: value, close: value, volume: 0))
    }
    return result
  }
}
