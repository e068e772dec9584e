internal import SourceText

/// Replaces, byte for byte, what YAML does not allow as text, so that the rest can be read with exact ranges.
struct Sanitizer {
  let file: FileID
  private(set) var problems: [Problem] = []

  enum Fault { case notUTF8, nul, control }

  init(file: FileID) { self.file = file }

  mutating func clean(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result = unsafe Array(bytes)
    var seen: [(fault: Fault, first: Range<Int>, byte: UInt8, count: Int)] = []
    var offset = 0
    while offset < result.count {
      let (length, fault) = unsafe Self.character(at: offset, in: bytes)
      if let fault {
        if let index = seen.firstIndex(where: { $0.fault == fault }) {
          seen[index].count += 1
        } else {
          seen.append((fault, offset..<(offset + length), result[offset], 1))
        }
        for position in offset..<(offset + length) { result[position] = UInt8(ascii: "?") }
      }
      offset += length
    }
    problems = seen.map { entry in
      let location = Location(file: file, range: ByteRange(entry.first))
      let byte = "0x" + (entry.byte < 16 ? "0" : "") + String(entry.byte, radix: 16, uppercase: true)
      let more = entry.count > 1 ? ", and \(entry.count - 1) more" : ""
      switch entry.fault {
      case .notUTF8:
        return Problem(
          .error, .unreadable, "byte \(byte) is not UTF-8\(more)", advice: "save the file as UTF-8",
          at: location)
      case .nul:
        return Problem(
          .error, .unreadable, "the file holds a NUL byte\(more)",
          advice: "remove it; a binary file belongs under another name", at: location)
      case .control:
        return Problem(
          .error, .syntax, "control character \(byte) is not allowed in YAML\(more)",
          advice: "remove it, or write it in double quotes as \\x..", at: location)
      }
    }
    return result
  }

  /// The character that starts at an offset, and why libyaml refuses it.
  static func character(
    at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (length: Int, fault: Fault?) {
    let first = unsafe bytes[offset]
    switch first {
    case 0: return (1, .nul)
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: return (1, nil)
    case 0x01...0x1F, 0x7F: return (1, .control)
    default: break
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard length > 0, first < 0xF5, offset + length <= bytes.count else { return (1, .notUTF8) }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for position in (offset + 1)..<(offset + length) {
      let byte = unsafe bytes[position]
      guard byte & 0xC0 == 0x80 else { return (1, .notUTF8) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    let minimum: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard scalar >= minimum, scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else {
      return (1, .notUTF8)
    }
    switch scalar {
    case 0x80...0x84, 0x86...0x9F, 0xFFFE, 0xFFFF: return (length, .control)
    case 0xFEFF where offset > 0: return (length, .control)
    default: return (length, nil)
    }
  }
}
