/// A word that is searched for in long texts.
public struct BytePattern: Sendable {
  private let word: [UInt8]
  /// Where two neighbouring bytes of the word stand that are looked for first.
  private let anchor: Int

  /// - Parameters:
  ///   - word: two bytes or more; a shorter one is found nowhere.
  ///   - anchor: the place in the word of the pair of bytes that is rarest in the texts.
  public init(_ word: String, anchor: Int = 0) {
    self.word = Array(word.utf8)
    self.anchor = min(max(0, anchor), max(0, self.word.count - 2))
  }

  public func occurs(in bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { unsafe first(in: $0) != nil }
  }

  public func occurs(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { unsafe first(in: UnsafeRawBufferPointer($0)) != nil }
  }

  /// Where the word stands first. O(bytes): 32 places at once where the pair of bytes is rare.
  private func first(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard word.count >= 2, bytes.count >= word.count else { return nil }
    typealias Block = SIMD4<UInt64>
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (first, second) = (
      Block(repeating: ones &* UInt64(word[anchor])), Block(repeating: ones &* UInt64(word[anchor + 1]))
    )
    let low = Block(repeating: ones &* 0x7F)
    let end = bytes.count - word.count + 1
    var start = 0
    while start < end {
      let offset = start &+ anchor
      if offset &+ 33 <= bytes.count {
        let others =
          unsafe (bytes.loadUnaligned(fromByteOffset: offset, as: Block.self) ^ first)
          | (bytes.loadUnaligned(fromByteOffset: offset &+ 1, as: Block.self) ^ second)
        // The high bit of each byte that is not zero.
        let isOther = ((others & low) &+ low) | others
        if isOther & ~low == ~low {
          start &+= 32
          continue
        }
      }
      let limit = min(start &+ 32, end)
      while start < limit {
        if unsafe bytes[start &+ anchor] == word[anchor], unsafe matches(bytes, at: start) { return start }
        start &+= 1
      }
    }
    return nil
  }

  private func matches(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
    for index in word.indices where unsafe bytes[start &+ index] != word[index] { return false }
    return true
  }
}
