/// A block of IPv4 addresses, `10.0.0.0/16`.
struct AddressRange: Hashable, CustomStringConvertible {
  private let first: UInt32
  let prefixLength: Int

  /// Nil for a text that is none; bits behind the prefix are dropped.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let length = Int(parts[1]), (0...32).contains(length) else { return nil }
    let octets = parts[0].split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard octets.count == 4, !octets.contains(nil) else { return nil }
    let address = octets.reduce(UInt32(0)) { $0 << 8 | UInt32($1 ?? 0) }
    first = length == 0 ? 0 : address & (UInt32.max << UInt32(32 - length))
    prefixLength = length
  }

  func contains(_ other: AddressRange) -> Bool {
    prefixLength <= other.prefixLength
      && (prefixLength == 0 || other.first >> UInt32(32 - prefixLength) == first >> UInt32(32 - prefixLength))
  }

  func overlaps(_ other: AddressRange) -> Bool { contains(other) || other.contains(self) }

  var description: String {
    let octets = [first >> 24, first >> 16 & 255, first >> 8 & 255, first & 255]
    return octets.map(String.init).joined(separator: ".") + "/\(prefixLength)"
  }
}
