import PipelineCore
import Testing

@testable import XGBoost

/// Set up once: these tests need libxgboost (Debian's libxgboost-dev or the wheel) and are skipped without it.
let isXGBoostInstalled: Bool = {
  do {
    let runtime = try XGBoostRuntime()
    print("XGBoost \(runtime.version) from \(runtime.path)")
    return true
  } catch {
    print("skipped: \(error)")
    return false
  }
}()

@Suite(.enabled(if: isXGBoostInstalled, "libxgboost is not installed"))
struct TreeEnsembleTests {
  private let width = 5

  /// Rows with a learnable rule, a tenth of the values missing.
  private func rows(_ count: Int, seed: UInt64) -> (values: [Float], labels: [Float]) {
    var stream = SplitMix64(seed: seed)
    var values: [Float] = []
    var labels: [Float] = []
    for _ in 0..<count {
      let row = (0..<width).map { _ in stream.uniform() < 0.1 ? Float.nan : Float(stream.normal()) }
      let signal = row.prefix(3).reduce(0) { $1.isNaN ? $0 : $0 + $1 }
      values += row
      labels.append(signal + Float(stream.normal()) > 0 ? 1 : 0)
    }
    return (values, labels)
  }

  private func model(threads: Int = 1, depth: Int = 6, seed: UInt64 = 1) throws -> [UInt8] {
    let data = rows(3000, seed: seed)
    let runtime = try XGBoostRuntime()
    let matrix = try runtime.matrix(
      values: data.values.span, columnCount: width, labels: data.labels, threads: threads)
    let booster = try runtime.booster(
      for: [matrix],
      parameters: [
        ("objective", "binary:logistic"), ("tree_method", "hist"), ("base_score", "0.3"),
        ("max_depth", "\(depth)"), ("nthread", "\(threads)"), ("seed", "3"),
      ])
    for round in 0..<40 { try booster.update(round: round, on: matrix) }
    try booster.setFeatureNames((0..<width).map { "f\($0)" })
    return try booster.modelBytes()
  }

  @Test(arguments: [1, 3, 8])
  func `predictions equal libxgboost's bit for bit, with missing values and extremes`(depth: Int) throws {
    let bytes = try model(depth: depth)
    let ensemble = try TreeEnsemble(modelBytes: bytes, name: "m")
    var values = rows(20_000, seed: 9).values
    for (index, extreme) in [Float.greatestFiniteMagnitude, -1e38, 0, -0.0, .leastNonzeroMagnitude]
      .enumerated()
    {
      values[index * 7] = extreme
    }
    let expected = try XGBoostRuntime().predictions(model: bytes, values: values, columnCount: width)
    let found = ensemble.probabilities(values)
    #expect(found.map(\.bitPattern) == expected.map(\.bitPattern))
    #expect(Set(found).count > 2 * depth)
  }

  @Test func `a value exactly on a threshold goes the same way`() throws {
    let bytes = try model()
    let ensemble = try TreeEnsemble(modelBytes: bytes, name: "m")
    let document = try #require(UniversalBinaryJSON(bytes))
    let trees = try #require(document["learner"]?["gradient_booster"]?["model"]?["trees"]?.array)
    var values: [Float] = []
    for tree in trees {
      let conditions = try #require(tree["split_conditions"]?.floats)
      for condition in conditions { values += [Float](repeating: condition, count: width) }
    }
    let expected = try XGBoostRuntime().predictions(model: bytes, values: values, columnCount: width)
    #expect(ensemble.probabilities(values).map(\.bitPattern) == expected.map(\.bitPattern))
  }

  @Test func `the same seed gives the same model bytes, on one thread and on two`() throws {
    let first = try model()
    #expect(try model() == first)
    #expect(try model(threads: 2) == first)
    #expect(try model(seed: 2) != first)
  }

  @Test func `names, counts and gains come from the model`() throws {
    let ensemble = try TreeEnsemble(modelBytes: model(), name: "m")
    #expect(ensemble.featureNames == ["f0", "f1", "f2", "f3", "f4"])
    #expect(ensemble.treeCount == 40)
    #expect(ensemble.meanGain[0] > 3 * ensemble.meanGain[4])
    #expect(ensemble.splitCounts.allSatisfy { $0 > 0 })
  }

  @Test func `no damaged model traps or hangs`() throws {
    let bytes = try model(depth: 3)
    for length in stride(from: 0, to: bytes.count, by: bytes.count / 200) {
      #expect(throws: PipelineError.self) {
        try TreeEnsemble(modelBytes: Array(bytes.prefix(length)), name: "m")
      }
    }
    var stream = SplitMix64(seed: 4)
    let row = [Float](repeating: 0.5, count: 100)
    for _ in 0..<2000 {
      var changed = bytes
      changed[Int(stream.next() % UInt64(bytes.count))] ^= UInt8(truncatingIfNeeded: stream.next() | 1)
      guard let ensemble = try? TreeEnsemble(modelBytes: changed, name: "m") else { continue }
      if ensemble.featureCount <= row.count { _ = ensemble.probability(row) }
    }
  }

  @Test func `bytes that are no model are refused with their name`() {
    #expect(
      throws: PipelineError(
        .input, "not a whole XGBoost model in UBJSON", at: "model.ubj",
        fix: "give a binary:logistic gbtree model saved as .ubj")
    ) { try TreeEnsemble(modelBytes: Array("<html>".utf8), name: "model.ubj") }
  }
}
