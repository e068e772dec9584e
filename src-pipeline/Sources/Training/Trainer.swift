internal import PipelineCore
internal import XGBoost

/// One fold's judgement, with the probabilities behind it.
struct FoldPredictions {
  let fold: Fold
  let rows: Range<Int>
  let scores: [Float]
  let logLossByRound: [Double]
}

/// Boosting on spans of days of one training set.
struct Trainer {
  let runtime: XGBoostRuntime
  let plan: TrainingPlan
  let set: TrainingSet

  func fold(_ fold: Fold, progress: () -> Void) throws(PipelineError) -> FoldPredictions {
    let train = try matrix(set.rows(of: fold.trainDays))
    let test = try matrix(set.rows(of: fold.testDays))
    let booster = try runtime.booster(for: [train, test], parameters: plan.parameters)
    var losses: [Double] = []
    for round in 0..<plan.rounds {
      try update(booster, round: round, on: train)
      losses.append(try booster.evaluate(round: round, on: test)["logloss"] ?? .nan)
      progress()
    }
    return FoldPredictions(
      fold: fold, rows: set.rows(of: fold.testDays), scores: try booster.predict(test), logLossByRound: losses
    )
  }

  func shippedModel(_ days: Range<Int>, progress: () -> Void) throws(PipelineError) -> [UInt8] {
    let train = try matrix(set.rows(of: days))
    let booster = try runtime.booster(for: [train], parameters: plan.parameters)
    for round in 0..<plan.rounds {
      try update(booster, round: round, on: train)
      progress()
    }
    try booster.setFeatureNames(set.featureNames)
    return try booster.modelBytes()
  }

  /// What libxgboost itself answers with a saved model.
  func predictions(model: [UInt8], values: [Float]) throws(PipelineError) -> [Float] {
    try runtime.predictions(model: model, values: values, columnCount: set.featureNames.count)
  }

  private func update(_ booster: Booster, round: Int, on train: TrainingMatrix) throws(PipelineError) {
    try booster.update(round: round, on: train)
    // The first round sorted all values into bins; what that took is not needed again.
    if round == 0 { HeapPolicy.returnFreedMemory() }
  }

  private func matrix(_ rows: Range<Int>) throws(PipelineError) -> TrainingMatrix {
    // The rows lie here and in libxgboost's copy for a moment, which is when memory is at its peak.
    HeapPolicy.returnFreedMemory()
    return try set.withValues(of: rows) { (values) throws(PipelineError) in
      try runtime.matrix(
        values: values, columnCount: set.featureNames.count, labels: Array(set.labels[rows]),
        threads: plan.threads)
    }
  }
}
