internal import HCLSyntax
internal import SourceText

/// A new attribute in a block, set apart by empty lines: `terraform fmt` aligns the signs of equality of neighbouring
/// lines, and the lines that are there stay as they are.
struct HCLInsertion {
  private let tree: HCLTree
  private let block: Block

  init(_ tree: HCLTree, _ block: Block) {
    self.tree = tree
    self.block = block
  }

  /// Nil for a block on one line that is not empty.
  func edit(_ text: String) -> TextEdit? {
    let bytes = tree.bytes
    let lineEnd = LineEnd(of: bytes)
    guard let attribute = lastAttributeOfFirstGroup else {
      guard let brace = bytes[Int(block.headerRange.end)...].firstIndex(of: UInt8(ascii: "{")) else {
        return nil
      }
      let rest = lineEnd.line(at: brace + 1, in: bytes)
      let indentation = String(repeating: " ", count: lineEnd.column(of: Int(block.range.start), in: bytes))
      let body = bytes[(brace + 1)..<Int(block.range.end)]
      if !body.contains(UInt8(ascii: "\n")) {
        guard body.dropLast().allSatisfy({ $0 <= 0x20 }) else { return nil }
        let range = ByteRange((brace + 1)..<(Int(block.range.end) - 1))
        return TextEdit(
          "\(lineEnd.text)\(indentation)  \(text)\(lineEnd.text)\(indentation)", replacing: range,
          of: tree.file)
      }
      let isEmpty = body.dropLast().allSatisfy { $0 <= 0x20 }
      return TextEdit(
        "\(lineEnd.text)\(indentation)  \(text)" + (isEmpty ? "" : lineEnd.text), at: rest.upperBound,
        of: tree.file)
    }
    let end = lineEnd.line(at: Int(attribute.range.end), in: bytes).upperBound
    guard lineEnd.start(of: Int(attribute.range.start), in: bytes) > Int(block.range.start) else {
      return nil
    }
    let indentation = String(
      repeating: " ", count: lineEnd.column(of: Int(attribute.range.start), in: bytes))
    // Another line follows at once: it gets its empty line too.
    let next = lineEnd.line(at: min(end + lineEnd.text.utf8.count, bytes.count), in: bytes)
    let nextText = bytes[next].filter { $0 > 0x20 }
    let isFollowed = !nextText.isEmpty && nextText != [UInt8(ascii: "}")]
    return TextEdit(
      "\(lineEnd.text)\(lineEnd.text)\(indentation)\(text)" + (isFollowed ? lineEnd.text : ""), at: end,
      of: tree.file)
  }

  /// The last of the attributes that stand on lines without a gap from the first on: `name` and what belongs to it.
  private var lastAttributeOfFirstGroup: Attribute? {
    var last: Attribute?
    for item in tree[block.body].items {
      guard case .attribute(let attribute) = item else { break }
      if let last {
        let gap = tree.bytes[Int(last.range.end)..<Int(attribute.range.start)]
        if gap.count(where: { $0 == UInt8(ascii: "\n") }) > 1 { return last }
      }
      last = attribute
    }
    return last
  }
}

/// How the lines of a file end.
struct LineEnd {
  let text: String

  /// As the first line does.
  init(of bytes: [UInt8]) {
    if let feed = bytes.firstIndex(of: UInt8(ascii: "\n")), feed > 0, bytes[feed - 1] == UInt8(ascii: "\r") {
      text = "\r\n"
    } else {
      text = "\n"
    }
  }

  /// From the offset to the end of its line, without the line end.
  func line(at offset: Int, in bytes: [UInt8]) -> Range<Int> {
    var end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if end > offset, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return offset..<end
  }

  func start(of offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  /// Bytes before the offset in its line; those of indentation, where nothing else stands there.
  func column(of offset: Int, in bytes: [UInt8]) -> Int { offset - start(of: offset, in: bytes) }
}
