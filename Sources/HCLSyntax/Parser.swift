internal import SourceText

/// The recursive-descent parser of the native syntax. It accepts, rejects and recovers as `hclsyntax` does, and
/// keeps more of what follows a mistake.
struct Parser {
  /// Levels of nested expressions and blocks; real files stay below 50. Deeper input gives a problem.
  static let depthLimit = 200
  /// Operators or traversal steps in a row: they make a tree that is as deep as the chain is long.
  static let chainLimit = 1_000

  /// What the tokens were cut from: the file, or the decoded text of a JSON string.
  let bytes: [UInt8]
  let tokens: [Token]
  var next = 0
  /// The tokens before `next` that were read last.
  var previous = 0
  var tree: HCLTree
  var problems: [Problem] = []
  /// Set by the first recovery and never cleared: messages about tokens that follow a mistake are mostly noise.
  var isRecovering = false
  var includesNewlines: [Bool] = [true]
  var depth = 0
  /// The text is not the file's own: literals must be copied.
  let copiesText: Bool
  /// Per name: the body in which it was last set, to find attributes that are set twice.
  var bodyOfName: [Int32] = []
  var bodySerial: Int32 = 0
  /// Items of unclosed blocks that start in the first column: they were meant for the file.
  var strays: [BodyItem] = []
  /// Literal steps that wait to be attached to the expression before them, a stack.
  var pendingSteps: [TraversalStep] = []
  var pendingRanges: [ByteRange] = []
  /// Children that wait for their parent to be complete, a stack.
  var pendingChildren: [ExpressionID] = []
  /// The token that the current body item starts with.
  var itemStart = 0

  init(lexer: Lexer, tree: HCLTree, copiesText: Bool) {
    self.bytes = lexer.bytes
    self.tokens = lexer.tokens
    self.tree = tree
    self.copiesText = copiesText
  }

  @inline(__always)
  func nextIndex() -> Int {
    var index = next
    if !includesNewlines[includesNewlines.count - 1] {
      while tokens[index].kind == .newline { index += 1 }
    }
    return index
  }

  @inline(__always)
  func peek() -> Token { tokens[nextIndex()] }

  @inline(__always)
  @discardableResult
  mutating func read() -> Token {
    let index = nextIndex()
    previous = index
    next = min(index + 1, tokens.count - 1)
    return tokens[index]
  }

  @inline(__always)
  func range(_ token: Token) -> ByteRange { ByteRange(start: token.start, end: token.end) }

  var previousRange: ByteRange { range(tokens[previous]) }

  func between(_ start: ByteRange, _ end: ByteRange) -> ByteRange {
    ByteRange(start: start.start, end: max(start.end, end.end))
  }

  /// The words that mean something in some place, as their bytes, first byte lowest.
  enum Keyword: UInt64 {
    case `for` = 0x72_6F66
    case `in` = 0x6E69
    case `if` = 0x6669
    case `else` = 0x6573_6C65
    case endif = 0x66_6964_6E65
    case endfor = 0x726F_6664_6E65
    case `true` = 0x6575_7274
    case `false` = 0x65_736C_6166
    case null = 0x6C6C_756E
  }

  @inline(__always)
  func isWord(_ token: Token, _ word: Keyword) -> Bool {
    guard token.kind == .identifier, token.end - token.start <= 6 else { return false }
    return packed(token) == word.rawValue
  }

  @inline(__always)
  private func packed(_ token: Token) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes[Int(token.start)..<Int(token.end)] {
      value |= UInt64(byte) << shift
      shift += 8
    }
    return value
  }

  mutating func name(_ token: Token) -> NameID {
    tree.nameTable.intern(bytes, Int(token.start)..<Int(token.end))
  }

  mutating func complain(_ message: String, _ advice: String? = nil, at range: ByteRange) {
    problems.append(
      Problem(.error, .syntax, message, advice: advice, at: Location(file: tree.file, range: range)))
  }

  /// Reads up to and including the token that closes the current bracket.
  @discardableResult
  mutating func recover(_ end: TokenKind) -> Token {
    let start = end.opposite
    isRecovering = true
    var nesting = 0
    if previous > itemStart, isFreshItem(at: previous) {
      next = previous
      return tokens[next]
    }
    while true {
      if isFreshItem() { return tokens[next] }
      let token = read()
      var kind = token.kind
      if end == .sequenceEnd, kind == .control { kind = .interpolation }
      if kind == end {
        if nesting < 1 { return token }
        nesting -= 1
      } else if kind == start {
        nesting += 1
      } else if kind == .endOfFile {
        return token
      }
    }
  }

  /// A block header in the first column: whatever was left open before it, the author has begun anew.
  func isFreshItem() -> Bool {
    var index = next
    while tokens[index].kind == .newline { index += 1 }
    return isFreshItem(at: index)
  }

  private func isFreshItem(at index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .identifier, isAtLineStart(token.start), index + 1 < tokens.count else {
      return false
    }
    let following = tokens[index + 1].kind
    return following == .openQuote || following == .openBrace
  }

  func isAtLineStart(_ offset: Int32) -> Bool {
    offset == 0 || bytes[Int(offset) - 1] == UInt8(ascii: "\n")
  }

  /// Finds the next opening bracket of the kind and reads past the bracket that closes it.
  mutating func recoverOver(_ start: TokenKind) {
    while true {
      let token = read()
      if token.kind == start || token.kind == .endOfFile { break }
    }
    recover(start.opposite)
  }

  /// Reads past the line end at which the current item ends, counting brackets.
  mutating func recoverAfterItem() {
    isRecovering = true
    var open: [TokenKind] = []
    while true {
      if isFreshItem() {
        if tokens[next].kind == .newline { read() }
        return
      }
      let token = read()
      switch token.kind {
      case .newline:
        if open.isEmpty { return }
      case .endOfFile:
        return
      case .openBrace, .openBracket, .openParenthesis, .openQuote, .openHeredoc, .interpolation, .control:
        open.append(token.kind)
      case .closeBrace, .closeBracket, .closeParenthesis, .closeQuote, .closeHeredoc:
        let opener = token.kind.opposite
        while let last = open.last, last != opener { open.removeLast() }
        _ = open.popLast()
      case .sequenceEnd:
        while let last = open.last, last != .interpolation, last != .control { open.removeLast() }
        _ = open.popLast()
      case .star, .slash, .plus, .minus, .percent, .equal, .equalOperator, .notEqual, .less, .lessOrEqual,
        .greater, .greaterOrEqual, .and, .or, .bang, .dot, .comma, .doubleColon, .ellipsis, .fatArrow,
        .question, .colon, .quotedLiteral, .stringLiteral, .number, .identifier, .bitwise, .apostrophe,
        .backtick, .semicolon, .invalid, .badEncoding, .quotedNewline, .none:
        break
      }
    }
  }

  /// The children that were put aside since the mark, as a list of the tree.
  mutating func takeChildren(_ mark: Int) -> ExpressionList {
    let list = tree.list(pendingChildren[mark...])
    pendingChildren.removeLast(pendingChildren.count - mark)
    return list
  }

  /// Says once that the text is nested too deeply, and gives up on the current item.
  mutating func tooDeep() -> ExpressionID {
    let token = peek()
    if !problems.contains(where: { $0.kind == .budget }) {
      problems.append(
        Problem(
          .error, .budget, "nested more than \(Self.depthLimit) levels deep",
          advice: "move the inner part into a local value", at: Location(file: tree.file, range: range(token))
        ))
    } else {
      complain("nested too deeply", at: range(token))
    }
    isRecovering = true
    return tree.add(.invalid, range(token))
  }
}
