internal import SourceText

extension Parser {
  mutating func parseExpression() -> ExpressionID {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthLimit { return tooDeep() }
    let start = range(peek())
    let mark = problems.count
    let condition = parseBinary(minimumPrecedence: 1)
    if isRecovering, problems.count > mark { return condition }
    guard peek().kind == .question else { return condition }
    read()
    let thenMark = problems.count
    let then = parseExpression()
    if isRecovering, problems.count > thenMark { return condition }
    let colon = peek()
    guard colon.kind == .colon else {
      complain(
        "missing false expression in conditional",
        "the conditional operator (…?…:…) requires a false expression, delimited by a colon", at: range(colon)
      )
      return condition
    }
    read()
    let elseMark = problems.count
    let otherwise = parseExpression()
    if isRecovering, problems.count > elseMark { return condition }
    return tree.add(
      .conditional(condition, then: then, else: otherwise), between(start, tree.range(of: otherwise)))
  }

  private static func binaryOperator(_ kind: TokenKind) -> (BinaryOperator, precedence: Int)? {
    switch kind {
    case .or: (.or, 1)
    case .and: (.and, 2)
    case .equalOperator: (.equal, 3)
    case .notEqual: (.notEqual, 3)
    case .greater: (.greater, 4)
    case .greaterOrEqual: (.greaterOrEqual, 4)
    case .less: (.less, 4)
    case .lessOrEqual: (.lessOrEqual, 4)
    case .plus: (.add, 5)
    case .minus: (.subtract, 5)
    case .star: (.multiply, 6)
    case .slash: (.divide, 6)
    case .percent: (.modulo, 6)
    default: nil
    }
  }

  /// Operators of at least the given precedence, all left-associative.
  private mutating func parseBinary(minimumPrecedence: Int) -> ExpressionID {
    let mark = problems.count
    var left = parseTermWithTraversals()
    if isRecovering, problems.count > mark { return left }
    var length = 0
    while let (operation, precedence) = Self.binaryOperator(peek().kind), precedence >= minimumPrecedence {
      // A chain of operators is a left-leaning tree: its depth is its length.
      length += 1
      if length > Self.chainLimit { return tooDeep() }
      read()
      let rightMark = problems.count
      let right = parseBinary(minimumPrecedence: precedence + 1)
      if isRecovering, problems.count > rightMark { return left }
      left = tree.add(
        .binary(operation, left, right), between(tree.range(of: left), tree.range(of: right)))
    }
    return left
  }

  mutating func parseTermWithTraversals() -> ExpressionID {
    let term = parseTerm()
    switch peek().kind {
    case .dot, .openBracket: return parseTraversals(from: term)
    default: return term
    }
  }

  /// The expression with the steps that were put aside since the mark.
  private mutating func attach(_ mark: Int, to source: ExpressionID) -> ExpressionID {
    let count = pendingSteps.count - mark
    guard count > 0, let last = pendingRanges.last else { return source }
    let range = between(tree.range(of: source), last)
    let list = StepList(start: Int32(tree.steps.count), length: Int32(count))
    tree.steps.append(contentsOf: pendingSteps[mark...])
    tree.stepRanges.append(contentsOf: pendingRanges[mark...])
    pendingSteps.removeLast(count)
    pendingRanges.removeLast(count)
    if case .traversal(let name, let steps) = tree[source], steps.count == 0 {
      tree.nodes[Int(source.raw)] = .traversal(name, list)
      tree.ranges[Int(source.raw)] = range
      return source
    }
    return tree.add(.relativeTraversal(source, list), range)
  }

  private mutating func put(_ step: TraversalStep, _ range: ByteRange) {
    pendingSteps.append(step)
    pendingRanges.append(range)
  }

