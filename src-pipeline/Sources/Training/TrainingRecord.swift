public import PipelineCore

/// Everything that `train` found out, beside the model file; what `log`, the report and the gate read.
public struct TrainingRecord: Codable, Equatable, Sendable {
  public struct FoldResult: Codable, Equatable, Sendable {
    public let trainFrom: String
    public let trainTo: String
    public let testFrom: String
    public let testTo: String
    public let trainRows: Int
    public let testRows: Int
    public let auc: Double
    public let logLoss: Double
    public let brier: Double
    public let accuracy: Double
    /// Log loss on the test days after each round.
    public let logLossByRound: [Double]
  }

  public struct FeatureResult: Codable, Equatable, Sendable {
    public let name: String
    /// Mean loss reduction of the feature's splits in the shipped model.
    public let gain: Double
    public let splits: Int
    /// Population stability index, hold-out against training days.
    public let drift: Double
    /// Over the training days: what a live mean is compared with.
    public let trainingMean: Double
    public let trainingDeviation: Double
  }

  public struct EquityPoint: Codable, Equatable, Sendable {
    public let day: String
    /// Wealth of 1 put into the fifth of symbols scored highest, against the lowest fifth, without costs.
    public let wealth: Double
  }

  /// A row and the bits of what the model answers to it: whoever loads the model must answer the same.
  public struct Probe: Codable, Equatable, Sendable {
    public let values: [Float]
    public let predictionBits: UInt32
  }

  public let codeVersion: String
  public let gitCommit: String?
  public let parameters: [String: String]
  public let rounds: Int
  public let seed: Int
  public let horizon: Int
  public let embargo: Int
  public let xgboostVersion: String
  public let features: [String]
  public let symbols: Int
  public let rows: Int
  /// Over the feature files' hashes in shard order.
  public let dataSHA256: String
  public let modelSHA256: String
  public let holdoutSHA256: String
  public let trainFrom: String
  public let trainTo: String
  /// The last day that decides a training label: the hold-out of a gate must begin after it.
  public let labelsKnownTo: String
  /// Share of ones among the training labels: what a model that knows nothing would always answer.
  public let baseRate: Double
  public let holdoutFrom: String
  public let holdoutTo: String
  public let holdoutRows: Int
  public let folds: [FoldResult]
  /// Of all folds' test rows.
  public let calibration: [CalibrationBin]
  public let calibrationError: Double
  public let importance: [FeatureResult]
  public let equity: [EquityPoint]
  public let probes: [Probe]
  public let quality: [DataQuality]

  public var meanAUC: Double { folds.reduce(0) { $0 + $1.auc } / Double(max(1, folds.count)) }
  public var meanLogLoss: Double { folds.reduce(0) { $0 + $1.logLoss } / Double(max(1, folds.count)) }
}
