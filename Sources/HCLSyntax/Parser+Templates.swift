internal import SourceText

extension Parser {
  /// A quoted string or heredoc.
  mutating func parseQuotedTemplate() -> ExpressionID {
    let open = read()
    let isFlush = open.kind == .openHeredoc && bytes[Int(open.start) + 2] == UInt8(ascii: "-")
    if open.kind == .openQuote, next + 1 < tokens.count, tokens[next + 1].kind == .closeQuote,
      tokens[next].kind == .quotedLiteral
    {
      let text = literal(tokens[next])
      previous = next + 1
      next = min(next + 2, tokens.count - 1)
      return tree.add(.string(text), between(range(open), previousRange))
    }
    var parts = parseTemplateParts(open.kind.opposite)
    if isFlush { tree.removeIndentation(of: &parts) }
    return assemble(parts, between(range(open), previousRange))
  }

  /// The whole text as a template without quotes.
  mutating func parseBareTemplate() -> ExpressionID {
    let start = range(peek())
    let parts = parseTemplateParts(.endOfFile)
    return assemble(parts, between(start, previousRange))
  }

  private mutating func assemble(_ parts: [TemplatePart], _ range: ByteRange) -> ExpressionID {
    let parts = tree.joinLiterals(of: parts)
    if parts.count == 2 {
      switch parts[0] {
      case .literal(let text, _): return tree.add(.string(text), range)
      case .interpolation(let expression, _): return tree.add(.templateWrap(expression), range)
      case .if, .for, .directive, .end: break
      }
    }
    var assembler = TemplateAssembler(parts: parts)
    var expressions: [ExpressionID] = []
    while !assembler.isAtEnd { expressions.append(assembler.parse(&self)) }
    return tree.add(.template(tree.list(expressions)), range)
  }

  private mutating func parseTemplateParts(_ end: TokenKind) -> [TemplatePart] {
    var parts: [TemplatePart] = []
    let startRange = range(peek())
    var endRange = startRange
    var trimsNext = false
    var canTrimPrevious = false
    loop: while true {
      let token = read()
      if token.kind == end {
        endRange = range(token)
        break
      }
      let trims = trimsNext
      let canTrim = canTrimPrevious
      trimsNext = false
      canTrimPrevious = false
      switch token.kind {
      case .stringLiteral, .quotedLiteral:
        var text = literal(token)
        if trims { text = tree.trimmingStart(text) }
        parts.append(.literal(text, range(token)))
        canTrimPrevious = true
      case .interpolation, .control:
        if canTrim, token.end - token.start == 3, case .literal(let text, let range)? = parts.last {
          parts[parts.count - 1] = .literal(tree.trimmingEnd(text), range)
        }
        includesNewlines.append(false)
        trimsNext =
          token.kind == .interpolation
          ? parseInterpolation(token, end, startRange, &parts) : parseDirective(token, &parts)
        includesNewlines.removeLast()
      default:
        if !isRecovering {
          complain(
            "unterminated template string", "no closing marker was found for the string", at: range(token))
        }
        if token.kind == .quotedNewline, peek().kind == .closeQuote {
          isRecovering = true
          endRange = range(read())
        } else {
          endRange = range(recover(end))
        }
        break loop
      }
    }
    if parts.isEmpty {
      parts.append(.literal(.empty, ByteRange(start: startRange.start, end: startRange.start)))
    }
    parts.append(.end(endRange))
    return parts
  }

  /// True when the sequence ends with `~}`.
  private mutating func parseInterpolation(
    _ open: Token, _ end: TokenKind, _ startRange: ByteRange, _ parts: inout [TemplatePart]
  ) -> Bool {
    let expression = parseExpression()
    let close = peek()
    parts.append(.interpolation(expression, between(range(open), range(close))))
    if close.kind == .sequenceEnd {
      read()
      return close.end - close.start == 2
    }
    if !isRecovering {
      let endsString = (close.kind == .closeQuote || close.kind == .openQuote) && end == .closeQuote
      if close.kind == .endOfFile || endsString {
        complain(
          "unclosed template interpolation sequence",
          "there is no closing brace for this interpolation sequence before the end of the text",
          at: startRange)
      } else {
        complain(
          "extra characters after interpolation expression",
          "expected a closing brace; to include a literal ${, write $${", at: range(close))
      }
    }
    recover(.sequenceEnd)
    return false
  }

