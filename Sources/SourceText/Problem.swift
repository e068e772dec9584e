/// Something in an input that could not be understood, or that its reader should know.
///
/// Input faults are values, never thrown: a parser returns what it understood together with the problems.
public struct Problem: Hashable, Sendable {
  public enum Severity: Hashable, Sendable {
    /// Part of the file was not understood: the analysis is incomplete (exit code 3).
    case error
    /// Understood, but surely not what the author meant.
    case warning
    case note
  }

  public enum Kind: Hashable, Sendable {
    /// The text breaks the grammar of its language.
    case syntax
    /// The text is correct, its meaning is not (a reference to nothing, a wrong type).
    case semantics
    /// A template (Helm, Jinja) that has to be rendered before it is what its name says.
    case template
    /// The bytes could not be read at all: missing, too large, not UTF-8, outside of the repository.
    case unreadable
    /// A budget was spent: depth, expansion, steps, bytes.
    case budget
    /// Something named here is not in the repository: a module, a chart, a remote base.
    case missing
  }

  public var severity: Severity
  public var kind: Kind
  /// What is wrong, in lower case, without a full stop.
  public var message: String
  /// What to type instead, where that is known.
  public var advice: String?
  public var location: Location

  public init(
    _ severity: Severity, _ kind: Kind, _ message: String, advice: String? = nil, at location: Location
  ) {
    self.severity = severity
    self.kind = kind
    self.message = message
    self.advice = advice
    self.location = location
  }
}
