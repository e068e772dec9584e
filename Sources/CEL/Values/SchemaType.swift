public import Values

/// An OpenAPI v3 schema as Kubernetes reads it: which fields a value has, of which CEL types, and how its lists
/// compare. The rules are those of apiserver's `SchemaDeclType` and `UnstructuredToVal`.
public final class SchemaType: Sendable {
  enum Kind: Sendable {
    case bool, int, double, string, bytes, timestamp, date, duration, intOrString
    case list(SchemaType, ListKind)
    case map(SchemaType)
    case object(Properties)
    /// Kept without a declared type: can be compared, nothing else.
    case preserved
  }

  enum ListKind: Sendable {
    case atomic
    /// Compared and joined as a set.
    case set
    /// Compared and joined by the values of these fields.
    case map(keys: [String])
  }

  struct Properties: Sendable {
    /// By the name in the document.
    var types: [String: SchemaType]
    /// From the name that expressions use to the name in the document.
    var names: [String: String]
  }

  let kind: Kind
  let isNullable: Bool
  /// Name of the object type in an environment; empty for other kinds.
  let name: String

  private init(_ kind: Kind, isNullable: Bool, name: String) {
    self.kind = kind
    self.isNullable = isNullable
    self.name = name
  }

  /// `name` names the object type and is the prefix of the nested ones. `isRoot` for the schema of a whole resource:
  /// `apiVersion`, `kind`, `metadata.name` and `metadata.generateName` are then always there.
  public convenience init(openAPI schema: Value, name: String, isRoot: Bool = false) {
    let isEmbedded = schema["x-kubernetes-embedded-resource"]?.bool == true
    let kind: Kind
    if schema["x-kubernetes-int-or-string"]?.bool == true {
      kind = .intOrString
    } else {
      switch schema["type"]?.string {
      case "boolean": kind = .bool
      case "integer": kind = .int
      case "number": kind = .double
      case "string": kind = Self.string(schema["format"]?.string)
      case "array":
        let items = schema["items"].map { SchemaType(openAPI: $0, name: name + ".@idx") }
        kind = items.map { .list($0, Self.listKind(schema)) } ?? .preserved
      case "object":
        if let values = schema["additionalProperties"], values.object != nil {
          kind = .map(SchemaType(openAPI: values, name: name + ".@elem"))
        } else {
          kind = .object(
            Self.properties(schema["properties"]?.object, name: name, withTypeMeta: isRoot || isEmbedded))
        }
      default: kind = .preserved
      }
    }
    self.init(kind, isNullable: schema["nullable"]?.bool == true, name: name)
  }

  private static func string(_ format: String?) -> Kind {
    switch format {
    case "byte": .bytes
    case "duration": .duration
    case "date": .date
    case "date-time": .timestamp
    default: .string
    }
  }

  private static func listKind(_ schema: Value) -> ListKind {
    switch schema["x-kubernetes-list-type"]?.string {
    case "set": .set
    case "map": .map(keys: (schema["x-kubernetes-list-map-keys"]?.list ?? []).compactMap(\.string))
    default: .atomic
    }
  }

  private static func properties(_ fields: ObjectFields?, name: String, withTypeMeta: Bool) -> Properties {
    var types: [String: SchemaType] = [:]
    for field in fields?.fields ?? [] {
      types[field.name] = SchemaType(openAPI: field.value, name: name + "." + field.name)
    }
    if withTypeMeta {
      let text = SchemaType(.string, isNullable: false, name: "")
      types["apiVersion"] = text
      types["kind"] = text
      var metadata: [String: SchemaType] = [:]
      if case .object(let declared)? = types["metadata"]?.kind { metadata = declared.types }
      metadata["name"] = text
      metadata["generateName"] = text
      types["metadata"] = SchemaType(
        .object(Properties(types: metadata, names: names(metadata))), isNullable: false,
        name: name + ".metadata")
    }
    return Properties(types: types, names: names(types))
  }

  private static func names(_ types: [String: SchemaType]) -> [String: String] {
    var names: [String: String] = [:]
    for name in types.keys.sorted() {
      guard let escaped = FieldName.escaped(name) else { continue }
      names[escaped] = name
      // After a dot a reserved word needs no escape.
      if Parser.reservedWords.contains(name) { names[name] = name }
    }
    return names
  }

  /// The type in expressions; nil when expressions cannot see such values.
  public var type: CELType? {
    switch kind {
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .timestamp, .date: .timestamp
    case .duration: .duration
    case .intOrString: .dyn
    case .list(let items, _): items.type.map { .list($0) }
    case .map(let values): values.type.map { .map(.string, $0) }
    case .object: .object(name)
    case .preserved: nil
    }
  }

  /// Declares this object type and every one below it.
  public func declare(in environment: inout CELEnvironment) {
    switch kind {
    case .object(let properties):
      var fields: [String: CELType] = [:]
      for (shown, name) in properties.names {
        guard let property = properties.types[name] else { continue }
        if let type = property.type { fields[shown] = type }
      }
      environment.declare(object: ObjectType(name: name, fields: fields))
      for property in properties.types.values { property.declare(in: &environment) }
    case .list(let items, _): items.declare(in: &environment)
    case .map(let values): values.declare(in: &environment)
    case .bool, .int, .double, .string, .bytes, .timestamp, .date, .duration, .intOrString, .preserved: break
    }
  }
}

/// Names of fields that are no identifiers, as Kubernetes escapes them for expressions (apiserver cel/escaping.go).
enum FieldName {
  /// nil when the name cannot be written in an expression.
  static func escaped(_ name: String) -> String? {
    let bytes = Array(name.utf8)
    guard let first = bytes.first, !isDigit(first) else { return nil }
    if Parser.reservedWords.contains(name) || ["true", "false", "null", "in"].contains(name) {
      return "__\(name)__"
    }
    var result = ""
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "_") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "_"):
        result += "__underscores__"
        index += 1
      case UInt8(ascii: "."): result += "__dot__"
      case UInt8(ascii: "-"): result += "__dash__"
      case UInt8(ascii: "/"): result += "__slash__"
      default:
        guard isLetter(byte) || isDigit(byte) else { return nil }
        result.unicodeScalars.append(Unicode.Scalar(byte))
      }
      index += 1
    }
    return result
  }
}
