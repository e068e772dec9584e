/// RFC 3986: everything but unreserved characters as `%XX` in capitals, which is also what AWS signatures want.
public enum PercentEncoding {
  public static func component(_ text: String) -> String {
    encode(text, keepingSlash: false)
  }

  /// A path whose slashes stay.
  public static func path(_ text: String) -> String {
    encode(text, keepingSlash: true)
  }

  public static func query(_ pairs: [(String, String)]) -> String {
    pairs.map { "\(component($0))=\(component($1))" }.joined(separator: "&")
  }

  private static func encode(_ text: String, keepingSlash: Bool) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isUnreserved(byte) || (keepingSlash && byte == UInt8(ascii: "/")) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
