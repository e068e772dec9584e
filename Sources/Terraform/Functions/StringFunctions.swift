internal import RegularExpressions
internal import Values

/// Functions on text. Lengths and positions count grapheme clusters; comparisons are byte by byte.
enum StringFunctions {
  private static let text = FunctionParameter("str", .string)

  static let all: [String: BuiltInFunction] = [
    "upper": BuiltInFunction([text.anyType], returns: .string) { (call) throws(FunctionFailure) in
      .text(LetterCase.upper(call.text(0)))
    },
    "lower": BuiltInFunction([text.anyType], returns: .string) { (call) throws(FunctionFailure) in
      .text(LetterCase.lower(call.text(0)))
    },
    "title": BuiltInFunction([text], returns: .string) { (call) throws(FunctionFailure) in
      .text(LetterCase.title(call.text(0)))
    },
    "strrev": BuiltInFunction([text.anyType], returns: .string) { (call) throws(FunctionFailure) in
      .text(String(call.text(0).reversed()))
    },
    "chomp": BuiltInFunction([text], returns: .string) { (call) throws(FunctionFailure) in
      var bytes = call.bytes(0)
      while bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
      return .text(bytes)
    },
    "indent": BuiltInFunction([FunctionParameter("spaces", .number), text], returns: .string, indented),
    "substr": BuiltInFunction(
      [
        text.anyType, FunctionParameter("offset", .number).anyType,
        FunctionParameter("length", .number).anyType,
      ], returns: .string, substring),
    "join": BuiltInFunction(
      [FunctionParameter("separator", .string)], variadic: FunctionParameter("lists", .list(.string)),
      returns: .string, joined),
    "split": BuiltInFunction(
      [FunctionParameter("separator", .string), text], returns: .list(.string)
    ) { (call) throws(FunctionFailure) in
      .list(ByteSearch.split(call.bytes(1), by: call.bytes(0)).map { .text($0) }, of: .string)
    },
    "trimspace": BuiltInFunction([text], returns: .string) { (call) throws(FunctionFailure) in
      .text(trimmed(call.text(0), where: LetterCase.isSpace))
    },
    "trim": BuiltInFunction([text, FunctionParameter("cutset", .string)], returns: .string) {
      (call) throws(FunctionFailure) in
      let cutset = Set(call.text(1).unicodeScalars)
      return .text(trimmed(call.text(0)) { cutset.contains($0) })
    },
    "trimprefix": BuiltInFunction([text, FunctionParameter("prefix", .string)], returns: .string) {
      (call) throws(FunctionFailure) in
      let (bytes, prefix) = (call.bytes(0), call.bytes(1))
      return .text(bytes.starts(with: prefix) ? bytes.dropFirst(prefix.count) : bytes[...])
    },
    "trimsuffix": BuiltInFunction([text, FunctionParameter("suffix", .string)], returns: .string) {
      (call) throws(FunctionFailure) in
      let (bytes, suffix) = (call.bytes(0), call.bytes(1))
      return .text(ByteSearch.ends(bytes, with: suffix) ? bytes.dropLast(suffix.count) : bytes[...])
    },
    "startswith": BuiltInFunction(
      [text.unknowable, FunctionParameter("prefix", .string)], returns: .bool, hasPrefix),
    "endswith": BuiltInFunction([text, FunctionParameter("suffix", .string)], returns: .bool) {
      (call) throws(FunctionFailure) in
      .bool(ByteSearch.ends(call.bytes(0), with: call.bytes(1)))
    },
    "strcontains": BuiltInFunction(
      [text, FunctionParameter("substr", .string)], isNotNull: false, returns: .bool
    ) { (call) throws(FunctionFailure) in
      .bool(ByteSearch.first(call.bytes(1), in: call.bytes(0)) != nil)
    },
    "replace": BuiltInFunction(
      [text, FunctionParameter("substr", .string), FunctionParameter("replace", .string)], returns: .string,
      replaced),
    "regex": BuiltInFunction(
      [FunctionParameter("pattern", .string), FunctionParameter("string", .string)],
      typeRule: { (arguments: [Value]) throws(FunctionFailure) in
        try Pattern.resultType(arguments[0]) ?? .dynamic
      }, firstMatch),
    "regexall": BuiltInFunction(
      [FunctionParameter("pattern", .string), FunctionParameter("string", .string)],
      typeRule: { (arguments: [Value]) throws(FunctionFailure) in
        .list(try Pattern.resultType(arguments[0]) ?? .dynamic)
      }, allMatches),
    "sort": BuiltInFunction(
      [FunctionParameter("list", .list(.string)).unknowable], returns: .list(.string), sorted),
  ]

