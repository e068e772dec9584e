internal import Values

/// `"%d of %s".format([1, "x"])`.
struct StringFormat {
  /// How values are printed: cel-go changed it with version 4 of its string extension, and the API server still has
  /// the earlier form.
  enum Style: Sendable { case classic, current }

  /// Result or message; arguments are never errors or unknowns.
  static func format(_ style: Style) -> Function.Binary {
    { text, arguments in
      guard case .string(let text) = text, let arguments = arguments.elements else { return .noSuchOverload }
      var format = StringFormat(style: style, text: Array(text.utf8), arguments: arguments)
      return format.run()
    }
  }

  private static let maximumPrecision = 1000

  private let style: Style
  private let text: [UInt8]
  private let arguments: ListElements
  private var offset = 0
  private var result: [UInt8] = []

  private init(style: Style, text: [UInt8], arguments: ListElements) {
    self.style = style
    self.text = text
    self.arguments = arguments
  }

  private struct Fault: Error {
    var value: CELValue
    init(_ message: String) { value = .failure(message) }
    init(_ value: CELValue) { self.value = value }
  }

  private mutating func run() -> CELValue {
    var position = 0
    while offset < text.count {
      let byte = text[offset]
      offset += 1
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      if offset < text.count, text[offset] == UInt8(ascii: "%") {
        offset += 1
        result.append(byte)
        continue
      }
      guard position < arguments.count else { return .failure("index \(position) out of range") }
      guard offset < text.count else { return .failure("unexpected end of string") }
      do throws(Fault) {
        result += Array(try clause(arguments[position].resolved).utf8)
      } catch { return error.value }
      position += 1
    }
    return .string(String(decoding: result, as: UTF8.self))
  }

  private mutating func clause(_ argument: CELValue) throws(Fault) -> String {
    let precision = try self.precision()
    guard offset < text.count else {
      throw Fault("could not parse formatting clause: unexpected end of string")
    }
    if argument.isAbsent { throw Fault(argument) }
    let letter = text[offset]
    offset += 1
    switch letter {
    case UInt8(ascii: "s"): return try string(argument, isNested: false)
    case UInt8(ascii: "d"): return try decimal(argument)
    case UInt8(ascii: "f"): return try fixed(argument, precision ?? 6)
    case UInt8(ascii: "e"): return try scientific(argument, precision ?? 6)
    case UInt8(ascii: "b"): return try binary(argument)
    case UInt8(ascii: "x"): return try hexadecimal(argument)
    case UInt8(ascii: "X"): return try hexadecimal(argument).uppercased()
    case UInt8(ascii: "o"):
      switch argument {
      case .int(let number): return String(number, radix: 8)
      case .uint(let number): return String(number, radix: 8)
      default: throw refusal("octal clause can only be used on integers", argument)
      }
    default:
      throw Fault(
        "could not parse formatting clause: unrecognized formatting clause \"\(Unicode.Scalar(letter))\"")
    }
  }

  private mutating func precision() throws(Fault) -> Int? {
    guard text[offset] == UInt8(ascii: ".") else { return nil }
    offset += 1
    let start = offset
    while offset < text.count, isDigit(text[offset]) { offset += 1 }
    guard offset < text.count else {
      throw Fault("could not parse formatting clause: could not find end of precision specifier")
    }
    guard let precision = Int(String(decoding: text[start..<offset], as: UTF8.self)),
      precision <= Self.maximumPrecision
    else {
      throw Fault("could not parse formatting clause: precision is no number up to \(Self.maximumPrecision)")
    }
    return precision
  }

  private func refusal(_ rule: String, _ argument: CELValue) -> Fault {
    Fault("error during formatting: \(rule), was given \(argument.type.typeName)")
  }

  private func decimal(_ argument: CELValue) throws(Fault) -> String {
    switch argument {
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .double(let number) where style == .current: return plain(number)
    default: throw refusal("decimal clause can only be used on integers", argument)
    }
  }

  private func plain(_ number: Double) -> String {
    number.isNaN
      ? "NaN"
      : number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : GoNumber.fixed(number, places: nil)
  }

  private func number(_ argument: CELValue, _ rule: String) throws(Fault) -> Double {
    switch (argument, style) {
    case (.double(let number), _): return number
    case (.int(let number), .current): return Double(number)
    case (.uint(let number), .current): return Double(number)
    case (.string("NaN"), .classic): return .nan
    case (.string("Infinity"), .classic): return .infinity
    case (.string("-Infinity"), .classic): return -.infinity
    default: throw refusal(rule, argument)
    }
  }

