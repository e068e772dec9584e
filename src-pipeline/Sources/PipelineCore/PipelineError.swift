/// Why a step stopped; the raw value is the process's exit code, documented in docs/pipeline.md.
public enum StopReason: Int32, Sendable, CaseIterable {
  /// The gate refused the challenger: everything ran, the answer is no.
  case refused = 1
  /// Wrong usage or configuration: nothing was attempted.
  case configuration = 2
  /// Input could not be read whole: missing, corrupt, or from a source that did not answer as agreed.
  case input = 3
  /// A service (MLflow, S3, a data source) failed after every retry; running the step again continues.
  case service = 4
  /// The result could not be written: disk full, no permission.
  case output = 5
}

/// A failure that ends a step: what happened, where, and what to do about it.
public struct PipelineError: Error, Equatable, Sendable, CustomStringConvertible {
  public let reason: StopReason
  public let message: String
  /// File (with line where there is one), address, or symbol.
  public let place: String?
  public let fix: String?

  public init(_ reason: StopReason, _ message: String, at place: String? = nil, fix: String? = nil) {
    self.reason = reason
    self.message = message
    self.place = place
    self.fix = fix
  }

  public var description: String {
    var text = place.map { "\($0): \(message)" } ?? message
    if let fix { text += "\n  = fix: \(fix)" }
    return text
  }
}
