/// How much worse than the champion a challenger may be. A daily retrained model is hardly ever better by a margin
/// that a few months of days can prove; it must be proved not to be worse.
public struct GateRules: Sendable {
  /// Log loss that the upper end of the interval may be above the champion's.
  public var logLossTolerance = 0.002
  /// AUC that the lower end of the interval may be below the champion's.
  public var aucTolerance = 0.01
  /// Calibration error that the challenger's may be above the champion's.
  public var calibrationTolerance = 0.01
  /// Log loss by which a model must beat the better of two constants: the training base rate, and one half.
  public var floorMargin = 0.0005
  /// Resamples of the bootstrap.
  public var resamples = 500
  /// Trading days in a block: more than the label's horizon, because neighbouring days share their labels' future.
  public var blockLength = 10
  public var seed: UInt64 = 1

  public init() {}
}

/// What a model did on the hold-out.
public struct Score: Codable, Equatable, Sendable {
  public let auc: Double
  public let logLoss: Double
  public let calibrationError: Double
}

/// The middle nine tenths of a bootstrapped difference.
public struct Interval: Codable, Equatable, Sendable {
  public let low: Double
  public let high: Double
}

/// The gate's answer with every figure it rests on.
public struct Verdict: Codable, Equatable, Sendable {
  public let isAccepted: Bool
  /// Empty when accepted.
  public let refusals: [String]
  public let challengerVersion: String
  /// nil when there was no champion.
  public let championVersion: String?
  public let holdoutSHA256: String
  public let holdoutRows: Int
  public let challenger: Score
  public let champion: Score?
  /// Log loss of the better constant: always the training base rate, or always one half.
  public let constantLogLoss: Double
  /// Challenger minus champion.
  public let aucDifference: Interval?
  public let logLossDifference: Interval?
}
