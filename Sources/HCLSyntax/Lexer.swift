internal import SourceText

/// Cuts HCL's native syntax into tokens, the way `hclsyntax/scan_tokens.rl` does.
struct Lexer {
  /// Where the text starts: a configuration or bare expression, or a template without quotes.
  enum Mode {
    case configuration
    case template
  }

  /// What the lexer is inside of.
  private enum Frame {
    /// Configuration or expression; `braces` is the brace depth at which a `}` ends the sequence that
    /// brought us here, nil at the outermost level.
    case main(closingBraces: Int?)
    case quoted
    /// The closing word, as a range of the input.
    case heredoc(word: Range<Int>)
    case bare
  }

  let bytes: [UInt8]
  var tokens: [Token] = []
  var comments: [Comment] = []
  var offset = 0
  private var frames: [Frame]
  private var braces = 0
  /// The next literal of the innermost heredoc starts a line.
  private var isAtLineStart = true
  /// From here on no `*/` follows: an unclosed comment must not be searched for again and again.
  private var noCommentEndAfter = Int.max
  var reachedFrameLimit = false

  /// Strings, heredocs and interpolations inside of each other; more than the parser's own limit.
  private static let frameLimit = 2_000

  init(_ bytes: [UInt8], mode: Mode = .configuration) {
    self.bytes = bytes
    switch mode {
    case .configuration: frames = [.main(closingBraces: nil)]
    case .template: frames = [.bare]
    }
    tokens.reserveCapacity(bytes.count / 4 + 8)
  }

  /// The text of bytes that follow each other, as far as they were read.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  @inline(__always)
  mutating func emit(_ kind: TokenKind, _ length: Int) {
    tokens.append(
      Token(
        kind: kind, start: Int32(truncatingIfNeeded: offset), end: Int32(truncatingIfNeeded: offset + length))
    )
    offset += length
  }

  mutating func run() {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { offset = 3 }
    while offset < bytes.count {
      switch frames[frames.count - 1] {
      case .main: scanMain()
      case .quoted: scanQuoted()
      case .heredoc(let word): scanHeredoc(word)
      case .bare: scanBare()
      }
    }
    emit(.endOfFile, 0)
  }

  private mutating func push(_ frame: Frame) {
    if frames.count >= Self.frameLimit {
      reachedFrameLimit = true
      offset = bytes.count
      return
    }
    frames.append(frame)
  }

  // Runs until the frame changes.
  private mutating func scanMain() {
    while offset < bytes.count {
      let current = bytes[offset]
      switch current {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        offset += 1
      case UInt8(ascii: "\n"):
        emit(.newline, 1)
      case UInt8(ascii: "\r"):
        if byte(offset + 1) == UInt8(ascii: "\n") { emit(.newline, 2) } else { emit(.invalid, 1) }
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
        emit(.identifier, identifierLength(from: offset))
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        emit(.number, numberLength())
      case UInt8(ascii: "\""):
        emit(.openQuote, 1)
        push(.quoted)
        return
      case UInt8(ascii: "{"):
        emit(.openBrace, 1)
        braces += 1
      case UInt8(ascii: "}"):
        if closeBrace(length: 1) { return }
      case UInt8(ascii: "~"):
        if byte(offset + 1) == UInt8(ascii: "}") {
          if closesSequence {
            _ = closeBrace(length: 2)
            return
          }
          emit(.sequenceEnd, 2)
          braces -= 1
        } else {
          emit(.bitwise, 1)
        }
      case UInt8(ascii: "#"):
        lineComment()
      case UInt8(ascii: "/"):
        if byte(offset + 1) == UInt8(ascii: "/") {
          lineComment()
        } else if byte(offset + 1) == UInt8(ascii: "*"), let end = blockCommentEnd() {
          comments.append(Comment(range: ByteRange(offset..<end)))
          offset = end
        } else {
          emit(.slash, 1)
        }
      case UInt8(ascii: "<"):
        if let (length, word) = heredocStart() {
          emit(.openHeredoc, length)
          push(.heredoc(word: word))
          isAtLineStart = true
          return
        }
        if byte(offset + 1) == UInt8(ascii: "=") { emit(.lessOrEqual, 2) } else { emit(.less, 1) }
      default:
        if current < 0x80 { symbol(current) } else { wide(current) }
      }
    }
  }

