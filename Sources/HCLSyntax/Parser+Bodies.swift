internal import SourceText

extension Parser {
  /// Items up to `end` (a closing brace or the end of the file), which is consumed.
  mutating func parseBody(_ end: TokenKind) -> BodyID {
    let start = previousRange
    var endRange = start
    var items: [BodyItem] = []
    bodySerial += 1
    let serial = bodySerial
    depth += 1
    defer { depth -= 1 }
    loop: while true {
      let token = peek()
      if token.kind == end {
        endRange = range(token)
        read()
        break
      }
      switch token.kind {
      case .newline:
        read()
      case .identifier:
        if depth > Self.depthLimit {
          _ = tooDeep()
          skipBody(end)
          endRange = previousRange
          break loop
        }
        guard let item = parseItem() else { continue }
        if case .attribute(let attribute) = item, isSetAgain(attribute, in: serial) { continue }
        items.append(item)
      case .endOfFile:
        if !isRecovering {
          complain(
            "unclosed configuration block",
            "there is no closing brace for this block before the end of the file", at: start)
        }
        isRecovering = true
        endRange = previousRange
        items = withoutStrays(items)
        break loop
      default:
        read()
        if !isRecovering {
          if token.kind == .openQuote {
            complain("invalid argument name", "argument names must not be quoted", at: range(token))
          } else {
            complain("argument or block definition required", at: range(token))
          }
        }
        endRange = previousRange
        recoverAfterItem()
      }
    }
    if end == .endOfFile { items += strays }
    tree.bodies.append(Body(items: items, range: between(start, endRange)))
    return BodyID(raw: Int32(tree.bodies.count - 1))
  }

  /// True, with a message, when the body has the attribute already.
  private mutating func isSetAgain(_ attribute: Attribute, in serial: Int32) -> Bool {
    let index = Int(attribute.name.raw)
    if index >= bodyOfName.count {
      bodyOfName.append(contentsOf: repeatElement(0, count: index + 64 - bodyOfName.count))
    }
    if bodyOfName[index] == serial {
      complain(
        "attribute redefined",
        "the argument \"\(tree[attribute.name])\" was already set; each argument may be set only once",
        at: attribute.nameRange)
      return true
    }
    bodyOfName[index] = serial
    return false
  }

  /// In a block that is never closed, what starts in the first column was meant for the file.
  private mutating func withoutStrays(_ items: [BodyItem]) -> [BodyItem] {
    var kept: [BodyItem] = []
    for item in items {
      switch item {
      case .block(let block) where isAtLineStart(block.range.start): strays.append(item)
      case .block, .attribute: kept.append(item)
      }
    }
    return kept
  }

  private mutating func skipBody(_ end: TokenKind) {
    var nesting = 0
    while true {
      let token = read()
      switch token.kind {
      case .endOfFile: return
      case .openBrace: nesting += 1
      case .closeBrace:
        if nesting == 0, end == .closeBrace { return }
        nesting -= 1
      default: break
      }
    }
  }

  private mutating func parseItem() -> BodyItem? {
    let identifier = read()
    itemStart = previous
    let following = peek()
    switch following.kind {
    case .equal:
      return .attribute(finishAttribute(identifier, isSingleLine: false))
    case .openQuote, .openBrace, .identifier:
      return finishBlock(identifier).map(BodyItem.block)
    default:
      recoverAfterItem()
      complain(
        "argument or block definition required",
        "to set an argument, use the equals sign \"=\" to introduce its value", at: range(identifier))
      return nil
    }
  }

  private mutating func finishAttribute(_ identifier: Token, isSingleLine: Bool) -> Attribute {
    read()
    let nameRange = range(identifier)
    let name = name(identifier)
    let mark = problems.count
    let value = parseExpression()
    var endRange = previousRange
    if isRecovering, problems.count > mark {
      recoverAfterItem()
    } else if !isSingleLine {
      let end = peek()
      if end.kind == .newline || end.kind == .endOfFile {
        read()
      } else {
        if !isRecovering {
          if end.kind == .comma {
            complain(
              "unexpected comma after argument",
              "argument definitions must be separated by newlines, not commas",
              at: range(end))
          } else {
            complain(
              "missing newline after argument", "an argument definition must end with a newline",
              at: range(end))
          }
        }
        endRange = previousRange
        recoverAfterItem()
      }
    }
    return Attribute(
      name: name, nameRange: nameRange, range: between(nameRange, endRange), value: value)
  }

