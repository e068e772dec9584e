/// Reads a scalar's text from its source a second time, keeping where each piece came from.
///
/// libyaml tells the text but not the way to it. What is read here is compared with libyaml's text, so that a
/// map is exact or absent.
@safe struct ScalarReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let node: Node
  var offset: Int
  var end: Int
  /// Block scalars: where the current line starts.
  var lineStart = 0
  var output: [UInt8] = []
  private(set) var segments: [TextMap.Segment] = []

  init(bytes: UnsafeBufferPointer<UInt8>, node: Node) {
    unsafe self.bytes = bytes
    self.node = node
    let isQuoted = node.style == .singleQuoted || node.style == .doubleQuoted
    self.offset = Int(node.start) + (isQuoted ? 1 : 0)
    self.end = Swift.min(Int(node.end) - (isQuoted ? 1 : 0), bytes.count)
  }

  /// Nil when the source does not give this text (which would be a defect here, not in the file).
  func segments(matching text: UnsafeBufferPointer<UInt8>) -> [TextMap.Segment]? {
    switch node.style {
    case .literal, .folded:
      var indents = [detectedIndent()]
      indents += (1...64).filter { $0 != indents[0] }
      for indent in indents {
        var reader = self
        reader.readBlock(indent: indent)
        if unsafe reader.output.elementsEqual(text) { return reader.segments }
      }
      return nil
    case .plain, .singleQuoted, .doubleQuoted:
      var reader = self
      reader.readFlow()
      return unsafe reader.output.elementsEqual(text) ? reader.segments : nil
    case .flow, .block:
      return nil
    }
  }

  /// The text of a JSON string with escapes; false for an escape that JSON does not have.
  mutating func appendText(to text: inout [UInt8]) -> Bool {
    while offset < end {
      let byte = unsafe bytes[offset]
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        offset += 1
        continue
      }
      guard let escape = escape(at: offset) else { return false }
      text.append(contentsOf: Array(String(Character(escape.scalar)).utf8))
      offset += escape.length
    }
    return true
  }

  /// Byte for byte: the run grows as long as source and text go on together.
  mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let text = Int32(truncatingIfNeeded: output.count)
    unsafe output.append(contentsOf: bytes[range])
    if let last = segments.last, last.textLength == last.sourceLength,
      Int(last.source + last.sourceLength) == range.lowerBound
    {
      segments[segments.count - 1].textLength += Int32(range.count)
      segments[segments.count - 1].sourceLength += Int32(range.count)
      return
    }
    segments.append(
      TextMap.Segment(
        text: text, textLength: Int32(range.count), source: Int32(range.lowerBound),
        sourceLength: Int32(range.count)))
  }

  /// Text that another piece of source stands for.
  mutating func replace(_ range: Range<Int>, by text: [UInt8]) {
    segments.append(
      TextMap.Segment(
        text: Int32(truncatingIfNeeded: output.count), textLength: Int32(text.count),
        source: Int32(range.lowerBound), sourceLength: Int32(range.count)))
    output += text
  }

  /// The length of a line break at `offset` as libyaml sees them; 0 when there is none.
  func breakLength(_ offset: Int) -> Int {
    guard unsafe offset < bytes.count else { return 0 }
    switch unsafe bytes[offset] {
    case 0x0A: return 1
    case 0x0D: return unsafe offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
    case 0xC2 where unsafe offset + 1 < bytes.count && bytes[offset + 1] == 0x85: return 2
    case 0xE2
    where unsafe offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8:
      return 3
    default: return 0
    }
  }

  func isBlank(_ offset: Int) -> Bool {
    unsafe offset < bytes.count && (bytes[offset] == 0x20 || bytes[offset] == 0x09)
  }

  /// A break in the text: LF, except for the two separators that libyaml keeps.
  mutating func emitBreak(_ range: Range<Int>) {
    if unsafe range.count == 3 || range.count == 1 && bytes[range.lowerBound] == 0x0A {
      copy(range)
    } else {
      replace(range, by: [0x0A])
    }
  }
}
