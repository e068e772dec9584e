/// Recursive descent over the tokens of one expression. Never throws: the first fault ends the parse.
struct Parser {
  /// Beyond this the text is refused.
  static let maximumBytes = 200_000
  /// Nodes on the longest way down; deeper expressions are refused, so that no later pass can exhaust the stack.
  static let maximumDepth: UInt16 = 300

  let bytes: [UInt8]
  let features: Features
  private var tokens: [Token] = []
  private var position = 0
  private var nesting = 0
  private(set) var failure: CELIssue?
  var tree = SyntaxTree()

  init(_ bytes: [UInt8], features: Features) {
    self.bytes = bytes
    self.features = features
  }

  mutating func parse() {
    guard bytes.count <= Self.maximumBytes else {
      failure = CELIssue("expression is longer than \(Self.maximumBytes) bytes", offset: 0)
      return
    }
    var lexer = Lexer(bytes)
    tokens = lexer.tokens()
    // A fault of the lexer is reported only when the parser finds none before it.
    let root = expression()
    if failure == nil, let lexical = lexer.failure { failure = lexical }
    if failure == nil, kind != .end { unexpected("expected an operator or the end of the expression") }
    if let lexical = lexer.failure, let syntactic = failure, syntactic.offset >= lexical.offset {
      failure = lexical
    }
    tree.root = root
  }

  // The current token and the way forward.

  private var token: Token { tokens[position] }
  private var kind: Token.Kind { tokens[position].kind }
  private func text(_ token: Token) -> String {
    String(decoding: bytes[token.start..<token.end], as: UTF8.self)
  }

  private mutating func advance() -> Token {
    let token = tokens[position]
    if position < tokens.count - 1 { position += 1 }
    return token
  }

  private mutating func accept(_ kind: Token.Kind) -> Bool {
    guard self.kind == kind else { return false }
    _ = advance()
    return true
  }

  private mutating func expect(_ kind: Token.Kind, _ what: String) {
    if !accept(kind) { unexpected("expected \(what)") }
  }

  /// Records the first fault and jumps to the end, so that every loop stops.
  mutating func fail(_ message: String, at offset: Int, suggestion: String? = nil) {
    if failure == nil { failure = CELIssue(message, offset: offset, suggestion: suggestion) }
    position = tokens.count - 1
  }

  private mutating func unexpected(_ expectation: String) {
    let found = kind == .end ? "end of the expression" : "'\(text(token))'"
    fail("unexpected \(found): \(expectation)", at: token.start)
  }

  mutating func node(_ node: Node, at offset: Int, over children: NodeID...) -> NodeID {
    self.node(node, at: offset, over: children)
  }

  mutating func node(_ node: Node, at offset: Int, over children: [NodeID]) -> NodeID {
    var depth: UInt16 = 0
    for child in children { depth = max(depth, tree.depth(of: child)) }
    if depth >= Self.maximumDepth {
      fail("expression is nested deeper than \(Self.maximumDepth) levels", at: offset)
      return tree.append(.constant(.null), at: offset, depth: 1)
    }
    return tree.append(node, at: offset, depth: depth + 1)
  }

  private mutating func placeholder() -> NodeID { node(.constant(.null), at: token.start) }

  // Expressions, loosest binding first.

  mutating func expression() -> NodeID {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Int(Self.maximumDepth) / 2 else {
      fail("expression is nested deeper than \(Self.maximumDepth / 2) brackets", at: token.start)
      return placeholder()
    }
    let condition = binary(1)
    guard kind == .question else { return condition }
    // A chain of conditionals is read in a loop, then nested from its end.
    var links: [(offset: Int, condition: NodeID, then: NodeID)] = []
    var last = condition
    while kind == .question {
      let offset = advance().start
      let then = binary(1)
      expect(.colon, "':' and the value for the other case")
      links.append((offset, last, then))
      last = binary(1)
    }
    for link in links.reversed() {
      last = node(
        .conditional(link.condition, then: link.then, otherwise: last), at: link.offset,
        over: link.condition, link.then, last)
    }
    return last
  }

