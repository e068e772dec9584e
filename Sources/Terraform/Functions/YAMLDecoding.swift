internal import SourceText
internal import Values
internal import YAMLSyntax

/// `yamldecode`: YAML 1.2 with the booleans of 1.1, as go-cty-yaml resolves plain text.
enum YAMLDecoding {
  static func value(_ text: String) throws(FunctionFailure) -> Value {
    let stream = YAMLParser.parse(SourceFile(id: FileID(0), path: "", bytes: Array(text.utf8)))
    if let problem = stream.problems.first(where: { $0.severity == .error }) {
      throw FunctionFailure(problem.message, argument: 0)
    }
    guard stream.documents.count <= 1 else {
      throw FunctionFailure("only a single document is allowed", argument: 0)
    }
    guard let document = stream.documents.first, !stream.isTemplate else {
      throw FunctionFailure("missing start of document", argument: 0)
    }
    guard let root = document.root else { return .null() }
    return try value(root)
  }

  private static func value(_ node: YAMLNode) throws(FunctionFailure) -> Value {
    let tag = node.tag?.replacing("tag:yaml.org,2002:", with: "!!") ?? ""
    switch node.kind {
    case .scalar: return try YAMLScalarText.value(node.text, tag: tag, style: node.style)
    case .sequence:
      guard tag.isEmpty || tag == "!!seq" else {
        throw FunctionFailure("can't interpret sequence as \(tag)", argument: 0)
      }
      var elements: [Value] = []
      for element in node.elements { elements.append(try value(element)) }
      return .tuple(elements)
    case .mapping:
      guard tag.isEmpty || tag == "!!map" else {
        throw FunctionFailure("can't interpret mapping as \(tag)", argument: 0)
      }
      var fields = ObjectFields()
      for entry in node.entries { try add(entry, to: &fields) }
      return .object(fields)
    }
  }

  private static func add(_ entry: YAMLNode.Entry, to fields: inout ObjectFields) throws(FunctionFailure) {
    let key = entry.key
    guard key.kind == .scalar else {
      throw FunctionFailure("only strings are allowed as mapping keys", argument: 0)
    }
    let tag = key.tag?.replacing("tag:yaml.org,2002:", with: "!!") ?? ""
    // Upstream takes a quoted "<<" for a merge key too.
    if tag == "!!merge" || tag.isEmpty && key.isScalar("<<") {
      return try merge(try value(entry.value), into: &fields)
    }
    let name = try YAMLScalarText.value(key.text, tag: tag, style: key.style)
    if name.isNull { throw FunctionFailure("mapping key cannot be null", argument: 0) }
    guard let text = (try? name.converted(to: .string))?.string else {
      throw FunctionFailure("only strings are allowed as mapping keys", argument: 0)
    }
    fields.set(ObjectFields.Field(text, try value(entry.value)))
  }

  private static func merge(_ source: Value, into fields: inout ObjectFields) throws(FunctionFailure) {
    if let object = source.object {
      for field in object.fields { fields.set(field) }
      return
    }
    guard let elements = source.list else {
      throw FunctionFailure("cannot merge \(source.type.friendlyName) into mapping", argument: 0)
    }
    for element in elements {
      guard let object = element.object else {
        throw FunctionFailure(
          "cannot merge \(element.type.friendlyName) (from sequence) into mapping", argument: 0)
      }
      for field in object.fields { fields.set(field) }
    }
  }
}

/// The meaning of a scalar's text.
enum YAMLScalarText {
  static func value(_ text: String, tag: String, style: YAMLStyle) throws(FunctionFailure) -> Value {
    switch tag {
    case "", "!!bool", "!!int", "!!float", "!!null", "!!timestamp": break
    case "!!str": return .text(text)
    case "!!binary":
      guard Base64.decode(Array(text.utf8)) != nil else { throw failure(text, tag, ": not valid base64") }
      return .text(text)
    case "!": return .text(text)
    default: throw FunctionFailure("unsupported tag \(tag.quotedAsGo)", argument: 0)
    }
    var kind = tag
    if text.isEmpty || startsWithHint(text) {
      if style == .singleQuoted || style == .doubleQuoted { return .text(text) }
      if tag.isEmpty, style != .plain { return .text(text) }
      if let value = words[text] { return value }
      if tag.isEmpty, [".nan", ".NaN", ".NAN"].contains(text) {
        throw FunctionFailure("floating point NaN is not supported", argument: 0)
      }
      if text.hasPrefix("."), let number = Number(parsing: text) { return .number(number) }
      if let first = text.utf8.first, "+-0123456789".utf8.contains(first) {
        if tag.isEmpty || tag == "!!timestamp", let time = Timestamp(yaml: text) { return .text(time.text) }
        if isInteger(text) || isFloat(text) { kind = "!!int" }
      }
    }
    switch kind {
    case "!!bool":
      guard let value = words[text], value.bool != nil else { throw failure(text, kind) }
      return value
    case "!!int", "!!float": return try number(text, kind)
    case "!!null": return .null()
    case "!!timestamp": throw failure(text, kind)
    default: return .text(text)
    }
  }

  private static func failure(_ text: String, _ tag: String, _ detail: String = "") -> FunctionFailure {
    let long = tag.replacing("!!", with: "tag:yaml.org,2002:")
    return FunctionFailure("cannot parse \(text.quotedAsGo) as \(long)\(detail)", argument: 0)
  }

  private static let words: [String: Value] = {
    var words: [String: Value] = [:]
    for word in ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"] {
      words[word] = .bool(true)
    }
    for word in ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"] {
      words[word] = .bool(false)
    }
    for word in ["", "~", "null", "Null", "NULL"] { words[word] = .null() }
    for word in [".inf", ".Inf", ".INF"] {
      words[word] = .number(.exact(.infinity()))
      words["+" + word] = .number(.exact(.infinity()))
      words["-" + word] = .number(.exact(.infinity(negative: true)))
    }
    return words
  }()

  private static func startsWithHint(_ text: String) -> Bool {
    text.utf8.first.map { "+-0123456789yYnNtTfFoO~.".utf8.contains($0) } ?? false
  }

  private static func isInteger(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: "0o".utf8) {
      return !bytes.dropFirst(2).isEmpty && bytes.dropFirst(2).allSatisfy { (48...55).contains($0) }
    }
    if bytes.starts(with: "0x".utf8) {
      return !bytes.dropFirst(2).isEmpty
        && bytes.dropFirst(2).allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    return !bytes.isEmpty && bytes.allSatisfy { (48...57).contains($0) }
  }

  private static func isFloat(_ text: String) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) || ".eE+-".utf8.contains($0) }
      && Number(parsing: text) != nil
  }

  private static func number(_ text: String, _ tag: String) throws(FunctionFailure) -> Value {
    let plain = text.replacing("_", with: "")
    if let number = Number(parsing: plain) { return .number(number) }
    let isNegative = plain.hasPrefix("-")
    let digits = plain.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let base = [("0x", 16), ("0X", 16), ("0o", 8), ("0O", 8), ("0b", 2), ("0B", 2)]
      .first { digits.starts(with: $0.0.utf8) }
    guard let base,
      let float = BigFloat(
        integer: (isNegative ? "-" : "") + String(decoding: digits.dropFirst(2), as: UTF8.self), base: base.1),
      float.precision <= BigFloat.countPrecision
    else { throw failure(text, tag) }
    return .number(.exact(float))
  }
}
