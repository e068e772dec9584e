/// A lexical unit. Comments are no tokens: a line comment leaves the newline that it swallowed, with the
/// comment's range, exactly as HCL's own peeker presents it.
struct Token {
  var kind: TokenKind
  var start: Int32
  var end: Int32
}

enum TokenKind: UInt8 {
  case openBrace, closeBrace, openBracket, closeBracket, openParenthesis, closeParenthesis
  case openQuote, closeQuote, openHeredoc, closeHeredoc
  case star, slash, plus, minus, percent
  case equal, equalOperator, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case and, or, bang
  case dot, comma, doubleColon, ellipsis, fatArrow, question, colon
  case interpolation, control, sequenceEnd
  case quotedLiteral, stringLiteral, number, identifier
  case newline, endOfFile
  // Never correct; kept so that a message can name what was written.
  case bitwise, apostrophe, backtick, semicolon, invalid, badEncoding, quotedNewline
  case none

  /// The bracket that closes or opens what this one opens or closes.
  var opposite: TokenKind {
    switch self {
    case .openBrace: .closeBrace
    case .openBracket: .closeBracket
    case .openParenthesis: .closeParenthesis
    case .openQuote: .closeQuote
    case .openHeredoc: .closeHeredoc
    case .closeBrace: .openBrace
    case .closeBracket: .openBracket
    case .closeParenthesis: .openParenthesis
    case .closeQuote: .openQuote
    case .closeHeredoc: .openHeredoc
    case .control, .interpolation: .sequenceEnd
    case .sequenceEnd: .interpolation
    case .star, .slash, .plus, .minus, .percent, .equal, .equalOperator, .notEqual, .less, .lessOrEqual,
      .greater, .greaterOrEqual, .and, .or, .bang, .dot, .comma, .doubleColon, .ellipsis, .fatArrow,
      .question, .colon, .quotedLiteral, .stringLiteral, .number, .identifier, .newline, .endOfFile,
      .bitwise, .apostrophe, .backtick, .semicolon, .invalid, .badEncoding, .quotedNewline, .none:
      .none
    }
  }
}
