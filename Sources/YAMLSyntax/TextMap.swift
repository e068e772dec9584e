public import SourceText

/// Where each byte of a scalar's text stands in the source: through escapes, folded lines and indentation.
public struct TextMap: Sendable {
  /// A run of text that one piece of source made. Equal lengths mean byte for byte.
  struct Segment {
    var text: Int32
    var textLength: Int32
    var source: Int32
    var sourceLength: Int32
  }

  let segments: [Segment]
  /// The whole scalar, where the text is empty or cannot be mapped.
  let whole: ByteRange
  let textLength: Int

  /// False when the text is not empty and its pieces could not be found in the source: then every part of the
  /// text is the whole scalar.
  public var isExact: Bool { textLength == 0 || !segments.isEmpty }

  /// The source of `range`, which counts bytes of the scalar's text (UTF-8). Of an escape the whole escape.
  /// O(log segments).
  public func source(of range: Range<Int>) -> ByteRange {
    guard !segments.isEmpty else { return whole }
    let start = position(of: range.lowerBound)
    guard range.upperBound > range.lowerBound else { return ByteRange(start: start.start, end: start.start) }
    let last = position(of: range.upperBound - 1)
    return ByteRange(start: start.start, end: max(start.start, last.end))
  }

  /// The source of each line of the text, without its line end, in order.
  public func lines(of text: UnsafeBufferPointer<UInt8>) -> [ByteRange] {
    var result: [ByteRange] = []
    var start = 0
    for offset in text.indices where unsafe text[offset] == 0x0A {
      result.append(source(of: start..<offset))
      start = offset + 1
    }
    if start < text.count { result.append(source(of: start..<text.count)) }
    return result
  }

  private func position(of offset: Int) -> (start: Int32, end: Int32) {
    if offset >= textLength, let last = segments.last {
      let end = last.source + last.sourceLength
      return (end, end)
    }
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(segments[middle].text) <= offset { low = middle } else { high = middle }
    }
    let segment = segments[low]
    if segment.textLength == segment.sourceLength {
      let start = segment.source + Int32(clamping: offset) - segment.text
      return (start, start + 1)
    }
    return (segment.source, segment.source + segment.sourceLength)
  }
}

extension YAMLNode {
  /// Maps offsets in `text` to the source. O(length of the scalar) unless its text is its source.
  public var textMap: TextMap {
    let node = tree.nodes[target]
    let whole = ByteRange(start: node.start, end: node.end)
    guard node.kind == .scalar else { return TextMap(segments: [], whole: whole, textLength: 0) }
    let length = Int(node.second - node.first)
    guard node.flags.contains(.textIsDecoded) else {
      let segment = TextMap.Segment(
        text: 0, textLength: node.second - node.first, source: node.first,
        sourceLength: node.second - node.first)
      return TextMap(segments: length > 0 ? [segment] : [], whole: whole, textLength: length)
    }
    let segments = unsafe tree.bytes.withUnsafeBufferPointer { bytes in
      unsafe withText { text in unsafe ScalarReader(bytes: bytes, node: node).segments(matching: text) }
    }
    return TextMap(segments: segments ?? [], whole: whole, textLength: length)
  }

  /// The source of a part of the scalar's text, given in bytes. For several parts keep the `textMap`.
  public func sourceRange(ofText range: Range<Int>) -> ByteRange { textMap.source(of: range) }

  /// The source of each line of the scalar's text.
  public var textLines: [ByteRange] {
    let map = textMap
    return unsafe withText { unsafe map.lines(of: $0) }
  }
}
