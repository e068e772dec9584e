internal import HCLSyntax
internal import SourceText
internal import Testing

/// Prints trees in a short form, so that a test compares one text with another.
struct TreePrinter {
  let tree: HCLTree

  static func print(_ text: String) -> String {
    let parse = HCLTree.parse(Array(text.utf8), file: FileID(0))
    return TreePrinter(tree: parse.tree).body(parse.tree.root) + problems(parse)
  }

  static func printJSON(_ text: String) -> String {
    let parse = HCLTree.parseJSON(Array(text.utf8), file: FileID(0))
    return TreePrinter(tree: parse.tree).body(parse.tree.root) + problems(parse)
  }

  static func printExpression(_ text: String) -> String {
    let (parse, root) = HCLTree.parseExpression(Array(text.utf8), file: FileID(0))
    return TreePrinter(tree: parse.tree).expression(root) + problems(parse)
  }

  static func printTemplate(_ text: String) -> String {
    let (parse, root) = HCLTree.parseTemplate(Array(text.utf8), file: FileID(0))
    return TreePrinter(tree: parse.tree).expression(root) + problems(parse)
  }

  static func problems(_ parse: HCLParse) -> String {
    let lines = LineIndex(parse.tree.bytes)
    return parse.problems.map {
      let start = lines.position(of: Int($0.location.range.start), in: parse.tree.bytes)
      let end = lines.position(of: Int($0.location.range.end), in: parse.tree.bytes)
      return "\n\(start.line):\(start.column)-\(end.line):\(end.column) \($0.message)"
    }.joined()
  }

  func body(_ id: BodyID) -> String {
    tree[id].items.map { item in
      switch item {
      case .attribute(let attribute): "\(tree[attribute.name])=\(expression(attribute.value))"
      case .block(let block):
        ([tree[block.type]] + block.labels.map { "'\(tree[$0.name])'" }).joined(separator: " ")
          + "{\(body(block.body))}"
      }
    }.joined(separator: "; ")
  }

  private func list(_ ids: ArraySlice<ExpressionID>) -> String { ids.map(expression).joined(separator: ", ") }

  private func steps(_ list: StepList) -> String {
    tree[list].map { step in
      switch step {
      case .attribute(let name): "." + tree[name]
      case .index(let key): "[\(expression(key))]"
      }
    }.joined()
  }

  func expression(_ id: ExpressionID) -> String {
    switch tree[id] {
    case .invalid: return "?"
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let text): return tree.text(text)
    case .string(let text): return "'\(tree.text(text))'"
    case .jsonString(let text, let template): return "json'\(tree.text(text))'\(expression(template))"
    case .template(let parts): return "template(\(list(tree[parts])))"
    case .templateWrap(let inner): return "wrap(\(expression(inner)))"
    case .templateJoin(let inner): return "join(\(expression(inner)))"
    case .traversal(let name, let steps): return tree[name] + self.steps(steps)
    case .relativeTraversal(let source, let steps): return "(\(expression(source)))" + self.steps(steps)
    case .index(let source, let key): return "index(\(expression(source)), \(expression(key)))"
    case .splat(let source, let each, let isFull):
      return "\(isFull ? "full" : "attr")splat(\(expression(source)), \(expression(each)))"
    case .anonymous: return "_"
    case .call(let name, let arguments, let expandsFinal):
      return "\(tree[name])(\(list(tree[arguments]))\(expandsFinal ? "..." : ""))"
    case .tuple(let elements): return "[\(list(tree[elements]))]"
    case .object(let items):
      let ids = Array(tree[items])
      return "{"
        + stride(from: 0, to: ids.count, by: 2).map { "\(expression(ids[$0])): \(expression(ids[$0 + 1]))" }
        .joined(separator: ", ") + "}"
    case .parentheses(let inner): return "(\(expression(inner)))"
    case .for(let id):
      let loop = tree[id]
      let names = [loop.keyName, loop.valueName].compactMap { $0 }.map { tree[$0] }.joined(separator: ",")
      return "for(\(names) in \(expression(loop.collection)): "
        + (loop.key.map { expression($0) + " => " } ?? "") + expression(loop.value)
        + (loop.groups ? "..." : "")
        + (loop.condition.map { " if " + expression($0) } ?? "") + ")"
    case .conditional(let condition, let then, let otherwise):
      return "(\(expression(condition)) ? \(expression(then)) : \(expression(otherwise)))"
    case .unary(let operation, let operand): return "\(operation)(\(expression(operand)))"
    case .binary(let operation, let left, let right):
      return "\(operation)(\(expression(left)), \(expression(right)))"
    }
  }
}
