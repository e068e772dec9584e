internal import SourceText
internal import Values

/// The JSON that `aws_iam_policy_document` makes of its blocks, as the AWS provider writes it.
///
/// Parts that are not known leave the text unknown; its structure is then in the origin's `encoded`.
struct PolicyDocument {
  private let fields: ObjectFields
  private let location: Location

  init(_ fields: ObjectFields, at location: Location) {
    self.fields = fields
    self.location = location
  }

  /// The indented text, and the one without spaces.
  var json: (json: Value, minified: Value) {
    let structure = self.structure
    var origin = Origin(location)
    origin.encoded = EncodedValue(structure)
    guard structure.isWhollyKnown else {
      var open = Value.unresolved(.string, [structure]) { $0.isNotNull = true }.withMarks(structure.deepMarks)
      open.origin = origin
      return (open, open)
    }
    func text(_ indented: Bool) -> Value {
      var writer = PolicyText(isIndented: indented)
      writer.write(structure)
      return Value(.string(writer.text), origin: origin, marks: structure.deepMarks)
    }
    return (text(true), text(false))
  }

  private var structure: Value {
    var document = ObjectFields()
    document.append(.init("Version", standard("version", "2012-10-17")))
    if let id = fields["policy_id"], !id.isNull { document.append(.init("Id", id)) }
    var statements: [Value] = []
    var open: [Value] = []
    for source in list("source_policy_documents") + [fields["source_json"]].compactMap({ $0 }) {
      merge(source, into: &statements, &document, &open, overrides: false)
    }
    if let blocks = fields["statement"] {
      if let list = blocks.list {
        statements += list.map(statement)
      } else {
        if case .list(let known)? = blocks.unknown?.parts {
          statements += known.filter(\.isKnown).map(statement)
        }
        open.append(blocks)
      }
    }
    let openBefore = open.count
    for source in list("override_policy_documents") + [fields["override_json"]].compactMap({ $0 }) {
      merge(source, into: &statements, &document, &open, overrides: true)
    }
    let isOverridden = open.count > openBefore
    if !open.isEmpty {
      // Other statements only add to those that are known, unless they override them by sid.
      let rest = Value.unknown(because: open.flatMap(\.unknownReasons), origin: Origin(location))
      document.append(
        .init("Statement", isOverridden ? rest : .tuple(statements + [rest], origin: Origin(location))))
    } else if !statements.isEmpty {
      document.append(.init("Statement", .tuple(statements, origin: Origin(location))))
    }
    return .object(document, origin: Origin(location))
  }

  private func standard(_ name: String, _ text: String) -> Value {
    guard let value = fields[name], !value.isNull else { return .string(text) }
    return value
  }

  private func list(_ name: String) -> [Value] {
    guard let value = fields[name], !value.isNull else { return [] }
    return value.list ?? [value]
  }

  /// Statements of another document: of equal sid, an override replaces; others are added.
  private func merge(
    _ source: Value, into statements: inout [Value], _ document: inout ObjectFields, _ open: inout [Value],
    overrides: Bool
  ) {
    if source.isNull || source.string?.isEmpty == true { return }
    let decoded: Value
    if let encoded = source.origin.encoded?.value {
      decoded = encoded
    } else if let text = source.string, let value = Self.decoded(text) {
      decoded = value.withOrigin(ifMissing: source.origin)
    } else if let holed = source.unknown?.pieces.flatMap({ HoledText(json: $0) }),
      let value = Self.decoded(holed.text).flatMap({ holed.filled($0) })
    {
      decoded = value.withOrigin(ifMissing: source.origin)
    } else {
      open.append(source)
      return
    }
    if let id = decoded["Id"] { document.set(.init("Id", id)) }
    guard let others = decoded["Statement"] else { return }
    guard let list = others.list ?? (others.object == nil ? nil : [others]) else {
      open.append(others)
      return
    }
    for statement in list {
      let sid = statement["Sid"]?.string ?? ""
      if !sid.isEmpty, overrides, let index = statements.firstIndex(where: { $0["Sid"]?.string == sid }) {
        statements[index] = statement
      } else {
        statements.append(statement)
      }
    }
  }

