/// RFC 4648 base 64 with the standard alphabet.
public enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let chunk = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for byte in chunk { bits = bits << 8 | UInt32(byte) }
      bits <<= UInt32(8 * (3 - chunk.count))
      for place in 0...chunk.count {
        result.append(alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)])
      }
      for _ in chunk.count..<3 { result.append(UInt8(ascii: "=")) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Takes text with its padding or without any, and line ends anywhere, as cel-go and Go's decoders do; nil for other
  /// text. Bits left over in the last character are not looked at.
  public static func decode(_ text: String) -> [UInt8]? {
    var digits = text.utf8.filter { $0 != 10 && $0 != 13 }
    let padding = digits.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding == 0 || (padding <= 2 && digits.count % 4 == 0) else { return nil }
    digits.removeLast(padding)
    guard digits.count % 4 != 1 else { return nil }
    var result: [UInt8] = []
    var bits: UInt32 = 0
    for (index, digit) in digits.enumerated() {
      guard let value = value(of: digit) else { return nil }
      bits = bits << 6 | UInt32(value)
      if index % 4 > 0 { result.append(UInt8(truncatingIfNeeded: bits >> UInt32(6 - 2 * (index % 4)))) }
    }
    return result
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
