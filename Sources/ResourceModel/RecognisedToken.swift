public import SourceText

/// A credential that identifies itself by its form, wherever in a file it stands: in a comment, too. Or one of a command
/// that a document shows.
public struct RecognisedToken: Hashable, Sendable {
  /// What it is, with its article: `a GitHub token`. The text itself is never kept.
  public var kind: String
  public var location: Location
  /// Its place in a command says what it is, not its form.
  public var isOfCommand: Bool

  public init(kind: String, location: Location, isOfCommand: Bool = false) {
    self.kind = kind
    self.location = location
    self.isOfCommand = isOfCommand
  }
}
