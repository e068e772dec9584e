internal import Foundation
public import PipelineCore
internal import Training

/// How far a model has got in a tracking store; kept beside the model, so that a restart continues the same run.
public struct LogRecord: Codable, Equatable, Sendable {
  public let location: String
  public let modelSHA256: String
  /// A tag of the run: finds it again when the answer to its creation was lost.
  public let runKey: String
  /// Milliseconds since 1970; kept, because MLflow counts a metric with the same time and step once.
  public let startTime: Int64
  public var experimentID: String?
  public var runID: String?
  public var modelID: String?
  public var version: String?
  public var isComplete = false
}

/// Names under which `log`, `promote` and `serve` find each other.
public struct RegisteredName: Sendable {
  public let experiment: String
  public let model: String

  public init(experiment: String = "market-direction", model: String = "market-direction") {
    self.experiment = experiment
    self.model = model
  }
}

/// Writes the trained model, its figures and its report to a tracking store and registers a version.
public struct LogStep: Sendable {
  let workspace: Workspace
  let store: any TrackingStore
  let names: RegisteredName
  /// More artifacts of the run: the report and its plots.
  let artifacts: [(path: String, bytes: [UInt8])]
  let imageDigest: String?

  public init(
    workspace: Workspace, store: any TrackingStore, names: RegisteredName,
    artifacts: [(path: String, bytes: [UInt8])], imageDigest: String?
  ) {
    self.workspace = workspace
    self.store = store
    self.names = names
    self.artifacts = artifacts
    self.imageDigest = imageDigest
  }

  /// Continues where an earlier call for the same model and store stopped; does nothing when that one was complete.
  public func run() async throws(PipelineError) -> LogRecord {
    let fix = "run 'mlpipe train' first"
    let record = try JSONText.decode(
      TrainingRecord.self, from: LocalFile.read(workspace.trainingRecord, fix: fix),
      name: workspace.trainingRecord, fix: fix)
    let model = try LocalFile.read(workspace.model, fix: fix)
    guard ContentHash(of: model).hex == record.modelSHA256 else {
      throw PipelineError(
        .input, "is not the model that training.json describes", at: workspace.model,
        fix: "run 'mlpipe train' again")
    }
    var progress = try known(record) ?? fresh(record)
    guard !progress.isComplete else { return progress }
    try save(progress)
    let run = try await run(record, &progress)
    do throws(PipelineError) {
      try await fill(run, record, model, &progress)
    } catch {
      // The run must not look alive; the next attempt takes it up again.
      try? await store.finish(run, status: .failed, endTime: Self.milliseconds())
      throw error
    }
    try await store.finish(run, status: .finished, endTime: Self.milliseconds())
    progress.isComplete = true
    try save(progress)
    return progress
  }

  private func run(
    _ record: TrainingRecord, _ progress: inout LogRecord
  ) async throws(PipelineError) -> RunReference {
    let experiment = try await store.experimentID(names.experiment)
    progress.experimentID = experiment
    if progress.runID == nil {
      progress.runID = try await store.runID(
        experimentID: experiment, tag: "mlpipe.run_key", value: progress.runKey)
    }
    let runID: String
    if let known = progress.runID {
      runID = known
    } else {
      runID = try await store.createRun(
        experimentID: experiment, name: "train-\(record.modelSHA256.prefix(12))",
        startTime: progress.startTime,
        tags: RunContent.tags(record, runKey: progress.runKey, imageDigest: imageDigest))
    }
    progress.runID = runID
    try save(progress)
    return RunReference(experimentID: experiment, runID: runID)
  }

  private func fill(
    _ run: RunReference, _ record: TrainingRecord, _ model: [UInt8], _ progress: inout LogRecord
  ) async throws(PipelineError) {
    for dataset in RunContent.datasets(record) { try await store.logInput(dataset, run: run) }
    let modelID: String
    if let known = progress.modelID {
      modelID = known
    } else {
      modelID = try await store.createModel(
        name: "model", run: run, parameters: record.parameters,
        tags: ["mlpipe.model_sha256": record.modelSHA256])
    }
    progress.modelID = modelID
    try save(progress)
    try await store.log(
      metrics: RunContent.metrics(record, timestamp: progress.startTime),
      parameters: RunContent.parameters(record),
      tags: RunContent.tags(record, runKey: progress.runKey, imageDigest: imageDigest), run: run,
      modelID: modelID)
    try await store.linkModel(modelID, run: run)
    for artifact in artifacts { try await store.putArtifact(artifact.bytes, path: artifact.path, run: run) }
    let files = try ModelFolder.files(
      record, model: model, modelID: modelID, runID: run.runID, time: Double(progress.startTime) / 1000)
    for file in files {
      try await store.putModelFile(file.bytes, path: file.path, modelID: modelID, run: run)
    }
    try await store.markReady(modelID: modelID, run: run)
    try await store.ensureRegisteredModel(
      names.model, description: "Direction of the next \(record.horizon) trading days, per symbol.")
    let version: String
    if let made = try await store.version(name: names.model, runID: run.runID) {
      version = made.version
    } else {
      version = try await store.createVersion(
        name: names.model, modelID: modelID, run: run,
        tags: RunContent.versionTags(record, time: progress.startTime))
    }
    progress.version = version
    try save(progress)
    try await store.setAlias("challenger", name: names.model, version: version)
  }

  private func known(_ record: TrainingRecord) throws(PipelineError) -> LogRecord? {
    guard LocalFile.exists(workspace.logRecord) else { return nil }
    let found = try JSONText.decode(
      LogRecord.self, from: LocalFile.read(workspace.logRecord), name: workspace.logRecord)
    return found.location == store.location && found.modelSHA256 == record.modelSHA256 ? found : nil
  }

  private func fresh(_ record: TrainingRecord) -> LogRecord {
    LogRecord(
      location: store.location, modelSHA256: record.modelSHA256, runKey: UUID().uuidString.lowercased(),
      startTime: Self.milliseconds())
  }

  private func save(_ progress: LogRecord) throws(PipelineError) {
    try LocalFile.write(JSONText.encode(progress), to: workspace.logRecord)
  }

  private static func milliseconds() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}
