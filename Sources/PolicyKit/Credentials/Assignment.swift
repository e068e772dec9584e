/// `name = value` in a text whose language is not known: properties, YAML, JSON, XML elements, shell, SQL options.
struct Assignment: Sendable {
  var name: String
  /// Bytes of the value, without its quotes.
  var value: Range<Int>
  /// A text, not a name or a call of the language.
  var isQuoted = false

  /// O(bytes). Lines that are comments hold none.
  static func all(in bytes: [UInt8]) -> [Assignment] {
    var found: [Assignment] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      line(bytes, start..<end, &found)
      start = end + 1
    }
    return found
  }

  private static func line(_ bytes: [UInt8], _ range: Range<Int>, _ found: inout [Assignment]) {
    var offset = range.lowerBound
    while offset < range.upperBound, bytes[offset] <= 0x20 { offset += 1 }
    guard offset < range.upperBound, !isComment(bytes, offset, range.upperBound) else { return }
    while offset < range.upperBound {
      guard isNameByte(bytes[offset]) else {
        offset += 1
        continue
      }
      let start = offset
      while offset < range.upperBound, isNameByte(bytes[offset]) { offset += 1 }
      let name = start..<offset
      guard
        let value = value(
          after: offset, isFlag: bytes[start] == UInt8(ascii: "-"),
          behind: start > range.lowerBound ? bytes[start - 1] : 0, bytes, range)
      else { continue }
      let isQuoted = value.lowerBound > offset && isQuote(bytes[value.lowerBound - 1])
      found.append(
        Assignment(
          name: String(decoding: bytes[name], as: UTF8.self), value: value, isQuoted: isQuoted))
      offset = max(offset, value.lowerBound)
    }
  }

  /// The value behind `=`, `:`, `>` (XML) or, of a flag, a space.
  /// - Parameter opening: what stands before the name.
  private static func value(
    after offset: Int, isFlag: Bool, behind opening: UInt8, _ bytes: [UInt8], _ range: Range<Int>
  ) -> Range<Int>? {
    var offset = offset
    let isNameClosed = offset < range.upperBound && isQuote(bytes[offset])
    if isNameClosed { offset += 1 }
    let spaces = offset
    while offset < range.upperBound, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    guard offset < range.upperBound else { return nil }
    let isElement = bytes[offset] == UInt8(ascii: ">") && offset == spaces
    let isColon = bytes[offset] == UInt8(ascii: ":")
    if bytes[offset] == UInt8(ascii: "=") || bytes[offset] == UInt8(ascii: ":") || isElement {
      offset += 1
      // `==`, `:=`, `://` and `=>` assign nothing that is written here.
      if offset < range.upperBound, isOperator(bytes[offset]) { return nil }
      // `"TOKEN=" + token` ends a text, and `?token= x` a URL.
      if offset < range.upperBound, !isNameClosed, bytes[offset] == opening, isQuote(opening) { return nil }
      if opening == UInt8(ascii: "?") || opening == UInt8(ascii: "&"), offset < range.upperBound,
        bytes[offset] <= 0x20
      {
        return nil
      }
      while offset < range.upperBound, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    } else if !(isFlag && offset > spaces) {
      return nil
    }
    // A list or an object is no value of its own.
    guard offset < range.upperBound, bytes[offset] != UInt8(ascii: "["), bytes[offset] != UInt8(ascii: "{")
    else { return nil }
    if isQuote(bytes[offset]) {
      let quote = bytes[offset]
      let start = offset + 1
      var end = start
      while end < range.upperBound, bytes[end] != quote { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
      return start..<min(end, range.upperBound)
    }
    var end = offset
    while end < range.upperBound, bytes[end] > 0x20, !(isElement && bytes[end] == UInt8(ascii: "<")),
      bytes[end] != UInt8(ascii: ";")
    { end += 1 }
    // The quote that ends the text around it: `echo "password=$PASSWORD"`.
    while end > offset, isClosing(bytes[end - 1]) { end -= 1 }
    // A flag behind a flag is no value, and a word of a sentence behind a colon is none.
    if isFlag, bytes[offset] == UInt8(ascii: "-") { return nil }
    if isColon, let next = bytes[end..<range.upperBound].first(where: { $0 > 0x20 }),
      !"#,}]".utf8.contains(next)
    {
      return nil
    }
    guard end > offset, !isCall(bytes[offset..<end]) else { return nil }
    return offset..<end
  }

  /// `f.read()`, `getenv(`: code that gives the value when it is run.
  private static func isCall(_ value: ArraySlice<UInt8>) -> Bool {
    guard let open = value.firstIndex(of: UInt8(ascii: "(")), open > value.startIndex else { return false }
    return value[..<open].allSatisfy(isNameByte) && !value[..<open].allSatisfy { (0x30...0x39).contains($0) }
      && (value.last == UInt8(ascii: ")") || open == value.endIndex - 1)
  }

  private static func isComment(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: "#"), UInt8(ascii: ";"): true
    case UInt8(ascii: "/"):
      offset + 1 < end && (bytes[offset + 1] == UInt8(ascii: "/") || bytes[offset + 1] == UInt8(ascii: "*"))
    case UInt8(ascii: "-"):
      offset + 2 < end && bytes[offset + 1] == UInt8(ascii: "-") && bytes[offset + 2] == 0x20
    default: false
    }
  }

  private static func isOperator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: ":"): true
    default: false
    }
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "`"), UInt8(ascii: "\\"): true
    default: isQuote(byte)
    }
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
