import Foundation
import PipelineCore
import Testing
import XGBoost

@testable import Serving
@testable import Tracking
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
struct ModelWatchTests {
  private func withStore(_ body: (Workspace, MLflowFolder, ModelWatch) async throws -> Void) async throws {
    let folder = NSTemporaryDirectory() + "mlpipe-serve-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let workspace = Workspace(folder)
    let source = OfflineSource(market: SyntheticMarket(symbolCount: 6, dayCount: 300), sampleFolder: nil)
    let shard = Shard.all(count: 1, symbolCount: 6)[0]
    _ = try await FetchStep(workspace: workspace, source: source).run(shard)
    _ = try TransformStep(workspace: workspace, horizon: 5, gitCommit: nil).run(shard)
    let store = MLflowFolder(path: workspace.trackingStore)
    let watch = ModelWatch(store: store, name: "market-direction", alias: "champion", slot: ModelSlot())
    try await body(workspace, store, watch)
  }

  private func log(_ workspace: Workspace, _ store: MLflowFolder, rounds: Int) async throws -> String {
    var plan = TrainingPlan()
    plan.rounds = rounds
    plan.folds = 1
    _ = try TrainStep(workspace: workspace, plan: plan, gitCommit: nil).run()
    let logged = try await LogStep(
      workspace: workspace, store: store, names: RegisteredName(), artifacts: [], imageDigest: nil
    ).run()
    return try #require(logged.version)
  }

  @Test func `a new version is swapped in, a bad one leaves the old in service`() async throws {
    try await withStore { workspace, store, watch in
      let early = await #expect(throws: PipelineError.self) { try await watch.refresh() }
      #expect(early?.message == "no version has the alias 'champion'")
      let first = try await log(workspace, store, rounds: 3)
      try store.setAlias("champion", name: "market-direction", version: first)
      let isLoaded = try await watch.refresh()
      #expect(isLoaded)
      let isLoadedAgain = try await watch.refresh()
      #expect(!isLoadedAgain && watch.slot.current?.ensemble.treeCount == 3)

      let second = try await log(workspace, store, rounds: 4)
      let version = try #require(try store.version(name: "market-direction", version: second))
      let path = "\(store.location)/\(try experiment(store))/models/\(version.modelID)/artifacts/model.ubj"
      let good = try LocalFile.read(path)
      try LocalFile.write(Array(good.dropLast(9)), to: path)
      try store.setAlias("champion", name: "market-direction", version: second)
      let bad = await #expect(throws: PipelineError.self) { try await watch.refresh() }
      #expect(bad?.message.hasPrefix("the downloaded model has SHA-256 ") == true)
      #expect(watch.slot.current?.version.version == first)
      #expect(watch.slot.loads.failures == 2 && watch.slot.loads.successes == 1)

      try LocalFile.write(good, to: path)
      let isSwapped = try await watch.refresh()
      #expect(isSwapped && watch.slot.current?.ensemble.treeCount == 4)
    }
  }

  @Test func `metrics name the model, its loads and the shift of live inputs`() async throws {
    try await withStore { workspace, store, watch in
      let version = try await log(workspace, store, rounds: 2)
      try store.setAlias("champion", name: "market-direction", version: version)
      try await watch.refresh()
      let metrics = ServerMetrics()
      let model = try #require(watch.slot.current)
      let reference = try #require(model.references.first)
      var row = [Float](repeating: .nan, count: model.features.count)
      row[0] = Float(reference.mean + 2 * reference.deviation)
      metrics.observe(row, width: row.count)
      metrics.count(code: 200, seconds: 0.002)
      let text = metrics.text(watch.slot, modelName: "market-direction")
      for line in [
        "mlserve_requests_total{code=\"200\"} 1", "mlserve_request_duration_seconds_bucket{le=\"0.0025\"} 1",
        "mlserve_request_duration_seconds_bucket{le=\"0.001\"} 0",
        "mlserve_model_loads_total{result=\"success\"} 1",
        "mlserve_rows_total 1",
      ] {
        #expect(text.contains(line + "\n"), "\(line)")
      }
      let shift = text.split(separator: "\n").first {
        $0.hasPrefix("mlserve_feature_mean_shift{feature=\"ret_1\"}")
      }
      let value = try #require(shift?.split(separator: " ").last.flatMap { Double($0) })
      #expect(abs(value - 2) < 1e-3)
      #expect(text.contains("mlserve_model_trained_timestamp_seconds "))
    }
  }

  private func experiment(_ store: MLflowFolder) throws -> String {
    try #require(LocalFile.names(in: store.location).first { $0.count == 18 })
  }
}
