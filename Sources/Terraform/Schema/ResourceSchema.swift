internal import Values

/// What a provider says about the arguments of a block.
struct BlockSchema: Sendable {
  struct Attribute: Sendable {
    var type: ValueType
    var isRequired: Bool
    /// The provider may set it: unset or null it is known only after apply.
    var isComputed: Bool
    /// It may be written in the configuration.
    var isArgument: Bool
    var isSensitive: Bool
    /// What the provider plans where the argument is unset or null; nil where that is not known before apply, or not
    /// known here.
    var standard: Value?
  }

  struct Nested: Sendable {
    enum Nesting: Sendable { case list, set, map, single }

    var nesting: Nesting
    var isRequired: Bool
    var isSingle: Bool
    /// Index of the body in the catalogue.
    var body: Int
  }

  var attributes: [String: Attribute] = [:]
  var blocks: [String: Nested] = [:]
  /// The type is made with the older SDK of providers, which plans empty sets and maps as null.
  var isOlder = false

  var argumentNames: [String] { attributes.filter(\.value.isArgument).map(\.key) + blocks.map(\.key) }
}

/// The schemas that are compiled in, read from their text when asked for.
struct SchemaCatalogue: Sendable {
  static let aws = SchemaCatalogue(AWSSchemaData.text)

  private let bytes: [UInt8]
  private let bodies: [Range<Int>]
  private let names: [String: Int]
  private let older: Set<String>

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var bodies: [Range<Int>] = []
    var names: [String: Int] = [:]
    var older: Set<String> = []
    var start = 0
    var isIndex = false
    for end in bytes.indices where bytes[end] == UInt8(ascii: "\n") || end == bytes.count - 1 {
      let line = start..<(bytes[end] == UInt8(ascii: "\n") ? end : end + 1)
      start = end + 1
      if isIndex {
        let words = bytes[line].split(separator: UInt8(ascii: " "))
        guard words.count > 1 else { continue }
        let name = String(decoding: words[0], as: UTF8.self)
        names[name] = Int(String(decoding: words[1], as: UTF8.self))
        if words.count > 2 { older.insert(name) }
      } else if line.isEmpty, bodies.count > 1, end + 1 < bytes.count, Self.startsIndex(bytes, end + 1) {
        isIndex = true
      } else {
        bodies.append(line)
      }
    }
    self.bytes = bytes
    self.bodies = bodies
    self.names = names
    self.older = older
  }

  /// A body may be empty; the index starts with the name of the first type.
  private static func startsIndex(_ bytes: [UInt8], _ start: Int) -> Bool {
    bytes[start...].starts(with: "aws_".utf8)
  }

  func body(of type: String) -> BlockSchema? {
    guard let index = names[type] else { return nil }
    var schema = body(index)
    schema.isOlder = older.contains(type)
    return schema
  }

  func body(_ index: Int) -> BlockSchema {
    guard bodies.indices.contains(index) else { return BlockSchema() }
    var schema = BlockSchema()
    for word in bytes[bodies[index]].split(separator: UInt8(ascii: " ")) {
      guard let mark = word.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") }) else {
        continue
      }
      let name = String(decoding: word[..<mark], as: UTF8.self)
      var rest = Array(word[(mark + 1)...])
      if word[mark] == UInt8(ascii: ">") {
        schema.blocks[name] = Self.nested(rest)
      } else {
        let flag = rest.removeFirst()
        var isSensitive = false
        while let next = rest.first, next == UInt8(ascii: "x") || next == UInt8(ascii: "w") {
          isSensitive = isSensitive || next == UInt8(ascii: "x")
          rest.removeFirst()
        }
        var position = 0
        let type = Self.type(rest, &position)
        schema.attributes[name] = BlockSchema.Attribute(
          type: type, isRequired: flag == UInt8(ascii: "r"),
          isComputed: flag == UInt8(ascii: "c") || flag == UInt8(ascii: "b"),
          isArgument: flag != UInt8(ascii: "c"),
          isSensitive: isSensitive, standard: Self.standard(rest[position...], type))
      }
    }
    return schema
  }

  private static func nested(_ text: [UInt8]) -> BlockSchema.Nested {
    let nesting: BlockSchema.Nested.Nesting =
      switch text.first {
      case UInt8(ascii: "S"): .set
      case UInt8(ascii: "M"): .map
      case UInt8(ascii: "1"): .single
      default: .list
      }
    let digits = text.dropFirst().filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    return .init(
      nesting: nesting, isRequired: text.contains(UInt8(ascii: "!")),
      isSingle: text.contains(UInt8(ascii: "^")),
      body: Int(String(decoding: digits, as: UTF8.self)) ?? 0)
  }

  /// `~` and a default.
  private static func standard(_ text: ArraySlice<UInt8>, _ type: ValueType) -> Value? {
    guard text.first == UInt8(ascii: "~") else { return nil }
    let rest = text.dropFirst()
    if rest.isEmpty { return .null(type) }
    var bytes: [UInt8] = []
    var index = rest.startIndex
    while index < rest.endIndex {
      let digits = rest[(index + 1)...].prefix(2)
      if rest[index] == UInt8(ascii: "%"), digits.count == 2,
        let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        if rest[index] != UInt8(ascii: "%") { bytes.append(rest[index]) }
        index += 1
      }
    }
    return try? Value.string(String(decoding: bytes, as: UTF8.self)).converted(to: type)
  }

  /// In objects every attribute is optional: a configuration may leave any of them to the provider.
  private static func type(_ text: [UInt8], _ position: inout Int) -> ValueType {
    guard position < text.count else { return .dynamic }
    let code = text[position]
    position += 1
    switch code {
    case UInt8(ascii: "s"): return .string
    case UInt8(ascii: "n"): return .number
    case UInt8(ascii: "b"): return .bool
    case UInt8(ascii: "L"): return .list(type(text, &position))
    case UInt8(ascii: "S"): return .set(type(text, &position))
    case UInt8(ascii: "M"): return .map(type(text, &position))
    case UInt8(ascii: "O"):
      var attributes: [String: ValueType] = [:]
      position += 1
      while position < text.count, text[position] != UInt8(ascii: ")") {
        guard let colon = text[position...].firstIndex(of: UInt8(ascii: ":")) else { break }
        let name = String(decoding: text[position..<colon], as: UTF8.self)
        position = colon + 1
        attributes[name] = type(text, &position)
        if position < text.count, text[position] == UInt8(ascii: ",") { position += 1 }
      }
      position += 1
      return .object(attributes, optional: Set(attributes.keys))
    default: return .dynamic
    }
  }
}
