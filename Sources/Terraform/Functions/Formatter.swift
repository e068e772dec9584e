internal import Values

/// The verbs of `format`: cty's set of them, printed as Go prints.
struct Formatter {
  private struct Verb {
    var text = ""
    var offset = 0
    var argument: Int
    var mode: UInt8 = 0
    var flags: Set<UInt8> = []
    var width: Int?
    var precision: Int?

    func has(_ flag: Unicode.Scalar) -> Bool { flags.contains(UInt8(ascii: flag)) }
  }

  /// Beyond it a width or precision is no layout but an attack on the memory.
  private static let largestWidth = 100_000

  private let format: [UInt8]
  private let arguments: [Value]
  private var position = 0
  private var output: [UInt8] = []
  private var next = 1
  private var highest = 0

  static func format(_ format: String, _ arguments: [Value]) throws(FunctionFailure) -> [UInt8] {
    var formatter = Formatter(format: Array(format.utf8), arguments: arguments)
    return try formatter.run()
  }

  private init(format: [UInt8], arguments: [Value]) {
    self.format = format
    self.arguments = arguments
  }

  private mutating func run() throws(FunctionFailure) -> [UInt8] {
    while position < format.count {
      let byte = format[position]
      position += 1
      if byte != UInt8(ascii: "%") {
        output.append(byte)
      } else if position < format.count, format[position] == byte {
        output.append(byte)
        position += 1
      } else {
        try appendVerb(from: position - 1)
      }
    }
    guard highest >= arguments.count else {
      throw FunctionFailure(
        highest == 0
          ? "too many arguments; no verbs in format string"
          : "too many arguments; only \(highest) used by format string", argument: highest + 1)
    }
    return output
  }

  private mutating func appendVerb(from start: Int) throws(FunctionFailure) {
    var verb = Verb(argument: next)
    while let byte = current, "0#-+ ".utf8.contains(byte) {
      verb.flags.insert(byte)
      position += 1
    }
    if let byte = current, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(byte) { verb.width = digits() }
    if current == UInt8(ascii: ".") {
      position += 1
      verb.precision = digits()
    }
    if current == UInt8(ascii: "[") {
      position += 1
      guard let byte = current, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(byte) else {
        throw unexpected()
      }
      verb.argument = digits()
      guard current == UInt8(ascii: "]") else { throw unexpected() }
      position += 1
    }
    guard let mode = current, isLetter(mode) else { throw unexpected() }
    position += 1
    verb.mode = mode
    verb.offset = start
    verb.text = String(decoding: format[start..<position], as: UTF8.self)
    highest = max(highest, verb.argument)
    guard verb.width ?? 0 <= Self.largestWidth, verb.precision ?? 0 <= Self.largestWidth else {
      throw FunctionFailure("width or precision of \(verb.text.quotedAsGo) is over \(Self.largestWidth)")
    }
    try append(verb)
    next = verb.argument + 1
  }

