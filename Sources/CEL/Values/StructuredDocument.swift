public import Values

/// A document value together with the schema that declares it: scalars get the schema's types, lists compare as the
/// schema says.
public struct StructuredDocument: Sendable {
  public let value: Value
  public let schema: SchemaType

  /// The value as expressions see it: a plain CEL value for scalars, a structured view for the rest, an error for
  /// data that contradicts the schema.
  public static func value(_ value: Value, _ schema: SchemaType) -> CELValue {
    if case .unknown(let unknown) = value.content { return .unknown(unknown) }
    if value.isNull {
      return schema.isNullable ? .null : .failure("invalid data, got null for schema with nullable=false")
    }
    switch (schema.kind, value.content) {
    case (.bool, .bool(let flag)): return .bool(flag)
    case (.int, .number(.integer(let number))): return .int(number)
    case (.double, .number(let number)): return .double(number.double)
    case (.intOrString, .number(.integer(let number))): return .int(number)
    case (.intOrString, .string(let text)), (.string, .string(let text)): return .string(text)
    case (.bytes, .string(let text)): return TextFormats.base64(text)
    case (.timestamp, .string(let text)): return TextFormats.schemaTimestamp(text)
    case (.date, .string(let text)): return TextFormats.schemaDate(text)
    case (.duration, .string(let text)): return TextFormats.schemaDuration(text)
    case (.list, .list), (.map, .object), (.object, .object):
      return .structured(StructuredDocument(value: value, schema: schema))
    case (.preserved, _): return .structured(StructuredDocument(value: value, schema: schema))
    default:
      return .failure(schema.complaint(about: value.typeName))
    }
  }

  var type: CELType {
    switch schema.kind {
    case .list: .list(.dyn)
    case .map, .object: .map(.dyn, .dyn)
    case .bool, .int, .double, .string, .bytes, .timestamp, .date, .duration, .intOrString, .preserved: .dyn
    }
  }

  var count: Int {
    switch value.content {
    case .list(let elements): elements.count
    case .object(let fields): fields.count
    case .null, .bool, .number, .string, .unknown: 1
    }
  }

  var elements: ListElements? {
    guard case .list(let items, _) = schema.kind, let elements = value.list else { return nil }
    return .values(elements.map { Self.value($0, items) })
  }

  /// Only what the schema declares, by the names that expressions use.
  var entries: [CELMap.Entry]? {
    guard let fields = value.object?.fields else { return nil }
    switch schema.kind {
    case .map(let values):
      return fields.map { CELMap.Entry(key: .string($0.name), value: Self.value($0.value, values)) }
    case .object(let properties):
      return fields.compactMap { field in
        guard let type = properties.types[field.name] else { return nil }
        return CELMap.Entry(
          key: .string(FieldName.escaped(field.name) ?? field.name), value: Self.value(field.value, type))
      }
    case .bool, .int, .double, .string, .bytes, .timestamp, .date, .duration, .intOrString, .list, .preserved:
      return nil
    }
  }

  /// nil when there is no such field; a null field of an object counts as absent.
  func field(_ name: String) -> CELValue? {
    guard let fields = value.object else { return nil }
    switch schema.kind {
    case .map(let values): return fields[name].map { Self.value($0, values) }
    case .object(let properties):
      guard let actual = properties.names[name], let type = properties.types[actual],
        let field = fields[actual],
        !field.isNull
      else { return nil }
      return Self.value(field, type)
    case .bool, .int, .double, .string, .bytes, .timestamp, .date, .duration, .intOrString, .list, .preserved:
      return nil
    }
  }

  func element(_ key: CELValue) -> CELValue? {
    if case .list(let items, _) = schema.kind, let elements = value.list {
      guard let index = Frame.listIndex(key) else { return .noSuchOverload }
      return elements.indices.contains(index) ? Self.value(elements[index], items) : nil
    }
    guard case .string(let name) = key.resolved else { return nil }
    return field(name)
  }

  // Equality.

  func equality(to other: CELValue) -> Equality {
    switch schema.kind {
    case .list(_, let kind):
      guard let elements, let others = other.elements else { return Equality(false) }
      switch kind {
      case .atomic: return Equality.lists(elements, others)
      case .set: return Self.unordered(elements, others) { [$0] }
      case .map(let keys): return Self.unordered(elements, others) { Self.key(of: $0, keys) }
      }
    case .map, .object: return fields(equalTo: other)
    case .bool, .int, .double, .string, .bytes, .timestamp, .date, .duration, .intOrString, .preserved:
      if case .structured(let other) = other {
        return Equality.between(.document(value), .document(other.value))
      }
      return Equality.between(.document(value), other)
    }
  }

