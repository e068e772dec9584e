internal import SourceText

extension JSONParser {
  mutating func parseString() -> ExpressionID {
    let start = offset
    offset += 1
    let contentStart = offset
    var isPlain = true
    var hasSequence = false
    while offset < bytes.count {
      let current = bytes[offset]
      if current == UInt8(ascii: "\"") { break }
      if current == UInt8(ascii: "\\") {
        isPlain = false
        offset += 1
      } else if current < 0x20 {
        break
      } else if current == UInt8(ascii: "{"), offset > contentStart,
        bytes[offset - 1] == UInt8(ascii: "$") || bytes[offset - 1] == UInt8(ascii: "%")
      {
        hasSequence = true
      }
      offset += 1
    }
    offset = min(offset, bytes.count)
    let contentEnd = offset
    guard contentEnd < bytes.count, bytes[contentEnd] == UInt8(ascii: "\"") else {
      complain(
        "invalid JSON string", "the string is not closed on its line", at: contentEnd..<(contentEnd + 1))
      return tree.add(.invalid, ByteRange(start..<contentEnd))
    }
    offset += 1
    let range = ByteRange(start..<offset)
    if isPlain {
      let text = TextReference(start: Int32(contentStart), length: Int32(contentEnd - contentStart))
      let template =
        hasSequence
        ? parseTemplate(Array(bytes[contentStart..<contentEnd]), range) { $0 + contentStart }
        : tree.add(.string(text), range)
      return tree.add(.jsonString(text, template: template), range)
    }
    guard let (decoded, sources) = decode(contentStart..<contentEnd) else {
      return tree.add(.invalid, range)
    }
    let text = tree.pooled(decoded)
    let template =
      Self.holdsSequence(decoded)
      ? parseTemplate(decoded, range) { sources[min($0, sources.count - 1)] } : tree.add(.string(text), range)
    return tree.add(.jsonString(text, template: template), range)
  }

  private static func holdsSequence(_ text: [UInt8]) -> Bool {
    for index in text.indices.dropFirst() where text[index] == UInt8(ascii: "{") {
      if text[index - 1] == UInt8(ascii: "$") || text[index - 1] == UInt8(ascii: "%") { return true }
    }
    return false
  }

  /// The text without its escapes, and for each of its bytes (and its end) the offset in the file.
  private mutating func decode(_ range: Range<Int>) -> (text: [UInt8], sources: [Int])? {
    var text: [UInt8] = []
    var sources: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let source = index
      guard bytes[index] == UInt8(ascii: "\\") else {
        text.append(bytes[index])
        sources.append(source)
        index += 1
        continue
      }
      let selector = bytes[index + 1]
      index += 2
      var decoded: [UInt8]
      switch selector {
      case UInt8(ascii: "n"): decoded = [0x0A]
      case UInt8(ascii: "r"): decoded = [0x0D]
      case UInt8(ascii: "t"): decoded = [0x09]
      case UInt8(ascii: "b"): decoded = [0x08]
      case UInt8(ascii: "f"): decoded = [0x0C]
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded = [selector]
      case UInt8(ascii: "u"):
        guard let unit = codeUnit(at: index, before: range.upperBound) else {
          complain("invalid JSON string", "\\u takes four hexadecimal digits", at: source..<index)
          return nil
        }
        index += 4
        var scalar = Unicode.Scalar(unit)
        if unit & 0xFC00 == 0xD800, index + 6 <= range.upperBound, bytes[index] == UInt8(ascii: "\\"),
          bytes[index + 1] == UInt8(ascii: "u"), let low = codeUnit(at: index + 2, before: range.upperBound),
          low & 0xFC00 == 0xDC00
        {
          scalar = Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
          index += 6
        }
        decoded = Array(String(Character(scalar ?? "\u{FFFD}")).utf8)
      default:
        complain("invalid JSON string", "there is no such escape sequence in JSON", at: source..<index)
        return nil
      }
      text.append(contentsOf: decoded)
      sources.append(contentsOf: repeatElement(source, count: decoded.count))
    }
    sources.append(range.upperBound)
    return (text, sources)
  }

  private func codeUnit(at index: Int, before end: Int) -> UInt32? {
    guard index + 4 <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index..<(index + 4)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }

  /// Parses a string's text as a template. Its ranges are those of the file, through `source`. A template that
  /// breaks the grammar is no mistake of the document (the string may be meant literally): it is `invalid`.
  private mutating func parseTemplate(
    _ text: [UInt8], _ range: ByteRange, source: (Int) -> Int
  ) -> ExpressionID {
    var lexer = Lexer(text, mode: .template)
    lexer.run()
    let lexicalProblems = lexer.problems(in: tree.file)
    let nodeMark = tree.nodes.count
    let stepMark = tree.steps.count
    var parser = Parser(
      lexer: lexer, tree: HCLTree(file: tree.file, bytes: [], isJSON: true), copiesText: true)
    swap(&tree, &parser.tree)
    let root = parser.parseBareTemplate()
    swap(&tree, &parser.tree)
    func mapped(_ range: ByteRange) -> ByteRange {
      ByteRange(source(Int(range.start))..<max(source(Int(range.start)), source(Int(range.end))))
    }
    for index in nodeMark..<tree.nodes.count { tree.ranges[index] = mapped(tree.ranges[index]) }
    for index in stepMark..<tree.steps.count { tree.stepRanges[index] = mapped(tree.stepRanges[index]) }
    if !parser.problems.isEmpty || !lexicalProblems.isEmpty { return tree.add(.invalid, range) }
    tree.ranges[Int(root.raw)] = range
    return root
  }
}
