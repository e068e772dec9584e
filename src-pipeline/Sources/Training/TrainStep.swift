public import PipelineCore
internal import XGBoost

/// What a training run is told to do.
public struct TrainingPlan: Sendable {
  public var rounds = 60
  public var depth = 4
  public var learningRate = 0.1
  public var seed = 7
  public var threads = 1
  public var folds = 4
  /// Trading days between training and test days.
  public var embargo = 5
  /// Share of the days, at the end, that training never sees.
  public var holdoutShare = 0.15

  public init() {}

  /// In the order given to XGBoost. `base_score` and `tree_method` are set because their defaults differ between
  /// 1.7 and 3.2; `nthread` because the default is every core of the node, not of the container.
  public var parameters: [(String, String)] {
    [
      ("objective", "binary:logistic"), ("tree_method", "hist"), ("base_score", "0.5"),
      ("eta", "\(learningRate)"), ("max_depth", "\(depth)"), ("max_bin", "256"), ("min_child_weight", "20"),
      ("lambda", "1"), ("seed", "\(seed)"), ("nthread", "\(threads)"), ("eval_metric", "logloss"),
      ("verbosity", "1"),
    ]
  }
}

/// Walk-forward evaluation, then the model for shipping, trained on all days before the hold-out.
public struct TrainStep: Sendable {
  let workspace: Workspace
  let plan: TrainingPlan
  let gitCommit: String?

  public init(workspace: Workspace, plan: TrainingPlan, gitCommit: String?) {
    self.workspace = workspace
    self.plan = plan
    self.gitCommit = gitCommit
  }

  /// Rounds of boosting that `run` will report through `progress`.
  public var progressTotal: Int { plan.rounds * (plan.folds + 1) }

  public func run(progress: () -> Void = {}) throws(PipelineError) -> TrainingRecord {
    let shards = try PartSet.whole(in: workspace.featuresFolder, suffix: ".json", step: "transform")
    let parts = FeatureParts(workspace: workspace, shards: shards)
    let manifests = try parts.manifests()
    guard plan.embargo >= manifests[0].horizon else {
      throw PipelineError(
        .configuration, "embargo \(plan.embargo) is shorter than the label's horizon \(manifests[0].horizon)",
        fix: "use --embargo \(manifests[0].horizon) or more")
    }
    let set = try TrainingSet(
      partCount: shards.count, scratch: workspace.modelFolder,
      labelledDays: { (index) throws(PipelineError) in
        try FeatureFile.labelledDays(
          parts.bytes(shards[index], manifests[index]), name: parts.path(shards[index]))
      },
      part: { (index) throws(PipelineError) in
        try FeatureFile.decode(parts.bytes(shards[index], manifests[index]), name: parts.path(shards[index]))
      })
    let split = try WalkForward(
      set, foldCount: plan.folds, embargo: plan.embargo, holdoutShare: plan.holdoutShare)
    for fold in split.folds { try LeakCheck.labels(set, fold) }
    try LeakCheck.features(set, split.judgedDays, horizon: manifests[0].horizon)
    let trainer = Trainer(runtime: try XGBoostRuntime(), plan: plan, set: set)
    var results: [FoldPredictions] = []
    for fold in split.folds { results.append(try trainer.fold(fold, progress: progress)) }
    let bytes = try trainer.shippedModel(split.finalTrainDays, progress: progress)
    let assembly = RecordAssembly(
      plan: plan, gitCommit: gitCommit, set: set, split: split, manifests: manifests, results: results,
      xgboostVersion: trainer.runtime.version)
    let holdout = try HoldoutFile.encode(set, days: split.holdoutDays)
    let record = try assembly.record(model: bytes, holdout: holdout, predict: trainer.predictions)
    try LocalFile.remove(workspace.logRecord)
    try LocalFile.write(holdout, to: workspace.holdout)
    try LocalFile.write(bytes, to: workspace.model)
    try LocalFile.write(JSONText.encode(record), to: workspace.trainingRecord)
    return record
  }
}

/// The feature files of all shards, verified against their manifests.
struct FeatureParts {
  let workspace: Workspace
  let shards: [Shard]

  func manifests() throws(PipelineError) -> [FeatureManifest] {
    var manifests: [FeatureManifest] = []
    for shard in shards {
      let path = workspace.featuresManifest(shard)
      manifests.append(
        try JSONText.decode(
          FeatureManifest.self, from: LocalFile.read(path), name: path,
          fix: "run 'mlpipe transform --shard \(shard)' again"))
    }
    for (shard, manifest) in zip(shards, manifests)
    where manifest.horizon != manifests[0].horizon || manifest.features != FeatureTable.names
      || manifest.codeVersion != CodeVersion.current
    {
      throw PipelineError(
        .input, "was made with another horizon, feature list or version than its neighbours or this program",
        at: workspace.featuresManifest(shard), fix: "run 'mlpipe transform' again for all shards")
    }
    return manifests
  }

  func path(_ shard: Shard) -> String { workspace.features(shard) }

  func bytes(_ shard: Shard, _ manifest: FeatureManifest) throws(PipelineError) -> [UInt8] {
    let fix = "run 'mlpipe transform --shard \(shard)' again"
    let bytes = try LocalFile.read(path(shard), fix: fix)
    guard ContentHash(of: bytes).hex == manifest.sha256 else {
      throw PipelineError(.input, "is not the file that its manifest describes", at: path(shard), fix: fix)
    }
    return bytes
  }
}
