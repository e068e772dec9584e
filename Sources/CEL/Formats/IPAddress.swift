/// An IPv4 or IPv6 address, read and printed as Go's `net/netip` does.
public struct IPAddress: Hashable, Sendable, CustomStringConvertible {
  /// 4 or 16 bytes, in network order.
  public let bytes: [UInt8]
  /// The part after `%` of a scoped IPv6 address.
  public let zone: String

  init(bytes: [UInt8], zone: String = "") {
    self.bytes = bytes
    self.zone = zone
  }

  public var isIPv4: Bool { bytes.count == 4 }
  /// 4 or 6.
  public var family: Int { isIPv4 ? 4 : 6 }

  /// `::ffff:a.b.c.d`: an IPv4 address written as IPv6.
  public var isIPv4Mapped: Bool {
    !isIPv4 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
  }

  /// The IPv4 address of an IPv4-mapped one, else itself.
  private var unmapped: IPAddress {
    isIPv4Mapped ? IPAddress(bytes: Array(bytes[12...])) : self
  }

  public var isUnspecified: Bool { zone.isEmpty && bytes.allSatisfy { $0 == 0 } }

  public var isLoopback: Bool {
    let address = unmapped
    return address.isIPv4
      ? address.bytes[0] == 127 : bytes[..<15].allSatisfy { $0 == 0 } && bytes[15] == 1
  }

  public var isMulticast: Bool {
    let address = unmapped
    return address.isIPv4 ? address.bytes[0] & 0xF0 == 0xE0 : bytes[0] == 0xFF
  }

  public var isLinkLocalUnicast: Bool {
    let address = unmapped
    return address.isIPv4
      ? address.bytes[..<2] == [169, 254] : bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80
  }

  public var isLinkLocalMulticast: Bool {
    let address = unmapped
    return address.isIPv4
      ? address.bytes[..<3] == [224, 0, 0] : bytes[0] == 0xFF && bytes[1] & 0x0F == 2
  }

  /// Neither unspecified, broadcast, loopback, multicast nor link-local. Private addresses count as global.
  public var isGlobalUnicast: Bool {
    let address = unmapped
    if address.isIPv4, address.bytes == [255, 255, 255, 255] { return false }
    return !address.isUnspecified && !isLoopback && !isMulticast && !isLinkLocalUnicast
  }

  /// RFC 1918 or a unique local address (RFC 4193).
  public var isPrivate: Bool {
    let address = unmapped
    guard address.isIPv4 else { return bytes[0] & 0xFE == 0xFC }
    return address.bytes[0] == 10 || address.bytes[..<2] == [192, 168]
      || (address.bytes[0] == 172 && address.bytes[1] & 0xF0 == 16)
  }

  /// The address with all but the first `length` bits cleared.
  func masked(_ length: Int) -> IPAddress {
    let masked = bytes.enumerated().map { index, byte in
      let kept = min(max(length - index * 8, 0), 8)
      return byte & ~UInt8(truncatingIfNeeded: 0xFF >> kept)
    }
    return IPAddress(bytes: masked)
  }

  public var description: String {
    if isIPv4 { return bytes.map(String.init).joined(separator: ".") }
    let suffix = zone.isEmpty ? "" : "%" + zone
    return (isIPv4Mapped ? "::ffff:\(unmapped)" : compressedText) + suffix
  }

  /// RFC 5952: lower case, the first longest run of zero fields as `::`.
  private var compressedText: String {
    let fields = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    var zeros = 0..<0
    for start in fields.indices {
      let length = fields[start...].prefix { $0 == 0 }.count
      if length >= 2, length > zeros.count { zeros = start..<start + length }
    }
    func text(_ part: ArraySlice<UInt16>) -> String {
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard !zeros.isEmpty else { return text(fields[...]) }
    return text(fields[..<zeros.lowerBound]) + "::" + text(fields[zeros.upperBound...])
  }
}
