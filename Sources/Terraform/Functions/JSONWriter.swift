internal import Values

/// JSON as Terraform writes it: no spaces, keys sorted, and `<`, `>`, `&` escaped as Go does for HTML.
enum JSONWriter {
  /// The value must be known; an infinity has no JSON.
  static func text(_ value: Value) throws(FunctionFailure) -> String {
    var output: [UInt8] = []
    try append(value, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  static func quoted(_ text: String) -> String {
    var output: [UInt8] = []
    append(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(_ value: Value, to output: inout [UInt8]) throws(FunctionFailure) {
    switch value.content {
    case .null: output += Array("null".utf8)
    case .bool(let flag): output += Array((flag ? "true" : "false").utf8)
    case .number(let number):
      if number.isInfinite { throw FunctionFailure("cannot serialize infinity as JSON") }
      output += Array(number.text.utf8)
    case .string(let text): append(text, to: &output)
    case .list(let elements):
      output.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        try append(element, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let fields):
      output.append(UInt8(ascii: "{"))
      for (index, field) in fields.sortedByName.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        append(field.name, to: &output)
        output.append(UInt8(ascii: ":"))
        try append(field.value, to: &output)
      }
      output.append(UInt8(ascii: "}"))
    case .unknown: throw FunctionFailure("value is not known")
    }
  }

  private static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      // U+2028 and U+2029, which JavaScript takes for line ends.
      if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        bytes[index + 2] & 0xFE == 0xA8
      {
        output += Array((bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        index += 3
        continue
      }
      append(bytes[index], to: &output)
      index += 1
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func append(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): output += Array("\\\"".utf8)
    case UInt8(ascii: "\\"): output += Array("\\\\".utf8)
    case UInt8(ascii: "\n"): output += Array("\\n".utf8)
    case UInt8(ascii: "\r"): output += Array("\\r".utf8)
    case UInt8(ascii: "\t"): output += Array("\\t".utf8)
    case 0x08: output += Array("\\b".utf8)
    case 0x0C: output += Array("\\f".utf8)
    case ..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
      let digits = String(byte, radix: 16)
      output += Array("\\u00\(digits.utf8.count < 2 ? "0" : "")\(digits)".utf8)
    default: output.append(byte)
    }
  }
}
