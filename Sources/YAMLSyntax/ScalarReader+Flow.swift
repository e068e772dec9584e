extension ScalarReader {
  /// Plain and quoted scalars: lines are folded, blanks around line breaks are dropped.
  mutating func readFlow() {
    while offset < end {
      let escapedBreak = readWords()
      var blanks = offset..<offset
      var leading: Range<Int>? = escapedBreak
      var trailing: [Range<Int>] = []
      while offset < end {
        let length = breakLength(offset)
        if length > 0 {
          if leading == nil {
            leading = offset..<(offset + length)
          } else {
            trailing.append(offset..<(offset + length))
          }
          offset += length
        } else if isBlank(offset) {
          if leading == nil { blanks = blanks.lowerBound..<(offset + 1) }
          offset += 1
        } else {
          break
        }
      }
      if let leading {
        fold(leading, trailing, isEscaped: escapedBreak != nil)
      } else {
        copy(blanks)
      }
    }
  }

  private mutating func fold(_ leading: Range<Int>, _ trailing: [Range<Int>], isEscaped: Bool) {
    if !isEscaped {
      if leading.count == 3 {
        emitBreak(leading)
      } else if trailing.isEmpty {
        replace(leading, by: [0x20])
      }
    }
    for one in trailing { emitBreak(one) }
  }

  /// Reads to the next blank or break. The result is an escaped line break, where one ends the words.
  private mutating func readWords() -> Range<Int>? {
    while offset < end, !isBlank(offset), breakLength(offset) == 0 {
      let byte = unsafe bytes[offset]
      if node.style == .singleQuoted, byte == UInt8(ascii: "'") {
        replace(offset..<(offset + 2), by: [byte])
        offset += 2
      } else if node.style == .doubleQuoted, byte == UInt8(ascii: "\\") {
        let length = breakLength(offset + 1)
        if length > 0 {
          let start = offset
          offset += 1 + length
          return start..<offset
        }
        guard let escape = escape(at: offset) else { return nil }
        replace(offset..<(offset + escape.length), by: Array(String(Character(escape.scalar)).utf8))
        offset += escape.length
      } else {
        copy(offset..<(offset + 1))
        offset += 1
      }
    }
    return nil
  }

  /// The character that an escape stands for, and the escape's length. JSON's pairs of surrogates are one escape;
  /// half a pair is U+FFFD, as in Go.
  func escape(at start: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard start + 1 < end else { return nil }
    let letter = unsafe bytes[start + 1]
    if let simple = simpleEscape(letter) { return (simple, 2) }
    let digits: Int
    switch letter {
    case UInt8(ascii: "x") where !node.flags.contains(.isJSON): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U") where !node.flags.contains(.isJSON): digits = 8
    default: return nil
    }
    guard let value = hex(at: start + 2, digits: digits) else { return nil }
    if digits == 4, (0xD800...0xDBFF).contains(value), start + 8 <= end,
      unsafe bytes[start + 6] == UInt8(ascii: "\\") && bytes[start + 7] == UInt8(ascii: "u"),
      let low = hex(at: start + 8, digits: 4), (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
    {
      return (scalar, 12)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", 2 + digits)
  }

  private func hex(at start: Int, digits: Int) -> UInt32? {
    guard start + digits <= end else { return nil }
    var value: UInt32 = 0
    for position in start..<(start + digits) {
      guard let digit = unsafe GoNumber.hexDigit(bytes[position]) else { return nil }
      value = value &<< 4 | UInt32(digit)
    }
    return value
  }

  private func simpleEscape(_ letter: UInt8) -> Unicode.Scalar? {
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    default: break
    }
    guard !node.flags.contains(.isJSON) else { return nil }
    switch letter {
    case UInt8(ascii: "0"): return "\0"
    case UInt8(ascii: "a"): return "\u{07}"
    case 0x09: return "\t"
    case UInt8(ascii: "v"): return "\u{0B}"
    case UInt8(ascii: "e"): return "\u{1B}"
    case UInt8(ascii: " "): return " "
    case UInt8(ascii: "N"): return "\u{85}"
    case UInt8(ascii: "_"): return "\u{A0}"
    case UInt8(ascii: "L"): return "\u{2028}"
    case UInt8(ascii: "P"): return "\u{2029}"
    default: return nil
    }
  }
}
