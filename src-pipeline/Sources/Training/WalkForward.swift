public import PipelineCore

/// One step of an expanding walk-forward: train on everything known before the test days begin.
public struct Fold: Equatable, Sendable {
  /// Indices into `TrainingSet.days`.
  public let trainDays: Range<Int>
  public let testDays: Range<Int>
}

/// How the days are divided: folds for judging, then a hold-out that training never sees.
public struct WalkForward: Sendable {
  public let folds: [Fold]
  /// The days that the shipped model is trained on.
  public let finalTrainDays: Range<Int>
  public let holdoutDays: Range<Int>
  /// All days before the hold-out: those that the folds learn from and are tested on.
  public var judgedDays: Range<Int> { 0..<holdoutDays.lowerBound }

  /// - Parameters:
  ///   - foldCount: test windows, of equal length, after the first two fifths of the days.
  ///   - embargo: days left out between training and test, on top of those whose label would reach into it.
  ///   - holdoutShare: of all days, at the end.
  public init(
    _ set: TrainingSet, foldCount: Int, embargo: Int, holdoutShare: Double
  ) throws(PipelineError) {
    let dayCount = set.days.count
    let holdoutStart = dayCount - Int(Double(dayCount) * holdoutShare)
    let firstTest = holdoutStart * 2 / 5
    guard holdoutStart < dayCount, (holdoutStart - firstTest) / foldCount >= 5 else {
      throw PipelineError(
        .input, "\(dayCount) labelled days are too few for \(foldCount) folds and a hold-out",
        fix: "fetch a longer history (--days), or use fewer --folds")
    }
    let reach = Self.labelReach(set)
    var folds: [Fold] = []
    for fold in 0..<foldCount {
      let start = firstTest + (holdoutStart - firstTest) * fold / foldCount
      let end = firstTest + (holdoutStart - firstTest) * (fold + 1) / foldCount
      // Test labels too must be known before the hold-out begins, or the folds would see into it.
      let train = Self.end(before: set.days[start], index: start, reach, embargo)
      folds.append(Fold(trainDays: 0..<train, testDays: start..<end))
    }
    let train = Self.end(before: set.days[holdoutStart], index: holdoutStart, reach, embargo)
    guard let first = folds.first, first.trainDays.count >= 20 else {
      throw PipelineError(
        .input, "only \(folds.first?.trainDays.count ?? 0) days are left to train the first fold on",
        fix: "fetch a longer history (--days), or use a shorter --embargo or --horizon")
    }
    self.folds = folds
    finalTrainDays = 0..<train
    holdoutDays = holdoutStart..<dayCount
  }

  /// The latest day that decides a label of any row up to and including each day.
  private static func labelReach(_ set: TrainingSet) -> [TradingDay] {
    var latest = TradingDay(daysSince1970: .min)
    return set.days.indices.map { day in
      for row in set.rows(of: day..<(day + 1)) { latest = max(latest, set.labelDays[row]) }
      return latest
    }
  }

  private static func end(
    before test: TradingDay, index: Int, _ reach: [TradingDay], _ embargo: Int
  ) -> Int {
    let known = reach[..<index].firstIndex { $0 >= test } ?? index
    return max(0, min(known, index) - embargo)
  }
}
