/// Names one node of a `YAMLTree`: its index in the arena, in the order of the source.
public struct NodeID: Hashable, Comparable, Sendable {
  public let raw: Int32

  @inlinable
  public init(_ raw: Int32) { self.raw = raw }

  @inlinable var index: Int { Int(raw) }

  @inlinable
  public static func < (left: NodeID, right: NodeID) -> Bool { left.raw < right.raw }
}

/// One node of the arena. A collection is followed by all that it holds: the arena is in preorder, so that the
/// first child is the next node, and a child's `end of subtree` is its sibling.
struct Node {
  enum Kind: UInt8 {
    case scalar
    case sequence
    case mapping
    /// `first` is the target's index, or -1 when the alias names nothing that may be used.
    case alias
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// A scalar's text stands in the side buffer, not in the source.
    static let textIsDecoded = Flags(rawValue: 1)
    /// A mapping has a `<<` key.
    static let merges = Flags(rawValue: 2)
    /// Read by the JSON reader: plain scalars are JSON's literals, quoted ones follow JSON's escapes.
    static let isJSON = Flags(rawValue: 4)
    /// A mapping has a key twice.
    static let duplicates = Flags(rawValue: 8)
  }

  var kind: Kind
  var style: YAMLStyle
  var flags: Flags
  /// Index in the tree's table of tags and anchors; -1 when the node has neither.
  var properties: Int32
  /// The node's text in the source, without its tag and anchor.
  var start: Int32
  var end: Int32
  /// Scalar: where its text starts. Collection: the index after the last node inside it. Alias: the target.
  var first: Int32
  /// Scalar: where its text ends. Collection: the number of its children (a mapping's keys and values both).
  var second: Int32
}

/// How a node is written.
public enum YAMLStyle: UInt8, Hashable, Sendable {
  case plain
  case singleQuoted
  case doubleQuoted
  /// A block scalar after `|`.
  case literal
  /// A block scalar after `>`.
  case folded
  /// A collection written with brackets.
  case flow
  /// A collection written by indentation.
  case block
}

/// The tag and the anchor of a node.
struct NodeProperties {
  var tag: String?
  var anchor: String?
}
