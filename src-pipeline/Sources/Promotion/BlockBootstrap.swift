internal import Foundation
internal import PipelineCore
internal import Training

/// Paired, moving-block bootstrap by day: both models are scored on the same resampled days, in blocks that keep
/// neighbouring days together.
///
/// Source: Künsch, "The jackknife and the bootstrap for general stationary observations", 1989.
struct BlockBootstrap {
  let rules: GateRules
  private let dayOfRow: [Int]
  private let dayCount: Int
  private let labels: [Float]

  init(_ holdout: Holdout, rules: GateRules) {
    self.rules = rules
    labels = holdout.labels
    var days: [TradingDay: Int] = [:]
    dayOfRow = holdout.days.map { day in
      let index = days[day] ?? days.count
      days[day] = index
      return index
    }
    dayCount = days.count
  }

  /// O(resamples × rows), after one sort per model.
  func differences(_ challenger: [Float], _ champion: [Float]) -> (auc: Interval, logLoss: Interval) {
    let challengerOrder = ScoreOrder.rows(challenger)
    let championOrder = ScoreOrder.rows(champion)
    let lossByDay = lossDifferenceByDay(challenger, champion)
    var stream = SplitMix64(seed: rules.seed)
    var aucs: [Double] = []
    var losses: [Double] = []
    for _ in 0..<rules.resamples {
      let days = dayWeights(&stream)
      let weights = dayOfRow.map { days[$0] }
      let auc =
        Metrics.auc(challenger, labels, order: challengerOrder, weights: weights)
        - Metrics.auc(champion, labels, order: championOrder, weights: weights)
      if auc.isFinite { aucs.append(auc) }
      var loss = 0.0
      var rows = 0.0
      for (weight, day) in zip(days, lossByDay) {
        loss += weight * day.sum
        rows += weight * day.rows
      }
      losses.append(loss / max(rows, 1))
    }
    return (interval(aucs), interval(losses))
  }

  /// How often each day is drawn.
  private func dayWeights(_ stream: inout SplitMix64) -> [Double] {
    var weights = [Double](repeating: 0, count: dayCount)
    let length = min(rules.blockLength, dayCount)
    var drawn = 0
    while drawn < dayCount {
      let start = Int(stream.uniform() * Double(dayCount - length + 1))
      for day in start..<(start + min(length, dayCount - drawn)) { weights[day] += 1 }
      drawn += length
    }
    return weights
  }

  private func lossDifferenceByDay(
    _ challenger: [Float], _ champion: [Float]
  ) -> [(sum: Double, rows: Double)] {
    var days = [(sum: Double, rows: Double)](repeating: (0, 0), count: dayCount)
    for row in labels.indices {
      let label = [labels[row]]
      days[dayOfRow[row]].sum +=
        Metrics.logLoss([challenger[row]], label) - Metrics.logLoss([champion[row]], label)
      days[dayOfRow[row]].rows += 1
    }
    return days
  }

  private func interval(_ values: [Double]) -> Interval {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return Interval(low: .nan, high: .nan) }
    func quantile(_ share: Double) -> Double { sorted[Int(share * Double(sorted.count - 1))] }
    return Interval(low: quantile(0.05), high: quantile(0.95))
  }
}
