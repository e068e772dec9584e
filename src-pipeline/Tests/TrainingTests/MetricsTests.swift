import PipelineCore
import Testing

@testable import Training

@Suite struct MetricsTests {
  @Test func `AUC equals the share of ordered pairs, ties counted half`() {
    var stream = SplitMix64(seed: 5)
    for _ in 0..<20 {
      let scores = (0..<60).map { _ in Float((stream.uniform() * 10).rounded()) }
      let labels: [Float] = (0..<60).map { _ in stream.uniform() < 0.4 ? 1 : 0 }
      var pairs = 0.0
      var wins = 0.0
      for (a, positive) in zip(scores, labels) where positive == 1 {
        for (b, negative) in zip(scores, labels) where negative == 0 {
          pairs += 1
          wins += a > b ? 1 : a == b ? 0.5 : 0
        }
      }
      #expect(abs(Metrics.auc(scores, labels) - wins / pairs) < 1e-12)
    }
  }

  @Test func `a weight counts a row so many times`() {
    let scores: [Float] = [0.2, 0.4, 0.4, -0.1, 0.9, 0, -0.0]
    let labels: [Float] = [0, 1, 0, 0, 1, 1, 0]
    let weights: [Double] = [1, 2, 0, 3, 1, 2, 1]
    let drawn = scores.indices.flatMap { Array(repeating: $0, count: Int(weights[$0])) }
    #expect(
      Metrics.auc(scores, labels, order: ScoreOrder.rows(scores), weights: weights)
        == Metrics.auc(drawn.map { scores[$0] }, drawn.map { labels[$0] }))
  }

  @Test func `a score that is no number leaves no AUC`() {
    let scores: [Float] = [0.1, .nan, 0.9]
    let labels: [Float] = [0, 1, 1]
    #expect(Metrics.auc(scores, labels).isNaN)
    #expect(
      Metrics.auc(scores, labels, order: ScoreOrder.rows(scores), weights: [1, 1, 1]).isNaN)
  }

  @Test func `rows are ordered by score, equal ones by row, NaN last`() {
    let scores: [Float] = [3, -.nan, -1, .infinity, 0, -0.0, -.infinity, -1, .leastNonzeroMagnitude, 1e9]
    #expect(ScoreOrder.rows(scores) == [6, 2, 7, 4, 5, 8, 0, 9, 3, 1])
    var stream = SplitMix64(seed: 8)
    let many = (0..<5000).map { _ in Float(bitPattern: UInt32(truncatingIfNeeded: stream.next())) }.filter {
      !$0.isNaN
    }
    #expect(ScoreOrder.rows(many).map { many[$0] } == many.sorted())
  }

  @Test func `one class alone has no AUC`() {
    #expect(Metrics.auc([0.1, 0.9], [1, 1]).isNaN)
  }

  @Test func `loss figures of four rows`() {
    let scores: [Float] = [0.5, 0.25, 1, 0]
    let labels: [Float] = [1, 0, 1, 1]
    #expect(Metrics.text(Metrics.brier(scores, labels)) == "0.3281")
    #expect(Metrics.text(Metrics.accuracy(scores, labels)) == "0.5000")
    #expect(Metrics.text(Metrics.logLoss(scores, labels)) == "4.2747")
  }

  @Test func `the stability index is zero for equal data and grows with a shift`() {
    var stream = SplitMix64(seed: 6)
    let reference = (0..<5000).map { _ in Float(stream.normal()) }
    let same = (0..<5000).map { _ in Float(stream.normal()) }
    #expect(Metrics.stabilityIndex(reference: reference, current: reference) < 1e-6)
    #expect(Metrics.stabilityIndex(reference: reference, current: same) < 0.02)
    #expect(Metrics.stabilityIndex(reference: reference, current: same.map { $0 + 1 }) > 0.25)
  }

  @Test func `calibration bins are even and compare probability with frequency`() {
    let scores = (0..<100).map { Float($0) / 100 }
    let labels: [Float] = (0..<100).map { $0 < 50 ? 0 : 1 }
    let bins = Metrics.calibration(scores, labels, binCount: 2)
    #expect(bins.map(\.rows) == [50, 50])
    #expect(bins.map(\.observed) == [0, 1])
    #expect(Metrics.text(Metrics.calibrationError(bins)) == "0.2500")
  }

  @Test func `numbers print with fixed decimals`() {
    let shown = [0.5, -0.00001, 12.34567, -3.2, .nan].map { Metrics.text($0) }
    #expect(shown == ["0.5000", "0.0000", "12.3457", "-3.2000", "nan"])
  }
}
