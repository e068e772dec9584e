/// An address and the length of its network part: `10.0.0.0/8`. Bits after the prefix are kept as written.
public struct CIDRBlock: Hashable, Sendable, CustomStringConvertible {
  public let address: IPAddress
  /// 0 to 32, or to 128 for IPv6.
  public let prefixLength: Int

  init(address: IPAddress, prefixLength: Int) {
    self.address = address
    self.prefixLength = prefixLength
  }

  /// - Throws: The message of Go's `netip.ParsePrefix`.
  public init(parsing text: String) throws(FormatError) {
    func mistake(_ message: String) -> FormatError {
      FormatError("netip.ParsePrefix(\(goQuoted(text))): \(message)")
    }
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { throw mistake("no '/'") }
    do {
      address = try IPAddress(parsing: String(text[..<slash]))
    } catch {
      throw mistake(error.description)
    }
    guard address.zone.isEmpty else { throw mistake("IPv6 zones cannot be present in a prefix") }
    let bits = text[text.utf8.index(after: slash)...]
    guard let length = Int(bits), bits.utf8.allSatisfy(isASCIIDigit), bits == "0" || bits.first != "0" else {
      throw mistake("bad bits after slash: \(goQuoted(String(bits)))")
    }
    guard length <= address.bytes.count * 8 else { throw mistake("prefix length out of range") }
    prefixLength = length
  }

  public var description: String { "\(address)/\(prefixLength)" }

  /// The block with the bits after the prefix cleared.
  public var masked: CIDRBlock {
    CIDRBlock(address: address.masked(prefixLength), prefixLength: prefixLength)
  }

  /// Whether no bit after the prefix is set.
  public var isMask: Bool { address == masked.address }

  /// An address of the other family is never inside.
  public func contains(_ other: IPAddress) -> Bool {
    other.zone.isEmpty && other.family == address.family
      && other.masked(prefixLength) == address.masked(prefixLength)
  }

  /// Whether every address of the other block is in this one.
  public func contains(_ other: CIDRBlock) -> Bool {
    prefixLength <= other.prefixLength && contains(other.address)
  }
}
