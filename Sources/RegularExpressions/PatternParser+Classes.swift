extension PatternParser {
  /// Reads what a backslash outside a class begins.
  mutating func escape() throws(RegularExpressionError) {
    switch byte(at: offset + 1) {
    case UInt8(ascii: "A"): try pushAssertion(.beginText)
    case UInt8(ascii: "b"): try pushAssertion(.wordBoundary)
    case UInt8(ascii: "B"): try pushAssertion(.notWordBoundary)
    case UInt8(ascii: "z"): try pushAssertion(.endText)
    case UInt8(ascii: "C"): throw error(.invalidEscape, offset..<offset + 2)
    case UInt8(ascii: "Q"): try quotation()
    default:
      if let set = try namedClass() {
        try push(.set(set))
      } else {
        try pushLiteral(escapedScalar())
      }
    }
  }

  private mutating func pushAssertion(_ assertion: Assertion) throws(RegularExpressionError) {
    offset += 2
    try push(.assertion(assertion))
  }

  /// Reads `\Q…\E`; without `\E` the quotation goes to the end.
  private mutating func quotation() throws(RegularExpressionError) {
    offset += 2
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\\"), byte(at: offset + 1) == UInt8(ascii: "E") {
        offset += 2
        return
      }
      try pushLiteral(nextScalar())
    }
  }

  /// Reads a backslash and what it makes of the characters after it.
  private mutating func escapedScalar() throws(RegularExpressionError) -> UInt32 {
    let start = offset
    offset += 1
    guard offset < bytes.count else { throw error(.trailingBackslash, bytes.count..<bytes.count) }
    let scalar = nextScalar()
    guard let character = UInt8(exactly: scalar), character < 0x80 else {
      throw error(.invalidEscape, start..<offset)
    }
    switch character {
    case UInt8(ascii: "1")...UInt8(ascii: "7"):
      guard let next = byte(at: offset), isOctalDigit(next) else { break }
      return octal(character)
    case UInt8(ascii: "0"): return octal(character)
    case UInt8(ascii: "x"):
      if let value = hexadecimal() { return value }
    case UInt8(ascii: "a"): return 7
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "v"): return 11
    default:
      if !isAlphanumeric(character) { return scalar }
    }
    throw error(.invalidEscape, start..<offset)
  }

  private mutating func octal(_ first: UInt8) -> UInt32 {
    var value = UInt32(first - 48)
    for _ in 1..<3 {
      guard let digit = byte(at: offset), isOctalDigit(digit) else { break }
      value = value * 8 + UInt32(digit - 48)
      offset += 1
    }
    return value
  }

  /// Reads `7F` or `{1F600}`; nil with the offset after the character that does not fit.
  private mutating func hexadecimal() -> UInt32? {
    guard offset < bytes.count else { return nil }
    let first = nextScalar()
    guard first == UInt32(UInt8(ascii: "{")) else {
      guard offset < bytes.count else { return nil }
      guard let high = hexDigit(first) else {
        _ = nextScalar()
        return nil
      }
      guard let low = hexDigit(nextScalar()) else { return nil }
      return high * 16 + low
    }
    var value: UInt32 = 0
    var digits = 0
    while offset < bytes.count {
      let scalar = nextScalar()
      if scalar == UInt32(UInt8(ascii: "}")) { return digits > 0 ? value : nil }
      guard let digit = hexDigit(scalar) else { return nil }
      value = value * 16 + digit
      digits += 1
      guard value <= ScalarSet.maximum else { return nil }
    }
    return nil
  }

  private func isOctalDigit(_ byte: UInt8) -> Bool {
    byte >= 48 && byte <= 55
  }

  private func hexDigit(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 48...57: scalar - 48
    case 65...70: scalar - 55
    case 97...102: scalar - 87
    default: nil
    }
  }
}

extension PatternParser {
  /// Reads `[…]`.
  mutating func characterClass() throws(RegularExpressionError) -> ScalarSet {
    let start = offset
    offset += 1
    var isNegated = false
    if byte(at: offset) == UInt8(ascii: "^") {
      isNegated = true
      offset += 1
    }
    var parts: [ClosedRange<UInt32>] = []
    var isFirst = true
    while isFirst || byte(at: offset) != UInt8(ascii: "]") {
      isFirst = false
      if let set = try classInClass() {
        parts += set.ranges
      } else {
        let range = try classRange(classStart: start)
        parts += flags.contains(.foldCase) ? CaseFolding.shared.closure(of: [range]) : [range]
      }
      guard parts.count <= Self.maximumRanges else { throw error(.tooLarge, 0..<bytes.count) }
    }
    offset += 1
    let set = ScalarSet(parts)
    rangeCount += set.ranges.count
    return isNegated ? set.inverted : set
  }

  private mutating func classInClass() throws(RegularExpressionError) -> ScalarSet? {
    if let set = try posixClass() { return set }
    return try namedClass()
  }