  private mutating func binary(_ minimum: Int) -> NodeID {
    var left = unary()
    while true {
      let offset = token.start
      if kind == .or || kind == .and {
        let operation: LogicalOperator = kind == .or ? .or : .and
        let precedence = operation == .or ? 1 : 2
        guard precedence >= minimum else { return left }
        let token = kind
        var terms = [left]
        while accept(token) { terms.append(binary(precedence + 1)) }
        left = node(.logical(operation, terms), at: offset, over: terms)
      } else if let operation = kind.binaryOperator, operation.precedence >= minimum {
        _ = advance()
        let right = binary(operation.precedence + 1)
        left = node(.binary(operation, left, right), at: offset, over: left, right)
      } else {
        return left
      }
    }
  }

  private mutating func unary() -> NodeID {
    let offset = token.start
    var count = 0
    if kind == .not {
      while accept(.not) { count += 1 }
      let operand = member()
      return count % 2 == 1 ? node(.not(operand), at: offset, over: operand) : twice(operand) { .not($0) }
    }
    if kind == .minus {
      while kind == .minus {
        let next = tokens[min(position + 1, tokens.count - 1)].kind
        if next == .int || next == .double { break }
        _ = advance()
        count += 1
      }
      let operand = member()
      return count % 2 == 1
        ? node(.negate(operand), at: offset, over: operand)
        : (count == 0 ? operand : twice(operand) { .negate($0) })
    }
    return member()
  }

  /// Keeps the operand's type under check where two operators cancel each other.
  private mutating func twice(_ operand: NodeID, _ make: (NodeID) -> Node) -> NodeID {
    let offset = tree.offset(of: operand)
    let inner = node(make(operand), at: offset, over: operand)
    return node(make(inner), at: offset, over: inner)
  }

  private mutating func member() -> NodeID {
    var operand = primary()
    while true {
      switch kind {
      case .dot:
        _ = advance()
        operand = selection(of: operand)
      case .leftBracket:
        let offset = advance().start
        let isOptional = optionalMark()
        let index = expression()
        expect(.rightBracket, "']'")
        operand = node(.index(operand, index, isOptional: isOptional), at: offset, over: operand, index)
      case .leftBrace:
        guard let name = qualifiedName(of: operand) else { return operand }
        operand = message(name, at: tree.offset(of: operand))
      default:
        return operand
      }
    }
  }

  private mutating func selection(of operand: NodeID) -> NodeID {
    let isOptional = optionalMark()
    let name = token
    guard kind == .identifier || kind == .quotedIdentifier else {
      unexpected("expected the name of a field or function")
      return operand
    }
    _ = advance()
    if name.kind == .quotedIdentifier {
      guard features.contains(.quotedFieldNames) else {
        fail("quoted field names are not enabled", at: name.start)
        return operand
      }
      let field = String(decoding: bytes[(name.start + 1)..<(name.end - 1)], as: UTF8.self)
      return node(
        .select(operand, field: field, isOptional ? .optional : .value), at: name.start, over: operand)
    }
    if kind == .leftParenthesis, !isOptional {
      let arguments = self.arguments()
      return call(text(name), on: operand, arguments, at: name.start)
    }
    return node(
      .select(operand, field: text(name), isOptional ? .optional : .value), at: name.start, over: operand)
  }

  private mutating func optionalMark() -> Bool {
    guard kind == .question else { return false }
    guard features.contains(.optionalSyntax) else {
      unexpected("optional syntax is not enabled here")
      return false
    }
    _ = advance()
    return true
  }

  private mutating func primary() -> NodeID {
    let token = self.token
    switch kind {
    case .dot:
      _ = advance()
      guard kind == .identifier else {
        unexpected("expected a name after the leading '.'")
        return placeholder()
      }
      return named(advance(), prefix: ".")
    case .identifier: return named(advance(), prefix: "")
    case .leftParenthesis:
      _ = advance()
      let inner = expression()
      expect(.rightParenthesis, "')'")
      return inner
    case .leftBracket: return list()
    case .leftBrace: return map()
    case .minus:
      let offset = advance().start
      return literal(advance(), isNegative: true, at: offset)
    case .int, .uint, .double, .string, .bytes, .true, .false, .null:
      return literal(advance(), isNegative: false)
    default:
      unexpected("expected a value")
      return node(.constant(.null), at: token.start)
    }
  }

