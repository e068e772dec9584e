import Foundation
import PipelineCore
import Synchronization
import Testing

@testable import Tracking
@testable import Training

@Suite struct LogStepTests {
  private func step(_ workspace: Workspace, _ store: any TrackingStore) -> LogStep {
    LogStep(
      workspace: workspace, store: store, names: RegisteredName(),
      artifacts: [("report.html", Array("<html>".utf8))], imageDigest: "sha256:0")
  }

  @Test func `a run, a ready model and a version are in the folder`() async throws {
    try await withTrainedWorkspace { workspace in
      let store = MLflowFolder(path: workspace.trackingStore)
      let logged = try await step(workspace, store).run()
      let found = try summary(workspace)
      #expect(found == "1 run status 3, 1 model status 2, 1 version, challenger 1")
      let version = try #require(try store.version(name: "market-direction", alias: "challenger"))
      #expect(version.runID == logged.runID && version.modelID == logged.modelID)
      #expect(try store.modelFile("model.ubj", of: version) == Array("model".utf8))
      let manifest = String(decoding: try store.modelFile("MLmodel", of: version), as: UTF8.self)
      #expect(manifest.contains(#"inputs: '[{"name":"a","required":true,"type":"double"},"#))
    }
  }

  @Test func `the same model is logged once, another makes a second version`() async throws {
    try await withTrainedWorkspace { workspace in
      let store = MLflowFolder(path: workspace.trackingStore)
      let first = try await step(workspace, store).run()
      #expect(try await step(workspace, store).run() == first)
      try writeTraining(workspace, model: "other")
      let second = try await step(workspace, store).run()
      #expect(second.version == "2" && second.experimentID == first.experimentID)
      let found = try summary(workspace)
      #expect(found == "2 run status 3, 2 model status 2, 2 version, challenger 2")
    }
  }

  @Test func `a failure at any call is continued: one run, one version, nothing twice`() async throws {
    var expected: String?
    var calls = 0
    var failAt = Int.max
    repeat {
      try await withTrainedWorkspace { workspace in
        let folder = MLflowFolder(path: workspace.trackingStore)
        let store = FailingStore(folder, failAt: failAt)
        if failAt == .max {
          _ = try await step(workspace, store).run()
          calls = store.callCount
        } else {
          await #expect(throws: PipelineError.self) { try await step(workspace, store).run() }
          _ = try await step(workspace, folder).run()
        }
        let found = try summary(workspace) + (try metricLines(workspace))
        expected = expected ?? found
        if found != expected { Issue.record("failed at call \(failAt): \(found)") }
      }
      failAt = failAt == .max ? 0 : failAt + 1
    } while failAt < calls
    #expect(calls > 15)
  }

  @Test func `a failure leaves a failed run and no version that could be promoted`() async throws {
    try await withTrainedWorkspace { workspace in
      let store = FailingStore(MLflowFolder(path: workspace.trackingStore), failAt: 8)
      await #expect(throws: PipelineError.self) { try await step(workspace, store).run() }
      let found = try summary(workspace)
      #expect(found == "1 run status 4, 1 model status 1, 0 version, challenger none")
    }
  }

  @Test func `a model that is not the one in training.json is refused`() async throws {
    try await withTrainedWorkspace { workspace in
      try LocalFile.write(Array("tampered".utf8), to: workspace.model)
      let fault = await #expect(throws: PipelineError.self) {
        try await step(workspace, MLflowFolder(path: workspace.trackingStore)).run()
      }
      #expect(fault?.message == "is not the model that training.json describes")
    }
  }

  private func summary(_ workspace: Workspace) throws -> String {
    let root = workspace.trackingStore
    let experiment = try #require(LocalFile.names(in: root).first { $0.count == 18 })
    let runs = LocalFile.names(in: "\(root)/\(experiment)").filter { $0.count == 32 }
    let models = LocalFile.names(in: "\(root)/\(experiment)/models")
    let versions = LocalFile.names(in: "\(root)/models/market-direction").filter { $0.hasPrefix("version-") }
    func statuses(_ folders: [String]) throws -> String {
      let lines = try folders.map { folder in
        String(decoding: try LocalFile.read("\(folder)/meta.yaml"), as: UTF8.self)
          .split(separator: "\n").first { $0.hasPrefix("status: ") } ?? ""
      }
      return Set(lines.map { $0.dropFirst(8) }).joined(separator: "+")
    }
    let alias = "\(root)/models/market-direction/aliases/challenger"
    let challenger =
      LocalFile.exists(alias) ? String(decoding: try LocalFile.read(alias), as: UTF8.self) : "none"
    return "\(runs.count) run status \(try statuses(runs.map { "\(root)/\(experiment)/\($0)" })), "
      + "\(models.count) model status \(try statuses(models.map { "\(root)/\(experiment)/models/\($0)" })), "
      + "\(versions.count) version, challenger \(challenger)"
  }

  private func metricLines(_ workspace: Workspace) throws -> String {
    let root = workspace.trackingStore
    let experiment = try #require(LocalFile.names(in: root).first { $0.count == 18 })
    let run = try #require(LocalFile.names(in: "\(root)/\(experiment)").first { $0.count == 32 })
    let folder = "\(root)/\(experiment)/\(run)/metrics"
    return try LocalFile.names(in: folder).map { name in
      " \(name):\(try LocalFile.read("\(folder)/\(name)").count { $0 == 10 })"
    }.joined()
  }
}

