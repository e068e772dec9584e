internal import Values

/// Reading parts of values: fields, elements, entries.
extension Frame {
  /// `value.name`
  mutating func select(_ value: CELValue, _ name: String) -> CELValue {
    switch value {
    case .document(let document):
      guard case .object(let fields) = document.content else { return noFields(value, name) }
      if let position = fields.position(of: name) { return view(fields.fields[position].value) }
      blame(document.origin)
      if let rest = fields.rest { return .unknown(rest) }
      return .failure("no such key: \(name)")
    case .map(let map): return map[.string(name)] ?? .failure("no such key: \(name)")
    case .structured(let document):
      blame(document.value.origin)
      guard let field = document.field(name) else { return .failure("no such key: \(name)") }
      return field
    case .optional(let content):
      guard let content else { return value }
      return selectOptionally(content, name)
    case .opaque(let opaque): return opaque.content.field(name) ?? noFields(value, name)
    case .error, .unknown: return value
    case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .timestamp, .duration, .type:
      return noFields(value, name)
    }
  }

  /// `value.?name`
  mutating func selectOptionally(_ value: CELValue, _ name: String) -> CELValue {
    switch value {
    case .document(let document):
      guard case .object(let fields) = document.content else { return noFields(value, name) }
      guard let position = fields.position(of: name) else {
        blame(document.origin)
        if let rest = fields.rest { return .unknown(rest) }
        return .optional(nil)
      }
      let field = view(fields.fields[position].value)
      if case .unknown = field { return field }
      return .optional(field)
    case .map(let map): return .optional(map[.string(name)])
    case .structured(let document):
      blame(document.value.origin)
      return .optional(document.field(name))
    case .optional(let content):
      guard let content else { return value }
      return selectOptionally(content, name)
    case .opaque(let opaque): return .optional(opaque.content.field(name))
    case .error, .unknown: return value
    case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .timestamp, .duration, .type:
      return noFields(value, name)
    }
  }

  /// `has(value.name)`
  mutating func isPresent(_ value: CELValue, _ name: String) -> CELValue {
    switch value {
    case .document(let document):
      guard case .object(let fields) = document.content else { return noFields(value, name) }
      if let position = fields.position(of: name) {
        blame(fields.fields[position].value.origin)
        return .bool(true)
      }
      blame(document.origin)
      if let rest = fields.rest { return .unknown(rest) }
      return .bool(false)
    case .map(let map): return .bool(map.contains(.string(name)))
    case .structured(let document):
      blame(document.value.origin)
      guard let field = document.field(name) else { return .bool(false) }
      return field.isError ? field : .bool(true)
    case .optional(let content):
      guard let content else { return .bool(false) }
      return isPresent(content, name)
    case .opaque(let opaque): return .bool(opaque.content.field(name) != nil)
    case .error, .unknown: return value
    case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .timestamp, .duration, .type:
      return noFields(value, name)
    }
  }

  private func noFields(_ value: CELValue, _ name: String) -> CELValue {
    .failure("no such key: \(name) (a value of type '\(value.type.typeName)' has no fields)")
  }

  /// `value[key]`; nil when there is no such element or entry.
  mutating func element(_ value: CELValue, _ key: CELValue) -> CELValue? {
    if key.isAbsent, !value.isAbsent { return key }
    switch value {
    case .document(let document):
      switch document.content {
      case .list(let elements):
        guard let index = Self.listIndex(key) else { return Self.badIndex(key) }
        if elements.indices.contains(index) { return view(elements[index]) }
        blame(document.origin)
        return nil
      case .object(let fields):
        guard case .string(let name) = key.resolved else { return nil }
        if let position = fields.position(of: name) { return view(fields.fields[position].value) }
        blame(document.origin)
        return fields.rest.map { .unknown($0) }
      case .null, .bool, .number, .string, .unknown: return .noSuchOverload
      }
    case .list(let elements):
      guard let index = Self.listIndex(key) else { return Self.badIndex(key) }
      return elements.indices.contains(index) ? seen(elements[index]) : nil
    case .map(let map): return CELMapKey(key).flatMap { map[$0] }.map { seen($0) }
    case .structured(let document):
      blame(document.value.origin)
      return document.element(key)
    case .optional(let content):
      guard let content else { return .optional(nil) }
      let element = element(content, key)
      if let element, element.isAbsent { return element }
      return .optional(element)
    case .error: return value
    case .unknown: return key.isError ? key : value
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .opaque:
      return .noSuchOverload
    }
  }

  static func listIndex(_ key: CELValue) -> Int? {
    switch key.resolved {
    case .int(let number): Int(number)
    case .uint(let number): Int(exactly: number)
    case .double(let number): Int(exactly: number)
    case .null, .bool, .string, .bytes, .list, .map, .timestamp, .duration, .type, .optional, .opaque,
      .document,
      .structured, .error, .unknown:
      nil
    }
  }

  private static func badIndex(_ key: CELValue) -> CELValue {
    .failure("a list cannot be indexed by a value of type '\(key.type.typeName)'")
  }

  static func missing(_ value: CELValue, _ key: CELValue) -> CELValue {
    if value.elements != nil { return .failure("index out of bounds: \(Printer.brief(key))") }
    return .failure("no such key: \(Printer.brief(key))")
  }
}
