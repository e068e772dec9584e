internal import SourceText

extension HCLTree {
  /// The traversals from names outside of the expression, in the order of the source, such as `a.b[0]`. Names
  /// bound by a `for` inside of it are no references.
  public func references(of id: ExpressionID) -> [Reference] {
    var collector = ReferenceCollector(tree: self)
    collector.visit(id)
    return collector.found
  }

  /// A traversal from a name in scope.
  public struct Reference: Sendable {
    public var root: NameID
    public var steps: StepList
    public var expression: ExpressionID

    public init(root: NameID, steps: StepList, expression: ExpressionID) {
      self.root = root
      self.steps = steps
      self.expression = expression
    }
  }

  /// The reference as HCL writes it.
  public func text(of reference: Reference) -> String {
    self[reference.steps].reduce(into: self[reference.root]) { text, step in
      switch step {
      case .attribute(let name): text += "." + self[name]
      case .index(let key): text += "[" + String(decoding: bytes[range(of: key).indices], as: UTF8.self) + "]"
      }
    }
  }
}

private struct ReferenceCollector {
  let tree: HCLTree
  var found: [HCLTree.Reference] = []
  private var bound: [NameID] = []

  init(tree: HCLTree) { self.tree = tree }

  mutating func visit(_ id: ExpressionID) {
    switch tree[id] {
    case .invalid, .null, .bool, .number, .string, .anonymous: break
    case .traversal(let root, let steps):
      if !bound.contains(root) { found.append(.init(root: root, steps: steps, expression: id)) }
    case .jsonString(_, let inner), .templateWrap(let inner), .templateJoin(let inner),
      .parentheses(let inner),
      .relativeTraversal(let inner, _), .unary(_, let inner):
      visit(inner)
    case .template(let list), .call(_, let list, _), .tuple(let list):
      for child in tree[list] { visit(child) }
    case .object(let items):
      for (position, child) in tree[items].enumerated()
      where position % 2 == 1 || tree.literalKey(child) == nil { visit(child) }
    case .index(let source, let key):
      visit(source)
      visit(key)
    case .splat(let source, let each, _):
      visit(source)
      visit(each)
    case .conditional(let condition, let then, let otherwise):
      visit(condition)
      visit(then)
      visit(otherwise)
    case .binary(_, let left, let right):
      visit(left)
      visit(right)
    case .for(let id):
      let loop = tree[id]
      visit(loop.collection)
      bound.append(loop.valueName)
      if let key = loop.keyName { bound.append(key) }
      if let key = loop.key { visit(key) }
      visit(loop.value)
      if let condition = loop.condition { visit(condition) }
      bound.removeLast(loop.keyName == nil ? 1 : 2)
    }
  }
}
