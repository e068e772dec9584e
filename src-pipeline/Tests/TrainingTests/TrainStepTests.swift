import Foundation
import PipelineCore
import Testing
import XGBoost

@testable import Training

let isXGBoostInstalled: Bool = {
  do {
    _ = try XGBoostRuntime()
    return true
  } catch {
    print("skipped: \(error)")
    return false
  }
}()

@Suite(.enabled(if: isXGBoostInstalled, "libxgboost is not installed"))
struct TrainStepTests {
  private var plan: TrainingPlan {
    var plan = TrainingPlan()
    plan.rounds = 8
    plan.folds = 2
    return plan
  }

  private func prepared(_ folder: String, shards: Int) async throws -> Workspace {
    let workspace = Workspace(folder)
    let source = OfflineSource(
      market: SyntheticMarket(symbolCount: 10, dayCount: 320), sampleFolder: nil)
    for shard in Shard.all(count: shards, symbolCount: 10) {
      _ = try await FetchStep(workspace: workspace, source: source).run(shard)
      _ = try TransformStep(workspace: workspace, horizon: 5, gitCommit: "c0ffee").run(shard)
    }
    return workspace
  }

  private func temporary(_ body: (String) async throws -> Void) async throws {
    let folder = NSTemporaryDirectory() + "mlpipe-train-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }

  @Test func `the model's bytes depend on data and seed, not on the number of shards`() async throws {
    try await temporary { folder in
      var hashes: [String] = []
      for shards in [1, 3] {
        let workspace = try await prepared("\(folder)/\(shards)", shards: shards)
        let record = try TrainStep(workspace: workspace, plan: plan, gitCommit: nil).run()
        #expect(try ContentHash(of: LocalFile.read(workspace.model)).hex == record.modelSHA256)
        #expect(try ContentHash(of: LocalFile.read(workspace.holdout)).hex == record.holdoutSHA256)
        hashes += [record.modelSHA256, record.holdoutSHA256]
      }
      #expect(hashes[0] == hashes[2] && hashes[1] == hashes[3])
    }
  }

  @Test func `the record holds every figure of the run and survives its JSON form`() async throws {
    try await temporary { folder in
      let workspace = try await prepared(folder, shards: 2)
      var rounds = 0
      let record = try TrainStep(workspace: workspace, plan: plan, gitCommit: nil).run { rounds += 1 }
      #expect(rounds == 24)
      #expect(record.folds.map(\.logLossByRound.count) == [8, 8])
      #expect(record.folds.allSatisfy { $0.auc > 0.5 && $0.auc < 0.75 })
      #expect(record.importance.map(\.gain) == record.importance.map(\.gain).sorted(by: >))
      #expect(record.labelsKnownTo < record.holdoutFrom)
      #expect(record.equity.count > 100 && record.equity.allSatisfy { $0.wealth > 0 })
      #expect(record.probes.count == 8)
      let path = workspace.trainingRecord
      let read = try JSONText.decode(TrainingRecord.self, from: LocalFile.read(path), name: path)
      #expect(read == record)
    }
  }

  @Test func `an embargo shorter than the horizon is refused`() async throws {
    try await temporary { folder in
      let workspace = try await prepared(folder, shards: 1)
      var short = plan
      short.embargo = 4
      let fault = #expect(throws: PipelineError.self) {
        try TrainStep(workspace: workspace, plan: short, gitCommit: nil).run()
      }
      #expect(
        fault?.description
          == "embargo 4 is shorter than the label's horizon 5\n  = fix: use --embargo 5 or more")
    }
  }

  @Test func `a feature file that is not its manifest's is refused`() async throws {
    try await temporary { folder in
      let workspace = try await prepared(folder, shards: 2)
      let shard = try #require(Shard("1/2"))
      let path = workspace.features(shard)
      try LocalFile.write(LocalFile.read(path).dropLast(1), to: path)
      let fault = #expect(throws: PipelineError.self) {
        try TrainStep(workspace: workspace, plan: plan, gitCommit: nil).run()
      }
      #expect(
        fault?.description == """
          \(path): is not the file that its manifest describes
            = fix: run 'mlpipe transform --shard 1/2' again
          """)
    }
  }
}

extension LocalFile {
  static func write(_ bytes: ArraySlice<UInt8>, to path: String) throws { try write(Array(bytes), to: path) }
}