  private static func indented(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let spaces = try call.integer(0)
    guard (0...100_000).contains(spaces) else {
      throw FunctionFailure("the number of spaces must be between 0 and 100000", argument: 0)
    }
    let padding = "\n" + String(repeating: " ", count: spaces)
    return .text(ByteSearch.replace(call.bytes(1), Array("\n".utf8), Array(padding.utf8)))
  }

  private static func substring(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let text = call.text(0)
    var offset = try call.integer(1)
    let length = try call.integer(2)
    if offset < 0 {
      offset += text.count
    } else if length == 0 {
      return .text("")
    }
    var rest = text[...]
    if offset > 0 {
      guard let start = text.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex) else {
        return .text("")
      }
      rest = text[start...]
    }
    // A length of zero after a negative offset does not end the loop in cty: the rest of the text comes.
    return .text(String(length <= 0 ? rest : rest.prefix(length)))
  }

  private static func joined(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let lists = call.arguments.dropFirst()
    if lists.isEmpty { throw FunctionFailure("at least one list is required") }
    guard lists.allSatisfy(\.isWhollyKnown) else { return call.unknown() }
    var items: [String] = []
    for (position, list) in lists.enumerated() {
      for (index, element) in (list.list ?? []).enumerated() {
        guard let item = element.string else {
          let which = lists.count > 1 ? "element \(index) of list \(position + 1)" : "element \(index)"
          throw FunctionFailure("\(which) is null; cannot concatenate null values", argument: position + 1)
        }
        items.append(item)
      }
    }
    return .text(items.joined(separator: call.text(0)))
  }

  private static func trimmed(_ text: String, where isCut: (Unicode.Scalar) -> Bool) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, isCut(first) { scalars.removeFirst() }
    while let last = scalars.last, isCut(last) { scalars.removeLast() }
    return String(scalars)
  }

  private static func hasPrefix(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let prefix = call.text(1).utf8
    guard let unknown = call[0].unknown else { return .bool(call.text(0).utf8.starts(with: prefix)) }
    if prefix.isEmpty { return .bool(true) }
    if let known = unknown.prefix?.utf8, !known.isEmpty {
      if known.starts(with: prefix) { return .bool(true) }
      if known.count >= prefix.count || !prefix.starts(with: known) { return .bool(false) }
    }
    return call.unknown()
  }

  private static func replaced(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let pattern = call.bytes(1)
    guard pattern.count > 1, pattern.first == UInt8(ascii: "/"), pattern.last == UInt8(ascii: "/") else {
      return .text(ByteSearch.replace(call.bytes(0), pattern, call.bytes(2)))
    }
    let expression = try Pattern.compiled(
      String(decoding: pattern.dropFirst().dropLast(), as: UTF8.self), argument: 1)
    return .text(expression.replacingMatches(in: call.text(0), with: call.text(2)))
  }

  private static func firstMatch(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let expression = try Pattern.compiled(call.text(0), argument: 0)
    let text = call.bytes(1)
    guard let match = expression.firstMatch(in: text) else {
      throw FunctionFailure("pattern did not match any part of the given string")
    }
    return Pattern.result(expression, match, text)
  }

  private static func allMatches(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let expression = try Pattern.compiled(call.text(0), argument: 0)
    let text = call.bytes(1)
    let matches = expression.allMatches(in: text).map { Pattern.result(expression, $0, text) }
    return .list(matches, of: call.type.element ?? .dynamic)
  }

  private static func sorted(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let list = call[0]
    guard list.isWhollyKnown, let elements = list.list else {
      let bounds = list.lengthBounds
      return call.unknown {
        if bounds.minimum > 0 { $0.minimumLength = bounds.minimum }
        if bounds.maximum < .max { $0.maximumLength = bounds.maximum }
      }
    }
    for (index, element) in elements.enumerated() where element.isNull {
      throw FunctionFailure("given list element \(index) is null; a null string cannot be sorted")
    }
    return .list(elements.sorted { $0.string ?? "" < $1.string ?? "" }, of: .string)
  }
}
