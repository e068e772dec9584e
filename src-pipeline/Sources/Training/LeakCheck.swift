public import PipelineCore

/// Looks for knowledge of the future in what a fold is about to learn from.
public enum LeakCheck {
  /// No feature of daily prices ranks the next days' direction this well by itself; one that does has seen it.
  public static let suspiciousAUC = 0.70

  /// The label of a training row that is decided among the test days.
  public static func labels(_ set: TrainingSet, _ fold: Fold) throws(PipelineError) {
    let firstTest = set.days[fold.testDays.lowerBound]
    guard let row = set.rows(of: fold.trainDays).first(where: { set.labelDays[$0] >= firstTest }) else {
      return
    }
    let day = set.days[Int(set.dayIndex[row])]
    throw PipelineError(
      .input,
      "a leak: the label of training day \(day) is decided on \(set.labelDays[row]), inside the test days",
      fix: "raise --embargo to the horizon or more")
  }

  /// A feature that knows the label, judged on all the days that the folds learn from and are tested on.
  public static func features(_ set: TrainingSet, _ days: Range<Int>, horizon: Int) throws(PipelineError) {
    let rows = set.rows(of: days)
    let labels = Array(set.labels[rows])
    let blocks = blocks(set, days, horizon: horizon)
    try set.forEachColumn(of: rows) { (index, scores) throws(PipelineError) in
      let auc = Metrics.auc(scores, labels)
      guard auc.isFinite, max(auc, 1 - auc) > suspiciousAUC else { return }
      let certain = lowerBound(scores, labels, auc: auc, blocks: blocks)
      guard certain > suspiciousAUC else { return }
      throw PipelineError(
        .input,
        "a leak: feature '\(set.featureNames[index])' alone ranks the labels with AUC \(Metrics.text(auc)), surely "
          + "\(Metrics.text(certain)) or more",
        fix: "look for a later day's price in how the feature is computed")
    }
  }

  /// Up to ten spans of whole days, none shorter than a month or the horizon, as rows counted from the first. Rows of a
  /// day move together, so do days whose labels overlap, and a slow feature hardly moves within a month: what is
  /// independent, if anything is, is the span.
  private static func blocks(_ set: TrainingSet, _ days: Range<Int>, horizon: Int) -> [Range<Int>] {
    let count = min(10, days.count / max(21, horizon))
    let first = set.rows(of: days).lowerBound
    return (0..<count).map { block in
      let start = days.lowerBound + block * days.count / count
      let end = days.lowerBound + (block + 1) * days.count / count
      let rows = set.rows(of: start..<end)
      return (rows.lowerBound - first)..<(rows.upperBound - first)
    }
  }

  /// What the distance from one half surely reaches (one-sided 99 %), from leaving out one block after the other: a few
  /// symbols over a few weeks reach 0.8 by chance, a hundred over a year do not reach 0.6.
  private static func lowerBound(
    _ scores: [Float], _ labels: [Float], auc: Double, blocks: [Range<Int>]
  ) -> Double {
    let without = blocks.map { block in
      let kept = scores.indices.filter { !block.contains($0) }
      return Metrics.auc(kept.map { scores[$0] }, kept.map { labels[$0] })
    }.filter(\.isFinite)
    let found = max(auc, 1 - auc)
    // Less than half a year says nothing about its own error.
    guard without.count >= 6 else { return 0 }
    let count = Double(without.count)
    let mean = without.reduce(0, +) / count
    let spread = without.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * (count - 1) / count
    return found - studentQuantile[without.count - 6] * spread.squareRoot()
  }

  /// 99 % points of Student's t with 5, 6, … 9 degrees of freedom.
  private static let studentQuantile = [3.365, 3.143, 2.998, 2.896, 2.821]
}
