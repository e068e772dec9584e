internal import HCLSyntax
internal import SourceText

/// A JSON text to be read by key, with numbers as they are written.
struct JSONDocument {
  private let tree: HCLTree
  /// Nil for the value of a text that is no JSON.
  private let id: ExpressionID?

  /// The value of the text; of a text that is no JSON, as much as could be read.
  init(_ text: String) {
    // Only objects are documents of HCL's JSON syntax.
    let parse = HCLTree.parseJSON(Array("{\"x\":\(text)}".utf8), file: FileID(0))
    tree = parse.tree
    if case .attribute(let attribute) = tree[tree.root].items.first {
      id = attribute.value
    } else {
      id = nil
    }
  }

  private init(_ tree: HCLTree, _ id: ExpressionID) {
    self.tree = tree
    self.id = id
  }

  private var node: HCLSyntax.Expression { id.map { tree[$0] } ?? .invalid }

  var string: String? { id.flatMap(tree.literalString) }

  var bool: Bool? { if case .bool(let flag) = node { flag } else { nil } }

  /// The number's text.
  var number: String? { if case .number(let text) = node { tree.text(text) } else { nil } }

  var elements: [JSONDocument]? {
    guard case .tuple(let elements) = node else { return nil }
    return tree[elements].map { JSONDocument(tree, $0) }
  }

  var members: [(name: String, value: JSONDocument)]? {
    guard case .object(let items) = node else { return nil }
    let ids = Array(tree[items])
    return stride(from: 0, to: ids.count - 1, by: 2).map {
      (tree.literalString(ids[$0]) ?? "", JSONDocument(tree, ids[$0 + 1]))
    }
  }

  subscript(name: String) -> JSONDocument? { members?.first { $0.name == name }?.value }
}
