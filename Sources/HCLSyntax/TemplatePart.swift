internal import SourceText

/// An atom of the template language, before directives are matched with their ends.
enum TemplatePart {
  enum Directive { case `else`, endif, endfor }

  case literal(TextReference, ByteRange)
  case interpolation(ExpressionID, ByteRange)
  case `if`(ExpressionID, ByteRange)
  case `for`(key: NameID?, value: NameID, collection: ExpressionID, ByteRange)
  case directive(Directive, ByteRange)
  case end(ByteRange)
}

extension TextReference {
  /// The text without its first `count` bytes.
  func dropFirst(_ count: Int) -> TextReference {
    start >= 0
      ? TextReference(start: start + Int32(count), length: length - Int32(count))
      : TextReference(start: ~(~start + Int32(count)), length: length - Int32(count))
  }

  func dropLast(_ count: Int) -> TextReference {
    TextReference(start: start, length: length - Int32(count))
  }
}

extension HCLTree {
  func trimmingStart(_ text: TextReference) -> TextReference {
    let bytes = Array(textBytes(text))
    var index = 0
    while index < bytes.count, let length = UnicodeSpace.length(in: bytes, at: index) { index += length }
    return text.dropFirst(index)
  }

  func trimmingEnd(_ text: TextReference) -> TextReference {
    let bytes = Array(textBytes(text))
    var end = bytes.count
    while end > 0, let length = UnicodeSpace.length(in: bytes, endingAt: end) { end -= length }
    return text.dropLast(bytes.count - end)
  }

  /// Applies the rule of `<<-`: the smallest indentation of all lines is removed from each.
  ///
  /// Blank lines do not count, nor does the line of the closing word; a line that starts with a sequence has
  /// no indentation of its own.
  func removeIndentation(of parts: inout [TemplatePart]) {
    var smallest = Int.max
    var startsLine = true
    var adjusted: [Int] = []
    scan: for (index, part) in parts.enumerated() {
      if startsLine {
        startsLine = false
        switch part {
        case .literal(let text, _):
          let bytes = Array(textBytes(text))
          let (spaces, length) = Self.leadingSpaces(bytes)
          if length == bytes.count, bytes.last == UInt8(ascii: "\n") { break }
          adjusted.append(index)
          smallest = min(smallest, spaces)
        case .end: break scan
        case .interpolation, .if, .for, .directive: smallest = 0
        }
      }
      if case .literal(let text, _) = part, textBytes(text).last == UInt8(ascii: "\n") { startsLine = true }
    }
    for index in adjusted {
      guard case .literal(let text, let range) = parts[index] else { continue }
      let bytes = Array(textBytes(text))
      var offset = 0
      for _ in 0..<smallest {
        guard let length = Self.spaceLength(bytes, offset) else { break }
        offset += length
      }
      parts[index] = .literal(text.dropFirst(offset), range)
    }
  }

  private static func spaceLength(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard index < bytes.count, let length = UnicodeSpace.length(in: bytes, at: index) else { return nil }
    let isLineEnd = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
    return isLineEnd ? 2 : length
  }

  private static func leadingSpaces(_ bytes: [UInt8]) -> (count: Int, length: Int) {
    var count = 0
    var index = 0
    while let length = spaceLength(bytes, index) {
      index += length
      count += 1
    }
    return (count, index)
  }

  /// Joins literals that follow each other; without a copy where they stand together in the source.
  mutating func joinLiterals(of parts: [TemplatePart]) -> [TemplatePart] {
    var joined: [TemplatePart] = []
    var index = 0
    while index < parts.count {
      guard case .literal(let first, let firstRange) = parts[index] else {
        joined.append(parts[index])
        index += 1
        continue
      }
      var run: [TextReference] = [first]
      var range = firstRange
      index += 1
      while index < parts.count, case .literal(let text, let textRange) = parts[index] {
        run.append(text)
        range.end = textRange.end
        index += 1
      }
      joined.append(.literal(join(run), range))
    }
    return joined
  }

  private mutating func join(_ run: [TextReference]) -> TextReference {
    let run = run.filter { $0.length > 0 }
    guard var result = run.first else { return .empty }
    if run.count == 1 { return result }
    if result.start >= 0 {
      var isContiguous = true
      for text in run.dropFirst() {
        if text.start == result.start + result.length {
          result = TextReference(start: result.start, length: result.length + text.length)
        } else {
          isContiguous = false
          break
        }
      }
      if isContiguous { return result }
    }
    let start = pool.count
    for text in run { pool.append(contentsOf: Array(textBytes(text))) }
    return TextReference(start: ~Int32(start), length: Int32(pool.count - start))
  }
}
