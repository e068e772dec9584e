internal import Values

/// Reads JSON as Terraform's `jsondecode`: objects and tuples, numbers with all their digits.
struct JSONText {
  private let bytes: [UInt8]
  private var position = 0
  private static let deepest = 500

  static func value(_ text: String) throws(FunctionFailure) -> Value {
    var reader = JSONText(bytes: Array(text.utf8))
    let value = try reader.readValue(depth: 0)
    reader.skipSpace()
    guard reader.position == reader.bytes.count else {
      throw FunctionFailure("extraneous data after JSON value", argument: 0)
    }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current,
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        || byte == UInt8(ascii: "\t")
    { position += 1 }
  }

  private func unexpected(_ where: String) -> FunctionFailure {
    guard current != nil else { return FunctionFailure("unexpected end of JSON input", argument: 0) }
    let character = String(decoding: bytes[position...].prefix(4), as: UTF8.self).unicodeScalars.first ?? " "
    return FunctionFailure(
      "invalid character '\(character)' \(`where`) at offset \(position)", argument: 0)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  private mutating func readValue(depth: Int) throws(FunctionFailure) -> Value {
    guard depth < Self.deepest else {
      throw FunctionFailure("the JSON text nests deeper than \(Self.deepest) levels", argument: 0)
    }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try readObject(depth)
    case UInt8(ascii: "["): return try readArray(depth)
    case UInt8(ascii: "\""): return .text(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null())
    default: return try readNumber()
    }
  }

  private mutating func readWord(_ word: String, _ value: Value) throws(FunctionFailure) -> Value {
    for byte in word.utf8 {
      guard take(byte) else { throw unexpected("in literal \(word)") }
    }
    return value
  }

  private mutating func readNumber() throws(FunctionFailure) -> Value {
    let start = position
    func isDigit(_ byte: UInt8?) -> Bool {
      byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) {
      guard isDigit(current) else { throw unexpected("looking for beginning of value") }
      while isDigit(current) { position += 1 }
    }
    if take(UInt8(ascii: ".")) {
      guard isDigit(current) else { throw unexpected("after decimal point in numeric literal") }
      while isDigit(current) { position += 1 }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard isDigit(current) else { throw unexpected("in exponent of numeric literal") }
      while isDigit(current) { position += 1 }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let number = Number(parsing: text) else {
      throw FunctionFailure("the number \(text.prefix(40)) is out of range", argument: 0)
    }
    return .number(number)
  }

  private mutating func readArray(_ depth: Int) throws(FunctionFailure) -> Value {
    position += 1
    var elements: [Value] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .tuple([]) }
    while true {
      elements.append(try readValue(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return .tuple(elements) }
      guard take(UInt8(ascii: ",")) else { throw unexpected("after array element") }
    }
  }

  private mutating func readObject(_ depth: Int) throws(FunctionFailure) -> Value {
    position += 1
    var fields = ObjectFields()
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(fields) }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else {
        throw unexpected("looking for beginning of object key string")
      }
      let name = try readString().normalized
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw unexpected("after object key") }
      let value = try readValue(depth: depth + 1)
      // Of a key that stands twice the last one counts.
      fields.set(ObjectFields.Field(name, value))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(fields) }
      guard take(UInt8(ascii: ",")) else { throw unexpected("after object key:value pair") }
    }
  }

  private mutating func readString() throws(FunctionFailure) -> String {
    position += 1
    var content: [UInt8] = []
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"): content += Array(String(try readEscape()).utf8)
      case ..<0x20:
        position -= 1
        throw unexpected("in string literal")
      default: content.append(byte)
      }
    }
    throw unexpected("in string literal")
  }

  private mutating func readEscape() throws(FunctionFailure) -> Character {
    let byte = current
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try readUnit()
    default:
      position -= 1
      throw unexpected("in string escape code")
    }
  }

  private mutating func readUnit() throws(FunctionFailure) -> Character {
    let first = try readHexadecimal()
    guard (0xD800...0xDFFF).contains(first) else {
      return Unicode.Scalar(first).map { Character($0) } ?? "\u{FFFD}"
    }
    let mark = position
    if first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
      let second = try readHexadecimal()
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00)
      {
        return Character(scalar)
      }
    }
    position = mark
    return "\u{FFFD}"
  }

  private mutating func readHexadecimal() throws(FunctionFailure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, byte < 0x80, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw unexpected("in \\u hexadecimal character escape")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
