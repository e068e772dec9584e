public import PipelineCore

/// One value of a metric. `step` counts rounds or folds; `timestamp` is in milliseconds since 1970.
public struct MetricValue: Equatable, Sendable {
  public let key: String
  public let value: Double
  public let timestamp: Int64
  public let step: Int64

  public init(_ key: String, _ value: Double, timestamp: Int64, step: Int64 = 0) {
    self.key = key
    self.value = value
    self.timestamp = timestamp
    self.step = step
  }
}

/// Data that a run read, known by its hash.
public struct DatasetInput: Equatable, Sendable {
  public let name: String
  /// At most 36 characters.
  public let digest: String
  public let source: String
  public let schema: String
  public let profile: String

  public init(name: String, digest: String, source: String, schema: String, profile: String) {
    self.name = name
    self.digest = digest
    self.source = source
    self.schema = schema
    self.profile = profile
  }
}

/// A version of a registered model.
public struct ModelVersion: Equatable, Sendable {
  public let name: String
  public let version: String
  public let runID: String
  public let modelID: String
  public let tags: [String: String]

  public init(name: String, version: String, runID: String, modelID: String, tags: [String: String]) {
    self.name = name
    self.version = version
    self.runID = runID
    self.modelID = modelID
    self.tags = tags
  }
}

public enum RunStatus: String, Sendable {
  case finished = "FINISHED"
  case failed = "FAILED"
}

/// What the pipeline asks of MLflow, on a server or in a folder. Every call may be repeated without harm, but for
/// `createRun`, `createModel` and `createVersion`, which have a look-up beside them.
public protocol TrackingStore: Sendable {
  /// The server's address or the folder's path, as runs record it.
  var location: String { get }

  /// Made when there is none.
  func experimentID(_ name: String) async throws(PipelineError) -> String
  func createRun(
    experimentID: String, name: String, startTime: Int64, tags: [String: String]
  ) async throws(PipelineError) -> String
  /// The run that carries a tag; nil when there is none.
  func runID(experimentID: String, tag: String, value: String) async throws(PipelineError) -> String?
  func logInput(_ dataset: DatasetInput, run: RunReference) async throws(PipelineError)
  func createModel(
    name: String, run: RunReference, parameters: [String: String], tags: [String: String]
  ) async throws(PipelineError) -> String
  /// Any number of each; limits of a request are the store's concern.
  /// - Parameter modelID: ties the metrics to a model too.
  func log(
    metrics: [MetricValue], parameters: [String: String], tags: [String: String], run: RunReference,
    modelID: String?
  ) async throws(PipelineError)
  func linkModel(_ modelID: String, run: RunReference) async throws(PipelineError)
  func putArtifact(_ bytes: [UInt8], path: String, run: RunReference) async throws(PipelineError)
  func putModelFile(_ bytes: [UInt8], path: String, modelID: String, run: RunReference)
    async throws(PipelineError)
  /// Only once every file is there.
  func markReady(modelID: String, run: RunReference) async throws(PipelineError)
  func finish(_ run: RunReference, status: RunStatus, endTime: Int64) async throws(PipelineError)

  /// Made when there is none.
  func ensureRegisteredModel(_ name: String, description: String) async throws(PipelineError)
  func createVersion(
    name: String, modelID: String, run: RunReference, tags: [String: String]
  ) async throws(PipelineError) -> String
  /// The version made from a run; nil when there is none.
  func version(name: String, runID: String) async throws(PipelineError) -> ModelVersion?
  func version(name: String, version: String) async throws(PipelineError) -> ModelVersion?
  /// nil when no version has the alias.
  func version(name: String, alias: String) async throws(PipelineError) -> ModelVersion?
  func setAlias(_ alias: String, name: String, version: String) async throws(PipelineError)
  func setTag(_ key: String, _ value: String, name: String, version: String) async throws(PipelineError)
  func modelFile(_ path: String, of version: ModelVersion) async throws(PipelineError) -> [UInt8]
}

/// A run and the experiment it belongs to.
public struct RunReference: Equatable, Sendable {
  public let experimentID: String
  public let runID: String

  public init(experimentID: String, runID: String) {
    self.experimentID = experimentID
    self.runID = runID
  }
}
