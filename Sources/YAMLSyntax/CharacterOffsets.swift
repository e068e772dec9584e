/// Turns libyaml's marks, which count characters, into byte offsets. Marks come nearly in order, so that one
/// pass over the bytes serves all; a mark further back is found from a checkpoint.
struct CharacterOffsets {
  private static let step = 256
  /// Byte offset of every 256th character.
  private var checkpoints: [Int32] = []
  private var character = 0
  private var byte = 0
  private let isASCII: Bool
  /// Where this run of libyaml began.
  private let base: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from base: Int, isASCII: Bool) {
    self.base = base
    self.isASCII = isASCII
    self.byte = base
    guard !isASCII else { return }
    var count = 0
    for offset in base..<bytes.count where unsafe bytes[offset] & 0xC0 != 0x80 {
      if count % Self.step == 0 { checkpoints.append(Int32(offset)) }
      count += 1
    }
  }

  @inline(__always)
  mutating func byteOffset(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    isASCII ? min(base + index, bytes.count) : unsafe walk(to: index, in: bytes)
  }

  private mutating func walk(to index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if index < character || index > character + 2 * Self.step {
      let checkpoint = min(index / Self.step, checkpoints.count - 1)
      guard checkpoint >= 0 else { return base }
      character = checkpoint * Self.step
      byte = Int(checkpoints[checkpoint])
    }
    while character < index, byte < bytes.count {
      byte += 1
      while byte < bytes.count, unsafe bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    return byte
  }

  /// Whether all bytes are below 0x80.
  static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset + 32 <= raw.count {
      let block = unsafe raw.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
      if (block & SIMD4(repeating: 0x8080_8080_8080_8080)) != .zero { return false }
      offset += 32
    }
    while offset < raw.count {
      if unsafe raw[offset] >= 0x80 { return false }
      offset += 1
    }
    return true
  }
}
