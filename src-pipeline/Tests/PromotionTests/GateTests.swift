import Foundation
import PipelineCore
import Testing
import Tracking
import XGBoost

@testable import Promotion
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
struct GateTests {
  /// Trains and logs models on one workspace, promotes each, and tells what happened.
  private final class Job {
    let workspace: Workspace
    let store: MLflowFolder

    init(_ folder: String) async throws {
      workspace = Workspace(folder)
      store = MLflowFolder(path: workspace.trackingStore)
      let source = OfflineSource(
        market: SyntheticMarket(symbolCount: 20, dayCount: 700), sampleFolder: nil)
      let shard = Shard.all(count: 1, symbolCount: 20)[0]
      _ = try await FetchStep(workspace: workspace, source: source).run(shard)
      _ = try TransformStep(workspace: workspace, horizon: 5, gitCommit: nil).run(shard)
    }

    func log(rounds: Int, depth: Int = 3, learningRate: Double = 0.1, holdoutShare: Double = 0.3) async throws
    {
      var plan = TrainingPlan()
      plan.rounds = rounds
      plan.depth = depth
      plan.learningRate = learningRate
      plan.folds = 1
      plan.holdoutShare = holdoutShare
      _ = try TrainStep(workspace: workspace, plan: plan, gitCommit: nil).run()
      _ = try await LogStep(
        workspace: workspace, store: store, names: RegisteredName(), artifacts: [], imageDigest: nil
      ).run()
    }

    func promote(holdout: String? = nil) async throws -> Verdict {
      try await PromoteStep(
        workspace: workspace, store: store, modelName: "market-direction", rules: GateRules()
      ).run(holdoutPath: holdout ?? workspace.holdout)
    }

    var champion: String? {
      get throws { try store.version(name: "market-direction", alias: "champion")?.version }
    }
  }

  private func withJob(_ body: (Job) async throws -> Void) async throws {
    let folder = NSTemporaryDirectory() + "mlpipe-gate-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(Job(folder))
  }

  @Test func `the first good model becomes champion, a worse one is refused, an equal one accepted`()
    async throws
  {
    try await withJob { job in
      try await job.log(rounds: 30)
      let first = try await job.promote()
      #expect(first.isAccepted && first.championVersion == nil)
      let afterFirst = try job.champion
      #expect(afterFirst == "1")

      // Overfitted: deep trees, no shrinkage.
      try await job.log(rounds: 60, depth: 10, learningRate: 1)
      let second = try await job.promote()
      #expect(!second.isAccepted && second.championVersion == "1")
      #expect(second.refusals.contains { $0.hasPrefix("log loss may be 0.") })
      let afterSecond = try job.champion
      #expect(afterSecond == "1")
      let refused = try #require(try job.store.version(name: "market-direction", version: "2"))
      #expect(refused.tags["gate.verdict"] == "refused" && refused.tags["gate.against"] == "1")
      #expect(refused.tags["gate.reasons"] == second.refusals.joined(separator: "; "))

      try await job.log(rounds: 31)
      let third = try await job.promote()
      #expect(third.isAccepted && third.championVersion == "1")
      let afterThird = try job.champion
      #expect(afterThird == "3")
      let again = try await job.promote()
      #expect(again.isAccepted && again.championVersion == "3")
    }
  }

  @Test func `a hold-out that overlaps what was learnt is refused`() async throws {
    try await withJob { job in
      try await job.log(rounds: 30, holdoutShare: 0.4)
      let wide = "\(job.workspace.root)/wide.parquet"
      try LocalFile.write(LocalFile.read(job.workspace.holdout), to: wide)
      try await job.log(rounds: 30, holdoutShare: 0.2)
      let verdict = try await job.promote(holdout: wide)
      #expect(verdict.refusals.count == 1)
      #expect(verdict.refusals.first?.hasPrefix("the challenger has learnt labels up to ") == true)
    }
  }

  @Test func `a model that knows nothing does not pass the floor`() async throws {
    try await withJob { job in
      try await job.log(rounds: 1, depth: 1, learningRate: 0.0001)
      let verdict = try await job.promote()
      #expect(verdict.refusals.first?.contains("which a constant reaches") == true)
      let champion = try job.champion
      #expect(champion == nil)
    }
  }

  @Test func `a model file changed in the store stops the gate`() async throws {
    try await withJob { job in
      try await job.log(rounds: 5)
      let found = try FileManager.default.subpathsOfDirectory(atPath: job.workspace.trackingStore)
      let path = try #require(found.first { $0.hasSuffix("model.ubj") })
      let full = "\(job.workspace.trackingStore)/\(path)"
      try LocalFile.write(LocalFile.read(full) + [0], to: full)
      let fault = await #expect(throws: PipelineError.self) { try await job.promote() }
      #expect(fault?.message.hasPrefix("the downloaded model has SHA-256 ") == true)
    }
  }

  @Test func `nothing to judge says what to run`() async throws {
    try await withJob { job in
      try await job.log(rounds: 2)
      let empty = MLflowFolder(path: "\(job.workspace.root)/empty")
      let step = PromoteStep(
        workspace: job.workspace, store: empty, modelName: "market-direction", rules: GateRules())
      let fault = await #expect(throws: PipelineError.self) {
        try await step.run(holdoutPath: job.workspace.holdout)
      }
      #expect(
        fault?.description == """
          market-direction: no version has the alias 'challenger'
            = fix: run 'mlpipe log' first
          """)
    }
  }

  @Test func `two equal models differ by nothing in every resample`() {
    let days = (0..<60).flatMap { day in (0..<5).map { _ in TradingDay(daysSince1970: Int32(day)) } }
    var stream = SplitMix64(seed: 3)
    let labels: [Float] = days.map { _ in stream.uniform() < 0.5 ? 1 : 0 }
    let good = labels.map { $0 * 0.2 + 0.4 + Float(stream.normal()) * 0.05 }
    let noise = labels.map { _ in Float(0.5 + stream.normal() * 0.05) }
    let holdout = Holdout(featureNames: [], values: [], labels: labels, days: days, sha256: "")
    let bootstrap = BlockBootstrap(holdout, rules: GateRules())
    let same = bootstrap.differences(good, good)
    #expect(same.auc == Interval(low: 0, high: 0) && same.logLoss == Interval(low: 0, high: 0))
    let worse = bootstrap.differences(noise, good)
    #expect(worse.auc.high < 0 && worse.logLoss.low > 0)
    let again = bootstrap.differences(noise, good)
    #expect(again.auc == worse.auc)
  }
}
