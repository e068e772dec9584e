public import PipelineCore

/// Keys of the sources that want one: from the environment, or from files that a secret is mounted as.
public struct SourceKeys: Sendable {
  private let environment: [String: String]

  public init(environment: [String: String]) {
    self.environment = environment
  }

  /// - Parameters:
  ///   - variable: such as `TIINGO_API_KEY`.
  ///   - file: name in the folder that `MLPIPE_KEYS_DIRECTORY` names, such as `tiingo`.
  public func key(variable: String, file: String) throws(PipelineError) -> String {
    if let value = environment[variable], !value.isEmpty { return value }
    guard let folder = environment["MLPIPE_KEYS_DIRECTORY"] else {
      throw PipelineError(
        .configuration, "no key for this source", at: variable,
        fix: "set \(variable), or MLPIPE_KEYS_DIRECTORY to a folder with a file '\(file)'")
    }
    let text = String(decoding: try LocalFile.read("\(folder)/\(file)"), as: UTF8.self)
    let key = text.filter { !$0.isWhitespace }
    guard !key.isEmpty else { throw PipelineError(.configuration, "file is empty", at: "\(folder)/\(file)") }
    return key
  }
}

/// The days wanted from a source, both ends included.
public struct DayRange: Sendable {
  public let first: TradingDay
  public let last: TradingDay

  /// nil when the range is empty.
  public init?(_ first: TradingDay, _ last: TradingDay) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }
}
