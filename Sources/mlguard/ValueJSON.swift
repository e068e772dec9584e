internal import Values

/// Values and types as JSON, with the wrappers `$unknown`, `$sensitive` and `$typed` of `inspect --eval`.
enum ValueJSON {
  static func type(_ json: JSONDocument) -> ValueType? {
    switch json.string {
    case "string": return .string
    case "number": return .number
    case "bool": return .bool
    case "dynamic": return .dynamic
    default: break
    }
    guard let parts = json.elements, parts.count == 2 else { return nil }
    switch parts[0].string {
    case "list": return type(parts[1]).map(ValueType.list)
    case "set": return type(parts[1]).map(ValueType.set)
    case "map": return type(parts[1]).map(ValueType.map)
    case "tuple": return parts[1].elements.map { .tuple($0.map { type($0) ?? .dynamic }) }
    case "object":
      return parts[1].members.map { members in
        .object(Dictionary(members.map { ($0.name, type($0.value) ?? .dynamic) }, uniquingKeysWith: { $1 }))
      }
    default: return nil
    }
  }

  static func value(_ json: JSONDocument) -> Value {
    if let text = json.string { return .string(text.normalized) }
    if let flag = json.bool { return .bool(flag) }
    if let text = json.number { return .number(Number(parsing: text) ?? .integer(0)) }
    if let elements = json.elements { return .tuple(elements.map(value)) }
    guard let members = json.members else { return .null() }
    if let unknown = json["$unknown"] {
      return .unknown(type(unknown) ?? .dynamic, because: [Unknown.Reason("the question says so")])
    }
    if let sensitive = json["$sensitive"] { return value(sensitive).withMarks(.sensitive) }
    if let typed = json["$typed"], let wanted = type(typed) {
      let inner = json["value"].map(value) ?? .null()
      return (try? inner.converted(to: wanted)) ?? inner
    }
    return .object(ObjectFields(members.map { .init($0.name, value($0.value)) }))
  }

  /// `shows` the wrappers, or writes plain JSON with null for what is unknown.
  /// `showsReasons` adds `$because` to what is unknown.
  static func write(_ value: Value, _ writer: inout JSONWriter, showsReasons: Bool = false) {
    if value.marks.contains(.sensitive) || value.marks.contains(.ephemeral) {
      writer.object { writer in
        writer.key("$sensitive")
        write(value.unmarked, &writer, showsReasons: showsReasons)
      }
      return
    }
    switch value.content {
    case .null: writer.null()
    case .bool(let flag): writer.bool(flag)
    case .number(let number):
      // JSON has no infinities.
      if number.isInfinite { writer.string(number.text) } else { writer.literal(number.text) }
    case .string(let text): writer.string(text)
    case .list(let elements):
      writer.array { writer in for element in elements { write(element, &writer, showsReasons: showsReasons) }
      }
    case .object(let fields):
      writer.object { writer in
        for field in fields.fields {
          writer.key(field.name)
          write(field.value, &writer, showsReasons: showsReasons)
        }
      }
    case .unknown:
      writer.object { writer in
        writer.key("$unknown")
        write(value.type, &writer)
        guard showsReasons else { return }
        writer.key("$because")
        writer.array { writer in for reason in value.unknownReasons { writer.string(reason.phrase) } }
      }
    }
  }

  static func write(_ type: ValueType, _ writer: inout JSONWriter) {
    switch type {
    case .dynamic: writer.string("dynamic")
    case .bool: writer.string("bool")
    case .number: writer.string("number")
    case .string: writer.string("string")
    case .list(let element): write("list", element, &writer)
    case .set(let element): write("set", element, &writer)
    case .map(let element): write("map", element, &writer)
    case .tuple(let elements):
      writer.array { writer in
        writer.string("tuple")
        writer.array { writer in for element in elements { write(element, &writer) } }
      }
    case .object(let attributes, _):
      writer.array { writer in
        writer.string("object")
        writer.object { writer in
          for (name, type) in attributes.sorted(by: { $0.key < $1.key }) {
            writer.key(name)
            write(type, &writer)
          }
        }
      }
    }
  }

  private static func write(_ kind: String, _ element: ValueType, _ writer: inout JSONWriter) {
    writer.array { writer in
      writer.string(kind)
      write(element, &writer)
    }
  }
}
