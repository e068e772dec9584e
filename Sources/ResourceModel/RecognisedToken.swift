public import SourceText

/// A credential that identifies itself by its form, wherever in a file it stands: in a comment, too.
public struct RecognisedToken: Hashable, Sendable {
  /// What it is, with its article: `a GitHub token`. The text itself is never kept.
  public var kind: String
  public var location: Location

  public init(kind: String, location: Location) {
    self.kind = kind
    self.location = location
  }
}