  private static func decoded(_ text: String) -> Value? {
    try? functions.call("jsondecode", [.string(text)]).get()
  }

  private static let functions = FunctionTable()

  private func statement(_ block: Value) -> Value {
    guard block.object != nil else { return block }
    var result = ObjectFields()
    func field(_ name: String) -> ObjectFields.Field? { block.object?.fields.last { $0.name == name } }
    func add(_ name: String, _ source: ObjectFields.Field?, _ value: Value) {
      result.append(.init(name, at: source?.nameLocation, value))
    }
    if let sid = field("sid"), !sid.value.isNull, sid.value.string?.isEmpty != true {
      add("Sid", sid, sid.value)
    }
    let effect = field("effect")
    add(
      "Effect", effect,
      effect.flatMap { $0.value.isNull ? nil : $0.value } ?? .string("Allow", origin: block.origin))
    for (name, source) in [
      ("Action", "actions"), ("NotAction", "not_actions"), ("Resource", "resources"),
      ("NotResource", "not_resources"),
    ] {
      guard let field = field(source), let value = texts(field.value, isSet: true) else { continue }
      add(name, field, value)
    }
    for (name, source) in [("Principal", "principals"), ("NotPrincipal", "not_principals")] {
      guard let field = field(source), let value = principals(field.value) else { continue }
      add(name, field, value)
    }
    if let field = field("condition"), let value = conditions(field.value) { add("Condition", field, value) }
    return .object(result, origin: block.origin)
  }

  /// One text as such, several as a list; sets in the provider's order, which is descending.
  private func texts(_ value: Value, isSet: Bool) -> Value? {
    if value.isNull { return nil }
    guard let given = value.list else { return value }
    var elements = given.map(withVariables)
    if isSet {
      var seen: Set<String> = []
      elements = elements.filter { element in element.string.map { seen.insert($0).inserted } ?? true }
      if elements.allSatisfy({ $0.string != nil }) {
        elements.sort { ($0.string ?? "") > ($1.string ?? "") }
      }
    }
    if elements.isEmpty { return nil }
    return elements.count == 1 ? elements[0] : .tuple(elements, origin: value.origin)
  }

  /// `&{…}` stands for the policy variable `${…}`.
  private func withVariables(_ value: Value) -> Value {
    guard let text = value.string, text.utf8.contains(UInt8(ascii: "&")) else { return value }
    var result = value
    var bytes = Array(text.utf8)
    for index in bytes.indices.dropLast()
    where bytes[index] == UInt8(ascii: "&") && bytes[index + 1] == UInt8(ascii: "{") {
      bytes[index] = UInt8(ascii: "$")
    }
    result.content = .string(String(decoding: bytes, as: UTF8.self))
    return result
  }

  private func principals(_ value: Value) -> Value? {
    guard let blocks = value.list else { return value.isNull ? nil : value }
    if blocks.isEmpty { return nil }
    var byType: [(type: String, identifiers: [Value], origin: Origin)] = []
    var open: [Value] = []
    for block in blocks {
      guard let type = block["type"]?.string else {
        open.append(block)
        continue
      }
      let identifiers = block["identifiers"].map { $0.list ?? [$0] } ?? []
      if let index = byType.firstIndex(where: { $0.type == type }) {
        byType[index].identifiers += identifiers
      } else {
        byType.append((type, identifiers, block.origin))
      }
    }
    if open.isEmpty, byType.count == 1, byType[0].type == "*", byType[0].identifiers.count == 1,
      byType[0].identifiers[0].string == "*"
    {
      return byType[0].identifiers[0]
    }
    var fields = ObjectFields()
    for entry in byType {
      let value = texts(.tuple(entry.identifiers, origin: entry.origin), isSet: true) ?? .tuple([])
      fields.append(.init(entry.type, at: entry.origin.location, value))
    }
    for block in open {
      let name = block["type"]?.unknown ?? Unknown(block.unknownReasons)
      fields.set(
        .init(name, at: block.location, block["identifiers"] ?? .unknown(because: block.unknownReasons)))
    }
    return .object(fields, origin: value.origin)
  }