/// Passes calls on, but the one with the number `failAt`.
private final class FailingStore: TrackingStore {
  private let inner: MLflowFolder
  private let failAt: Int
  private let counter = Mutex(0)

  init(_ inner: MLflowFolder, failAt: Int) {
    self.inner = inner
    self.failAt = failAt
  }

  var callCount: Int { counter.withLock { $0 } }
  var location: String { inner.location }

  /// Odd calls fail before they reach the store, even ones after: the answer is lost.
  private func pass<Result>(_ body: () throws(PipelineError) -> Result) throws(PipelineError) -> Result {
    let number = counter.withLock { count in
      defer { count += 1 }
      return count
    }
    let lost = PipelineError(.service, "no answer")
    if number == failAt, number.isMultiple(of: 2) { throw lost }
    let result = try body()
    if number == failAt { throw lost }
    return result
  }

  func experimentID(_ name: String) throws(PipelineError) -> String {
    try pass { () throws(PipelineError) in try inner.experimentID(name) }
  }
  func createRun(
    experimentID: String, name: String, startTime: Int64, tags: [String: String]
  ) throws(PipelineError) -> String {
    try pass { () throws(PipelineError) in
      try inner.createRun(experimentID: experimentID, name: name, startTime: startTime, tags: tags)
    }
  }
  func runID(experimentID: String, tag: String, value: String) throws(PipelineError) -> String? {
    try pass { () throws(PipelineError) in
      try inner.runID(experimentID: experimentID, tag: tag, value: value)
    }
  }
  func logInput(_ dataset: DatasetInput, run: RunReference) throws(PipelineError) {
    try pass { () throws(PipelineError) in try inner.logInput(dataset, run: run) }
  }
  func createModel(
    name: String, run: RunReference, parameters: [String: String], tags: [String: String]
  ) throws(PipelineError) -> String {
    // Creating it twice leaves a pending model without files, which nothing refers to: not part of this promise.
    let number = counter.withLock { count in
      defer { count += 1 }
      return count
    }
    if number == failAt { throw PipelineError(.service, "no answer") }
    return try inner.createModel(name: name, run: run, parameters: parameters, tags: tags)
  }
  func log(
    metrics: [MetricValue], parameters: [String: String], tags: [String: String], run: RunReference,
    modelID: String?
  ) throws(PipelineError) {
    try pass { () throws(PipelineError) in
      try inner.log(metrics: metrics, parameters: parameters, tags: tags, run: run, modelID: modelID)
    }
  }
  func linkModel(_ modelID: String, run: RunReference) throws(PipelineError) {
    try pass { () throws(PipelineError) in try inner.linkModel(modelID, run: run) }
  }
  func putArtifact(_ bytes: [UInt8], path: String, run: RunReference) throws(PipelineError) {
    try pass { () throws(PipelineError) in try inner.putArtifact(bytes, path: path, run: run) }
  }
  func putModelFile(_ bytes: [UInt8], path: String, modelID: String, run: RunReference) throws(PipelineError)
  {
    try pass { () throws(PipelineError) in
      try inner.putModelFile(bytes, path: path, modelID: modelID, run: run)
    }
  }
  func markReady(modelID: String, run: RunReference) throws(PipelineError) {
    try pass { () throws(PipelineError) in try inner.markReady(modelID: modelID, run: run) }
  }
  func finish(_ run: RunReference, status: RunStatus, endTime: Int64) throws(PipelineError) {
    try pass { () throws(PipelineError) in try inner.finish(run, status: status, endTime: endTime) }
  }
  func ensureRegisteredModel(_ name: String, description: String) throws(PipelineError) {
    try pass { () throws(PipelineError) in
      try inner.ensureRegisteredModel(name, description: description)
    }
  }
  func createVersion(
    name: String, modelID: String, run: RunReference, tags: [String: String]
  ) throws(PipelineError) -> String {
    try pass { () throws(PipelineError) in
      try inner.createVersion(name: name, modelID: modelID, run: run, tags: tags)
    }
  }
  func version(name: String, runID: String) throws(PipelineError) -> ModelVersion? {
    try pass { () throws(PipelineError) in try inner.version(name: name, runID: runID) }
  }
  func version(name: String, version: String) throws(PipelineError) -> ModelVersion? {
    try pass { () throws(PipelineError) in try inner.version(name: name, version: version) }
  }
  func version(name: String, alias: String) throws(PipelineError) -> ModelVersion? {
    try pass { () throws(PipelineError) in try inner.version(name: name, alias: alias) }
  }
  func setAlias(_ alias: String, name: String, version: String) throws(PipelineError) {
    try pass { () throws(PipelineError) in try inner.setAlias(alias, name: name, version: version) }
  }
  func setTag(_ key: String, _ value: String, name: String, version: String) throws(PipelineError) {
    try pass { () throws(PipelineError) in try inner.setTag(key, value, name: name, version: version) }
  }
  func modelFile(_ path: String, of version: ModelVersion) throws(PipelineError) -> [UInt8] {
    try pass { () throws(PipelineError) in try inner.modelFile(path, of: version) }
  }
}
