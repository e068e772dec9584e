public import SourceText

/// Index of a body in its tree.
public struct BodyID: Hashable, Sendable {
  let raw: Int32
}

/// A name and its value: `name = expression`.
public struct Attribute: Hashable, Sendable {
  public var name: NameID
  public var nameRange: ByteRange
  /// From the name to the last token of the value.
  public var range: ByteRange
  public var value: ExpressionID
}

/// A label of a block, quoted or bare.
public struct BlockLabel: Hashable, Sendable {
  public var name: NameID
  public var range: ByteRange
}

/// `type "label" { … }`
public struct Block: Hashable, Sendable {
  public var type: NameID
  public var typeRange: ByteRange
  public var labels: [BlockLabel]
  public var body: BodyID
  /// From the type to the closing brace.
  public var range: ByteRange
  /// From the type to the last label: what a message about the block as a whole should underline.
  public var headerRange: ByteRange {
    ByteRange(start: typeRange.start, end: labels.last?.range.end ?? typeRange.end)
  }
}

public enum BodyItem: Hashable, Sendable {
  case attribute(Attribute)
  case block(Block)
}

/// The content of a file or of a block.
public struct Body: Hashable, Sendable {
  /// In the order of the source; an attribute that is set twice is listed once, as it was set first.
  public var items: [BodyItem]
  public var range: ByteRange
}