  private func conditions(_ value: Value) -> Value? {
    guard let blocks = value.list else { return value.isNull ? nil : value }
    if blocks.isEmpty { return nil }
    var tests: [(test: String, variables: ObjectFields)] = []
    var open: [ObjectFields.OpenField] = []
    for block in blocks {
      let values = block["values"].flatMap { texts($0, isSet: false) } ?? .tuple([])
      guard let test = block["test"]?.string else {
        var variables = ObjectFields()
        add(block["variable"], of: block, values, to: &variables)
        let name = block["test"]?.unknown ?? Unknown(block.unknownReasons)
        open.append(.init(name, at: block.location, .object(variables, origin: block.origin)))
        continue
      }
      let index = tests.firstIndex { $0.test == test } ?? tests.count
      if index == tests.count { tests.append((test, ObjectFields())) }
      add(block["variable"], of: block, values, to: &tests[index].variables)
    }
    var fields = ObjectFields(tests.map { .init($0.test, .object($0.variables)) })
    for field in open { fields.set(field) }
    return .object(fields, origin: value.origin)
  }

  private func add(_ variable: Value?, of block: Value, _ values: Value, to fields: inout ObjectFields) {
    if let name = variable?.string {
      fields.set(.init(name, at: block.location, values))
    } else {
      let name = variable?.unknown ?? Unknown(block.unknownReasons)
      fields.set(.init(name, at: block.location, values))
    }
  }
}

/// JSON as Go's encoder writes it: names of the maps in it sorted, `<`, `>` and `&` escaped.
private struct PolicyText {
  let isIndented: Bool
  var text = ""
  private var level = 0

  init(isIndented: Bool) { self.isIndented = isIndented }

  private static let structural: Set<String> = ["Version", "Statement"]
  private static let order = [
    "Version", "Id", "Statement", "Sid", "Effect", "Action", "NotAction", "Resource", "NotResource",
    "Principal",
    "NotPrincipal", "Condition",
  ]

  mutating func write(_ value: Value) {
    switch value.content {
    case .null, .unknown: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .number(let number): text += number.text
    case .string(let string): write(string)
    case .list(let elements):
      group("[", "]", elements) { writer, element in writer.write(element) }
    case .object(let fields):
      let isDocument = level <= 2 && fields.fields.contains { $0.name == "Statement" || $0.name == "Effect" }
      let members =
        isDocument
        ? fields.fields.sorted {
          (Self.order.firstIndex(of: $0.name) ?? 99) < (Self.order.firstIndex(of: $1.name) ?? 99)
        }
        : fields.sortedByName
      group("{", "}", members) { writer, field in
        writer.write(field.name)
        writer.text += writer.isIndented ? ": " : ":"
        writer.write(field.value)
      }
    }
  }

  private mutating func group<Element>(
    _ open: String, _ close: String, _ elements: [Element], _ body: (inout PolicyText, Element) -> Void
  ) {
    text += open
    level += 1
    for (position, element) in elements.enumerated() {
      if position > 0 { text += "," }
      newline()
      body(&self, element)
    }
    level -= 1
    if !elements.isEmpty { newline() }
    text += close
  }

  private mutating func newline() {
    if isIndented { text += "\n" + String(repeating: "  ", count: level) }
  }

  private mutating func write(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "<", ">", "&", "\u{2028}", "\u{2029}": text += escape(scalar)
      default:
        if scalar.value < 0x20 { text += escape(scalar) } else { text.unicodeScalars.append(scalar) }
      }
    }
    text += "\""
  }

  private func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
