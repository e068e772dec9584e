extension ScalarReader {
  private enum Chomping { case strip, clip, keep }

  /// Literal and folded block scalars whose content is indented by `indent` spaces.
  mutating func readBlock(indent: Int) {
    // The node's range ends with the last text; the breaks after it belong to the scalar too.
    end = unsafe bytes.count
    let chomping = readHeader()
    var leading: Range<Int>?
    var leadingBlank = false
    var trailing = readEmptyLines(indent)
    while offset < end, column == indent {
      let startsBlank = isBlank(offset)
      if node.style == .folded, let first = leading, first.count < 3, !leadingBlank, !startsBlank {
        if trailing.isEmpty { replace(first, by: [0x20]) }
      } else if let first = leading {
        emitBreak(first)
      }
      for one in trailing { emitBreak(one) }
      leadingBlank = startsBlank
      let start = offset
      while offset < end, breakLength(offset) == 0 { offset += 1 }
      copy(start..<offset)
      let length = breakLength(offset)
      leading = length > 0 ? offset..<(offset + length) : nil
      offset += length
      lineStart = offset
      trailing = readEmptyLines(indent)
    }
    switch chomping {
    case .strip: break
    case .clip: if let leading { emitBreak(leading) }
    case .keep:
      if let leading { emitBreak(leading) }
      for one in trailing { emitBreak(one) }
    }
  }

  /// The column of the first line that holds more than spaces, as libyaml finds it.
  func detectedIndent() -> Int {
    var reader = self
    reader.end = unsafe bytes.count
    _ = reader.readHeader()
    var widest = 0
    while unsafe reader.offset < bytes.count {
      var width = 0
      while unsafe reader.offset < bytes.count, unsafe bytes[reader.offset] == 0x20 {
        reader.offset += 1
        width += 1
      }
      widest = max(widest, width)
      let length = breakLength(reader.offset)
      guard length > 0 else { break }
      reader.offset += length
    }
    return max(1, widest)
  }

  private var column: Int { offset - lineStart }

  private mutating func readHeader() -> Chomping {
    var chomping = Chomping.clip
    offset += 1
    while offset < end {
      switch unsafe bytes[offset] {
      case UInt8(ascii: "-"): chomping = .strip
      case UInt8(ascii: "+"): chomping = .keep
      case UInt8(ascii: "1")...UInt8(ascii: "9"): break
      default:
        while offset < end, breakLength(offset) == 0 { offset += 1 }
        offset += breakLength(offset)
        lineStart = offset
        return chomping
      }
      offset += 1
    }
    lineStart = offset
    return chomping
  }

  private mutating func readEmptyLines(_ indent: Int) -> [Range<Int>] {
    var breaks: [Range<Int>] = []
    while offset < end {
      while offset < end, column < indent, unsafe bytes[offset] == 0x20 { offset += 1 }
      let length = breakLength(offset)
      guard length > 0 else { break }
      breaks.append(offset..<(offset + length))
      offset += length
      lineStart = offset
    }
    return breaks
  }
}