  private func fixed(_ argument: CELValue, _ places: Int) throws(Fault) -> String {
    let number = try number(argument, "fixed-point clause can only be used on doubles")
    if let special = special(number) { return special }
    let text = GoNumber.fixed(number, places: places)
    return style == .current ? text : grouped(text)
  }

  private func scientific(_ argument: CELValue, _ places: Int) throws(Fault) -> String {
    let number = try number(argument, "scientific clause can only be used on doubles")
    if let special = special(number) { return special }
    let text = GoNumber.scientific(number, places: places)
    return style == .current ? text : withRaisedExponent(text)
  }

  private func special(_ number: Double) -> String? {
    if number.isFinite { return nil }
    if style == .current || number.isNaN { return plain(number) }
    return number < 0 ? "-∞" : "∞"
  }

  /// `1234.5` as `1,234.5`, the form of the classic style's locale.
  private func grouped(_ text: String) -> String {
    let digits = text.prefix { $0 != "." }.drop { $0 == "-" }
    var result = text.hasPrefix("-") ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result + text.drop { $0 != "." }
  }

  /// `3.14e+00` as `3.14×10⁰⁰`.
  private func withRaisedExponent(_ text: String) -> String {
    let raised: [Character: Character] = [
      "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
      "9": "⁹",
    ]
    let parts = text.split(separator: "e")
    guard parts.count == 2 else { return text }
    return parts[0] + "×10" + String(parts[1].compactMap { raised[$0] })
  }

  private func binary(_ argument: CELValue) throws(Fault) -> String {
    switch argument {
    case .bool(let flag): return flag ? "1" : "0"
    case .int(let number): return String(number, radix: 2)
    case .uint(let number): return String(number, radix: 2)
    default: throw refusal("only integers and bools can be formatted as binary", argument)
    }
  }

  private func hexadecimal(_ argument: CELValue) throws(Fault) -> String {
    switch argument {
    case .int(let number): return String(number, radix: 16)
    case .uint(let number): return String(number, radix: 16)
    case .string(let text): return hexadecimal(Array(text.utf8))
    case .bytes(let bytes): return hexadecimal(bytes)
    default: throw refusal("only integers, byte buffers, and strings can be formatted as hex", argument)
    }
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private func string(_ argument: CELValue, isNested: Bool) throws(Fault) -> String {
    let isQuoted = isNested && style == .classic
    switch argument {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .double(let number):
      if style == .current { return plain(number) }
      return isNested ? GoNumber.fixed(number, places: 6) : GoNumber.general(number)
    case .string(let text): return isQuoted ? goQuoted(text) : text
    case .bytes(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      return isQuoted ? "b" + goQuoted(text) : text
    case .timestamp(let time):
      let text = style == .current ? TextFormats.textInUTC(time) : TextFormats.text(time)
      return isQuoted ? "timestamp(\(goQuoted(text)))" : text
    case .duration(let duration):
      return isQuoted ? "duration(\(goQuoted(TextFormats.text(duration))))" : TextFormats.text(duration)
    case .type(let type): return isQuoted ? "type(\(type.typeName))" : type.typeName
    case .error, .unknown: throw Fault(argument)
    case .optional, .opaque: throw unprintable(argument)
    case .list, .map, .document, .structured: return try container(argument)
    }
  }

  private func unprintable(_ argument: CELValue) -> Fault {
    refusal(
      "string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and "
        + "timestamps", argument)
  }

  private func container(_ argument: CELValue) throws(Fault) -> String {
    guard let iteration = Iteration(argument) else { throw unprintable(argument) }
    var parts: [String] = []
    switch iteration {
    case .list(let elements):
      for index in 0..<elements.count { parts.append(try string(elements[index].resolved, isNested: true)) }
      return "[" + parts.joined(separator: ", ") + "]"
    case .entries(let entries):
      for entry in entries { parts.append(try self.entry(entry.key, entry.value)) }
    case .fields(let fields):
      for field in fields {
        parts.append(try entry(.string(field.name), CELValue(viewing: field.value)))
      }
    }
    return "{" + parts.sorted { $0.precedes($1) }.joined(separator: ", ") + "}"
  }

  private func entry(_ key: CELValue, _ value: CELValue) throws(Fault) -> String {
    let separator = style == .current ? ": " : ":"
    return try string(key.resolved, isNested: true) + separator + string(value.resolved, isNested: true)
  }
}