  private mutating func symbol(_ current: UInt8) {
    let next = byte(offset + 1)
    switch current {
    case UInt8(ascii: "="):
      if next == UInt8(ascii: "=") {
        emit(.equalOperator, 2)
      } else if next == UInt8(ascii: ">") {
        emit(.fatArrow, 2)
      } else {
        emit(.equal, 1)
      }
    case UInt8(ascii: "."):
      if next == UInt8(ascii: "."), byte(offset + 2) == UInt8(ascii: ".") {
        emit(.ellipsis, 3)
      } else {
        emit(.dot, 1)
      }
    case UInt8(ascii: "["): emit(.openBracket, 1)
    case UInt8(ascii: "]"): emit(.closeBracket, 1)
    case UInt8(ascii: "("): emit(.openParenthesis, 1)
    case UInt8(ascii: ")"): emit(.closeParenthesis, 1)
    case UInt8(ascii: ","): emit(.comma, 1)
    case UInt8(ascii: "*"): emit(.star, 1)
    case UInt8(ascii: "%"): emit(.percent, 1)
    case UInt8(ascii: "+"): emit(.plus, 1)
    case UInt8(ascii: "-"): emit(.minus, 1)
    case UInt8(ascii: "?"): emit(.question, 1)
    case UInt8(ascii: ":"):
      if next == UInt8(ascii: ":") { emit(.doubleColon, 2) } else { emit(.colon, 1) }
    case UInt8(ascii: ">"):
      if next == UInt8(ascii: "=") { emit(.greaterOrEqual, 2) } else { emit(.greater, 1) }
    case UInt8(ascii: "!"):
      if next == UInt8(ascii: "=") { emit(.notEqual, 2) } else { emit(.bang, 1) }
    case UInt8(ascii: "&"):
      if next == UInt8(ascii: "&") { emit(.and, 2) } else { emit(.bitwise, 1) }
    case UInt8(ascii: "|"):
      if next == UInt8(ascii: "|") { emit(.or, 2) } else { emit(.bitwise, 1) }
    case UInt8(ascii: "^"): emit(.bitwise, 1)
    case UInt8(ascii: ";"): emit(.semicolon, 1)
    case UInt8(ascii: "`"): emit(.backtick, 1)
    case UInt8(ascii: "'"): emit(.apostrophe, 1)
    default: emit(.invalid, 1)
    }
  }

  /// A character outside of ASCII: the start of an identifier, or nothing that the language knows.
  private mutating func wide(_ lead: UInt8) {
    guard let scalar = scalar(at: offset) else {
      let length = looseSequenceLength(at: offset)
      if length > 1 { emit(.invalid, length) } else { emit(.badEncoding, 1) }
      return
    }
    if scalar.value.properties.isIDStart {
      emit(.identifier, identifierLength(from: offset))
    } else {
      emit(.invalid, scalar.length)
    }
  }

  private var closesSequence: Bool {
    if frames.count > 1, case .main(let closing?) = frames[frames.count - 1] {
      closing == braces
    } else {
      false
    }
  }

  /// True when the brace ended an interpolation, so that the frame changed.
  private mutating func closeBrace(length: Int) -> Bool {
    if closesSequence {
      emit(.sequenceEnd, length)
      braces -= 1
      frames.removeLast()
      isAtLineStart = false
      return true
    }
    emit(.closeBrace, length)
    braces -= 1
    return false
  }

