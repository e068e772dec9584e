import PipelineCore
import Testing

@testable import Training

@Suite struct LeakCheckTests {
  private func split(_ set: TrainingSet) throws -> WalkForward {
    try WalkForward(set, foldCount: 4, embargo: 5, holdoutShare: 0.2)
  }

  /// A feature that is the coming return under so much noise.
  private func plant(_ noise: Double) -> (inout FeatureTable) -> Void {
    { table in
      var stream = SplitMix64(seed: 4)
      for row in 0..<table.rowCount {
        let known = table.forwardReturn[row].isNaN ? 0 : table.forwardReturn[row]
        table.features[2][row] = Float(known + noise * stream.normal())
      }
    }
  }

  private func message(_ set: TrainingSet) throws -> String? {
    let days = try split(set).judgedDays
    do throws(PipelineError) {
      try LeakCheck.features(set, days, horizon: 5)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `a feature that all but is the label is reported by name, on a short history too`() throws {
    let set = try WalkForwardTests.set(symbols: 4, days: 240, plant: plant(0.001))
    #expect(
      try message(set)?.hasPrefix("a leak: feature 'ret_20' alone ranks the labels with AUC 0.9") == true)
  }

  @Test func `a weak leak is caught on a long history`() throws {
    let set = try WalkForwardTests.set(symbols: 40, days: 1200, plant: plant(0.05))
    #expect(
      try message(set)?.hasPrefix("a leak: feature 'ret_20' alone ranks the labels with AUC 0.7498") == true)
  }

  @Test func `a clean market is not taken for one, however few its rows`() throws {
    for seed in 0..<60 as Range<UInt64> {
      let set = try WalkForwardTests.set(
        symbols: 1 + Int(seed % 4), days: 180 + 20 * Int(seed % 7), seed: seed)
      #expect(try message(set) == nil)
    }
  }

  @Test func `a training label from inside the test days is reported with its day`() throws {
    var set = try WalkForwardTests.set()
    let fold = try split(set).folds[0]
    let row = set.rows(of: fold.trainDays).upperBound - 1
    set.labelDays[row] = set.days[fold.testDays.lowerBound]
    let day = set.days[Int(set.dayIndex[row])]
    let fault = #expect(throws: PipelineError.self) { try LeakCheck.labels(set, fold) }
    #expect(
      fault?.message
        == "a leak: the label of training day \(day) is decided on \(set.labelDays[row]), inside the test days"
    )
  }
}
