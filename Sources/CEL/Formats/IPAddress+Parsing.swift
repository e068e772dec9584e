/// A text that is no address, prefix or the like; the message is the one of the Go function that would read it.
public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}

extension IPAddress {
  /// - Throws: The message of Go's `netip.ParseAddr`.
  public init(parsing text: String) throws(FormatError) {
    let bytes = Array(text.utf8)
    do throws(Mistake) {
      switch bytes.first(where: { ".:%".utf8.contains($0) }) {
      case UInt8(ascii: "."): self.init(bytes: try Self.ipv4(bytes[...]))
      case UInt8(ascii: ":"): self = try Self.ipv6(bytes)
      case UInt8(ascii: "%"): throw Mistake("missing IPv6 address")
      default: throw Mistake("unable to parse IP")
      }
    } catch {
      let place = error.rest.isEmpty ? "" : " (at \(goQuoted(error.rest)))"
      throw FormatError("ParseAddr(\(goQuoted(bytes[...]))): \(error.message)\(place)")
    }
  }

  private struct Mistake: Error {
    let message: String
    let rest: ArraySlice<UInt8>

    init(_ message: String, at rest: ArraySlice<UInt8> = []) {
      self.message = message
      self.rest = rest
    }
  }

  private static func ipv4(_ text: ArraySlice<UInt8>) throws(Mistake) -> [UInt8] {
    var fields: [UInt8] = []
    var value = 0
    var digits = 0
    for index in text.indices {
      let byte = text[index]
      if isASCIIDigit(byte) {
        if digits == 1, value == 0 { throw Mistake("IPv4 field has octet with leading zero") }
        value = value * 10 + Int(byte - 48)
        digits += 1
        if value > 255 { throw Mistake("IPv4 field has value >255") }
      } else if byte == UInt8(ascii: ".") {
        guard digits > 0, index + 1 < text.endIndex else {
          throw Mistake("IPv4 field must have at least one digit", at: text[index...])
        }
        guard fields.count < 3 else { throw Mistake("IPv4 address too long") }
        fields.append(UInt8(value))
        (value, digits) = (0, 0)
      } else {
        throw Mistake("unexpected character", at: text[index...])
      }
    }
    guard fields.count == 3 else { throw Mistake("IPv4 address too short") }
    return fields + [UInt8(value)]
  }

  private static func ipv6(_ input: [UInt8]) throws(Mistake) -> IPAddress {
    var rest = input[...]
    var zone = ""
    if let percent = input.firstIndex(of: UInt8(ascii: "%")) {
      rest = input[..<percent]
      zone = String(decoding: input[(percent + 1)...], as: UTF8.self)
      guard !zone.isEmpty else { throw Mistake("zone must be a non-empty string") }
    }
    var bytes: [UInt8] = []
    var gap: Int?
    if rest.starts(with: [UInt8(ascii: ":"), UInt8(ascii: ":")]) {
      gap = 0
      rest = rest.dropFirst(2)
    }
    while bytes.count < 16, !(rest.isEmpty && gap == bytes.count) {
      let field = try hexField(rest)
      if rest.dropFirst(field.count).first == UInt8(ascii: ".") {
        bytes += try embeddedIPv4(rest, after: bytes.count, hasGap: gap != nil)
        rest = []
        break
      }
      let value = field.reduce(0) { $0 << 4 | UInt16(hexadecimalValue($1) ?? 0) }
      bytes += [UInt8(value >> 8), UInt8(value & 0xFF)]
      rest = rest.dropFirst(field.count)
      if rest.isEmpty { break }
      guard rest.first == UInt8(ascii: ":") else {
        throw Mistake("unexpected character, want colon", at: rest)
      }
      guard rest.count > 1 else { throw Mistake("colon must be followed by more characters", at: rest) }
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: ":") {
        guard gap == nil else { throw Mistake("multiple :: in address", at: rest) }
        gap = bytes.count
        rest = rest.dropFirst()
      }
    }
    guard rest.isEmpty else { throw Mistake("trailing garbage after address", at: rest) }
    return IPAddress(bytes: try filled(bytes, gap: gap), zone: zone)
  }

  private static func hexField(_ rest: ArraySlice<UInt8>) throws(Mistake) -> ArraySlice<UInt8> {
    let field = rest.prefix { hexadecimalValue($0) != nil }
    guard field.count <= 4 else { throw Mistake("each group must have 4 or less digits", at: rest) }
    guard !field.isEmpty else {
      throw Mistake("each colon-separated field must have at least one digit", at: rest)
    }
    return field
  }

  private static func embeddedIPv4(
    _ rest: ArraySlice<UInt8>, after count: Int, hasGap: Bool
  ) throws(Mistake) -> [UInt8] {
    guard hasGap || count == 12 else {
      throw Mistake("embedded IPv4 address must replace the final 2 fields of the address", at: rest)
    }
    guard count <= 12 else {
      throw Mistake("too many hex fields to fit an embedded IPv4 at the end of the address", at: rest)
    }
    return try ipv4(rest)
  }

  private static func filled(_ bytes: [UInt8], gap: Int?) throws(Mistake) -> [UInt8] {
    guard let gap else {
      guard bytes.count == 16 else { throw Mistake("address string too short") }
      return bytes
    }
    guard bytes.count < 16 else {
      throw Mistake("the :: must expand to at least one field of zeros")
    }
    return bytes[..<gap] + [UInt8](repeating: 0, count: 16 - bytes.count) + bytes[gap...]
  }
}
