/// A word of the language with the bytes that it spans.
struct Token {
  enum Kind: Equatable {
    case identifier, quotedIdentifier
    case int, uint, double, string, bytes
    case `true`, `false`, null, `in`
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case and, or, not, plus, minus, star, slash, percent
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case dot, comma, colon, question
    case end
  }

  var kind: Kind
  var start: Int
  var end: Int
}

extension Token.Kind {
  var binaryOperator: BinaryOperator? {
    switch self {
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .equal: .equal
    case .notEqual: .notEqual
    case .in: .in
    case .plus: .add
    case .minus: .subtract
    case .star: .multiply
    case .slash: .divide
    case .percent: .modulo
    case .identifier, .quotedIdentifier, .int, .uint, .double, .string, .bytes, .true, .false, .null, .and,
      .or,
      .not, .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .leftBrace, .rightBrace, .dot,
      .comma, .colon, .question, .end:
      nil
    }
  }
}