  private mutating func parseDirective(_ open: Token, _ parts: inout [TemplatePart]) -> Bool {
    let keyword = peek()
    guard keyword.kind == .identifier else {
      if !isRecovering {
        complain(
          "invalid template directive",
          "a keyword (if, else, endif, for, endfor) is expected at the beginning of a %{ sequence",
          at: range(keyword))
      }
      recover(.sequenceEnd)
      return false
    }
    read()
    if isWord(keyword, .if) {
      let condition = parseExpression()
      parts.append(.if(condition, between(range(open), range(peek()))))
    } else if isWord(keyword, .else) {
      parts.append(.directive(.else, between(range(open), range(peek()))))
    } else if isWord(keyword, .endif) {
      parts.append(.directive(.endif, between(range(open), range(peek()))))
    } else if isWord(keyword, .endfor) {
      parts.append(.directive(.endfor, between(range(open), range(peek()))))
    } else if isWord(keyword, .for) {
      guard let (key, value) = parseForNames() else {
        if !isRecovering {
          complain("invalid 'for' directive", "a variable name is required after 'for'", at: range(peek()))
        }
        recover(.sequenceEnd)
        return false
      }
      guard isWord(peek(), .in) else {
        if !isRecovering {
          complain(
            "invalid 'for' directive", "the 'in' keyword is required after the names", at: range(peek()))
        }
        recover(.sequenceEnd)
        return false
      }
      read()
      let collection = parseExpression()
      parts.append(.for(key: key, value: value, collection: collection, between(range(open), range(peek()))))
    } else {
      if !isRecovering {
        complain(
          "invalid template control keyword", "write one of if, else, endif, for, endfor", at: range(keyword))
      }
      recover(.sequenceEnd)
      return false
    }
    let close = peek()
    if close.kind == .sequenceEnd {
      read()
      return close.end - close.start == 2
    }
    if !isRecovering {
      complain(
        "extra characters in \(String(decoding: bytes[range(keyword).indices], as: UTF8.self)) marker",
        "expected a closing brace to end the sequence",
        at: range(close))
    }
    recover(.sequenceEnd)
    return false
  }
}

/// Matches the directives of a template with their ends.
private struct TemplateAssembler {
  let parts: [TemplatePart]
  var position = 0

  init(parts: [TemplatePart]) { self.parts = parts }

  var isAtEnd: Bool { if case .end = parts[position] { true } else { false } }

  mutating func parse(_ parser: inout Parser) -> ExpressionID {
    parser.depth += 1
    defer { parser.depth -= 1 }
    if parser.depth > Parser.depthLimit {
      position = parts.count - 1
      return parser.tooDeep()
    }
    switch parts[position] {
    case .literal(let text, let range):
      position += 1
      return parser.tree.add(.string(text), range)
    case .interpolation(let expression, _):
      position += 1
      return expression
    case .if(let condition, let range):
      position += 1
      return parseIf(condition, range, &parser)
    case .for(let key, let value, let collection, let range):
      position += 1
      return parseFor(key, value, collection, range, &parser)
    case .directive(let directive, let range):
      position += 1
      parser.complain(
        "unexpected \(directive) directive", "the control directives within this template are unbalanced",
        at: range)
      return parser.tree.add(.invalid, range)
    case .end(let range):
      parser.complain(
        "unexpected end of template", "the control directives within this template are unbalanced", at: range)
      return parser.tree.add(.invalid, range)
    }
  }

  private mutating func parseIf(_ condition: ExpressionID, _ open: ByteRange, _ parser: inout Parser)
    -> ExpressionID
  {
    var branches: [[ExpressionID]] = [[]]
    while true {
      switch parts[position] {
      case .end(let range):
        parser.complain("unexpected end of template", "an if directive is missing its endif", at: range)
        return parser.tree.add(.invalid, range)
      case .directive(.else, let range):
        position += 1
        if branches.count == 2 {
          parser.complain("unexpected else directive", "this if has an else already", at: range)
          return parser.tree.add(.invalid, range)
        }
        branches.append([])
      case .directive(.endif, let range):
        position += 1
        let then = template(branches[0], ByteRange(start: open.end, end: open.end), &parser)
        let otherwise = template(
          branches.count == 2 ? branches[1] : [], ByteRange(start: range.start, end: range.start), &parser)
        return parser.tree.add(
          .conditional(condition, then: then, else: otherwise), parser.between(open, range))
      case .directive(.endfor, let range):
        position += 1
        parser.complain("unexpected endfor directive", "an endif directive is expected here", at: range)
        return parser.tree.add(.invalid, range)
      case .literal, .interpolation, .if, .for:
        branches[branches.count - 1].append(parse(&parser))
      }
    }
  }

  private mutating func parseFor(
    _ key: NameID?, _ value: NameID, _ collection: ExpressionID, _ open: ByteRange, _ parser: inout Parser
  ) -> ExpressionID {
    var content: [ExpressionID] = []
    while true {
      switch parts[position] {
      case .end(let range):
        parser.complain("unexpected end of template", "a for directive is missing its endfor", at: range)
        return parser.tree.add(.invalid, range)
      case .directive(.endfor, let range):
        position += 1
        let body = template(content, ByteRange(start: open.end, end: open.end), &parser)
        let range = parser.between(open, range)
        let expression = parser.add(
          ForExpression(
            keyName: key, valueName: value, collection: collection, key: nil, value: body, condition: nil,
            makesObject: false, groups: false), range)
        return parser.tree.add(.templateJoin(expression), range)
      case .directive(let directive, let range):
        position += 1
        parser.complain(
          "unexpected \(directive) directive", "an endfor directive is expected here", at: range)
        return parser.tree.add(.invalid, range)
      case .literal, .interpolation, .if, .for:
        content.append(parse(&parser))
      }
    }
  }

  private func template(_ parts: [ExpressionID], _ emptyRange: ByteRange, _ parser: inout Parser)
    -> ExpressionID
  {
    guard let first = parts.first, let last = parts.last else {
      return parser.tree.add(.string(.empty), emptyRange)
    }
    let range = parser.between(parser.tree.range(of: first), parser.tree.range(of: last))
    return parser.tree.add(.template(parser.tree.list(parts)), range)
  }
}
