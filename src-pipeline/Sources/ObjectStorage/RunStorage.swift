public import PipelineCore

/// Carries a workspace's files between the pods of one workflow: raw responses in one bucket, features and the model in
/// another, everything of a run below `runs/RUN/`. Manifests go up last and come down first: a part whose manifest is
/// there is there whole.
public struct RunStorage: Sendable {
  let store: ObjectStore
  let workspace: Workspace
  let run: String
  let rawBucket: String
  let featuresBucket: String

  public init(
    store: ObjectStore, workspace: Workspace, run: String, rawBucket: String, featuresBucket: String
  ) {
    self.store = store
    self.workspace = workspace
    self.run = run
    self.rawBucket = rawBucket
    self.featuresBucket = featuresBucket
  }

  /// Responses are shared by all runs and never written twice.
  public func pushRaw(_ shard: Shard) async throws(PipelineError) {
    for hash in try rawHashes(shard) {
      try await store.put(
        LocalFile.read(workspace.rawObject(hash)), key: objectKey(hash), bucket: rawBucket, onlyIfAbsent: true
      )
    }
    try await push(workspace.rawManifest(shard), rawBucket)
  }

  public func pullRaw(_ shard: Shard) async throws(PipelineError) {
    try await pull(
      workspace.rawManifest(shard), rawBucket, fix: "run 'mlpipe fetch --shard \(shard) --run \(run)' first")
    for hash in try rawHashes(shard) where !LocalFile.exists(workspace.rawObject(hash)) {
      let key = objectKey(hash)
      guard let bytes = try await store.get(key, bucket: rawBucket) else {
        throw PipelineError(
          .input, "is gone", at: "s3://\(rawBucket)/\(key)", fix: "run 'mlpipe fetch' again")
      }
      try LocalFile.write(bytes, to: workspace.rawObject(hash))
    }
  }

  public func pushFeatures(_ shard: Shard) async throws(PipelineError) {
    try await push(workspace.features(shard), featuresBucket)
    try await push(workspace.featuresManifest(shard), featuresBucket)
  }

  public func pullFeatures() async throws(PipelineError) {
    let keys = try await store.keys("runs/\(run)/features/", bucket: featuresBucket)
    guard !keys.isEmpty else {
      throw PipelineError(
        .input, "nothing here yet", at: "s3://\(featuresBucket)/runs/\(run)/features/",
        fix: "run 'mlpipe transform --run \(run)' first")
    }
    for key in keys { try await pullKey(key) }
  }

  /// The model, its record, the hold-out and what `log` noted.
  public func pushModel() async throws(PipelineError) {
    for path in [
      workspace.model, workspace.holdout, workspace.report, workspace.logRecord, workspace.trainingRecord,
    ]
    where LocalFile.exists(path) {
      try await push(path, featuresBucket)
    }
  }

  public func pullModel() async throws(PipelineError) {
    try await pull(
      workspace.trainingRecord, featuresBucket, fix: "run 'mlpipe train --run \(run)' first")
    for key in try await store.keys("runs/\(run)/model/", bucket: featuresBucket) { try await pullKey(key) }
  }

  private func rawHashes(_ shard: Shard) throws(PipelineError) -> [ContentHash] {
    let path = workspace.rawManifest(shard)
    let manifest = try JSONText.decode(RawManifest.self, from: LocalFile.read(path), name: path)
    return manifest.symbols.flatMap(\.objects).compactMap { ContentHash(hex: $0.sha256) }
  }

  private func objectKey(_ hash: ContentHash) -> String { "objects/\(hash.hex.prefix(2))/\(hash.hex)" }

  private func key(_ path: String) -> String { "runs/\(run)/\(path.dropFirst(workspace.root.count + 1))" }

  private func push(_ path: String, _ bucket: String) async throws(PipelineError) {
    try await store.put(LocalFile.read(path), key: key(path), bucket: bucket)
  }

  private func pull(_ path: String, _ bucket: String, fix: String) async throws(PipelineError) {
    guard let bytes = try await store.get(key(path), bucket: bucket) else {
      throw PipelineError(.input, "is not there", at: "s3://\(bucket)/\(key(path))", fix: fix)
    }
    try LocalFile.write(bytes, to: path)
  }

  private func pullKey(_ key: String) async throws(PipelineError) {
    guard let bytes = try await store.get(key, bucket: featuresBucket) else { return }
    try LocalFile.write(bytes, to: "\(workspace.root)/\(key.dropFirst("runs/\(run)/".count))")
  }
}
