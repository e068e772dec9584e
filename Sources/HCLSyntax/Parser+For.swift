internal import SourceText

extension Parser {
  /// The rest of a `for` expression after its opening bracket or brace.
  mutating func finishFor(_ open: Token) -> ExpressionID {
    includesNewlines.append(false)
    defer { includesNewlines.removeLast() }
    read()
    let makesObject = open.kind == .openBrace
    let closeKind: TokenKind = makesObject ? .closeBrace : .closeBracket

    guard let (keyName, valueName) = parseForNames() else {
      complainAboutFor("a variable name is required after 'for'", open)
      return abandon(open, closeKind)
    }
    guard isWord(peek(), .in) else {
      complainAboutFor("the 'in' keyword is required after the names", open)
      return abandon(open, closeKind)
    }
    read()
    let mark = problems.count
    let collection = parseExpression()
    if isRecovering, problems.count > mark { return abandon(open, closeKind) }
    guard peek().kind == .colon else {
      complainAboutFor("a colon is required after the collection expression", open)
      return abandon(open, closeKind)
    }
    read()
    var key: ExpressionID?
    let resultMark = problems.count
    var value = parseExpression()
    if peek().kind == .fatArrow {
      read()
      key = value
      value = parseExpression()
    }
    if isRecovering, problems.count > resultMark { return abandon(open, closeKind) }
    var ellipsis: Token?
    if peek().kind == .ellipsis { ellipsis = read() }
    var condition: ExpressionID?
    if isWord(peek(), .if) {
      read()
      let conditionMark = problems.count
      condition = parseExpression()
      if isRecovering, problems.count > conditionMark { return abandon(open, closeKind) }
    }
    var close = peek()
    if close.kind == closeKind {
      read()
    } else {
      complainAboutFor("extra characters after the end of the 'for' expression", open)
      close = recover(closeKind)
    }
    let invalid = "invalid 'for' expression"
    if makesObject {
      if key == nil {
        complain(invalid, "a key expression is required when building an object", at: tree.range(of: value))
      }
    } else {
      if let key {
        complain(invalid, "a key expression is not valid when building a tuple", at: tree.range(of: key))
      }
      if let ellipsis {
        complain(
          invalid, "the grouping ellipsis (...) cannot be used when building a tuple", at: range(ellipsis))
      }
    }
    return add(
      ForExpression(
        keyName: keyName, valueName: valueName, collection: collection, key: key, value: value,
        condition: condition, makesObject: makesObject, groups: ellipsis != nil),
      between(range(open), range(close)))
  }

  mutating func add(_ expression: ForExpression, _ range: ByteRange) -> ExpressionID {
    tree.fors.append(expression)
    return tree.add(.for(ForID(raw: Int32(tree.fors.count - 1))), range)
  }

  /// `value` or `key, value`; nil when an identifier is missing.
  mutating func parseForNames() -> (key: NameID?, value: NameID)? {
    guard peek().kind == .identifier else { return nil }
    let first = name(read())
    guard peek().kind == .comma else { return (nil, first) }
    read()
    guard peek().kind == .identifier else { return nil }
    return (first, name(read()))
  }

  private mutating func complainAboutFor(_ advice: String, _ open: Token) {
    if !isRecovering { complain("invalid 'for' expression", advice, at: range(peek())) }
  }

  private mutating func abandon(_ open: Token, _ closeKind: TokenKind) -> ExpressionID {
    let close = recover(closeKind)
    return tree.add(.invalid, between(range(open), range(close)))
  }
}