  private var current: UInt8? { position < format.count ? format[position] : nil }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private mutating func digits() -> Int {
    var value = 0
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000)
      position += 1
    }
    return value
  }

  private func unexpected() -> FunctionFailure {
    guard current != nil else {
      return FunctionFailure("invalid format string starting at offset \(position)")
    }
    let rest = String(decoding: format[position...], as: UTF8.self)
    let scalar = rest.unicodeScalars.first.map(String.init) ?? ""
    return FunctionFailure("unrecognized format character '\(scalar)' at offset \(position)")
  }

  private mutating func append(_ verb: Verb) throws(FunctionFailure) {
    guard verb.argument >= 1, verb.argument <= arguments.count else {
      throw FunctionFailure(
        "not enough arguments for \(verb.text.quotedAsGo) at \(verb.offset): need index \(verb.argument) but have "
          + "\(arguments.count) total")
    }
    let argument = arguments[verb.argument - 1]
    if verb.mode != UInt8(ascii: "v"), argument.isNull {
      throw unsupported(verb, "null value cannot be formatted")
    }
    switch verb.mode {
    case UInt8(ascii: "v"): try appendPlain(verb, argument)
    case UInt8(ascii: "t"):
      output += Array((try converted(verb, argument, .bool).bool == true ? "true" : "false").utf8)
    case UInt8(ascii: "b"), UInt8(ascii: "d"), UInt8(ascii: "o"), UInt8(ascii: "x"), UInt8(ascii: "X"):
      try appendInteger(verb, try converted(verb, argument, .number).number ?? .integer(0))
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "f"), UInt8(ascii: "g"), UInt8(ascii: "G"):
      appendFloat(verb, try converted(verb, argument, .number).number ?? .integer(0))
    case UInt8(ascii: "s"), UInt8(ascii: "q"):
      var text = try converted(verb, argument, .string).string ?? ""
      if let precision = verb.precision, precision > 0 { text = String(text.prefix(precision)) }
      appendPadded(verb, verb.mode == UInt8(ascii: "q") ? JSONWriter.quoted(text) : text)
    default:
      throw FunctionFailure(
        "unsupported format verb '\(Unicode.Scalar(verb.mode))' in \(verb.text.quotedAsGo) at offset \(verb.offset)"
      )
    }
  }

  private func unsupported(_ verb: Verb, _ reason: String) -> FunctionFailure {
    FunctionFailure("unsupported value for \(verb.text.quotedAsGo) at \(verb.offset): \(reason)")
  }

  private func converted(_ verb: Verb, _ argument: Value, _ type: ValueType) throws(FunctionFailure) -> Value
  {
    do throws(ConversionFailure) {
      return try argument.converted(to: type)
    } catch {
      throw unsupported(verb, error.description)
    }
  }

  private mutating func appendPlain(_ verb: Verb, _ argument: Value) throws(FunctionFailure) {
    if !verb.has("#") {
      if let text = argument.string { return appendPadded(verb, text) }
      if let number = argument.number { return appendPadded(verb, number.bigFloat.text(.general)) }
    }
    do throws(FunctionFailure) {
      appendPadded(verb, try JSONWriter.text(argument))
    } catch {
      throw unsupported(verb, error.message)
    }
  }

  private mutating func appendPadded(_ verb: Verb, _ text: String) {
    let padding = max((verb.width ?? 0) - text.count, 0)
    let fill = [UInt8](repeating: UInt8(ascii: verb.has("0") ? "0" : " "), count: padding)
    output += verb.has("-") ? Array(text.utf8) + fill : fill + Array(text.utf8)
  }

  /// As Go's `big.Int` formats itself.
  private mutating func appendInteger(_ verb: Verb, _ number: Number) throws(FunctionFailure) {
    let base =
      switch verb.mode {
      case UInt8(ascii: "b"): 2
      case UInt8(ascii: "o"): 8
      case UInt8(ascii: "d"): 10
      default: 16
      }
    guard var digits = number.bigFloat.integerDigits(base: base) else {
      throw unsupported(verb, "an integer is required")
    }
    if verb.mode == UInt8(ascii: "X") { digits = digits.uppercased() }
    var zeros = 0
    if let precision = verb.precision {
      if digits == "0", precision == 0 { return }
      zeros = max(precision - digits.utf8.count, 0)
    }
    let sign = number.signum < 0 ? "-" : verb.has("+") ? "+" : verb.has(" ") ? " " : ""
    let prefix = verb.has("#") ? Self.prefix(verb.mode) : ""
    let missing = (verb.width ?? 0) - sign.utf8.count - prefix.utf8.count - zeros - digits.utf8.count
    var (left, right) = (0, 0)
    if missing > 0 {
      if verb.has("-") {
        right = missing
      } else if verb.has("0"), verb.precision == nil {
        zeros = missing
      } else {
        left = missing
      }
    }
    output += [UInt8](repeating: UInt8(ascii: " "), count: left) + Array((sign + prefix).utf8)
    output += [UInt8](repeating: UInt8(ascii: "0"), count: zeros) + Array(digits.utf8)
    output += [UInt8](repeating: UInt8(ascii: " "), count: right)
  }

  private static func prefix(_ mode: UInt8) -> String {
    switch mode {
    case UInt8(ascii: "b"): "0b"
    case UInt8(ascii: "o"): "0"
    case UInt8(ascii: "x"): "0x"
    case UInt8(ascii: "X"): "0X"
    default: ""
    }
  }

  /// As Go's `big.Float` formats itself.
  private mutating func appendFloat(_ verb: Verb, _ number: Number) {
    let float = number.bigFloat
    var text: String
    switch verb.mode {
    case UInt8(ascii: "f"): text = float.text(.plain, digits: verb.precision ?? 6)
    case UInt8(ascii: "e"), UInt8(ascii: "E"): text = float.text(.scientific, digits: verb.precision ?? 6)
    default: text = float.text(.general, digits: verb.precision)
    }
    if verb.mode == UInt8(ascii: "E") || verb.mode == UInt8(ascii: "G") { text = text.uppercased() }
    var digits = Array(text.utf8)
    var sign = ""
    if digits.first == UInt8(ascii: "-") {
      sign = "-"
      digits.removeFirst()
    } else if digits.first == UInt8(ascii: "+") {
      sign = verb.has(" ") ? " " : "+"
      digits.removeFirst()
    } else if verb.has("+") {
      sign = "+"
    } else if verb.has(" ") {
      sign = " "
    }
    let padding = max((verb.width ?? 0) - sign.utf8.count - digits.count, 0)
    let (isZeroPadded, isLeft) = (verb.has("0") && !float.isInfinite && !verb.has("-"), verb.has("-"))
    let fill = [UInt8](repeating: UInt8(ascii: isZeroPadded ? "0" : " "), count: padding)
    if isZeroPadded {
      output += Array(sign.utf8) + fill + digits
    } else if isLeft {
      output += Array(sign.utf8) + digits + fill
    } else {
      output += fill + Array(sign.utf8) + digits
    }
  }
}
