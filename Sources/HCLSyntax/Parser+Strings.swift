internal import SourceText

extension Parser {
  /// A quoted string that may hold no sequence, such as a block label.
  mutating func parseQuotedLiteral() -> (text: String, range: ByteRange) {
    let open = read()
    var text: [UInt8] = []
    var end = range(open)
    loop: while true {
      let token = read()
      end = range(token)
      switch token.kind {
      case .closeQuote:
        break loop
      case .quotedLiteral:
        let reference = literal(token)
        text.append(contentsOf: tree.textBytes(reference))
      case .interpolation, .control:
        let mark = token.kind == .interpolation ? "$" : "%"
        complain(
          "invalid string literal",
          "template sequences are not allowed in this string; to include a literal \"\(mark){\", write \(mark)\(mark){",
          at: range(token))
        text.append(contentsOf: "\(mark){ ... }".utf8)
        recover(.sequenceEnd)
      case .endOfFile:
        complain(
          "unterminated string literal", "unable to find the closing quote mark before the end of the file",
          at: range(token))
        break loop
      default:
        complain("invalid string literal", "this item is not valid in a string literal", at: range(token))
        recover(.closeQuote)
        break loop
      }
    }
    return (String(decoding: text, as: UTF8.self), between(range(open), end))
  }

  /// The meaning of a literal token: escapes decoded.
  mutating func literal(_ token: Token) -> TextReference {
    let start = Int(token.start)
    let end = Int(token.end)
    if end - start >= 3, bytes[start] == bytes[start + 1], bytes[start + 2] == UInt8(ascii: "{"),
      bytes[start] == UInt8(ascii: "$") || bytes[start] == UInt8(ascii: "%")
    {
      return text((start + 1)..<end)
    }
    guard token.kind == .quotedLiteral, bytes[start..<end].contains(UInt8(ascii: "\\")) else {
      return text(start..<end)
    }
    return decodeEscapes(start..<end)
  }

  private mutating func decodeEscapes(_ range: Range<Int>) -> TextReference {
    let poolStart = tree.pool.count
    var index = range.lowerBound
    while index < range.upperBound {
      let current = bytes[index]
      guard current == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
        tree.pool.append(current)
        index += 1
        continue
      }
      let selector = bytes[index + 1]
      switch selector {
      case UInt8(ascii: "n"): tree.pool.append(0x0A)
      case UInt8(ascii: "r"): tree.pool.append(0x0D)
      case UInt8(ascii: "t"): tree.pool.append(0x09)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): tree.pool.append(selector)
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        index += decodeUnicodeEscape(index, range.upperBound, digits: selector == UInt8(ascii: "u") ? 4 : 8)
        continue
      default:
        var length = 2
        while index + length < range.upperBound, bytes[index + length] & 0xC0 == 0x80 { length += 1 }
        let symbol = String(decoding: bytes[(index + 1)..<(index + length)], as: UTF8.self)
        complain(
          "invalid escape sequence", "\\\(symbol) is no escape sequence; write \\\\ for a backslash",
          at: ByteRange(index..<(index + length)))
        tree.pool.append(contentsOf: bytes[(index + 1)..<(index + length)])
        index += length
        continue
      }
      index += 2
    }
    return TextReference(start: ~Int32(poolStart), length: Int32(tree.pool.count - poolStart))
  }

  /// Appends the character; the number of bytes that the sequence takes.
  private mutating func decodeUnicodeEscape(_ start: Int, _ end: Int, digits: Int) -> Int {
    var value: UInt32 = 0
    var index = start + 2
    while index < end, index < start + 2 + digits, let digit = hexDigit(bytes[index]) {
      value = value << 4 | digit
      index += 1
    }
    let range = ByteRange(start..<index)
    if index != start + 2 + digits {
      complain("invalid escape sequence", "\\u takes four hexadecimal digits, \\U takes eight", at: range)
    } else if let scalar = Unicode.Scalar(value) {
      tree.pool.append(contentsOf: Array(String(Character(scalar)).utf8))
    } else {
      complain("invalid escape sequence", "there is no such character in Unicode", at: range)
    }
    return index - start
  }

  private func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
