/// Turns libyaml's marks, which count characters, into byte offsets. Marks come nearly in order, so that a cursor
/// walks over the bytes once; a mark a little further back is reached by walking back.
struct CharacterOffsets {
  private var character = 0
  private var byte: Int
  private let isASCII: Bool
  /// Where this run of libyaml began.
  private let base: Int

  init(from base: Int, isASCII: Bool) {
    self.base = base
    self.isASCII = isASCII
    self.byte = base
  }

  @inline(__always)
  mutating func byteOffset(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    isASCII ? min(base + index, bytes.count) : unsafe walk(to: index, in: bytes)
  }

  private mutating func walk(to index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    while character < index, byte < bytes.count {
      if index - character >= 8, byte + 8 <= bytes.count,
        unsafe raw.loadUnaligned(fromByteOffset: byte, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        byte += 8
        character += 8
        continue
      }
      byte += 1
      while byte < bytes.count, unsafe bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    while character > index, byte > base {
      byte -= 1
      while byte > base, unsafe bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
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