  private mutating func namedClass() throws(RegularExpressionError) -> ScalarSet? {
    if let set = try unicodeClass() { return set }
    return perlClass()
  }

  private mutating func classRange(classStart: Int) throws(RegularExpressionError) -> ClosedRange<UInt32> {
    let start = offset
    let low = try classScalar(classStart)
    guard byte(at: offset) == UInt8(ascii: "-"), let next = byte(at: offset + 1), next != UInt8(ascii: "]")
    else { return low...low }
    offset += 1
    let high = try classScalar(classStart)
    guard low <= high else { throw error(.invalidClassRange, start..<offset) }
    return low...high
  }

  private mutating func classScalar(_ classStart: Int) throws(RegularExpressionError) -> UInt32 {
    guard offset < bytes.count else { throw error(.missingBracket, classStart..<bytes.count) }
    return bytes[offset] == UInt8(ascii: "\\") ? try escapedScalar() : nextScalar()
  }

  /// Reads `[:alpha:]` or `[:^alpha:]` inside a class.
  private mutating func posixClass() throws(RegularExpressionError) -> ScalarSet? {
    guard bytes.count - offset > 2, bytes[offset] == UInt8(ascii: "["), bytes[offset + 1] == UInt8(ascii: ":")
    else { return nil }
    var end = offset + 2
    while end + 1 < bytes.count, !(bytes[end] == UInt8(ascii: ":") && bytes[end + 1] == UInt8(ascii: "]")) {
      end += 1
    }
    guard end + 1 < bytes.count else { return nil }
    let range = offset..<end + 2
    var name = String(decoding: bytes[(offset + 2)..<end], as: UTF8.self)
    let isNegated = name.first == "^"
    if isNegated { name.removeFirst() }
    guard let ranges = Self.posixRanges(name) else { throw error(.invalidClassRange, range) }
    offset = range.upperBound
    return set(ranges, isNegated: isNegated)
  }

  /// Reads `\d`, `\s`, `\w` and their opposites.
  private mutating func perlClass() -> ScalarSet? {
    guard byte(at: offset) == UInt8(ascii: "\\"), let letter = byte(at: offset + 1) else { return nil }
    let ranges: [ClosedRange<UInt32>]
    switch letter | 0x20 {
    case UInt8(ascii: "d"): ranges = [48...57]
    case UInt8(ascii: "s"): ranges = [9...10, 12...13, 32...32]
    case UInt8(ascii: "w"): ranges = [48...57, 65...90, 95...95, 97...122]
    default: return nil
    }
    offset += 2
    return set(ranges, isNegated: letter & 0x20 == 0)
  }

  private func set(_ ranges: [ClosedRange<UInt32>], isNegated: Bool) -> ScalarSet {
    let set = ScalarSet(flags.contains(.foldCase) ? CaseFolding.shared.closure(of: ranges) : ranges)
    return isNegated ? set.inverted : set
  }

  /// Reads `\pL`, `\p{Greek}`, `\P{^Lu}`.
  private mutating func unicodeClass() throws(RegularExpressionError) -> ScalarSet? {
    guard byte(at: offset) == UInt8(ascii: "\\"), let letter = byte(at: offset + 1),
      letter | 0x20 == UInt8(ascii: "p")
    else { return nil }
    let start = offset
    var isNegated = letter == UInt8(ascii: "P")
    offset += 2
    var nameRange = offset..<offset
    if byte(at: offset) == UInt8(ascii: "{") {
      guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "}")) else {
        throw error(.invalidClassRange, start..<bytes.count)
      }
      nameRange = offset + 1..<end
      offset = end + 1
    } else {
      _ = nextScalar()
      nameRange = nameRange.lowerBound..<offset
    }
    if nameRange.first.map({ bytes[$0] }) == UInt8(ascii: "^") {
      isNegated.toggle()
      nameRange = nameRange.dropFirst()
    }
    let name = String(decoding: bytes[nameRange], as: UTF8.self)
    let key = "\(isNegated)\(flags.contains(.foldCase))\(name)"
    if let cached = classCache[key] { return cached }
    guard let named = UnicodeData.shared.set(named: name) else {
      throw error(.invalidClassRange, start..<offset)
    }
    let result = set(named.ranges, isNegated: isNegated)
    classCache[key] = result
    return result
  }

  private static func posixRanges(_ name: String) -> [ClosedRange<UInt32>]? {
    switch name {
    case "alnum": [48...57, 65...90, 97...122]
    case "alpha": [65...90, 97...122]
    case "ascii": [0...127]
    case "blank": [9...9, 32...32]
    case "cntrl": [0...31, 127...127]
    case "digit": [48...57]
    case "graph": [33...126]
    case "lower": [97...122]
    case "print": [32...126]
    case "punct": [33...47, 58...64, 91...96, 123...126]
    case "space": [9...13, 32...32]
    case "upper": [65...90]
    case "word": [48...57, 65...90, 95...95, 97...122]
    case "xdigit": [48...57, 65...70, 97...102]
    default: nil
    }
  }
}