  private mutating func lineComment() {
    let start = offset
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    var textEnd = end
    if textEnd > start, end < bytes.count, bytes[textEnd - 1] == UInt8(ascii: "\r") { textEnd -= 1 }
    comments.append(Comment(range: ByteRange(start..<textEnd)))
    if end < bytes.count {
      emit(.newline, end + 1 - start)
    } else {
      offset = end
    }
  }

  private mutating func blockCommentEnd() -> Int? {
    if offset >= noCommentEndAfter { return nil }
    var index = offset + 2
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") { return index + 2 }
      index += 1
    }
    noCommentEndAfter = offset
    return nil
  }

  @inline(__always)
  func identifierLength(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let current = bytes[index]
      if (current | 0x20) &- UInt8(ascii: "a") < 26 || current &- UInt8(ascii: "0") < 10
        || current == UInt8(ascii: "_") || current == UInt8(ascii: "-")
      {
        index += 1
      } else if current >= 0x80, let scalar = scalar(at: index), scalar.value.properties.isIDContinue {
        index += scalar.length
      } else {
        break
      }
    }
    return index - start
  }

  /// Digits, dots and exponents; never ends with a dot, so that `1...` is a number and an ellipsis.
  private func numberLength() -> Int {
    var index = offset + 1
    var end = index
    while index < bytes.count {
      let current = bytes[index]
      if current &- UInt8(ascii: "0") < 10 {
        index += 1
        end = index
      } else if current == UInt8(ascii: ".") {
        index += 1
      } else if current | 0x20 == UInt8(ascii: "e") {
        var digit = index + 1
        if byte(digit) == UInt8(ascii: "+") || byte(digit) == UInt8(ascii: "-") { digit += 1 }
        guard digit < bytes.count, bytes[digit] &- UInt8(ascii: "0") < 10 else { break }
        index = digit + 1
        end = index
      } else {
        break
      }
    }
    return end - offset
  }

  private func heredocStart() -> (length: Int, word: Range<Int>)? {
    guard byte(offset + 1) == UInt8(ascii: "<") else { return nil }
    var start = offset + 2
    if byte(start) == UInt8(ascii: "-") { start += 1 }
    let first = byte(start)
    guard
      (first | 0x20) &- UInt8(ascii: "a") < 26 || first == UInt8(ascii: "_")
        || (first >= 0x80 && scalar(at: start)?.value.properties.isIDStart == true)
    else { return nil }
    let end = start + identifierLength(from: start)
    var lineEnd = end
    if byte(lineEnd) == UInt8(ascii: "\r") { lineEnd += 1 }
    guard byte(lineEnd) == UInt8(ascii: "\n") else { return nil }
    return (lineEnd + 1 - offset, start..<end)
  }
}

extension Lexer {
  private mutating func scanQuoted() {
    while offset < bytes.count {
      let current = bytes[offset]
      switch current {
      case UInt8(ascii: "\""):
        emit(.closeQuote, 1)
        frames.removeLast()
        return
      case UInt8(ascii: "$"), UInt8(ascii: "%"):
        if templateMark(current, literal: .quotedLiteral) { return }
      case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        var end = offset + 1
        while byte(end) == UInt8(ascii: "\n") || byte(end) == UInt8(ascii: "\r") { end += 1 }
        // HCL reads on to the next quote and so turns the rest of the file inside out. The string is surely
        // meant to end here.
        let length = end - offset
        emit(.quotedNewline, length)
        emit(.closeQuote, 0)
        offset -= length
        emit(.newline, length)
        frames.removeLast()
        return
      default:
        let length = quotedLiteralLength()
        if length > 0 {
          emit(.quotedLiteral, length)
        } else {
          emit(current < 0x80 ? .invalid : .badEncoding, 1)
        }
      }
    }
  }

