internal import SourceText

extension Parser {
  mutating func parseTerm() -> ExpressionID {
    let start = peek()
    switch start.kind {
    case .openParenthesis: return parseParentheses()
    case .number:
      read()
      return number(start)
    case .identifier: return parseIdentifier()
    case .openQuote, .openHeredoc: return parseQuotedTemplate()
    case .minus, .bang:
      read()
      depth += 1
      defer { depth -= 1 }
      if depth > Self.depthLimit { return tooDeep() }
      let operand = parseTermWithTraversals()
      return tree.add(
        .unary(start.kind == .minus ? .negate : .not, operand), between(range(start), tree.range(of: operand))
      )
    case .openBracket: return parseTuple()
    case .openBrace: return parseObject()
    case .endOfFile:
      if !isRecovering {
        complain(
          "missing expression", "expected the start of an expression, but found the end of the file",
          at: range(start))
      }
    default:
      if !isRecovering {
        complain("invalid expression", "expected the start of an expression", at: range(start))
      }
    }
    isRecovering = true
    return tree.add(.invalid, range(start))
  }

  mutating func number(_ token: Token) -> ExpressionID {
    if !isNumber(Int(token.start)..<Int(token.end)) {
      complain("invalid number literal", "write decimal digits, one dot, and an exponent", at: range(token))
      return tree.add(.invalid, range(token))
    }
    return tree.add(.number(text(Int(token.start)..<Int(token.end))), range(token))
  }