  /// Fields that the schema does not declare are compared only where both sides have them, as the API server does.
  private func fields(equalTo other: CELValue) -> Equality {
    guard let fields = value.object else { return .different }
    let others: (String) -> CELValue?
    let undeclared: (String) -> Value?
    let otherCount: Int
    switch other {
    case .structured(let other):
      guard other.value.object != nil else { return .different }
      (others, undeclared, otherCount) = (other.field, { other.value[$0] }, other.count)
    case .map(let map): (others, undeclared, otherCount) = ({ map[.string($0)] }, { _ in nil }, map.count)
    case .document(let document):
      guard let object = document.object else { return .different }
      (others, undeclared, otherCount) = (
        { object[$0].map { CELValue(viewing: $0) } }, { object[$0] }, object.count
      )
    default: return .different
    }
    guard fields.count == otherCount else { return .different }
    for field in fields.fields {
      let result: Equality
      if isDeclared(field.name) {
        let shown = shownName(field.name)
        switch (self.field(shown), others(shown)) {
        case (nil, nil): continue
        case (let left?, let right?): result = Equality.between(left, right)
        case (nil, _?), (_?, nil): return .different
        }
      } else if let right = undeclared(field.name) {
        result = Equality.between(CELValue(viewing: field.value), CELValue(viewing: right))
      } else {
        continue
      }
      guard result.isEqual else { return result }
    }
    return .equal
  }

  private func isDeclared(_ name: String) -> Bool {
    if case .object(let properties) = schema.kind { return properties.types[name] != nil }
    return true
  }

  private func shownName(_ name: String) -> String {
    if case .object = schema.kind { return FieldName.escaped(name) ?? name }
    return name
  }

  private static func key(of element: CELValue, _ keys: [String]) -> [CELValue] {
    keys.map { key in
      switch element {
      case .structured(let document): document.value[key].map { CELValue(viewing: $0) } ?? .null
      case .map(let map): map[.string(key)] ?? .null
      case .document(let document): document[key].map { CELValue(viewing: $0) } ?? .null
      default: .null
      }
    }
  }

  private static func unordered(
    _ left: ListElements, _ right: ListElements, key: (CELValue) -> [CELValue]
  ) -> Equality {
    guard left.count == right.count else { return .different }
    let keys = left.array.map { CELValue.list(key($0)) }
    var seen = Set<Int>()
    for index in 0..<right.count {
      let wanted = CELValue.list(key(right[index]))
      guard let position = keys.firstIndex(where: { Equality.between($0, wanted).isEqual }) else {
        return .different
      }
      let result = Equality.between(left[position], right[index])
      guard result.isEqual else { return result }
      seen.insert(position)
    }
    return Equality(seen.count == left.count)
  }

  // Joining.

  var isMergedList: Bool {
    guard case .list(_, let kind) = schema.kind else { return false }
    switch kind {
    case .atomic: return false
    case .set, .map: return true
    }
  }

  /// The union of sets, or the merge of lists by key: places of the left, values of the right.
  func merged(with other: CELValue) -> CELValue {
    guard case .list(_, let kind) = schema.kind, let elements, let others = other.elements else {
      return .noSuchOverload
    }
    var result = elements.array
    let keys: (CELValue) -> [CELValue]
    switch kind {
    case .atomic, .set: keys = { [$0] }
    case .map(let names): keys = { Self.key(of: $0, names) }
    }
    for index in 0..<others.count {
      let wanted = CELValue.list(keys(others[index]))
      if let position = result.firstIndex(where: { Equality.between(.list(keys($0)), wanted).isEqual }) {
        result[position] = others[index]
      } else {
        result.append(others[index])
      }
    }
    return .list(result)
  }
}

extension SchemaType {
  /// What the API server says about data of another type.
  fileprivate func complaint(about found: String) -> String {
    switch kind {
    case .intOrString: "invalid data, expected XIntOrString value to be either a string or integer"
    case .list: "invalid data, expected an array for the provided schema with type=array"
    case .map, .object: "invalid data, expected a map for the provided schema with type=object"
    case .bool: "invalid data, expected bool, got \(found)"
    case .int: "invalid data, expected int, got \(found)"
    case .double: "invalid data, expected float, got \(found)"
    case .string, .bytes, .timestamp, .date, .duration: "invalid data, expected string, got \(found)"
    case .preserved: "invalid data"
    }
  }
}

extension Value {
  fileprivate var typeName: String {
    switch content {
    case .null: "null"
    case .bool: "bool"
    case .number: "number"
    case .string: "string"
    case .list: "array"
    case .object: "object"
    case .unknown: "unknown"
    }
  }
}
