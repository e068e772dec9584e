internal import SourceText

/// Reads strict JSON into the same arena as YAML: several times faster than libyaml, and right where YAML 1.1 and
/// JSON part (tabs, surrogate pairs, keys of more than 1,024 characters).
@safe struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var builder: TreeBuilder
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, builder: TreeBuilder) {
    unsafe self.bytes = bytes
    self.builder = builder
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  private enum Expected { case value, valueOrEnd, key, keyOrEnd, commaOrEnd }

  /// The one document; nil when the text is not strict JSON, or too deep or large (the YAML reader then says so).
  mutating func read(from start: Int) -> [EventLoop.PendingDocument]? {
    offset = start
    builder.startDocument()
    var expected = Expected.value
    while true {
      skipSpace()
      guard unsafe offset < bytes.count else { return nil }
      let byte = unsafe bytes[offset]
      switch (expected, byte) {
      case (.value, UInt8(ascii: "{")), (.valueOrEnd, UInt8(ascii: "{")):
        open(.mapping)
        expected = .keyOrEnd
      case (.value, UInt8(ascii: "[")), (.valueOrEnd, UInt8(ascii: "[")):
        open(.sequence)
        expected = .valueOrEnd
      case (.keyOrEnd, UInt8(ascii: "}")), (.valueOrEnd, UInt8(ascii: "]")):
        close()
        expected = .commaOrEnd
      case (.commaOrEnd, UInt8(ascii: "}")), (.commaOrEnd, UInt8(ascii: "]")):
        let isMapping = builder.nodes[Int(builder.open[builder.open.count - 1].node)].kind == .mapping
        guard isMapping == (byte == UInt8(ascii: "}")) else { return nil }
        close()
      case (.commaOrEnd, UInt8(ascii: ",")):
        offset += 1
        let isMapping = builder.nodes[Int(builder.open[builder.open.count - 1].node)].kind == .mapping
        expected = isMapping ? .key : .value
        continue
      case (.key, UInt8(ascii: "\"")), (.keyOrEnd, UInt8(ascii: "\"")):
        guard string() else { return nil }
        skipSpace()
        guard unsafe offset < bytes.count, unsafe bytes[offset] == UInt8(ascii: ":") else { return nil }
        offset += 1
        expected = .value
        continue
      case (.value, UInt8(ascii: "\"")), (.valueOrEnd, UInt8(ascii: "\"")):
        guard string() else { return nil }
        expected = .commaOrEnd
      case (.value, _), (.valueOrEnd, _):
        guard literal() else { return nil }
        expected = .commaOrEnd
      case (.key, _), (.keyOrEnd, _), (.commaOrEnd, _):
        return nil
      }
      if builder.overrun != nil { return nil }
      if builder.open.isEmpty { break }
    }
    skipSpace()
    guard unsafe offset == bytes.count, let root = builder.nodes.first else { return nil }
    return [
      EventLoop.PendingDocument(root: 0, range: ByteRange(start: root.start, end: root.end), isComplete: true)
    ]
  }

  private mutating func skipSpace() {
    while unsafe offset < bytes.count, unsafe Self.isSpace(bytes[offset]) { offset += 1 }
  }

  private mutating func open(_ kind: Node.Kind) {
    let start = Int32(truncatingIfNeeded: offset)
    builder.openCollection(
      Node(
        kind: kind, style: .flow, flags: .isJSON, properties: -1, start: start, end: start, first: 0,
        second: 0))
    offset += 1
  }

  private mutating func close() {
    offset += 1
    unsafe builder.closeCollection(end: Int32(truncatingIfNeeded: offset), in: bytes)
  }

  private mutating func literal() -> Bool {
    let start = offset
    while unsafe offset < bytes.count {
      switch unsafe bytes[offset] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "E"):
        offset += 1
        continue
      default: break
      }
      break
    }
    guard unsafe Self.isLiteral(UnsafeBufferPointer(rebasing: bytes[start..<offset])) else { return false }
    var node = Node.plainScalar(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: offset))
    node.flags = .isJSON
    builder.scalar(node)
    return true
  }

  private static func isLiteral(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = unsafe text.first, let last = unsafe text.last else { return false }
    if first >= UInt8(ascii: "a") {
      return unsafe text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8)
        || text.elementsEqual("null".utf8)
    }
    guard first != UInt8(ascii: "+") && first != UInt8(ascii: ".") && last != UInt8(ascii: "."),
      unsafe GoNumber.isYAMLFloat(text)
    else { return false }
    let digits = first == UInt8(ascii: "-") ? 1 : 0
    // JSON has no leading zeros, and a digit before the point.
    guard unsafe text[digits] != UInt8(ascii: ".") else { return false }
    if unsafe text[digits] == UInt8(ascii: "0") && digits + 1 < text.count {
      return unsafe text[digits + 1] < 0x30 || text[digits + 1] > 0x39
    }
    return true
  }

  private mutating func string() -> Bool {
    let start = offset
    offset += 1
    var isVerbatim = true
    while unsafe offset < bytes.count {
      let byte = unsafe bytes[offset]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        isVerbatim = false
        offset += 1
      } else if byte < 0x20 {
        return false
      } else if byte >= 0x80 {
        guard let length = utf8Length(at: offset) else { return false }
        offset += length - 1
      }
      offset += 1
    }
    guard unsafe offset < bytes.count else { return false }
    offset += 1
    var node = Node.plainScalar(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: offset))
    node.style = .doubleQuoted
    node.flags = .isJSON
    node.first = node.start + 1
    node.second = node.end - 1
    if !isVerbatim {
      node.flags.insert(.textIsDecoded)
      let first = builder.decoded.count
      var reader = unsafe ScalarReader(bytes: bytes, node: node)
      guard reader.appendText(to: &builder.decoded) else { return false }
      node.first = Int32(truncatingIfNeeded: first)
      node.second = Int32(truncatingIfNeeded: builder.decoded.count)
    }
    builder.scalar(node)
    return true
  }

  /// The length of a well-formed character of more than one byte.
  private func utf8Length(at offset: Int) -> Int? {
    let first = unsafe bytes[offset]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard length > 0, first < 0xF5, unsafe offset + length <= bytes.count else { return nil }
    for position in (offset + 1)..<(offset + length) where unsafe bytes[position] & 0xC0 != 0x80 {
      return nil
    }
    let second = unsafe bytes[offset + 1]
    switch first {
    case 0xE0: return second >= 0xA0 ? length : nil
    case 0xED: return second < 0xA0 ? length : nil
    case 0xF0: return second >= 0x90 ? length : nil
    case 0xF4: return second < 0x90 ? length : nil
    default: return length
    }
  }
}
