internal import SourceText

/// Index of an expression in its tree.
public struct ExpressionID: Hashable, Sendable {
  let raw: Int32
}

/// A name of the tree (identifier, label, attribute): equal names of one tree have equal ids.
public struct NameID: Hashable, Sendable {
  let raw: Int32
}

/// Children of an expression, in order: a slice of the tree's child table.
public struct ExpressionList: Hashable, Sendable {
  let start: Int32
  let length: Int32

  public var count: Int { Int(length) }
  public var isEmpty: Bool { length == 0 }
}

/// Literal text. It stands in the source as it is, or was decoded into the tree's pool.
public struct TextReference: Hashable, Sendable {
  /// An offset into the source, or the complement of an offset into the pool.
  let start: Int32
  let length: Int32

  static let empty = TextReference(start: 0, length: 0)
}

/// Steps of a traversal, in order: a slice of the tree's step table.
public struct StepList: Hashable, Sendable {
  let start: Int32
  let length: Int32

  public var count: Int { Int(length) }
}

/// One step from a value into it.
public enum TraversalStep: Hashable, Sendable {
  /// `.name`
  case attribute(NameID)
  /// `[literal]`, or the legacy `.0`; the expression is a literal.
  case index(ExpressionID)
}

public enum UnaryOperator: UInt8, Hashable, Sendable {
  case negate
  case not
}

public enum BinaryOperator: UInt8, Hashable, Sendable {
  case or, and
  case equal, notEqual
  case greater, greaterOrEqual, less, lessOrEqual
  case add, subtract
  case multiply, divide, modulo
}

/// A node of an expression tree. Node kinds are those of HCL's own syntax tree.
public enum Expression: Hashable, Sendable {
  /// Stands where the source could not be understood; a problem says why.
  case invalid
  case null
  case bool(Bool)
  /// The decimal text, checked to be a number.
  case number(TextReference)
  /// A quoted string or heredoc without any sequence, or a literal part of a template.
  case string(TextReference)
  /// A string of a JSON document: its own text, and what it means as a template.
  case jsonString(TextReference, template: ExpressionID)
  /// Parts that are converted to strings and joined.
  case template(ExpressionList)
  /// `"${x}"`: the value itself, not converted to a string.
  case templateWrap(ExpressionID)
  /// A `for` directive of a template: the tuple's elements are joined.
  case templateJoin(ExpressionID)
  /// `name.step[0]…` from a name in scope.
  case traversal(NameID, StepList)
  /// Literal steps from the value of another expression.
  case relativeTraversal(ExpressionID, StepList)
  /// `collection[key]` with a computed key.
  case index(ExpressionID, key: ExpressionID)
  /// `source[*]…` or, when not full, `source.*…`; `each` is evaluated with the element as `anonymous`.
  case splat(ExpressionID, each: ExpressionID, isFull: Bool)
  /// The element of the innermost splat.
  case anonymous
  case call(NameID, ExpressionList, expandsFinal: Bool)
  case tuple(ExpressionList)
  /// Keys and values in turn; see `HCLTree.isLiteralKey`.
  case object(ExpressionList)
  /// An object's key written in parentheses is an expression, never a name.
  case parentheses(ExpressionID)
  /// Index into the tree's table of `for` expressions.
  case `for`(ForID)
  case conditional(ExpressionID, then: ExpressionID, else: ExpressionID)
  case unary(UnaryOperator, ExpressionID)
  case binary(BinaryOperator, ExpressionID, ExpressionID)
}

/// Index of a `for` expression in its tree.
public struct ForID: Hashable, Sendable {
  let raw: Int32
}

/// `[for key, value in collection : result if condition]`, the object form, or a template's `for` directive.
public struct ForExpression: Hashable, Sendable {
  public var keyName: NameID?
  public var valueName: NameID
  public var collection: ExpressionID
  /// Only the object form has a key.
  public var key: ExpressionID?
  public var value: ExpressionID
  public var condition: ExpressionID?
  public var makesObject: Bool
  /// `value...`: values of equal keys are gathered into tuples.
  public var groups: Bool
}