  private func quotedLiteralLength() -> Int {
    var index = offset
    while index < bytes.count {
      let current = bytes[index]
      switch current {
      case UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        return index - offset
      case UInt8(ascii: "\\"):
        let next = byte(index + 1)
        if index + 1 >= bytes.count || next == UInt8(ascii: "\r") || next == UInt8(ascii: "\n") {
          return index - offset
        }
        if next < 0x80 {
          index += 2
        } else {
          let length = looseSequenceLength(at: index + 1)
          if length == 1 { return index - offset }
          index += 1 + length
        }
      case 0..<0x80:
        index += 1
      default:
        let length = looseSequenceLength(at: index)
        if length == 1 { return index - offset }
        index += length
      }
    }
    return index - offset
  }

  /// `${`, `%{`, an escape, or a lone mark. True when a sequence was opened.
  private mutating func templateMark(_ mark: UInt8, literal: TokenKind) -> Bool {
    let next = byte(offset + 1)
    if next == UInt8(ascii: "{") {
      let length = byte(offset + 2) == UInt8(ascii: "~") ? 3 : 2
      emit(mark == UInt8(ascii: "$") ? .interpolation : .control, length)
      braces += 1
      isAtLineStart = false
      push(.main(closingBraces: braces))
      return true
    }
    isAtLineStart = false
    if next == mark, byte(offset + 2) == UInt8(ascii: "{") {
      emit(literal, byte(offset + 3) == UInt8(ascii: "~") ? 4 : 3)
    } else {
      emit(literal, 1)
    }
    return false
  }

  private mutating func scanHeredoc(_ word: Range<Int>) {
    while offset < bytes.count {
      let current = bytes[offset]
      if current == UInt8(ascii: "$") || current == UInt8(ascii: "%") {
        if templateMark(current, literal: .stringLiteral) { return }
        continue
      }
      var index = offset
      scan: while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "\n"): break scan
        case UInt8(ascii: "\r"):
          if byte(index + 1) == UInt8(ascii: "\n") || index + 1 == bytes.count { break scan }
          break scan
        case 0..<0x80: index += 1
        default:
          let length = looseSequenceLength(at: index)
          if length == 1 { break scan }
          index += length
        }
      }
      let end = index
      if byte(index) == UInt8(ascii: "\r"), byte(index + 1) == UInt8(ascii: "\n") { index += 1 }
      if index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
        if isAtLineStart, isClosingWord(offset..<end, word) {
          emit(.closeHeredoc, end - offset)
          emit(.newline, index + 1 - end)
          frames.removeLast()
          return
        }
        isAtLineStart = true
        emit(.stringLiteral, index + 1 - offset)
      } else if end > offset {
        isAtLineStart = false
        emit(.stringLiteral, end - offset)
      } else {
        isAtLineStart = false
        emit(bytes[offset] < 0x80 ? .invalid : .badEncoding, 1)
      }
    }
  }

  private func isClosingWord(_ line: Range<Int>, _ word: Range<Int>) -> Bool {
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, let length = UnicodeSpace.length(in: bytes, at: start) { start += length }
    while end > start, let length = UnicodeSpace.length(in: bytes, endingAt: end) { end -= length }
    guard end - start == word.count else { return false }
    return bytes[start..<end].elementsEqual(bytes[word])
  }

  private mutating func scanBare() {
    while offset < bytes.count {
      let current = bytes[offset]
      if current == UInt8(ascii: "$") || current == UInt8(ascii: "%") {
        if templateMark(current, literal: .stringLiteral) { return }
        continue
      }
      var index = offset
      scan: while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "$"), UInt8(ascii: "%"): break scan
        case UInt8(ascii: "\n"):
          index += 1
          break scan
        case UInt8(ascii: "\r"):
          if byte(index + 1) == UInt8(ascii: "\n") { index += 2 }
          break scan
        case 0..<0x80: index += 1
        default:
          let length = looseSequenceLength(at: index)
          if length == 1 { break scan }
          index += length
        }
      }
      if index > offset {
        emit(.stringLiteral, index - offset)
      } else {
        emit(bytes[offset] < 0x80 ? .invalid : .badEncoding, 1)
      }
    }
  }
}
