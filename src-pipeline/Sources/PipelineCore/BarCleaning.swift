/// What one symbol's rows needed before they could be used; every row that is not in the result is counted here.
public struct DataQuality: Codable, Equatable, Sendable {
  public var symbol: String
  public var rowsRead = 0
  public var rowsKept = 0
  public var firstDay: String?
  public var lastDay: String?
  /// A price or the volume was empty or NaN: the row is dropped.
  public var missingValues = 0
  /// A price of zero or less, a negative volume, or an infinite value: the row is dropped.
  public var impossibleValues = 0
  /// Low above high, or open or close outside low...high by more than rounding: the row is dropped.
  public var inconsistentRanges = 0
  /// The same day again: the later row wins, as a correction.
  public var duplicates = 0
  /// A row earlier than the one before it: sorted into place.
  public var outOfOrder = 0
  /// Moved to another day by the zone offset of its time stamp.
  public var shiftedToUTC = 0
  /// Days missing inside the history: weekdays, or every day for a symbol that also trades on weekends.
  public var missingDays = 0
  /// Longest run of missing days.
  public var longestGap = 0
  /// An overnight jump by a whole ratio, taken for a split: everything before is rescaled.
  public var splits: [String] = []
  public var ignoredColumns: [String] = []

  public init(symbol: String) {
    self.symbol = symbol
  }

  /// Too few days for a single row of features.
  public var isTooShort: Bool { rowsKept <= FeatureTable.warmUp }

  /// Nothing had to be dropped, moved or rescaled, no day is missing, and there is a row of features.
  public var isClean: Bool {
    !isTooShort && rowsRead == rowsKept && outOfOrder == 0 && shiftedToUTC == 0 && missingDays == 0
      && splits.isEmpty
  }
}

/// Turns rows as fetched into a history that features may rely on, and counts what it did.
public enum BarCleaning {
  /// Ratios that companies split or merge their shares by; a jump must be within 3 % of one.
  static let splitRatios: [Double] = [2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 40, 50, 100]

  /// O(n log n) when rows are out of order, O(n) otherwise.
  public static func clean(
    _ raw: consuming RawBars, symbol: String
  ) -> (history: PriceHistory, quality: DataQuality) {
    var quality = DataQuality(symbol: symbol)
    quality.rowsRead = raw.bars.count
    quality.shiftedToUTC = raw.shiftedToUTC
    quality.ignoredColumns = raw.ignoredColumns
    var bars = raw.bars
    raw = RawBars()  // so that the rows have one owner, and are changed where they are
    bars.removeAll { !isUsable($0, &quality) }
    sort(&bars, &quality)
    dropDuplicates(&bars, &quality)
    countGaps(bars, &quality)
    adjustSplits(&bars, &quality)
    quality.rowsKept = bars.count
    quality.firstDay = bars.first?.day.description
    quality.lastDay = bars.last?.day.description
    return (PriceHistory(symbol: symbol, bars: bars), quality)
  }

  private static func isUsable(_ bar: DailyBar, _ quality: inout DataQuality) -> Bool {
    if bar.open.isNaN || bar.high.isNaN || bar.low.isNaN || bar.close.isNaN || bar.volume.isNaN {
      quality.missingValues += 1
      return false
    }
    let smallest = min(min(bar.open, bar.high), min(bar.low, bar.close))
    let largest = max(max(bar.open, bar.high), max(bar.low, bar.close))
    guard smallest > 0, largest.isFinite, bar.volume >= 0, bar.volume.isFinite else {
      quality.impossibleValues += 1
      return false
    }
    let tolerance = 1e-6 * largest
    guard largest <= bar.high + tolerance, smallest >= bar.low - tolerance else {
      quality.inconsistentRanges += 1
      return false
    }
    return true
  }

  private static func sort(_ bars: inout [DailyBar], _ quality: inout DataQuality) {
    for index in bars.indices.dropFirst() where bars[index].day < bars[index - 1].day {
      quality.outOfOrder += 1
    }
    guard quality.outOfOrder > 0 else { return }
    let order = bars.indices.sorted { (bars[$0].day, $0) < (bars[$1].day, $1) }
    bars = order.map { bars[$0] }
  }

  private static func dropDuplicates(_ bars: inout [DailyBar], _ quality: inout DataQuality) {
    guard bars.indices.dropFirst().contains(where: { bars[$0].day == bars[$0 - 1].day }) else { return }
    var kept: [DailyBar] = []
    kept.reserveCapacity(bars.count)
    for bar in bars {
      if let last = kept.last, last.day == bar.day {
        quality.duplicates += 1
        kept[kept.count - 1] = bar
      } else {
        kept.append(bar)
      }
    }
    bars = kept
  }

  private static func countGaps(_ bars: [DailyBar], _ quality: inout DataQuality) {
    // A stray weekend row (moved there by its zone) does not make a weekend market: that has two days in seven.
    let tradesOnWeekends = bars.count { $0.day.isWeekend } * 7 > bars.count
    for index in bars.indices.dropFirst()
    where bars[index].day.daysSince1970 - bars[index - 1].day.daysSince1970 > 1 {
      var missing = 0
      var day = bars[index - 1].day.advanced(by: 1)
      while day < bars[index].day {
        if tradesOnWeekends || !day.isWeekend { missing += 1 }
        day = day.advanced(by: 1)
      }
      quality.missingDays += missing
      quality.longestGap = max(quality.longestGap, missing)
    }
  }

  /// The last price of a history is left as it trades; earlier ones are divided by the ratio, volume multiplied.
  private static func adjustSplits(_ bars: inout [DailyBar], _ quality: inout DataQuality) {
    var factor = 1.0
    var found: [String] = []
    for index in bars.indices.dropFirst().reversed() {
      let jump = bars[index - 1].close / bars[index].open
      scale(&bars[index], by: factor)
      if let ratio = splitRatio(jump) {
        factor *= ratio
        let wording = ratio >= 1 ? "\(Int(ratio)):1" : "1:\(Int((1 / ratio).rounded()))"
        found.append("\(bars[index].day) \(wording)")
      }
    }
    if !bars.isEmpty { scale(&bars[0], by: factor) }
    quality.splits = found.reversed()
  }

  private static func scale(_ bar: inout DailyBar, by factor: Double) {
    guard factor != 1 else { return }
    bar.open /= factor
    bar.high /= factor
    bar.low /= factor
    bar.close /= factor
    bar.volume *= factor
  }

  /// The split ratio that explains `jump` (close before ÷ open after), or nil: over 2 for a split, under 1/2 for
  /// a reverse split.
  static func splitRatio(_ jump: Double) -> Double? {
    guard jump > 1.9 || jump < 1 / 1.9 else { return nil }
    let size = jump > 1 ? jump : 1 / jump
    guard let ratio = splitRatios.first(where: { (size / $0 - 1).magnitude < 0.03 }) else { return nil }
    return jump > 1 ? ratio : 1 / ratio
  }
}
