public import SourceText

/// The syntax of one HCL file: structure, expressions and comments with exact byte ranges.
///
/// A value of one file, independent of every other. Lines and columns come from `LineIndex` when needed.
public struct HCLTree: Sendable {
  public let file: FileID
  public let isJSON: Bool
  public let bytes: [UInt8]
  public internal(set) var root: BodyID
  public internal(set) var comments: [Comment]
  var nameTable = NameTable()
  var nodes: [Expression] = []
  var ranges: [ByteRange] = []
  var children: [ExpressionID] = []
  var steps: [TraversalStep] = []
  var stepRanges: [ByteRange] = []
  var fors: [ForExpression] = []
  var bodies: [Body] = []
  /// Text that had to be decoded: escapes, trimmed or joined heredoc lines, JSON strings.
  var pool: [UInt8] = []

  init(file: FileID, bytes: [UInt8], isJSON: Bool) {
    self.file = file
    self.bytes = bytes
    self.isJSON = isJSON
    self.root = BodyID(raw: 0)
    self.comments = []
  }

  public subscript(id: ExpressionID) -> Expression { nodes[Int(id.raw)] }
  public subscript(id: BodyID) -> Body { bodies[Int(id.raw)] }
  public subscript(id: NameID) -> String { nameTable.names[Int(id.raw)] }
  public subscript(id: ForID) -> ForExpression { fors[Int(id.raw)] }
  public subscript(list: ExpressionList) -> ArraySlice<ExpressionID> {
    children[Int(list.start)..<Int(list.start + list.length)]
  }
  public subscript(list: StepList) -> ArraySlice<TraversalStep> {
    steps[Int(list.start)..<Int(list.start + list.length)]
  }

  /// The ranges of the steps, in order, each with its dot or brackets.
  public func ranges(of list: StepList) -> ArraySlice<ByteRange> {
    stepRanges[Int(list.start)..<Int(list.start + list.length)]
  }

  public func range(of id: ExpressionID) -> ByteRange { ranges[Int(id.raw)] }

  public func location(of id: ExpressionID) -> Location { Location(file: file, range: range(of: id)) }
  public func location(_ range: ByteRange) -> Location { Location(file: file, range: range) }

  /// The id of a name; nil when the file does not use it.
  public func name(_ text: String) -> NameID? { nameTable.id(of: text) }

  /// The text, decoded. Makes a `String`: O(length).
  public func text(_ reference: TextReference) -> String {
    String(decoding: textBytes(reference), as: UTF8.self)
  }

  public func textBytes(_ reference: TextReference) -> ArraySlice<UInt8> {
    if reference.start >= 0 {
      return bytes[Int(reference.start)..<Int(reference.start + reference.length)]
    }
    let start = Int(~reference.start)
    return pool[start..<(start + Int(reference.length))]
  }

  /// The range of the source that holds the text exactly; nil for decoded text.
  public func sourceRange(of reference: TextReference) -> ByteRange? {
    reference.start < 0 || reference.length == 0
      ? nil : ByteRange(start: reference.start, end: reference.start + reference.length)
  }

  /// The text of a string without any sequence.
  public func literalString(_ id: ExpressionID) -> String? {
    switch self[id] {
    case .string(let reference), .jsonString(let reference, _): text(reference)
    case .invalid, .null, .bool, .number, .template, .templateWrap, .templateJoin, .traversal,
      .relativeTraversal, .index, .splat, .anonymous, .call, .tuple, .object, .parentheses, .for,
      .conditional, .unary, .binary:
      nil
    }
  }

  /// The name that an object key means by itself: a bare word, `true`, `false` or `null`. Nil when the key is an
  /// expression.
  public func literalKey(_ id: ExpressionID) -> String? {
    switch self[id] {
    case .traversal(let name, let steps): steps.count == 0 ? self[name] : nil
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .invalid, .number, .string, .jsonString, .template, .templateWrap, .templateJoin,
      .relativeTraversal, .index, .splat, .anonymous, .call, .tuple, .object, .parentheses, .for,
      .conditional, .unary, .binary:
      nil
    }
  }
}

extension HCLTree {
  @inline(__always)
  mutating func add(_ node: Expression, _ range: ByteRange) -> ExpressionID {
    nodes.append(node)
    ranges.append(range)
    return ExpressionID(raw: Int32(truncatingIfNeeded: nodes.count - 1))
  }

  mutating func list(_ elements: some Collection<ExpressionID>) -> ExpressionList {
    let start = children.count
    children.append(contentsOf: elements)
    return ExpressionList(start: Int32(start), length: Int32(children.count - start))
  }

  mutating func pooled(_ text: some Collection<UInt8>) -> TextReference {
    let start = pool.count
    pool.append(contentsOf: text)
    return TextReference(start: ~Int32(start), length: Int32(pool.count - start))
  }
}
