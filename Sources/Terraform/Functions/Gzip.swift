/// The gzip format (RFC 1952) around DEFLATE.
enum Gzip {
  /// The very bytes that Terraform's `base64gzip` has: Go's writer at its default level, flushed and closed.
  static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    output += Deflater.deflate(bytes)
    output += littleEndian(checksum(bytes)) + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
    return output
  }

  /// The content of one or more members; nil for anything else, and beyond 64 MiB.
  static func decompress(_ bytes: [UInt8]) -> [UInt8]? {
    var (position, content): (Int, [UInt8]) = (0, [])
    repeat {
      guard let start = endOfHeader(bytes, position), let part = Inflater.inflate(bytes, from: start),
        part.end + 8 <= bytes.count, content.count + part.content.count <= Inflater.largestContent,
        Array(bytes[part.end..<part.end + 4]) == littleEndian(checksum(part.content)),
        Array(bytes[part.end + 4..<part.end + 8])
          == littleEndian(UInt32(truncatingIfNeeded: part.content.count))
      else { return nil }
      content += part.content
      position = part.end + 8
    } while position < bytes.count
    return content
  }

  private static func endOfHeader(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard bytes.count >= start + 10, bytes[start] == 0x1F, bytes[start + 1] == 0x8B, bytes[start + 2] == 8
    else {
      return nil
    }
    let flags = bytes[start + 3]
    var position = start + 10
    if flags & 4 != 0 {
      guard position + 2 <= bytes.count else { return nil }
      position += 2 + Int(bytes[position]) + Int(bytes[position + 1]) << 8
    }
    for flag in [8, 16] as [UInt8] where flags & flag != 0 {
      guard position < bytes.count, let end = bytes[position...].firstIndex(of: 0) else { return nil }
      position = end + 1
    }
    if flags & 2 != 0 { position += 2 }
    return position <= bytes.count ? position : nil
  }

  private static func littleEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table = table
    return ~bytes.reduce(UInt32.max) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
