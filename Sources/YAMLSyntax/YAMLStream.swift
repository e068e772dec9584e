public import SourceText

/// What a YAML or JSON file holds: its documents, what was wrong with it, and its comments.
public struct YAMLStream: Sendable {
  public var documents: [YAMLDocument]
  public var problems: [Problem]
  /// In the order of the source; each range runs from `#` to the end of the line.
  public var comments: [ByteRange]
  /// The file is a template (Helm, Jinja) that is not rendered. It then has no documents and one problem.
  public var isTemplate: Bool
  public let tree: YAMLTree
}

/// One document of a stream.
public struct YAMLDocument: Sendable {
  /// The document's content; nil when its first node could not be read.
  public var root: YAMLNode?
  /// From the first to the last byte of its content.
  public var range: ByteRange
  /// False when an error or a budget ended it early: `root` then holds what stands before.
  public var isComplete: Bool
}