  private mutating func named(_ token: Token, prefix: String) -> NodeID {
    let name = text(token)
    if kind == .leftParenthesis {
      let arguments = self.arguments()
      return call(prefix + name, on: nil, arguments, at: token.start)
    }
    if Self.reservedWords.contains(name) {
      fail("'\(name)' is reserved and cannot name a variable", at: token.start)
    }
    return node(.identifier(prefix + name), at: token.start)
  }

  static let reservedWords: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
    "namespace", "return", "var", "void", "while",
  ]

  private mutating func arguments() -> [NodeID] {
    expect(.leftParenthesis, "'('")
    var arguments: [NodeID] = []
    if kind != .rightParenthesis {
      repeat { arguments.append(expression()) } while accept(.comma)
    }
    expect(.rightParenthesis, "')'")
    return arguments
  }

  private mutating func literal(_ token: Token, isNegative: Bool, at offset: Int? = nil) -> NodeID {
    let text = bytes[token.start..<token.end]
    let decoded: Literals.Decoded
    switch token.kind {
    case .int: decoded = Literals.int(text, isNegative: isNegative)
    case .uint: decoded = Literals.uint(text)
    case .double: decoded = Literals.double(text, isNegative: isNegative)
    case .string: decoded = Literals.string(text, isBytes: false)
    case .bytes: decoded = Literals.string(text, isBytes: true)
    case .true: decoded = .value(.bool(true))
    case .false: decoded = .value(.bool(false))
    default: decoded = .value(.null)
    }
    switch decoded {
    case .value(let value): return node(.constant(value), at: offset ?? token.start)
    case .failure(let message, let offset):
      fail(message, at: token.start + offset)
      return placeholder()
    }
  }

  private mutating func list() -> NodeID {
    let offset = advance().start
    var entries: [ListEntry] = []
    while kind != .rightBracket, kind != .end {
      let isOptional = optionalMark()
      entries.append(ListEntry(value: expression(), isOptional: isOptional))
      if !accept(.comma) { break }
    }
    expect(.rightBracket, "',' or ']'")
    return node(.list(entries), at: offset, over: entries.map(\.value))
  }

  private mutating func map() -> NodeID {
    let offset = advance().start
    var entries: [MapEntry] = []
    while kind != .rightBrace, kind != .end {
      let isOptional = optionalMark()
      let key = expression()
      expect(.colon, "':' and the entry's value")
      entries.append(MapEntry(key: key, value: expression(), isOptional: isOptional))
      if !accept(.comma) { break }
    }
    expect(.rightBrace, "',' or '}'")
    return node(.map(entries), at: offset, over: entries.flatMap { [$0.key, $0.value] })
  }

  private mutating func message(_ name: String, at offset: Int) -> NodeID {
    _ = advance()
    var entries: [FieldEntry] = []
    while kind != .rightBrace, kind != .end {
      let isOptional = optionalMark()
      guard kind == .identifier || kind == .quotedIdentifier else {
        unexpected("expected a field name")
        break
      }
      let field = advance()
      let name = field.kind == .identifier ? text(field) : String(text(field).dropFirst().dropLast())
      expect(.colon, "':' and the field's value")
      entries.append(
        FieldEntry(name: name, offset: field.start, value: expression(), isOptional: isOptional))
      if !accept(.comma) { break }
    }
    expect(.rightBrace, "',' or '}'")
    return node(.message(name, entries), at: offset, over: entries.map(\.value))
  }

  /// `a.b.c` when the node is made of plain names only.
  func qualifiedName(of id: NodeID) -> String? {
    switch tree[id] {
    case .identifier(let name): return name
    case .select(let operand, let field, .value): return qualifiedName(of: operand).map { $0 + "." + field }
    default: return nil
    }
  }
}
