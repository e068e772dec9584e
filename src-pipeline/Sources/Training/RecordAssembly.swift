internal import PipelineCore
internal import XGBoost

/// Puts together what a training run found.
struct RecordAssembly {
  let plan: TrainingPlan
  let gitCommit: String?
  let set: TrainingSet
  let split: WalkForward
  let manifests: [FeatureManifest]
  let results: [FoldPredictions]
  let xgboostVersion: String

  /// - Parameter predict: libxgboost's answers; the tree evaluation of this package must give the same bits.
  func record(
    model: [UInt8], holdout: [UInt8], predict: ([UInt8], [Float]) throws(PipelineError) -> [Float]
  ) throws(PipelineError) -> TrainingRecord {
    let ensemble = try TreeEnsemble(modelBytes: model, name: "model.ubj")
    let train = set.rows(of: split.finalTrainDays)
    let held = set.rows(of: split.holdoutDays)
    let scores = results.flatMap(\.scores)
    let labels = results.flatMap { Array(set.labels[$0.rows]) }
    let bins = Metrics.calibration(scores, labels)
    let known = train.reduce(set.labelDays[train.lowerBound]) { max($0, set.labelDays[$1]) }
    return TrainingRecord(
      codeVersion: CodeVersion.current, gitCommit: gitCommit,
      parameters: Dictionary(uniqueKeysWithValues: plan.parameters), rounds: plan.rounds, seed: plan.seed,
      horizon: manifests[0].horizon, embargo: plan.embargo, xgboostVersion: xgboostVersion,
      features: set.featureNames, symbols: manifests.reduce(0) { $0 + $1.symbols.count }, rows: set.rowCount,
      dataSHA256: ContentHash(ofConcatenated: manifests.map { Array($0.sha256.utf8) }).hex,
      modelSHA256: ContentHash(of: model).hex, holdoutSHA256: ContentHash(of: holdout).hex,
      trainFrom: set.days[0].description,
      trainTo: set.days[split.finalTrainDays.upperBound - 1].description, labelsKnownTo: known.description,
      baseRate: train.reduce(0) { $0 + Double(set.labels[$1]) } / Double(max(1, train.count)),
      holdoutFrom: set.days[split.holdoutDays.lowerBound].description,
      holdoutTo: set.days[split.holdoutDays.upperBound - 1].description, holdoutRows: held.count,
      folds: results.map(foldResult), calibration: bins, calibrationError: Metrics.calibrationError(bins),
      importance: try importance(ensemble, train, held), equity: equity(),
      probes: try probes(model, held, ensemble, predict), quality: manifests.flatMap(\.quality))
  }

  private func foldResult(_ result: FoldPredictions) -> TrainingRecord.FoldResult {
    let labels = Array(set.labels[result.rows])
    let train = result.fold.trainDays
    let test = result.fold.testDays
    return TrainingRecord.FoldResult(
      trainFrom: set.days[train.lowerBound].description, trainTo: set.days[train.upperBound - 1].description,
      testFrom: set.days[test.lowerBound].description, testTo: set.days[test.upperBound - 1].description,
      trainRows: set.rows(of: train).count, testRows: result.rows.count,
      auc: Metrics.auc(result.scores, labels), logLoss: Metrics.logLoss(result.scores, labels),
      brier: Metrics.brier(result.scores, labels), accuracy: Metrics.accuracy(result.scores, labels),
      logLossByRound: result.logLossByRound)
  }

  private func importance(
    _ ensemble: TreeEnsemble, _ train: Range<Int>, _ held: Range<Int>
  ) throws(PipelineError) -> [TrainingRecord.FeatureResult] {
    var results: [TrainingRecord.FeatureResult] = []
    try set.forEachColumn(of: train) { (index, before) in
      let mean = before.reduce(0) { $0 + Double($1) } / Double(max(1, before.count))
      let squares = before.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
      results.append(
        TrainingRecord.FeatureResult(
          name: set.featureNames[index], gain: ensemble.meanGain[index], splits: ensemble.splitCounts[index],
          drift: Metrics.stabilityIndex(reference: before, current: set.column(index, rows: held)),
          trainingMean: mean, trainingDeviation: (squares / Double(max(1, before.count - 1))).squareRoot()))
    }
    return results.sorted { ($1.gain, $0.name) < ($0.gain, $1.name) }
  }

  /// Each test day puts a fifth of its symbols against another fifth; a return over the horizon is spread evenly.
  private func equity() -> [TrainingRecord.EquityPoint] {
    var wealth = 1.0
    var points: [TrainingRecord.EquityPoint] = []
    for result in results {
      for day in result.fold.testDays {
        let rows = set.rows(of: day..<(day + 1))
        let ranked = rows.sorted { left, right in
          let (a, b) = (
            result.scores[left - result.rows.lowerBound], result.scores[right - result.rows.lowerBound]
          )
          return (a, left) < (b, right)
        }
        let size = ranked.count / 5
        guard size > 0 else { continue }
        let worst = ranked.prefix(size).reduce(0) { $0 + Double(set.forwardReturns[$1]) } / Double(size)
        let best = ranked.suffix(size).reduce(0) { $0 + Double(set.forwardReturns[$1]) } / Double(size)
        wealth *= 1 + (best - worst) / Double(manifests[0].horizon)
        points.append(TrainingRecord.EquityPoint(day: set.days[day].description, wealth: wealth))
      }
    }
    return points
  }

  /// Eight rows spread over the hold-out.
  private func probes(
    _ model: [UInt8], _ held: Range<Int>, _ ensemble: TreeEnsemble,
    _ predict: ([UInt8], [Float]) throws(PipelineError) -> [Float]
  ) throws(PipelineError) -> [TrainingRecord.Probe] {
    let rows = (0..<8).map { held.lowerBound + $0 * (held.count - 1) / 8 }
    let values = rows.map(set.values(ofRow:))
    let expected = try predict(model, values.flatMap { $0 })
    for (row, answer) in zip(values, expected)
    where ensemble.probability(row).bitPattern != answer.bitPattern {
      throw PipelineError(
        .input,
        "the model answers \(ensemble.probability(row)) here and \(answer) in libxgboost \(xgboostVersion)",
        fix: "use XGBoost 1.7 to 3.2")
    }
    return zip(values, expected).map {
      TrainingRecord.Probe(values: $0, predictionBits: $1.bitPattern)
    }
  }
}
