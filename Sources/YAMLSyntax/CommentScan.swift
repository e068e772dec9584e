internal import SourceText

/// Finds the comments, which libyaml drops: each `#` outside of the scalars. The next `#` is known in advance,
/// so that a scalar costs one comparison.
struct CommentScan {
  private(set) var found: [ByteRange] = []
  private var next = 0

  mutating func start(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    next = unsafe Self.hash(from: offset, in: bytes)
  }

  /// A scalar stands at `start..<end`: what came before it was no scalar.
  @inline(__always)
  mutating func skip(start: Int, end: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    guard next < end else { return }
    unsafe advance(to: start, in: bytes)
    if next < end { next = unsafe Self.hash(from: end, in: bytes) }
  }

  /// Everything up to `offset` is outside of scalars.
  mutating func advance(to offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    while next < offset {
      let end = unsafe Self.endOfLine(from: next, in: bytes)
      found.append(ByteRange(next..<end))
      next = unsafe Self.hash(from: end, in: bytes)
    }
  }

  /// The comment after `|` or `>`, which stands inside of the scalar's range.
  mutating func header(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let line = unsafe Self.endOfLine(from: start, in: bytes)
    // Only as far as the line: the next `#` may be megabytes away, and a file may have many block scalars.
    let hash = unsafe Self.find(
      UInt8(ascii: "#"), from: start, in: UnsafeBufferPointer(rebasing: bytes[..<line]))
    if hash < line { found.append(ByteRange(hash..<line)) }
  }

  private static func hash(from offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    unsafe find(UInt8(ascii: "#"), from: offset, in: bytes)
  }

  private static func endOfLine(from offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = unsafe find(0x0A, from: offset, in: bytes)
    if end > offset, unsafe bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// The offset of a byte, or the end of the file. 16 bytes at a time.
  static func find(_ byte: UInt8, from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let pattern = SIMD16<UInt8>(repeating: byte)
    var offset = start
    while offset + 16 <= raw.count {
      let block = unsafe raw.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
      if any(block .== pattern) { break }
      offset += 16
    }
    while offset < raw.count, unsafe raw[offset] != byte { offset += 1 }
    return min(offset, raw.count)
  }
}
