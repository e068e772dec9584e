internal import Foundation

/// Figures of merit of probabilities against labels of 0 and 1.
public enum Metrics {
  /// Area under the ROC curve, ties counted half; NaN when one class is missing or a score is NaN. O(n).
  public static func auc(_ scores: [Float], _ labels: [Float]) -> Double {
    let pairs = zip(scores, labels)
    let positives = ScoreOrder.keys(pairs.lazy.filter { $0.1 > 0.5 }.map(\.0))
    let negatives = ScoreOrder.keys(pairs.lazy.filter { !($0.1 > 0.5) }.map(\.0))
    guard let highest = positives.last, let other = negatives.last, max(highest, other) < .max else {
      return .nan
    }
    // Twice the wins, so that half a win for a tie stays a whole number.
    var wins = 0
    var (below, upTo) = (0, 0)
    for positive in positives {
      while below < negatives.count, negatives[below] < positive { below += 1 }
      upTo = max(upTo, below)
      while upTo < negatives.count, negatives[upTo] == positive { upTo += 1 }
      wins += below + upTo
    }
    return Double(wins) / 2 / (Double(positives.count) * Double(negatives.count))
  }

  /// With a whole-number weight per row, as a bootstrap draws it. O(n).
  ///
  /// - Parameter order: rows by ascending score (`ScoreOrder.rows`); a bootstrap sorts once.
  public static func auc(_ scores: [Float], _ labels: [Float], order: [Int], weights: [Double]) -> Double {
    guard let last = order.last, !scores[last].isNaN else { return .nan }
    var negativesBelow = 0.0
    var wins = 0.0
    var positives = 0.0
    var index = 0
    while index < order.count {
      let score = scores[order[index]]
      var tiedPositives = 0.0
      var tiedNegatives = 0.0
      while index < order.count, scores[order[index]] == score {
        let row = order[index]
        if labels[row] > 0.5 { tiedPositives += weights[row] } else { tiedNegatives += weights[row] }
        index += 1
      }
      wins += tiedPositives * (negativesBelow + tiedNegatives / 2)
      negativesBelow += tiedNegatives
      positives += tiedPositives
    }
    return positives > 0 && negativesBelow > 0 ? wins / (positives * negativesBelow) : .nan
  }

  /// Mean negative log-likelihood, probabilities kept 1e-7 away from 0 and 1.
  public static func logLoss(_ scores: [Float], _ labels: [Float]) -> Double {
    mean(scores, labels) { score, label in
      let clamped = min(max(score, 1e-7), 1 - 1e-7)
      return label > 0.5 ? -log(clamped) : -log(1 - clamped)
    }
  }

  /// Mean squared distance of probability and label.
  public static func brier(_ scores: [Float], _ labels: [Float]) -> Double {
    mean(scores, labels) { ($0 - $1) * ($0 - $1) }
  }

  /// Share of rows on the right side of 0.5.
  public static func accuracy(_ scores: [Float], _ labels: [Float]) -> Double {
    mean(scores, labels) { ($0 > 0.5) == ($1 > 0.5) ? 1 : 0 }
  }

  /// Mean distance of probability and frequency over ten equally filled bins.
  public static func calibrationError(_ bins: [CalibrationBin]) -> Double {
    let rows = bins.reduce(0) { $0 + $1.rows }
    return rows == 0
      ? .nan : bins.reduce(0) { $0 + Double($1.rows) * abs($1.predicted - $1.observed) } / Double(rows)
  }

  public static func calibration(_ scores: [Float], _ labels: [Float], binCount: Int = 10) -> [CalibrationBin]
  {
    let order = ScoreOrder.rows(scores)
    return (0..<binCount).compactMap { bin in
      let rows = order[(bin * order.count / binCount)..<((bin + 1) * order.count / binCount)]
      guard !rows.isEmpty else { return nil }
      return CalibrationBin(
        predicted: rows.reduce(0) { $0 + Double(scores[$1]) } / Double(rows.count),
        observed: rows.reduce(0) { $0 + Double(labels[$1]) } / Double(rows.count), rows: rows.count)
    }
  }

  /// Population stability index over ten bins that the reference fills evenly: below 0.1 stable, above 0.25 moved.
  public static func stabilityIndex(reference: [Float], current: [Float]) -> Double {
    guard !reference.isEmpty, !current.isEmpty else { return .nan }
    let sorted = ScoreOrder.keys(reference)
    var edges: [UInt32] = []
    for bin in 1..<10 {
      let edge = sorted[bin * sorted.count / 10]
      if edges.last != edge { edges.append(edge) }
    }
    /// The share of values below the first edge, from each edge to the next, and from the last on.
    func shares(_ sorted: [UInt32]) -> [Double] {
      let ends = edges.map { edge in sorted.partitioningIndex { $0 >= edge } } + [sorted.count]
      return zip([0] + ends, ends).map { max(Double($1 - $0) / Double(sorted.count), 1e-6) }
    }
    return zip(shares(sorted), shares(ScoreOrder.keys(current))).reduce(0) {
      $0 + ($1.1 - $1.0) * log($1.1 / $1.0)
    }
  }

  /// Four decimals, without the locale.
  public static func text(_ value: Double, decimals: Int = 4) -> String {
    guard value.isFinite else { return "\(value)" }
    let scale = pow(10, Double(decimals))
    let ticks = (abs(value) * scale).rounded()
    guard ticks < 0x1p53 else { return "\(value)" }
    let digits = String(Int(ticks))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = padded.dropLast(decimals)
    let sign = value < 0 && ticks > 0 ? "-" : ""
    return decimals == 0 ? sign + whole : "\(sign)\(whole).\(padded.suffix(decimals))"
  }

  private static func mean(
    _ scores: [Float], _ labels: [Float], _ loss: (Double, Double) -> Double
  ) -> Double {
    guard !scores.isEmpty else { return .nan }
    var sum = 0.0
    for (score, label) in zip(scores, labels) { sum += loss(Double(score), Double(label)) }
    return sum / Double(scores.count)
  }
}

/// Rows whose probabilities are neighbours.
public struct CalibrationBin: Codable, Equatable, Sendable {
  /// Mean probability.
  public let predicted: Double
  /// Share of ones.
  public let observed: Double
  public let rows: Int
}

extension [UInt32] {
  /// Where the elements begin that satisfy a condition which none before them does. O(log n).
  fileprivate func partitioningIndex(_ isBehind: (UInt32) -> Bool) -> Int {
    var (lower, upper) = (0, count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if isBehind(self[middle]) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