  private func isNumber(_ range: Range<Int>) -> Bool {
    var dots = 0
    var exponents = 0
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "."):
        dots += 1
        if exponents > 0 { return false }
      case UInt8(ascii: "e"), UInt8(ascii: "E"): exponents += 1
      default: break
      }
    }
    return dots <= 1 && exponents <= 1
  }

  mutating func text(_ range: Range<Int>) -> TextReference {
    copiesText
      ? tree.pooled(bytes[range])
      : TextReference(start: Int32(range.lowerBound), length: Int32(range.count))
  }

  private mutating func parseParentheses() -> ExpressionID {
    let open = read()
    includesNewlines.append(false)
    defer { includesNewlines.removeLast() }
    let mark = problems.count
    let inner = parseExpression()
    if problems.count > mark {
      recover(.closeParenthesis)
      return inner
    }
    let close = peek()
    if close.kind != .closeParenthesis {
      complain(
        "unbalanced parentheses", "expected a closing parenthesis to terminate the expression",
        at: range(close))
      isRecovering = true
    }
    read()
    return tree.add(.parentheses(inner), between(range(open), range(close)))
  }

  private mutating func parseIdentifier() -> ExpressionID {
    let token = read()
    let following = peek().kind
    if following == .openParenthesis || following == .doubleColon { return finishCall(token) }
    switch token.end - token.start {
    case 4 where isWord(token, .true): return tree.add(.bool(true), range(token))
    case 4 where isWord(token, .null): return tree.add(.null, range(token))
    case 5 where isWord(token, .false): return tree.add(.bool(false), range(token))
    default: return tree.add(.traversal(name(token), StepList(start: 0, length: 0)), range(token))
    }
  }

  private mutating func finishCall(_ first: Token) -> ExpressionID {
    var open = read()
    var lastName = first
    while open.kind == .doubleColon {
      let part = read()
      guard part.kind == .identifier else {
        complain(
          "missing function name", "the symbol :: must be followed by a function name", at: range(part))
        recoverOver(.openParenthesis)
        return tree.add(.invalid, between(range(first), range(part)))
      }
      lastName = part
      open = read()
    }
    guard open.kind == .openParenthesis else {
      complain("missing open parenthesis", "a function's name must be followed by \"(\"", at: range(open))
      recoverOver(.openParenthesis)
      return tree.add(.invalid, between(range(first), range(open)))
    }
    let name: NameID
    if lastName.start == first.start {
      name = self.name(first)
    } else {
      let text = bytes[Int(first.start)..<Int(lastName.end)].filter { $0 != 0x20 && $0 != 0x09 }
      name = tree.nameTable.intern(String(decoding: text, as: UTF8.self))
    }
    includesNewlines.append(false)
    defer { includesNewlines.removeLast() }
    let childMark = pendingChildren.count
    var expandsFinal = false
    var close = open
    while true {
      if peek().kind == .closeParenthesis {
        close = read()
        break
      }
      let mark = problems.count
      let argument = parseExpression()
      pendingChildren.append(argument)
      if isRecovering, problems.count > mark {
        let token = recover(.closeParenthesis)
        if token.kind == .closeParenthesis { close = token }
        break
      }
      let separator = read()
      if separator.kind == .closeParenthesis {
        close = separator
        break
      }
      if separator.kind == .ellipsis {
        expandsFinal = true
        if peek().kind == .closeParenthesis {
          close = read()
        } else {
          if !isRecovering {
            complain(
              "missing closing parenthesis",
              "an expanded argument (with ...) must be immediately followed by a closing parenthesis",
              at: range(separator))
          }
          close = recover(.closeParenthesis)
        }
        break
      }
      if separator.kind != .comma {
        if separator.kind == .endOfFile {
          complain(
            "unterminated function call",
            "there is no closing parenthesis for this function call before the end of the file",
            at: between(range(first), range(open)))
        } else {
          complain(
            "missing argument separator", "a comma is required between function arguments",
            at: range(separator))
        }
        close = recover(.closeParenthesis)
        break
      }
    }
    let children = takeChildren(childMark)
    return tree.add(.call(name, children, expandsFinal: expandsFinal), between(range(first), range(close)))
  }

  private mutating func parseTuple() -> ExpressionID {
    let open = read()
    includesNewlines.append(false)
    defer { includesNewlines.removeLast() }
    if isWord(peek(), .for) { return finishFor(open) }
    let childMark = pendingChildren.count
    var close: Token
    while true {
      if peek().kind == .closeBracket {
        close = read()
        break
      }
      let mark = problems.count
      let element = parseExpression()
      pendingChildren.append(element)
      if isRecovering, problems.count > mark {
        close = recover(.closeBracket)
        break
      }
      let separator = peek()
      if separator.kind == .closeBracket {
        close = read()
        break
      }
      if separator.kind != .comma {
        if !isRecovering {
          if separator.kind == .endOfFile {
            complain(
              "unterminated tuple constructor expression",
              "there is no corresponding closing bracket before the end of the file", at: range(open))
          } else {
            complain(
              "missing item separator", "expected a comma to mark the beginning of the next item",
              at: range(separator))
          }
        }
        close = recover(.closeBracket)
        break
      }
      read()
    }
    let children = takeChildren(childMark)
    return tree.add(.tuple(children), between(range(open), range(close)))
  }

  private mutating func parseObject() -> ExpressionID {
    let open = read()
    includesNewlines.append(false)
    let isFor = isWord(peek(), .for)
    includesNewlines.removeLast()
    if isFor { return finishFor(open) }
    includesNewlines.append(true)
    defer { includesNewlines.removeLast() }
    let childMark = pendingChildren.count
    var close: Token
    while true {
      let token = peek()
      if token.kind == .newline {
        read()
        continue
      }
      if token.kind == .closeBrace {
        close = read()
        break
      }
      let keyMark = problems.count
      let key = parseExpression()
      if isRecovering, problems.count > keyMark {
        close = recover(.closeBrace)
        break
      }
      let separator = peek()
      guard separator.kind == .equal || separator.kind == .colon else {
        if !isRecovering { complainAboutSeparator(separator, open) }
        close = recover(.closeBrace)
        break
      }
      read()
      let valueMark = problems.count
      let value = parseExpression()
      pendingChildren.append(key)
      pendingChildren.append(value)
      if isRecovering, problems.count > valueMark {
        close = recover(.closeBrace)
        break
      }
      let following = peek()
      if following.kind == .closeBrace {
        close = read()
        break
      }
      if following.kind != .comma, following.kind != .newline {
        if !isRecovering {
          if following.kind == .endOfFile {
            complainAboutUnterminatedObject(open)
          } else {
            complain(
              "missing attribute separator",
              "expected a newline or comma to mark the beginning of the next attribute", at: range(following))
          }
        }
        close = recover(.closeBrace)
        break
      }
      read()
    }
    let children = takeChildren(childMark)
    return tree.add(.object(children), between(range(open), range(close)))
  }

  private mutating func complainAboutUnterminatedObject(_ open: Token) {
    complain(
      "unterminated object constructor expression",
      "there is no corresponding closing brace before the end of the file", at: range(open))
  }

  private mutating func complainAboutSeparator(_ separator: Token, _ open: Token) {
    switch separator.kind {
    case .newline, .comma:
      complain(
        "missing attribute value", "expected an attribute value, introduced by an equals sign (\"=\")",
        at: range(separator))
    case .endOfFile:
      complainAboutUnterminatedObject(open)
    default:
      complain(
        "missing key/value separator",
        "expected an equals sign (\"=\"); a name with periods or spaces has to be quoted",
        at: range(separator))
    }
  }
}
