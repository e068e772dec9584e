public import SourceText
internal import YAMLSyntax

/// A mistake in a policy file or a profile: the run ends with exit code 2 before anything is judged.
public struct ConfigurationFault: Error, Hashable, Sendable, CustomStringConvertible {
  public var path: String
  public var position: Position
  /// What is wrong, in lower case, without a full stop.
  public var message: String
  /// What to type instead, where that is known.
  public var advice: String?

  public init(_ message: String, advice: String? = nil, path: String, position: Position) {
    self.message = message
    self.advice = advice
    self.path = path
    self.position = position
  }

  /// `policies/IMG-01.yaml:12:5: unknown key 'sumary'; did you mean 'summary'?`
  public var description: String {
    "\(path):\(position.line):\(position.column): \(message)" + (advice.map { "; \($0)" } ?? "")
  }
}

/// Collects the faults of one file.
struct FaultList {
  let file: SourceFile
  private let lines: LineIndex
  private(set) var faults: [ConfigurationFault] = []

  init(_ file: SourceFile) {
    self.file = file
    self.lines = LineIndex(file.bytes)
  }

  mutating func add(_ message: String, advice: String? = nil, at range: ByteRange) {
    faults.append(
      ConfigurationFault(
        message, advice: advice, path: file.path,
        position: lines.position(of: Int(range.start), in: file.bytes)))
  }

  /// `.mlguard.yaml:12:5`
  func place(_ range: ByteRange) -> String {
    let position = lines.position(of: Int(range.start), in: file.bytes)
    return "\(file.path):\(position.line):\(position.column)"
  }

  mutating func add(_ problem: Problem) {
    add(problem.message, advice: problem.advice, at: problem.location.range)
  }

  mutating func addUnknown(_ what: String, _ name: String, among names: [String], at range: ByteRange) {
    let nearest = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    add("unknown \(what) '\(name)'", advice: nearest ?? "known: \(names.joined(separator: ", "))", at: range)
  }
}
