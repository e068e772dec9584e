public import SourceText

/// A Dockerfile as written: its instructions with exact ranges.
public struct Dockerfile: Sendable {
  public var instructions: [Instruction]
  public var problems: [Problem]
  public var comments: [ByteRange]

  public struct Instruction: Sendable {
    /// In capitals: `FROM`, `RUN`.
    public var keyword: String
    public var keywordRange: ByteRange
    /// From the keyword to the last byte of the arguments or of the last heredoc.
    public var range: ByteRange
    /// `--from=builder`, in the order of the source.
    public var flags: [Flag]
    /// The words after the flags, split at blanks outside of quotes; quotes and escapes as written.
    public var words: [Word]
    /// The arguments as one text, continuation lines joined.
    public var text: Word
    public var heredocs: [Heredoc]
  }

  /// A piece of an instruction. `text` is without continuations and comments, `range` is where it stands.
  public struct Word: Hashable, Sendable {
    public var text: String
    public var range: ByteRange
  }

  public struct Flag: Hashable, Sendable {
    public var name: String
    public var value: Word
  }

  public struct Heredoc: Hashable, Sendable {
    public var delimiter: String
    /// Variables in the body are expanded (the delimiter is not quoted).
    public var isExpanded: Bool
    public var body: Word
  }
}
