/// A place in a text as people and editors count it.
public struct Position: Hashable, Sendable {
  /// From 1.
  public var line: Int
  /// From 1, in extended grapheme clusters.
  public var column: Int
  /// From 0, in bytes from the start of the file.
  public var byte: Int

  public init(line: Int, column: Int, byte: Int) {
    self.line = line
    self.column = column
    self.byte = byte
  }
}

/// The starts of a file's lines: turns byte offsets into lines and columns.
///
/// Building it costs one pass over the bytes; it is made only for files that something is reported in.
public struct LineIndex: Sendable {
  private let starts: [Int32]
  private let length: Int

  private static let lineFeeds: UInt64 = 0x0a0a_0a0a_0a0a_0a0a

  /// A line ends after LF; a CR before it belongs to the line.
  public init(_ bytes: [UInt8]) {
    var starts: [Int32] = [0]
    starts.reserveCapacity(bytes.count / 32)
    unsafe bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset &+ 8 <= bytes.count {
        // A byte of `other` is zero where the text has LF; its high bit then stays in `found`, and above the first one
        // perhaps a wrong one too: each is looked at.
        let other =
          unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian ^ Self.lineFeeds
        var found = (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080
        while found != 0 {
          let place = offset &+ found.trailingZeroBitCount >> 3
          if unsafe bytes[place] == UInt8(ascii: "\n") { starts.append(Int32(clamping: place &+ 1)) }
          found &= found &- 1
        }
        offset &+= 8
      }
      while offset < bytes.count {
        if unsafe bytes[offset] == UInt8(ascii: "\n") { starts.append(Int32(clamping: offset &+ 1)) }
        offset &+= 1
      }
    }
    self.starts = starts
    self.length = bytes.count
  }

  public var lineCount: Int { starts.count }

  /// The line (from 1) that holds the byte. O(log lines).
  public func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line (from 1) without its line end.
  public func range(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return length..<length }
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) - 1 : length
    if end > start, end <= bytes.count, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }

  /// Line, grapheme column and byte of an offset; offsets past the end are clamped to it.
  public func position(of offset: Int, in bytes: [UInt8]) -> Position {
    let offset = min(max(0, offset), bytes.count)
    let line = line(of: offset)
    let start = Int(starts[line - 1])
    var column = 1
    let prefix = bytes[start..<offset]
    if prefix.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\r") }) {
      column += prefix.count
    } else {
      column += String(decoding: prefix, as: UTF8.self).count
    }
    return Position(line: line, column: column, byte: offset)
  }
}
