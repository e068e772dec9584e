/// The character sets of `textencodebase64` and `textdecodebase64`.
enum CharacterEncoding {
  case utf8
  case utf16(isBigEndian: Bool, hasMark: Bool)
  case latin1
  case windows1252
  case ascii

  enum Lookup {
    case supported(CharacterEncoding)
    /// Terraform knows it, this program does not: the result is unknown.
    case notEvaluated
    case invalid
  }

  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16(_, hasMark: true): "UTF-16"
    case .utf16(isBigEndian: true, _): "UTF-16BE"
    case .utf16: "UTF-16LE"
    case .latin1: "ISO_8859-1:1987"
    case .windows1252: "windows-1252"
    case .ascii: "US-ASCII"
    }
  }

  /// By an IANA name or alias, in any case.
  static func named(_ name: String) -> Lookup {
    switch name.lowercased() {
    case "utf-8", "csutf8": .supported(.utf8)
    case "utf-16", "csutf16": .supported(.utf16(isBigEndian: true, hasMark: true))
    case "utf-16be", "csutf16be": .supported(.utf16(isBigEndian: true, hasMark: false))
    case "utf-16le", "csutf16le": .supported(.utf16(isBigEndian: false, hasMark: false))
    case "iso-8859-1", "iso_8859-1", "iso_8859-1:1987", "iso-ir-100", "latin1", "l1", "ibm819", "cp819",
      "csisolatin1":
      .supported(.latin1)
    case "windows-1252", "cswindows1252": .supported(.windows1252)
    case "us-ascii", "iso-ir-6", "ansi_x3.4-1968", "ansi_x3.4-1986", "iso_646.irv:1991", "iso646-us", "us",
      "ibm367",
      "cp367", "csascii":
      .supported(.ascii)
    case let other: isKnown(other) ? .notEvaluated : .invalid
    }
  }

  private static func isKnown(_ name: String) -> Bool {
    let starts = [
      "iso-8859-", "iso_8859-", "windows-", "cp", "ibm", "koi8-", "csisolatin", "latin", "iso-2022-", "cs",
    ]
    let names = [
      "big5", "euc-jp", "euc-kr", "gb18030", "gbk", "gb2312", "hz-gb-2312", "macintosh", "shift_jis", "mac",
    ]
    return names.contains(name) || starts.contains { name.hasPrefix($0) && name.utf8.count > $0.utf8.count }
  }

  /// nil when a character is not in the set.
  func encode(_ text: String) -> [UInt8]? {
    switch self {
    case .utf8: return Array(text.utf8)
    case .utf16(let isBigEndian, let hasMark):
      let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
      return units.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBigEndian ? [high, low] : [low, high]
      }
    case .latin1, .windows1252, .ascii:
      var bytes: [UInt8] = []
      for scalar in text.unicodeScalars {
        guard let byte = byte(of: scalar) else { return nil }
        bytes.append(byte)
      }
      return bytes
    }
  }

  /// nil, or text with U+FFFD, for bytes that mean nothing in the set.
  func decode(_ bytes: [UInt8]) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .utf16(var isBigEndian, let hasMark):
      var bytes = bytes
      if hasMark {
        guard bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) else { return nil }
        isBigEndian = bytes[0] == 0xFE
        bytes.removeFirst(2)
      }
      guard bytes.count % 2 == 0 else { return nil }
      let units = stride(from: 0, to: bytes.count, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
      }
      return String(validating: units, as: UTF16.self)
    case .latin1, .windows1252, .ascii:
      var scalars = String.UnicodeScalarView()
      for byte in bytes { scalars.append(scalar(of: byte)) }
      return String(scalars)
    }
  }

  private func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII { return UInt8(scalar.value) }
    switch self {
    case .latin1: return UInt8(exactly: scalar.value)
    case .windows1252:
      if scalar.value >= 0xA0, scalar.value <= 0xFF { return UInt8(scalar.value) }
      return Self.windows1252Scalars.firstIndex(of: scalar.value).map { UInt8($0 + 0x80) }
    case .ascii, .utf8, .utf16: return nil
    }
  }

  private func scalar(of byte: UInt8) -> Unicode.Scalar {
    switch self {
    case .windows1252 where (0x80...0x9F).contains(byte):
      Unicode.Scalar(Self.windows1252Scalars[Int(byte) - 0x80]) ?? "\u{FFFD}"
    case .ascii where byte >= 0x80: "\u{FFFD}"
    default: Unicode.Scalar(byte)
    }
  }

  /// Bytes 80 to 9F; the five bytes without a character stand for the control characters.
  private static let windows1252Scalars: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
