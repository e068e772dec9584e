/// Cuts a stream of bytes into the messages of the Language Server Protocol's base protocol.
///
/// A head that cannot be read is skipped up to the next one that can: the peer's mistake costs a message, not the
/// session.
public struct MessageReader {
  private var buffer: [UInt8] = []
  private var start = 0

  private static let lengthName = Array("content-length:".utf8)
  private static let headLimit = 4096
  private static let bodyLimit = 256_000_000

  public init() {}

  public mutating func append(_ bytes: some Sequence<UInt8>) {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer += bytes
  }

  /// The body of the next message; nil until the rest of it has come.
  public mutating func next() -> [UInt8]? {
    while true {
      guard let head = lineStart(Self.lengthName) else {
        // The beginning of a head may still be the last bytes.
        start = max(start, buffer.count - Self.headLimit)
        return nil
      }
      start = head
      guard let end = endOfHead(from: head) else {
        guard buffer.count - head > Self.headLimit else { return nil }
        start = head + 1
        continue
      }
      guard let length = number(after: head + Self.lengthName.count), length >= 0, length <= Self.bodyLimit
      else {
        start = head + 1
        continue
      }
      guard buffer.count - end >= length else { return nil }
      start = end + length
      return Array(buffer[end..<(end + length)])
    }
  }

  /// Where the name stands at the start of a line or of the buffer, in any case.
  private func lineStart(_ name: [UInt8]) -> Int? {
    var offset = start
    while offset + name.count <= buffer.count {
      if buffer[offset..<(offset + name.count)].elementsEqual(name, by: { lower($0) == $1 }) { return offset }
      offset += 1
    }
    return nil
  }

  private func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// Behind the empty line.
  private func endOfHead(from offset: Int) -> Int? {
    var offset = offset
    while offset + 4 <= buffer.count {
      if buffer[offset..<(offset + 4)].elementsEqual([13, 10, 13, 10]) { return offset + 4 }
      offset += 1
    }
    return nil
  }

  private func number(after offset: Int) -> Int? {
    let digits = buffer[offset...].drop { $0 == 0x20 }.prefix { $0 != 13 }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
