internal import SourceText

extension Lexer {
  /// Messages about tokens that no HCL text may have, few of each kind as HCL does.
  func problems(in file: FileID) -> [Problem] {
    var problems: [Problem] = []
    var told: [TokenKind: Int] = [:]
    func report(_ token: Token, _ message: String, _ advice: String?, most: Int) {
      let count = told[token.kind, default: 0]
      told[token.kind] = count + 1
      guard count < most else { return }
      problems.append(
        Problem(
          .error, .syntax, message, advice: advice,
          at: Location(file: file, range: ByteRange(start: token.start, end: token.end))))
    }
    if reachedFrameLimit {
      let end = Int32(clamping: bytes.count)
      problems.append(
        Problem(
          .error, .budget, "strings and interpolations are nested too deeply",
          advice: "move the inner part into a local value",
          at: Location(file: file, range: ByteRange(start: end, end: end))))
    }
    for token in tokens where token.kind.rawValue >= TokenKind.bitwise.rawValue {
      switch token.kind {
      case .bitwise:
        let advice: String? =
          switch bytes[Int(token.start)] {
          case UInt8(ascii: "&"): "write && for boolean AND"
          case UInt8(ascii: "|"): "write || for boolean OR"
          case UInt8(ascii: "~"): "write ! for boolean NOT"
          default: nil
          }
        report(token, "unsupported operator", advice, most: 4)
      case .backtick:
        report(
          token, "invalid character", "to create a multi-line string, use a heredoc, like <<EOT", most: 2)
      case .apostrophe:
        report(token, "invalid character", "use double quotes (\") to enclose strings", most: 2)
      case .semicolon:
        report(
          token, "invalid character",
          "use newlines to separate arguments and blocks, commas to separate items",
          most: 1)
      case .badEncoding:
        report(token, "invalid character encoding", "all input files must be UTF-8 encoded", most: 1)
      case .quotedNewline:
        report(
          token, "invalid multi-line string",
          "quoted strings may not be split over multiple lines; write \\n, or use a heredoc, like <<EOT",
          most: 100)
      case .invalid:
        let isCurly = bytes[Int(token.start)..<Int(token.end)].starts(with: [0xE2, 0x80])
        report(
          token, "invalid character", isCurly ? "write a \"straight quote\"" : "the language does not use it",
          most: 100)
      case .openBrace, .closeBrace, .openBracket, .closeBracket, .openParenthesis, .closeParenthesis,
        .openQuote,
        .closeQuote, .openHeredoc, .closeHeredoc, .star, .slash, .plus, .minus, .percent, .equal,
        .equalOperator,
        .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or, .bang, .dot, .comma,
        .doubleColon,
        .ellipsis, .fatArrow, .question, .colon, .interpolation, .control, .sequenceEnd, .quotedLiteral,
        .stringLiteral, .number, .identifier, .newline, .endOfFile, .none:
        break
      }
    }
    return problems
  }
}
