internal import Values

/// Functions between values and their texts: JSON, YAML, CSV, base64, URL encoding, gzip, character sets.
enum EncodingFunctions {
  private static let text = FunctionParameter("str", .string)

  static let all: [String: BuiltInFunction] = [
    "jsonencode": BuiltInFunction(
      [FunctionParameter("val", .dynamic).unknowable.anyType.nullable], returns: .string, encodedJSON),
    "jsondecode": BuiltInFunction([text], isNotNull: false, typeRule: decodedJSONType, decodedJSON),
    "yamlencode": BuiltInFunction(
      [FunctionParameter("value", .dynamic).anyType.nullable], isNotNull: false, returns: .string, encodedYAML
    ),
    "yamldecode": BuiltInFunction(
      [FunctionParameter("src", .string)], isNotNull: false, returns: .dynamic, decodedYAML),
    "csvdecode": BuiltInFunction([text], typeRule: CSVDecoding.type, CSVDecoding.decode),
    "base64encode": BuiltInFunction([text], returns: .string) { (call) throws(FunctionFailure) in
      .text(Base64.encode(call.bytes(0)))
    },
    "base64decode": BuiltInFunction([text.markable.unknowable], returns: .string, decodedBase64),
    "base64gzip": BuiltInFunction([text], returns: .string) { (call) throws(FunctionFailure) in
      .text(Base64.encode(Gzip.compress(call.bytes(0))))
    },
    "urlencode": BuiltInFunction([text], returns: .string) { (call) throws(FunctionFailure) in
      .text(percentEncoded(call.bytes(0)))
    },
    "textencodebase64": BuiltInFunction(
      [FunctionParameter("string", .string), FunctionParameter("encoding", .string)], returns: .string,
      encodedText),
    "textdecodebase64": BuiltInFunction(
      [FunctionParameter("source", .string), FunctionParameter("encoding", .string)], returns: .string,
      decodedText),
  ]

  private static func encodedJSON(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let value = call[0]
    if value.isWhollyKnown { return .text(try JSONWriter.text(value)) }
    guard value.isDefinitelyNotNull else { return call.unknown() }
    let prefix: String? =
      switch value.type {
      case .string: "\""
      case .object, .map: "{"
      case .tuple, .list, .set: "["
      case .dynamic, .bool, .number: nil
      }
    return call.unknown { $0.prefix = prefix }
  }

  private static func decodedJSONType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    guard arguments[0].isKnown else {
      let start = arguments[0].unknown?.prefix?.utf8.first {
        $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\n")
          && $0 != UInt8(ascii: "\r")
      }
      switch start {
      case UInt8(ascii: "\""): return .string
      case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
      case UInt8(ascii: "-"), UInt8(ascii: "0"), UInt8(ascii: "1"), UInt8(ascii: "2"), UInt8(ascii: "3"),
        UInt8(ascii: "4"), UInt8(ascii: "5"), UInt8(ascii: "6"), UInt8(ascii: "7"), UInt8(ascii: "8"),
        UInt8(ascii: "9"), UInt8(ascii: "."):
        return .number
      default: return .dynamic
      }
    }
    // The call itself tells the type of a text that is known.
    return .dynamic
  }

  private static func decodedJSON(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    try JSONText.value(call.text(0))
  }

  private static func encodedYAML(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    call[0].isWhollyKnown ? .text(try YAMLWriter.text(call[0])) : call.unknown()
  }

  private static func decodedYAML(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    try YAMLDecoding.value(call.text(0))
  }

  private static func decodedBase64(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let marks = call[0].marks
    guard call[0].isKnown else { return call.unknown().withMarks(marks) }
    guard let bytes = Base64.decode(call.bytes(0)) else {
      throw FunctionFailure("failed to decode base64 data \(call.text(0).quotedAsGo)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FunctionFailure("the result of decoding the provided string is not valid UTF-8")
    }
    return Value.text(text).withMarks(marks)
  }

  static func unzipped(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard let bytes = Base64.decode(call.bytes(0)) else {
      throw FunctionFailure("failed to decode base64 data \(call.text(0).quotedAsGo)")
    }
    guard let content = Gzip.decompress(bytes) else { throw FunctionFailure("failed to gunzip bytes") }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw FunctionFailure("the result of decoding the gunzipped data is not valid UTF-8")
    }
    return .text(text)
  }

  /// As in a query: a space is `+`.
  private static func percentEncoded(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"):
        text.append(byte)
      case UInt8(ascii: " "): text.append(UInt8(ascii: "+"))
      default: text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func percentDecoded(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let bytes = call.bytes(0)
    var content: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%") {
        let pair = bytes[min(index + 1, bytes.count)..<min(index + 3, bytes.count)]
        guard pair.count == 2, pair.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
          let byte = UInt8(String(decoding: pair, as: UTF8.self), radix: 16)
        else {
          throw FunctionFailure(
            "failed to decode URL '\(call.text(0))': invalid URL escape "
              + String(decoding: bytes[index..<min(index + 3, bytes.count)], as: UTF8.self).quotedAsGo)
        }
        content.append(byte)
        index += 3
      } else {
        content.append(bytes[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : bytes[index])
        index += 1
      }
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw FunctionFailure("the result of decoding the provided string is not valid UTF-8")
    }
    return .text(text)
  }

  private static func encoding(_ call: FunctionCall) throws(FunctionFailure) -> CharacterEncoding? {
    switch CharacterEncoding.named(call.text(1)) {
    case .supported(let encoding): return encoding
    case .notEvaluated: return nil
    case .invalid:
      throw FunctionFailure(
        "\(call.text(1).quotedAsGo) is not a supported IANA encoding name or alias in this Terraform version",
        argument: 1)
    }
  }

  private static func notEvaluated(_ call: FunctionCall) -> Value {
    let reason = Unknown.Reason("the character set \(call.text(1).quotedAsGo) is not evaluated")
    return .unknown(.string, Unknown([reason], isNotNull: true))
  }

  private static func encodedText(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard let encoding = try encoding(call) else { return notEvaluated(call) }
    guard let bytes = encoding.encode(call.text(0)) else {
      throw FunctionFailure(
        "the given string contains characters that cannot be represented in \(encoding.name)", argument: 0)
    }
    return .text(Base64.encode(bytes))
  }

  private static func decodedText(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard let encoding = try encoding(call) else { return notEvaluated(call) }
    guard let bytes = Base64.decode(call.bytes(0)) else {
      throw FunctionFailure("the given value has an invalid base64 symbol", argument: 0)
    }
    guard let text = encoding.decode(bytes), !text.unicodeScalars.contains("\u{FFFD}") else {
      throw FunctionFailure(
        "the given string contains symbols that are not defined for \(encoding.name)", argument: 0)
    }
    return .text(text)
  }
}
