/// Splits an expression into tokens. Stops at the first byte that fits no token.
struct Lexer {
  private let bytes: [UInt8]
  private var offset = 0
  private(set) var failure: CELIssue?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }
  private func byte(_ ahead: Int) -> UInt8 { offset + ahead < bytes.count ? bytes[offset + ahead] : 0 }

  /// Always ends with a token of kind `end`.
  mutating func tokens() -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 3 + 2)
    while true {
      skipSpace()
      let start = offset
      guard offset < bytes.count, failure == nil else { break }
      let kind = next()
      guard failure == nil else { break }
      tokens.append(Token(kind: kind, start: start, end: offset))
    }
    tokens.append(Token(kind: .end, start: bytes.count, end: bytes.count))
    return tokens
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: offset += 1
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      default: return
      }
    }
  }

  private mutating func next() -> Token.Kind {
    let first = current
    if isLetter(first) { return word() }
    if isDigit(first) || (first == UInt8(ascii: ".") && isDigit(byte(1))) { return number() }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(isRaw: false, kind: .string)
    case UInt8(ascii: "`"): return quotedIdentifier()
    case UInt8(ascii: "("): return take(1, .leftParenthesis)
    case UInt8(ascii: ")"): return take(1, .rightParenthesis)
    case UInt8(ascii: "["): return take(1, .leftBracket)
    case UInt8(ascii: "]"): return take(1, .rightBracket)
    case UInt8(ascii: "{"): return take(1, .leftBrace)
    case UInt8(ascii: "}"): return take(1, .rightBrace)
    case UInt8(ascii: "."): return take(1, .dot)
    case UInt8(ascii: ","): return take(1, .comma)
    case UInt8(ascii: ":"): return take(1, .colon)
    case UInt8(ascii: "?"): return take(1, .question)
    case UInt8(ascii: "+"): return take(1, .plus)
    case UInt8(ascii: "-"): return take(1, .minus)
    case UInt8(ascii: "*"): return take(1, .star)
    case UInt8(ascii: "/"): return take(1, .slash)
    case UInt8(ascii: "%"): return take(1, .percent)
    case UInt8(ascii: "!"): return byte(1) == UInt8(ascii: "=") ? take(2, .notEqual) : take(1, .not)
    case UInt8(ascii: "<"): return byte(1) == UInt8(ascii: "=") ? take(2, .lessOrEqual) : take(1, .less)
    case UInt8(ascii: ">"): return byte(1) == UInt8(ascii: "=") ? take(2, .greaterOrEqual) : take(1, .greater)
    case UInt8(ascii: "=") where byte(1) == UInt8(ascii: "="): return take(2, .equal)
    case UInt8(ascii: "&") where byte(1) == UInt8(ascii: "&"): return take(2, .and)
    case UInt8(ascii: "|") where byte(1) == UInt8(ascii: "|"): return take(2, .or)
    case UInt8(ascii: "="): return fail("'=' is not an operator", suggestion: "==")
    case UInt8(ascii: "&"): return fail("'&' is not an operator", suggestion: "&&")
    case UInt8(ascii: "|"): return fail("'|' is not an operator", suggestion: "||")
    default: return fail("unexpected character \(printable(at: offset))")
    }
  }

  private mutating func take(_ count: Int, _ kind: Token.Kind) -> Token.Kind {
    offset += count
    return kind
  }

  private mutating func fail(_ message: String, at position: Int? = nil, suggestion: String? = nil)
    -> Token.Kind
  {
    failure = CELIssue(message, offset: position ?? offset, suggestion: suggestion)
    return .end
  }

  private func printable(at position: Int) -> String {
    let tail = String(decoding: bytes[position..<min(bytes.count, position + 4)], as: UTF8.self)
    guard let scalar = tail.unicodeScalars.first, scalar.value >= 0x20, scalar.value != 0x7F else {
      return "0x" + String(bytes[position], radix: 16, uppercase: true)
    }
    return "'\(scalar)'"
  }

  private mutating func word() -> Token.Kind {
    let start = offset
    while isLetter(current) || isDigit(current) { offset += 1 }
    let next = current
    if offset - start <= 2, next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
      let prefix = bytes[start..<offset].map { $0 | 0x20 }
      let isRaw = prefix.contains(UInt8(ascii: "r"))
      let isBytes = prefix.contains(UInt8(ascii: "b"))
      if prefix.count == (isRaw ? 1 : 0) + (isBytes ? 1 : 0) {
        return quoted(isRaw: isRaw, kind: isBytes ? .bytes : .string)
      }
    }
    switch offset - start {
    case 2 where matches("in", at: start): return .in
    case 4 where matches("true", at: start): return .true
    case 4 where matches("null", at: start): return .null
    case 5 where matches("false", at: start): return .false
    default: return .identifier
    }
  }

  private func matches(_ word: StaticString, at start: Int) -> Bool {
    let text = word.description.utf8
    return bytes[start..<start + text.count].elementsEqual(text)
  }

  private mutating func number() -> Token.Kind {
    if current == UInt8(ascii: "0"), byte(1) | 0x20 == UInt8(ascii: "x") {
      offset += 2
      guard isHexDigit(current) else { return fail("a hexadecimal number needs digits after 0x") }
      while isHexDigit(current) { offset += 1 }
      return unsignedSuffix()
    }
    var isDouble = false
    while isDigit(current) { offset += 1 }
    if current == UInt8(ascii: "."), isDigit(byte(1)) {
      isDouble = true
      offset += 1
      while isDigit(current) { offset += 1 }
    }
    if current | 0x20 == UInt8(ascii: "e") {
      let sign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-") ? 1 : 0
      if isDigit(byte(1 + sign)) {
        isDouble = true
        offset += 1 + sign
        while isDigit(current) { offset += 1 }
      }
    }
    return isDouble ? .double : unsignedSuffix()
  }

  private mutating func unsignedSuffix() -> Token.Kind {
    guard current | 0x20 == UInt8(ascii: "u") else { return .int }
    offset += 1
    return .uint
  }

  private mutating func quotedIdentifier() -> Token.Kind {
    let start = offset
    offset += 1
    while offset < bytes.count, current != UInt8(ascii: "`") {
      let byte = current
      guard isLetter(byte) || isDigit(byte) || ".-/ ".utf8.contains(byte) else {
        return fail("\(printable(at: offset)) cannot stand in a quoted field name")
      }
      offset += 1
    }
    guard offset < bytes.count, offset > start + 1 else {
      return fail("a quoted field name has no closing '`'", at: start)
    }
    offset += 1
    return .quotedIdentifier
  }

  /// The token spans prefix and quotes; `Literals` decodes it.
  private mutating func quoted(isRaw: Bool, kind: Token.Kind) -> Token.Kind {
    let start = offset
    let quote = current
    let isTriple = byte(1) == quote && byte(2) == quote
    offset += isTriple ? 3 : 1
    while offset < bytes.count {
      let byte = current
      if byte == UInt8(ascii: "\\"), !isRaw {
        offset += 2
      } else if byte == quote {
        if !isTriple { return take(1, kind) }
        if self.byte(1) == quote, self.byte(2) == quote { return take(3, kind) }
        offset += 1
      } else if !isTriple, byte == 0x0A || byte == 0x0D {
        break
      } else {
        offset += 1
      }
    }
    offset = min(offset, bytes.count)
    return fail(
      isTriple
        ? "a string has no closing quotes"
        : "a string has no closing quote on its line; three quotes hold several lines", at: start)
  }
}

func isLetter(_ byte: UInt8) -> Bool {
  (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
}

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

func isHexDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "f")
}
