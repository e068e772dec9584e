internal import PipelineCore
internal import Tracking
internal import Training
internal import XGBoost

/// The rules of promotion; scores both models itself, from their files.
struct Gate {
  let rules: GateRules
  let holdout: Holdout

  func verdict(
    _ challenger: VerifiedModel, against champion: VerifiedModel?
  ) throws(PipelineError) -> Verdict {
    var refusals = fitness(challenger, "the challenger")
    let scores = refusals.isEmpty ? challenger.ensemble.probabilities(holdout.values) : []
    let score = score(scores)
    let constant = constantLogLoss(challenger)
    if refusals.isEmpty {
      if !(score.logLoss < constant - rules.floorMargin) {
        refusals.append(Refusal.noBetterThanConstant(score.logLoss, constant))
      }
      if score.auc <= 0.5 { refusals.append(Refusal.ranksNothing(score.auc)) }
    }
    var championScore: Score?
    var differences: (auc: Interval, logLoss: Interval)?
    if let champion, champion.version.version != challenger.version.version {
      let unfit = fitness(champion, "the champion")
      refusals += unfit
      if challenger.signature != champion.signature { refusals.append(Refusal.otherSignature) }
      if unfit.isEmpty, !scores.isEmpty {
        let others = champion.ensemble.probabilities(holdout.values)
        let other = self.score(others)
        let found = BlockBootstrap(holdout, rules: rules).differences(scores, others)
        championScore = other
        differences = found
        refusals += comparison(score, other, found)
      }
    }
    return Verdict(
      isAccepted: refusals.isEmpty, refusals: refusals, challengerVersion: challenger.version.version,
      championVersion: champion?.version.version, holdoutSHA256: holdout.sha256,
      holdoutRows: holdout.labels.count,
      challenger: score, champion: championScore, constantLogLoss: constant,
      aucDifference: differences?.auc, logLossDifference: differences?.logLoss)
  }

  /// Whether a model can be scored on this hold-out at all.
  private func fitness(_ model: VerifiedModel, _ who: String) -> [String] {
    var refusals: [String] = []
    if model.features != holdout.featureNames || model.ensemble.featureNames != holdout.featureNames {
      refusals.append(Refusal.otherFeatures(who))
    }
    if let first = holdout.days.first, let known = TradingDay(model.labelsKnownTo) {
      if known >= first { refusals.append(Refusal.overlap(who, known, first)) }
    } else {
      refusals.append(Refusal.unknownTraining(who))
    }
    return refusals
  }

  private func comparison(
    _ challenger: Score, _ champion: Score, _ found: (auc: Interval, logLoss: Interval)
  ) -> [String] {
    var refusals: [String] = []
    if !(found.logLoss.high <= rules.logLossTolerance) {
      refusals.append(Refusal.worseLogLoss(found.logLoss))
    }
    if !(found.auc.low >= -rules.aucTolerance) { refusals.append(Refusal.worseAUC(found.auc)) }
    if !(challenger.calibrationError <= champion.calibrationError + rules.calibrationTolerance) {
      refusals.append(Refusal.worseCalibration(challenger.calibrationError, champion.calibrationError))
    }
    return refusals
  }

  private func score(_ scores: [Float]) -> Score {
    guard !scores.isEmpty else { return Score(auc: .nan, logLoss: .nan, calibrationError: .nan) }
    return Score(
      auc: Metrics.auc(scores, holdout.labels), logLoss: Metrics.logLoss(scores, holdout.labels),
      calibrationError: Metrics.calibrationError(Metrics.calibration(scores, holdout.labels)))
  }

  private func constantLogLoss(_ model: VerifiedModel) -> Double {
    let rates: [Float] = [model.version.tags["base_rate"].flatMap(Float.init) ?? 0.5, 0.5]
    let losses = rates.map { rate in
      Metrics.logLoss([Float](repeating: rate, count: holdout.labels.count), holdout.labels)
    }
    return min(losses[0], losses[1])
  }
}

private enum Refusal {
  static let otherSignature = "the signature differs from the champion's"

  static func otherFeatures(_ who: String) -> String { "\(who) wants other features than the hold-out has" }

  static func overlap(_ who: String, _ known: TradingDay, _ first: TradingDay) -> String {
    "\(who) has learnt labels up to \(known), the hold-out begins on \(first)"
  }

  static func unknownTraining(_ who: String) -> String { "it is not known up to which day \(who) has learnt" }

  static func noBetterThanConstant(_ loss: Double, _ constant: Double) -> String {
    "log loss \(Metrics.text(loss)) is not clearly better than \(Metrics.text(constant)), which a constant reaches"
  }

  static func ranksNothing(_ auc: Double) -> String { "AUC \(Metrics.text(auc)) is no better than chance" }

  static func worseLogLoss(_ interval: Interval) -> String {
    "log loss may be \(Metrics.text(interval.high)) worse than the champion's (90 % interval)"
  }

  static func worseAUC(_ interval: Interval) -> String {
    "AUC may be \(Metrics.text(-interval.low)) worse than the champion's (90 % interval)"
  }

  static func worseCalibration(_ own: Double, _ other: Double) -> String {
    "calibration error \(Metrics.text(own)) is worse than the champion's \(Metrics.text(other))"
  }
}
