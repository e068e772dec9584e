public import SourceText

/// What parsing gives for any bytes: a tree of what was understood, and the problems.
public struct HCLParse: Sendable {
  public var tree: HCLTree
  /// In the order of their positions.
  public var problems: [Problem]

  public var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

extension HCLTree {
  /// Parses the native syntax. O(length); never fails, never traps.
  public static func parse(_ bytes: [UInt8], file: FileID) -> HCLParse {
    var parser = Parser(lexing: bytes, .configuration, file: file)
    parser.tree.root = parser.parseBody(.endOfFile)
    return parser.finish()
  }

  /// Parses the JSON syntax. The document's properties are the attributes of the root; which of them are blocks
  /// only a schema can tell (`HCLTree.isJSON`).
  public static func parseJSON(_ bytes: [UInt8], file: FileID) -> HCLParse {
    var parser = JSONParser(bytes, file: file)
    let document = parser.parseDocument()
    var body = Body(items: [], range: parser.tree.range(of: document))
    if case .object = parser.tree[document] {
      body.items = parser.tree.members(document).map { .attribute($0) }
    } else if parser.problems.isEmpty {
      parser.complain(
        "root value must be object", "the root value in a JSON-based configuration must be a JSON object",
        at: parser.tree.range(of: document).indices)
    }
    parser.tree.bodies.append(body)
    parser.tree.root = BodyID(raw: Int32(parser.tree.bodies.count - 1))
    return HCLParse(tree: parser.tree, problems: parser.problems)
  }

  /// The members of a JSON object as attributes, in order; comments (`"//"`) are left out.
  public mutating func members(_ object: ExpressionID) -> [Attribute] {
    guard case .object(let items) = self[object] else { return [] }
    let ids = Array(self[items])
    var members: [Attribute] = []
    for index in stride(from: 0, to: ids.count - 1, by: 2) {
      guard let key = literalString(ids[index]), key != "//" else { continue }
      let nameRange = range(of: ids[index])
      members.append(
        Attribute(
          name: nameTable.intern(key), nameRange: nameRange,
          range: ByteRange(start: nameRange.start, end: range(of: ids[index + 1]).end), value: ids[index + 1])
      )
    }
    return members
  }

  /// Parses one expression, such as a value given on the command line.
  public static func parseExpression(_ bytes: [UInt8], file: FileID) -> (parse: HCLParse, root: ExpressionID)
  {
    var parser = Parser(lexing: bytes, .configuration, file: file)
    let root = parser.parseWholeExpression()
    return (parser.finish(), root)
  }

  /// Parses a template that is not quoted, such as a file read by `templatefile`.
  public static func parseTemplate(_ bytes: [UInt8], file: FileID) -> (parse: HCLParse, root: ExpressionID) {
    var parser = Parser(lexing: bytes, .template, file: file)
    let root = parser.parseBareTemplate()
    return (parser.finish(), root)
  }
}

extension Parser {
  init(lexing bytes: [UInt8], _ mode: Lexer.Mode, file: FileID) {
    var lexer = Lexer(bytes, mode: mode)
    lexer.run()
    self.init(lexer: lexer, tree: HCLTree(file: file, bytes: bytes, isJSON: false), copiesText: false)
    tree.comments = lexer.comments
    problems = lexer.problems(in: file)
  }

  mutating func parseWholeExpression() -> ExpressionID {
    includesNewlines.append(false)
    let root = parseExpression()
    let rest = peek()
    if rest.kind != .endOfFile, !isRecovering {
      complain("extra characters after expression", at: range(rest))
    }
    return root
  }

  func finish() -> HCLParse {
    var sorted = problems
    sorted.sort {
      let (left, right) = ($0.location.range, $1.location.range)
      return (left.start, left.end) < (right.start, right.end)
    }
    return HCLParse(tree: tree, problems: sorted)
  }
}

extension HCLTree {
  /// The object that a JSON document is; nil for the native syntax and for other documents.
  public var documentObject: ExpressionID? {
    guard isJSON, let last = nodes.indices.last, case .object = nodes[last] else { return nil }
    return ExpressionID(raw: Int32(last))
  }
}
