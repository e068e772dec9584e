import Foundation
import PipelineCore
import Testing

@testable import Training

@Suite struct WalkForwardTests {
  /// - Parameter plant: changes the features before training sees them.
  static func set(
    symbols: Int = 12, days: Int = 400, horizon: Int = 5, seed: UInt64 = 1,
    plant: (inout FeatureTable) -> Void = { _ in }
  ) throws -> TrainingSet {
    let market = SyntheticMarket(symbolCount: symbols, dayCount: days, seed: seed)
    var table = FeatureTable()
    for index in 0..<symbols {
      table.append(
        market.history(index, days: market.days, marketShocks: market.marketShocks), horizon: horizon)
    }
    plant(&table)
    return try TrainingSet(
      partCount: 1, scratch: NSTemporaryDirectory(),
      labelledDays: { _ in table.days.indices.filter { table.label[$0] >= 0 }.map { table.days[$0] } },
      part: { _ in table })
  }

  @Test func `rows ascend by day and each keeps its values`() throws {
    let set = try Self.set()
    #expect(set.rowCount == 12 * (400 - 60 - 5))
    #expect(set.dayIndex == set.dayIndex.sorted())
    #expect(set.dayStarts.last == set.rowCount)
    let weekday = set.featureNames.count - 1
    for row in stride(from: 0, to: set.rowCount, by: 97) {
      let day = set.days[Int(set.dayIndex[row])]
      #expect(set.values(ofRow: row)[weekday] == Float(day.weekday))
      #expect((set.forwardReturns[row] > 0) == (set.labels[row] == 1))
    }
  }

  @Test func `no label that training sees is decided on or after the first test day`() throws {
    let set = try Self.set()
    let split = try WalkForward(set, foldCount: 4, embargo: 3, holdoutShare: 0.2)
    var tests: [Range<Int>] = split.folds.map(\.testDays)
    tests.append(split.holdoutDays)
    let trains = split.folds.map(\.trainDays) + [split.finalTrainDays]
    for (train, test) in zip(trains, tests) {
      let firstTest = set.days[test.lowerBound]
      #expect(set.rows(of: train).allSatisfy { set.labelDays[$0] < firstTest })
      // Five days for the horizon, three for the embargo.
      #expect(test.lowerBound - train.upperBound == 8)
    }
    for (left, right) in zip(tests, tests.dropFirst()) { #expect(left.upperBound == right.lowerBound) }
    #expect(tests.last?.upperBound == set.days.count)
  }

  @Test func `too short a history says what to do`() throws {
    let set = try Self.set(symbols: 2, days: 80)
    let fault = #expect(throws: PipelineError.self) {
      try WalkForward(set, foldCount: 4, embargo: 5, holdoutShare: 0.2)
    }
    #expect(fault?.message == "15 labelled days are too few for 4 folds and a hold-out")
  }
}
