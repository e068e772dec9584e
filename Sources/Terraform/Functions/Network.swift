/// An IPv4 or IPv6 address. Octets may have leading zeros, which count as decimal, as in Terraform.
struct Address: Hashable {
  var value: UInt128
  /// 32 or 128.
  var bits: Int

  init(value: UInt128, bits: Int) {
    self.value = value
    self.bits = bits
  }

  init?(_ text: String) {
    if let value = Self.version4(Array(text.utf8)[...]) {
      self.init(value: value, bits: 32)
    } else if let value = Self.version6(Array(text.utf8)) {
      self.init(value: value, bits: 128)
    } else {
      return nil
    }
  }

  private static func version4(_ text: ArraySlice<UInt8>) -> UInt128? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var value: UInt128 = 0
    for part in parts {
      guard let octet = number(part, radix: 10, digits: 48...57), octet <= 255 else { return nil }
      value = value << 8 | UInt128(octet)
    }
    return value
  }

  private static func number(_ part: ArraySlice<UInt8>, radix: Int, digits: ClosedRange<UInt8>) -> Int? {
    guard !part.isEmpty, part.count <= 10 else { return nil }
    var value = 0
    for byte in part {
      guard byte < 0x80, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix else {
        return nil
      }
      value = value * radix + digit
      guard value <= 0xFF_FFFF else { return nil }
    }
    return value
  }

  private static func version6(_ text: [UInt8]) -> UInt128? {
    let colon = UInt8(ascii: ":")
    guard text.contains(colon) else { return nil }
    var groups: [Int] = []
    var gap: Int?
    var rest = text[...]
    if rest.starts(with: [colon, colon]) {
      gap = 0
      rest = rest.dropFirst(2)
    }
    while !rest.isEmpty {
      let part = rest.prefix { $0 != colon }
      if part.contains(UInt8(ascii: ".")) {
        guard part.count == rest.count, let value = version4(part) else { return nil }
        groups += [Int(value >> 16), Int(value & 0xFFFF)]
        break
      }
      guard let group = number(part, radix: 16, digits: 48...57), group <= 0xFFFF else { return nil }
      groups.append(group)
      rest = rest.dropFirst(part.count)
      guard !rest.isEmpty else { break }
      rest.removeFirst()
      if rest.isEmpty { return nil }
      if rest.first == colon {
        guard gap == nil else { return nil }
        gap = groups.count
        rest.removeFirst()
      }
    }
    if let gap {
      guard groups.count < 8 else { return nil }
      groups.insert(contentsOf: Array(repeating: 0, count: 8 - groups.count), at: gap)
    }
    guard groups.count == 8 else { return nil }
    return groups.reduce(UInt128(0)) { $0 << 16 | UInt128($1) }
  }

  /// Dotted, or in groups with the longest run of zeros left out (RFC 5952).
  var text: String {
    if bits == 32 || value >> 32 == 0xFFFF {
      return (0..<4).reversed().map { String(UInt8(truncatingIfNeeded: value >> UInt128(8 * $0))) }
        .joined(separator: ".")
    }
    let groups = (0..<8).reversed().map { UInt16(truncatingIfNeeded: value >> UInt128(16 * $0)) }
    var longest = 0..<0
    var start = 0
    while start < 8 {
      let end = groups[start...].firstIndex { $0 != 0 } ?? 8
      if end - start > max(longest.count, 1) { longest = start..<end }
      start = max(end, start + 1)
    }
    func joined(_ part: ArraySlice<UInt16>) -> String {
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard !longest.isEmpty else { return joined(groups[...]) }
    return joined(groups[..<longest.lowerBound]) + "::" + joined(groups[longest.upperBound...])
  }
}

/// A range of addresses with a common prefix.
struct Network: Hashable {
  var base: UInt128
  var length: Int
  /// 32 or 128.
  var bits: Int

  init(base: UInt128, length: Int, bits: Int) {
    self.base = base
    self.length = length
    self.bits = bits
  }

  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let address = Address(String(parts[0])),
      parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let length = Int(parts[1]), length <= address.bits
    else { return nil }
    self.init(base: address.value, length: length, bits: address.bits)
    base &= ~hostMask
  }

  var hostMask: UInt128 { length == 0 && bits == 128 ? .max : (UInt128(1) << UInt128(bits - length)) - 1 }

  func contains(_ address: UInt128) -> Bool { address & ~hostMask == base & ~hostMask }

  var text: String { "\(Address(value: base, bits: bits).text)/\(length)" }
}
