internal import Foundation
public import PipelineCore
public import Tracking
internal import Training

/// Judges the challenger against the champion on the frozen hold-out and moves the alias if it may.
///
/// MLflow's alias moves are not compare-and-set: the step holds a lock on this machine, reads the champion again before
/// it moves the alias and reads it back after; across machines the workflow holds a mutex per registered model.
public struct PromoteStep: Sendable {
  let workspace: Workspace
  let store: any TrackingStore
  let modelName: String
  let rules: GateRules

  public init(workspace: Workspace, store: any TrackingStore, modelName: String, rules: GateRules) {
    self.workspace = workspace
    self.store = store
    self.modelName = modelName
    self.rules = rules
  }

  /// - Parameter holdoutPath: the frozen rows; its days must lie after all that either model has learnt from.
  public func run(holdoutPath: String) async throws(PipelineError) -> Verdict {
    let lock = try FileLock(path: "\(workspace.root)/promote-\(modelName).lock")
    defer { lock.release() }
    let holdout = try HoldoutFile.decode(
      LocalFile.read(holdoutPath, fix: "run 'mlpipe train' first"), name: holdoutPath)
    guard let challengerVersion = try await store.version(name: modelName, alias: "challenger") else {
      throw PipelineError(
        .input, "no version has the alias 'challenger'", at: modelName, fix: "run 'mlpipe log' first")
    }
    let championVersion = try await store.version(name: modelName, alias: "champion")
    let challenger = try await VerifiedModel(challengerVersion, store: store)
    var champion: VerifiedModel?
    if let championVersion { champion = try await VerifiedModel(championVersion, store: store) }
    let verdict = try Gate(rules: rules, holdout: holdout).verdict(challenger, against: champion)
    try await record(verdict, of: challengerVersion)
    if verdict.isAccepted, verdict.championVersion != verdict.challengerVersion {
      try await move(verdict)
    }
    try LocalFile.write(JSONText.encode(verdict), to: "\(workspace.root)/verdict.json")
    return verdict
  }

  private func record(_ verdict: Verdict, of version: ModelVersion) async throws(PipelineError) {
    for (key, value) in verdict.tags.sorted(by: { $0.key < $1.key }) {
      try await store.setTag(key, value, name: modelName, version: version.version)
    }
    let now = Int64(Date().timeIntervalSince1970 * 1000)
    let metrics = verdict.metrics.sorted { $0.key < $1.key }.map {
      MetricValue($0.key, $0.value, timestamp: now)
    }
    guard let experiment = try await experimentID() else { return }
    try await store.log(
      metrics: metrics, parameters: [:], tags: [:],
      run: RunReference(experimentID: experiment, runID: version.runID), modelID: nil)
  }

  /// From what `log` left behind; a gate that runs without it still writes the tags.
  private func experimentID() async throws(PipelineError) -> String? {
    guard LocalFile.exists(workspace.logRecord) else { return nil }
    let logged = try JSONText.decode(
      LogRecord.self, from: LocalFile.read(workspace.logRecord), name: workspace.logRecord)
    return logged.location == store.location ? logged.experimentID : nil
  }

  private func move(_ verdict: Verdict) async throws(PipelineError) {
    let current = try await store.version(name: modelName, alias: "champion")?.version
    guard current == verdict.championVersion else {
      throw PipelineError(
        .service,
        "the champion became version \(current ?? "none") while version \(verdict.championVersion ?? "none") was judged",
        at: modelName, fix: "run 'mlpipe promote' again")
    }
    try await store.setAlias("champion", name: modelName, version: verdict.challengerVersion)
    guard try await store.version(name: modelName, alias: "champion")?.version == verdict.challengerVersion
    else {
      throw PipelineError(
        .service, "the alias did not move", at: modelName, fix: "run 'mlpipe promote' again")
    }
  }
}

/// One gate at a time on this machine; released when the process ends, however it ends.
private struct FileLock {
  private let descriptor: Int32

  init(path: String) throws(PipelineError) {
    try LocalFile.makeFolder((path as NSString).deletingLastPathComponent)
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw PipelineError(
        .service, "another 'mlpipe promote' holds the lock", at: path, fix: "wait for it, then run this again"
      )
    }
  }

  func release() { close(descriptor) }
}

extension Verdict {
  /// As they are written to the challenger's version.
  var tags: [String: String] {
    var tags = [
      "gate.verdict": isAccepted ? "accepted" : "refused", "gate.against": championVersion ?? "none",
      "gate.holdout_sha256": holdoutSHA256, "gate.auc": Metrics.text(challenger.auc),
      "gate.log_loss": Metrics.text(challenger.logLoss),
      "gate.calibration_error": Metrics.text(challenger.calibrationError),
      "gate.reasons": isAccepted ? "none" : refusals.joined(separator: "; "),
    ]
    if let champion {
      tags["gate.champion_auc"] = Metrics.text(champion.auc)
      tags["gate.champion_log_loss"] = Metrics.text(champion.logLoss)
    }
    return tags
  }

  var metrics: [String: Double] {
    [
      "gate.refused": isAccepted ? 0 : 1, "gate.auc": challenger.auc, "gate.log_loss": challenger.logLoss,
      "gate.calibration_error": challenger.calibrationError,
    ]
  }
}
