internal import PipelineCore
internal import Training

/// What of a training record becomes params, metrics and tags.
enum RunContent {
  static func parameters(_ record: TrainingRecord) -> [String: String] {
    var parameters = record.parameters
    parameters["rounds"] = String(record.rounds)
    parameters["horizon"] = String(record.horizon)
    parameters["embargo"] = String(record.embargo)
    parameters["folds"] = String(record.folds.count)
    parameters["features"] = record.features.joined(separator: ",")
    return parameters
  }

  static func metrics(_ record: TrainingRecord, timestamp: Int64) -> [MetricValue] {
    var metrics: [MetricValue] = []
    func add(_ key: String, _ value: Double, step: Int = 0) {
      metrics.append(MetricValue(key, value, timestamp: timestamp, step: Int64(step)))
    }
    add("auc", record.meanAUC)
    add("log_loss", record.meanLogLoss)
    add("calibration_error", record.calibrationError)
    add("wealth", record.equity.last?.wealth ?? .nan)
    for (index, fold) in record.folds.enumerated() {
      add("fold_auc", fold.auc, step: index + 1)
      add("fold_log_loss", fold.logLoss, step: index + 1)
      add("fold_brier", fold.brier, step: index + 1)
      add("fold_accuracy", fold.accuracy, step: index + 1)
      for (round, loss) in fold.logLossByRound.enumerated() {
        add("fold_\(index + 1)_log_loss", loss, step: round + 1)
      }
    }
    for feature in record.importance {
      add("gain.\(feature.name)", feature.gain)
      add("drift.\(feature.name)", feature.drift)
      add("mean.\(feature.name)", feature.trainingMean)
    }
    add("data.rows_read", Double(record.quality.reduce(0) { $0 + $1.rowsRead }))
    add("data.rows_kept", Double(record.quality.reduce(0) { $0 + $1.rowsKept }))
    add("data.missing_days", Double(record.quality.reduce(0) { $0 + $1.missingDays }))
    return metrics
  }

  static func tags(_ record: TrainingRecord, runKey: String, imageDigest: String?) -> [String: String] {
    var tags = [
      "mlpipe.run_key": runKey, "pipeline.stage": "train", "mlpipe.version": record.codeVersion,
      "mlpipe.data_sha256": record.dataSHA256, "mlpipe.model_sha256": record.modelSHA256,
      "mlpipe.holdout_sha256": record.holdoutSHA256, "mlpipe.xgboost_version": record.xgboostVersion,
      "mlflow.source.name": "mlpipe", "mlflow.source.type": "JOB",
    ]
    if let commit = record.gitCommit { tags["mlflow.source.git.commit"] = commit }
    if let imageDigest { tags["mlpipe.image_digest"] = imageDigest }
    return tags
  }

  /// What the gate and the server check a downloaded model against.
  ///
  /// - Parameter time: when the model was logged, right after its training; milliseconds since 1970.
  static func versionTags(_ record: TrainingRecord, time: Int64) -> [String: String] {
    var tags = [
      "model_sha256": record.modelSHA256, "data_sha256": record.dataSHA256,
      "labels_known_to": record.labelsKnownTo, "base_rate": "\(record.baseRate)",
      "features": record.features.joined(separator: ","),
      "walk_forward_auc": Metrics.text(record.meanAUC), "trained_at": String(time / 1000),
    ]
    if let commit = record.gitCommit { tags["git_commit"] = commit }
    return tags
  }

  static func datasets(_ record: TrainingRecord) -> [DatasetInput] {
    let columns = record.features.map { #"{"name":"\#($0)","type":"float"}"# }.joined(separator: ",")
    return [
      DatasetInput(
        name: "features", digest: String(record.dataSHA256.prefix(36)),
        source: #"{"uri":"features/","sha256":"\#(record.dataSHA256)"}"#,
        schema: #"{"mlflow_colspec":[\#(columns)]}"#,
        profile: #"{"num_rows":\#(record.rows),"num_symbols":\#(record.symbols)}"#)
    ]
  }
}
