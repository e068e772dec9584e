internal import CLibYAML

/// A text that libyaml gets as a whole, checked and ready to be scanned.
///
/// Its own reader hands the scanner a few characters at a time: it decodes and checks each, and copies it twice, which
/// is a quarter of the time of its event loop. The scanner itself only wants UTF-8 in the parser's buffer and the count
/// of the characters in it; where the whole text is there already, the reader finds nothing left to do.
@safe struct WholeInput {
  private let text: UnsafeMutablePointer<UInt8>
  private let size: Int
  private let characters: Int

  /// The scanner looks up to four characters ahead and stops at NUL.
  private static let padding = 8

  /// Nil when the bytes hold what YAML does not allow as text: the reader's own check then says so.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let characters = unsafe Self.characterCount(bytes) else { return nil }
    unsafe text = .allocate(capacity: bytes.count + Self.padding)
    if let start = bytes.baseAddress { unsafe text.initialize(from: start, count: bytes.count) }
    unsafe (text + bytes.count).initialize(repeating: 0, count: Self.padding)
    size = bytes.count
    self.characters = characters
  }

  /// Parses with this text as the input. The parser has to be new, and its encoding set.
  func lend<Result>(to parser: UnsafeMutablePointer<yaml_parser_t>, _ parse: () -> Result) -> Result {
    let own = unsafe parser.pointee.buffer
    // The end of the text is one character more: the NUL that the reader puts there.
    unsafe parser.pointee.buffer.start = text
    unsafe parser.pointee.buffer.pointer = text
    unsafe parser.pointee.buffer.last = text + size + 1
    unsafe parser.pointee.buffer.end = text + size + Self.padding
    unsafe parser.pointee.unread = characters + 1
    unsafe parser.pointee.eof = 1
    defer {
      unsafe parser.pointee.buffer = own
      unsafe text.deallocate()
    }
    return parse()
  }

  /// How many characters a text has; nil when it is not UTF-8, or has characters that libyaml refuses.
  private static func characterCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var count = 0
    var offset = 0
    while offset < raw.count {
      if offset &+ 32 <= raw.count {
        if Self.isPlain(unsafe raw.loadUnaligned(fromByteOffset: offset, as: Block.self)) {
          offset &+= 32
          count &+= 32
          continue
        }
      }
      let end = min(offset &+ 32, raw.count)
      while offset < end {
        let character = unsafe Sanitizer.character(at: offset, in: bytes)
        guard character.fault == nil else { return nil }
        offset &+= character.length
        count &+= 1
      }
    }
    return count
  }

  private typealias Block = SIMD4<UInt64>

  /// Whether all bytes are ASCII, and none DEL or before the space but for LF.
  @inline(__always) private static func isPlain(_ block: Block) -> Bool {
    let high = Block(repeating: 0x8080_8080_8080_8080)
    let ones = Block(repeating: 0x0101_0101_0101_0101)
    // With its high bit set no byte borrows from the next: the bit is gone where the byte was smaller.
    let isNoControl = (block | high) &- ones &* 0x20
    let isNoLineFeed = ((block ^ ones &* 0x0A) | high) &- ones
    let isNoDelete = ((block ^ ones &* 0x7F) | high) &- ones
    return (block | (~isNoControl & isNoLineFeed) | ~isNoDelete) & high == .zero
  }
}
