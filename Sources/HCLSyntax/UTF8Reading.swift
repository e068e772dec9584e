extension Lexer {
  /// The scalar that starts here when the bytes are correct UTF-8.
  func scalar(at index: Int) -> (value: Unicode.Scalar, length: Int)? {
    let lead = byte(index)
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, index + length <= bytes.count else { return nil }
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for follow in bytes[(index + 1)..<(index + length)] {
      guard follow & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(follow & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }

  /// HCL's own notion of a UTF-8 sequence: the right number of continuation bytes, values unchecked.
  /// 1 for a byte that is no lead byte or lacks its followers.
  func looseSequenceLength(at index: Int) -> Int {
    let lead = byte(index)
    let length: Int
    switch lead {
    case 0xC0...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF7: length = 4
    default: return 1
    }
    guard index + length <= bytes.count else { return 1 }
    for follow in (index + 1)..<(index + length) where bytes[follow] & 0xC0 != 0x80 { return 1 }
    return length
  }
}

/// White space as Go's `unicode.IsSpace` has it; HCL trims by it.
enum UnicodeSpace {
  /// The bytes of the white-space character that starts here; nil when none does.
  static func length(in bytes: [UInt8], at index: Int) -> Int? {
    switch bytes[index] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2:
      guard index + 1 < bytes.count else { return nil }
      return bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 ? 2 : nil
    case 0xE1, 0xE2, 0xE3:
      guard index + 2 < bytes.count else { return nil }
      return isWideSpace(bytes[index], bytes[index + 1], bytes[index + 2]) ? 3 : nil
    default: return nil
    }
  }

  /// The bytes of the white-space character that ends before `end`; nil when none does.
  static func length(in bytes: [UInt8], endingAt end: Int) -> Int? {
    guard end > 0 else { return nil }
    if bytes[end - 1] < 0x80 { return length(in: bytes, at: end - 1) }
    if end >= 2, bytes[end - 2] == 0xC2 { return length(in: bytes, at: end - 2) }
    if end >= 3, length(in: bytes, at: end - 3) == 3 { return 3 }
    return nil
  }

  private static func isWideSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    let value = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    switch value {
    case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }
}
