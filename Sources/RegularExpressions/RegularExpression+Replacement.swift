extension RegularExpression {
  /// The text with each match replaced by the template expanded (Go's `ReplaceAllString`): `$1` and `${1}` are
  /// groups, `$name` and `${name}` named ones, `$$` a dollar sign. `$1x` is the group named `1x`; a group that does
  /// not exist, or took no part, is empty.
  public func replacingMatches(in text: String, with template: String) -> String {
    replacingMatches(in: text) { match, bytes in
      expand(Array(template.utf8), match, bytes)
    }
  }

  /// The text with each match replaced by exactly `replacement` (Go's `ReplaceAllLiteralString`).
  public func replacingMatches(in text: String, withLiteral replacement: String) -> String {
    let replacement = Array(replacement.utf8)
    return replacingMatches(in: text) { _, _ in replacement }
  }

  /// The template with the groups of one match put in, by the rules of `replacingMatches(in:with:)`.
  public func expand(_ template: String, _ match: RegularExpressionMatch, in text: String) -> String {
    String(decoding: expand(Array(template.utf8), match, Array(text.utf8)), as: UTF8.self)
  }

  private func replacingMatches(
    in text: String, _ replacement: (RegularExpressionMatch, [UInt8]) -> [UInt8]
  ) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var end = 0
    for match in allMatches(in: bytes) {
      result += bytes[end..<match.range.lowerBound]
      result += replacement(match, bytes)
      end = match.range.upperBound
    }
    result += bytes[end...]
    return String(decoding: result, as: UTF8.self)
  }

  private func expand(_ template: [UInt8], _ match: RegularExpressionMatch, _ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    while offset < template.count {
      let byte = template[offset]
      offset += 1
      guard byte == UInt8(ascii: "$"), offset < template.count else {
        result.append(byte)
        continue
      }
      if template[offset] == UInt8(ascii: "$") {
        result.append(byte)
        offset += 1
      } else if let name = groupName(in: template, &offset) {
        if let range = group(name, match) { result += text[range] }
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// Reads `name` or `{name}`; nil and nothing taken when there is none.
  private func groupName(in template: [UInt8], _ offset: inout Int) -> ArraySlice<UInt8>? {
    let isBraced = template[offset] == UInt8(ascii: "{")
    let start = isBraced ? offset + 1 : offset
    var end = start
    while end < template.count {
      let (scalar, width) = decodeScalar(template, at: end)
      guard scalar == UInt32(UInt8(ascii: "_")) || Self.isNameScalar(scalar) else { break }
      end += width
    }
    guard end > start else { return nil }
    if isBraced {
      guard end < template.count, template[end] == UInt8(ascii: "}") else { return nil }
      offset = end + 1
    } else {
      offset = end
    }
    return template[start..<end]
  }

  private static func isNameScalar(_ scalar: UInt32) -> Bool {
    if let byte = UInt8(exactly: scalar), byte < 0x80 { return isAlphanumeric(byte) }
    return UnicodeData.shared.set(named: "L")?.contains(scalar) == true
      || UnicodeData.shared.set(named: "Nd")?.contains(scalar) == true
  }

  private func group(_ name: ArraySlice<UInt8>, _ match: RegularExpressionMatch) -> Range<Int>? {
    let text = String(decoding: name, as: UTF8.self)
    let isNumber = name.allSatisfy(isDigit) && (name.count == 1 || name.first != UInt8(ascii: "0"))
    if isNumber, let number = Int(text), number < 1_000_000_000 {
      return number < match.groups.count ? match.groups[number] : nil
    }
    for (index, groupName) in groupNames.enumerated() where groupName == text {
      if let range = match.groups[index + 1] { return range }
    }
    return nil
  }
}