  private mutating func parseTraversals(from: ExpressionID) -> ExpressionID {
    var result = from
    let startRange = tree.range(of: from)
    let mark = pendingSteps.count
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthLimit { return tooDeep() }
    var length = 0
    loop: while true {
      let token = peek()
      guard token.kind == .dot || token.kind == .openBracket else { break }
      length += 1
      if length > Self.chainLimit {
        pendingSteps.removeSubrange(mark...)
        pendingRanges.removeSubrange(mark...)
        return tooDeep()
      }
      if token.kind == .openBracket {
        result = parseIndex(of: result, startRange, mark)
        continue
      }
      let dot = read()
      let name = peek()
      switch name.kind {
      case .identifier:
        read()
        put(.attribute(self.name(name)), between(range(dot), range(name)))
      case .number:
        read()
        if let step = legacyIndex(name) {
          put(step, between(range(dot), range(name)))
        }
      case .star:
        result = attach(mark, to: result)
        result = parseAttributeSplat(of: result, startRange, dot)
      default:
        complain("invalid attribute name", "an attribute name is required after a dot", at: range(name))
        result = attach(mark, to: result)
        isRecovering = true
        break loop
      }
    }
    return attach(mark, to: result)
  }

  private mutating func legacyIndex(_ token: Token) -> TraversalStep? {
    let text = bytes[Int(token.start)..<Int(token.end)]
    if let dot = text.firstIndex(of: UInt8(ascii: ".")) {
      let first = String(decoding: text[..<dot], as: UTF8.self)
      let second = String(decoding: text[(dot + 1)...], as: UTF8.self)
      complain(
        "invalid legacy index syntax",
        "chaining two indexes together is not permitted; use the index syntax [\(first)][\(second)]",
        at: range(token))
      return nil
    }
    return .index(number(token))
  }

  /// `source.*` with the attribute steps that follow it.
  private mutating func parseAttributeSplat(
    of source: ExpressionID, _ startRange: ByteRange, _ dot: Token
  ) -> ExpressionID {
    let marker = read()
    let markerRange = between(range(dot), range(marker))
    let mark = pendingSteps.count
    var lastRange = range(marker)
    while peek().kind == .dot {
      let dot = read()
      let name = peek()
      if name.kind == .identifier {
        read()
        put(.attribute(self.name(name)), between(range(dot), range(name)))
        lastRange = range(name)
      } else if name.kind == .number {
        read()
        if let step = legacyIndex(name) {
          put(step, between(range(dot), range(name)))
        }
        lastRange = range(name)
      } else {
        if !isRecovering {
          if name.kind == .star {
            complain(
              "nested splat expression not allowed",
              "a splat expression (*) cannot be used inside another attribute-only splat", at: range(name))
          } else {
            complain("invalid attribute name", "an attribute name is required after a dot", at: range(name))
          }
        }
        isRecovering = true
        break
      }
    }
    let item = tree.add(.anonymous, markerRange)
    let each = attach(mark, to: item)
    return tree.add(.splat(source, each: each, isFull: false), between(startRange, lastRange))
  }

  private mutating func parseIndex(
    of source: ExpressionID, _ startRange: ByteRange, _ mark: Int
  ) -> ExpressionID {
    let open = read()
    if peek().kind == .star {
      let source = attach(mark, to: source)
      read()
      var close = read()
      if close.kind != .closeBracket, !isRecovering {
        complain(
          "missing close bracket on splat index",
          "the star of a full splat must be immediately followed by a closing bracket (\"]\")",
          at: range(close))
        close = recover(.closeBracket)
      }
      let item = tree.add(.anonymous, between(range(open), range(close)))
      let each = parseTraversals(from: item)
      return tree.add(
        .splat(source, each: each, isFull: true), between(startRange, tree.range(of: each)))
    }
    includesNewlines.append(false)
    let problemMark = problems.count
    let key = parseExpression()
    var close: Token
    if isRecovering, problems.count > problemMark {
      close = recover(.closeBracket)
    } else {
      close = read()
      if close.kind != .closeBracket, !isRecovering {
        complain(
          "missing close bracket on index", "the index operator must end with a closing bracket (\"]\")",
          at: range(close))
        close = recover(.closeBracket)
      }
    }
    includesNewlines.removeLast()
    let bracketRange = between(range(open), range(close))
    switch tree[key] {
    case .null, .bool, .number, .string:
      put(.index(key), bracketRange)
      return source
    case .invalid, .jsonString, .template, .templateWrap, .templateJoin, .traversal, .relativeTraversal,
      .index,
      .splat, .anonymous, .call, .tuple, .object, .parentheses, .for, .conditional, .unary, .binary:
      let source = attach(mark, to: source)
      return tree.add(.index(source, key: key), between(startRange, bracketRange))
    }
  }
}
