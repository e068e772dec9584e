internal import Values

/// YAML as `yamlencode` writes it: block style, keys and strings in double quotes, several lines as a literal
/// block, lines folded after column 80. Follows the rules of libyaml's emitter.
struct YAMLWriter {
  private var output: [UInt8] = []
  private var column = 0
  private var indent = -1
  /// Only indentation and indicators stand on the line so far.
  private var isIndentation = true
  private var endsWithSpace = true
  /// The document needs an end mark.
  private var isOpenEnded = false

  private struct Place {
    var isRoot = false
    var isMappingValue = false
    var isSimpleKey = false
  }

  private static let bestIndent = 2
  private static let bestWidth = 80

  static func text(_ value: Value) throws(FunctionFailure) -> String {
    var writer = YAMLWriter()
    writer.write(value, Place(isRoot: true))
    writer.writeIndent()
    if writer.isOpenEnded {
      writer.writeIndicator("...", needsSpace: true)
      writer.writeIndent()
    }
    return String(decoding: writer.output, as: UTF8.self)
  }

  private mutating func write(_ value: Value, _ place: Place) {
    switch value.content {
    case .null, .unknown: writePlain("null", place)
    case .bool(let flag): writePlain(flag ? "true" : "false", place)
    case .number(let number): writePlain(number.text, place)
    case .string(let text): writeString(Array(text.utf8), place)
    case .list(let elements):
      guard !elements.isEmpty else {
        writeIndicator("[", needsSpace: true)
        writeIndicator("]")
        return
      }
      let outer = indent
      increaseIndent(isIndentless: place.isMappingValue && !isIndentation)
      for element in elements {
        writeIndent()
        writeIndicator("-", needsSpace: true, keepsIndentation: true)
        write(element, Place())
      }
      indent = outer
    case .object(let fields): writeMapping(fields)
    }
  }

  private mutating func writeMapping(_ fields: ObjectFields) {
    guard !fields.isEmpty else {
      writeIndicator("{", needsSpace: true)
      writeIndicator("}")
      return
    }
    let outer = indent
    increaseIndent(isIndentless: false)
    for field in fields.sortedByName {
      let name = Array(field.name.utf8)
      writeIndent()
      if name.count <= 128, !Traits(name).hasBreaks {
        writeString(name, Place(isMappingValue: true, isSimpleKey: true))
        writeIndicator(":")
      } else {
        writeIndicator("?", needsSpace: true, keepsIndentation: true)
        writeString(name, Place(isMappingValue: true))
        writeIndent()
        writeIndicator(":", needsSpace: true, keepsIndentation: true)
      }
      write(field.value, Place(isMappingValue: true))
    }
    indent = outer
  }

  private mutating func increaseIndent(isIndentless: Bool, isFlow: Bool = false) {
    if indent < 0 {
      indent = isFlow ? Self.bestIndent : 0
    } else if !isIndentless {
      indent += Self.bestIndent
    }
  }

  private mutating func put(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      output.append(byte)
      if byte & 0xC0 != 0x80 { column += 1 }
    }
  }

  private mutating func putBreak() {
    output.append(UInt8(ascii: "\n"))
    column = 0
  }

  private mutating func writeIndent() {
    let indent = max(indent, 0)
    if !isIndentation || column > indent || (column == indent && !endsWithSpace) { putBreak() }
    while column < indent { put(" ".utf8) }
    endsWithSpace = true
    isIndentation = true
  }

  private mutating func writeIndicator(
    _ text: String, needsSpace: Bool = false, keepsIndentation: Bool = false
  ) {
    if needsSpace, !endsWithSpace { put(" ".utf8) }
    put(text.utf8)
    endsWithSpace = false
    isIndentation = isIndentation && keepsIndentation
    isOpenEnded = false
  }

  private mutating func writePlain(_ text: String, _ place: Place) {
    if !endsWithSpace { put(" ".utf8) }
    put(text.utf8)
    endsWithSpace = false
    isIndentation = false
    if place.isRoot { isOpenEnded = true }
  }

  private mutating func writeString(_ text: [UInt8], _ place: Place) {
    let outer = indent
    increaseIndent(isIndentless: false, isFlow: true)
    let traits = Traits(text)
    if text.contains(UInt8(ascii: "\n")), traits.allowsBlock, !place.isSimpleKey {
      writeLiteral(text)
    } else {
      writeQuoted(text, canFold: !place.isSimpleKey)
    }
    indent = outer
  }

  private mutating func writeLiteral(_ text: [UInt8]) {
    let lineEnd = UInt8(ascii: "\n")
    writeIndicator("|", needsSpace: true)
    if text.first == UInt8(ascii: " ") || text.first == lineEnd { writeIndicator(String(Self.bestIndent)) }
    isOpenEnded = false
    if text.last != lineEnd {
      writeIndicator("-")
    } else if text.count == 1 || text[text.count - 2] == lineEnd {
      writeIndicator("+")
      isOpenEnded = true
    }
    putBreak()
    (isIndentation, endsWithSpace) = (true, true)
    var isLineStart = true
    for byte in text {
      if byte == lineEnd {
        putBreak()
        isIndentation = true
        isLineStart = true
      } else {
        if isLineStart { writeIndent() }
        put([byte])
        isIndentation = false
        isLineStart = false
      }
    }
  }

  private mutating func writeQuoted(_ text: [UInt8], canFold: Bool) {
    writeIndicator("\"", needsSpace: true)
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    let escapesAll = scalars.first == "\u{FEFF}"
    var isAfterSpace = false
    for (index, scalar) in scalars.enumerated() {
      if escapesAll || Self.needsEscape(scalar) {
        put(Self.escape(scalar).utf8)
        isAfterSpace = false
      } else if scalar == " ", canFold, !isAfterSpace, column > Self.bestWidth, index > 0,
        index < scalars.count - 1
      {
        writeIndent()
        if scalars[index + 1] == " " { put("\\".utf8) }
        isAfterSpace = true
      } else {
        put(String(scalar).utf8)
        isAfterSpace = scalar == " "
      }
    }
    writeIndicator("\"")
    (endsWithSpace, isIndentation) = (false, false)
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x22, 0x5C, 0x0A, 0x2028, 0x2029: true
    case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: false
    default: true
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let short: [UInt32: String] = [
      0x00: "0", 0x07: "a", 0x08: "b", 0x09: "t", 0x0A: "n", 0x0B: "v", 0x0C: "f", 0x0D: "r", 0x1B: "e",
      0x22: "\"",
      0x5C: "\\", 0x85: "N", 0xA0: "_", 0x2028: "L", 0x2029: "P",
    ]
    if let letter = short[scalar.value] { return "\\" + letter }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (mark, width) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
    return "\\" + mark + String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
  }

  /// What a text holds that rules some styles out.
  private struct Traits {
    var hasBreaks = false
    var allowsBlock = true

    init(_ text: [UInt8]) {
      var isAfterSpace = false
      let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
      for scalar in scalars {
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
          hasBreaks = true
          if isAfterSpace { allowsBlock = false }
        default: break
        }
        if scalar != "\n", scalar != "\"", scalar != "\\", scalar != "\u{2028}", scalar != "\u{2029}",
          YAMLWriter.needsEscape(scalar)
        {
          allowsBlock = false
        }
        isAfterSpace = scalar == " "
      }
      if isAfterSpace { allowsBlock = false }
    }
  }
}