  private mutating func finishBlock(_ identifier: Token) -> Block? {
    let type = name(identifier)
    var labels: [BlockLabel] = []
    var openBrace = identifier
    header: while true {
      let token = peek()
      switch token.kind {
      case .openBrace:
        openBrace = read()
        break header
      case .openQuote:
        labels.append(parseLabel())
      case .identifier:
        read()
        labels.append(BlockLabel(name: name(token), range: range(token)))
      default:
        if token.kind == .equal {
          complain(
            "invalid block definition",
            "the equals sign \"=\" sets an argument and must not be used when defining a block",
            at: range(token))
        } else if token.kind == .newline {
          complain(
            "invalid block definition",
            "a block's content must be delimited by \"{\" and \"}\", starting on the same line as its header",
            at: range(token))
        } else if !isRecovering {
          complain(
            "invalid block definition",
            "either a quoted block label or an opening brace (\"{\") is expected here",
            at: range(token))
        }
        recoverAfterItem()
        return nil
      }
    }

    let body: BodyID
    switch peek().kind {
    case .newline, .endOfFile, .closeBrace: body = parseBody(.closeBrace)
    default: body = parseSingleLineBody(openBrace)
    }
    let closeBrace = previousRange
    let end = peek()
    if end.kind == .newline || end.kind == .endOfFile {
      read()
    } else if !(isRecovering && isAtLineStart(end.start)) {
      if !isRecovering {
        complain(
          "missing newline after block definition", "a block definition must end with a newline",
          at: range(end))
      }
      recoverAfterItem()
    }
    return Block(
      type: type, typeRange: range(identifier), labels: labels, body: body,
      range: between(range(identifier), closeBrace))
  }

  private mutating func parseLabel() -> BlockLabel {
    if next + 2 < tokens.count, tokens[next + 1].kind == .quotedLiteral, tokens[next + 2].kind == .closeQuote
    {
      let text = Int(tokens[next + 1].start)..<Int(tokens[next + 1].end)
      let isPlain = !bytes[text].contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "{") }
      if isPlain {
        let range = ByteRange(start: tokens[next].start, end: tokens[next + 2].end)
        previous = next + 2
        next += 3
        return BlockLabel(name: tree.nameTable.intern(bytes, text), range: range)
      }
    }
    let (text, range) = parseQuotedLiteral()
    return BlockLabel(name: tree.nameTable.intern(text), range: range)
  }

  /// `{ name = value }` on one line.
  private mutating func parseSingleLineBody(_ openBrace: Token) -> BodyID {
    let items = parseSingleItem()
    let token = peek()
    switch token.kind {
    case .closeBrace:
      read()
    case .comma:
      complain(
        "invalid single-argument block definition",
        "single-line block syntax can include only one argument; write one argument per line",
        at: range(token))
      recover(.closeBrace)
    case .newline:
      complain(
        "invalid single-argument block definition",
        "close the block on the same line, immediately after the argument", at: range(token))
      recover(.closeBrace)
    default:
      if !isRecovering {
        if token.kind == .endOfFile {
          complain(
            "unclosed configuration block",
            "there is no closing brace for this block before the end of the file", at: range(openBrace))
        } else {
          complain(
            "invalid single-argument block definition",
            "a single-line block definition must end with a closing brace immediately after its argument",
            at: range(token))
        }
      }
      recover(.closeBrace)
    }
    tree.bodies.append(Body(items: items, range: between(range(openBrace), previousRange)))
    return BodyID(raw: Int32(tree.bodies.count - 1))
  }

  private mutating func parseSingleItem() -> [BodyItem] {
    let identifier = read()
    guard identifier.kind == .identifier else {
      recoverAfterItem()
      complain("argument or block definition required", at: range(identifier))
      return []
    }
    let following = peek()
    switch following.kind {
    case .equal:
      return [.attribute(finishAttribute(identifier, isSingleLine: true))]
    case .openQuote, .openBrace, .identifier:
      recoverAfterItem()
      complain(
        "argument definition required",
        "a single-line block can contain only a single argument; place a nested block on a line of its own",
        at: between(range(identifier), range(following)))
      return []
    default:
      recoverAfterItem()
      complain(
        "argument or block definition required",
        "to set an argument, use the equals sign \"=\" to introduce its value", at: range(identifier))
      return []
    }
  }
}
