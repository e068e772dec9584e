public import SourceText

/// A comment with its marks (`#`, `//` or `/* */`), without the line end of a line comment.
public struct Comment: Hashable, Sendable {
  public var range: ByteRange
}
