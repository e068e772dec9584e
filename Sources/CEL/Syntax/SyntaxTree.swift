/// Names one node of an expression's tree.
struct NodeID: Hashable, Sendable {
  let raw: Int32
  init(_ raw: Int) { self.raw = Int32(truncatingIfNeeded: raw) }
  var index: Int { Int(raw) }
}

/// An expression as it was written, macros recognised but not expanded: an arena of nodes.
struct SyntaxTree: Sendable {
  private(set) var nodes: [Node] = []
  /// The byte that stands for the node in messages: its operator, its name, or its start.
  private(set) var offsets: [Int32] = []
  private var depths: [UInt16] = []
  var root = NodeID(0)

  subscript(id: NodeID) -> Node { nodes[id.index] }
  func offset(of id: NodeID) -> Int { Int(offsets[id.index]) }
  func depth(of id: NodeID) -> UInt16 { depths[id.index] }

  /// `depth` counts the nodes on the longest way down, this one included.
  mutating func append(_ node: Node, at offset: Int, depth: UInt16) -> NodeID {
    nodes.append(node)
    offsets.append(Int32(clamping: offset))
    depths.append(depth)
    return NodeID(nodes.count - 1)
  }
}

enum Node: Sendable {
  case constant(CELValue)
  /// With a leading `.` when the name was written as absolute.
  case identifier(String)
  case select(NodeID, field: String, SelectMode)
  case index(NodeID, NodeID, isOptional: Bool)
  case call(String, target: NodeID?, [NodeID])
  case not(NodeID)
  case negate(NodeID)
  case binary(BinaryOperator, NodeID, NodeID)
  case logical(LogicalOperator, [NodeID])
  case conditional(NodeID, then: NodeID, otherwise: NodeID)
  case list([ListEntry])
  case map([MapEntry])
  case message(String, [FieldEntry])
  case macro(Macro)
}

enum SelectMode: Sendable {
  /// `a.b`
  case value
  /// `a.?b`
  case optional
  /// `has(a.b)`
  case presence
}

struct ListEntry: Sendable {
  var value: NodeID
  var isOptional: Bool
}

struct MapEntry: Sendable {
  var key: NodeID
  var value: NodeID
  var isOptional: Bool
}

struct FieldEntry: Sendable {
  var name: String
  var offset: Int
  var value: NodeID
  var isOptional: Bool
}

enum LogicalOperator: Sendable { case and, or }

enum BinaryOperator: String, Sendable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case `in` = "in"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case modulo = "%"

  /// Binds tighter when greater; `||` is 1 and `&&` 2.
  var precedence: Int {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .in: 3
    case .add, .subtract: 4
    case .multiply, .divide, .modulo: 5
    }
  }
}

/// A call that binds variables and evaluates its arguments many times or not at all.
struct Macro: Sendable {
  enum Kind: Sendable {
    case all, exists, existsOne
    case filter
    /// `map`, `transformList`; with a condition where there are two arguments.
    case map
    case transformMap, transformMapEntry
    case sortBy
    case optionalMap, optionalFlatMap
    /// `cel.bind`: `range` is the value that is bound.
    case bind
  }

  var kind: Kind
  /// As it was written, for messages.
  var name: String
  var range: NodeID
  /// One, or two for key and value (index and element).
  var variables: [String]
  /// The condition, where the kind has one besides the body.
  var condition: NodeID?
  var body: NodeID
}
