internal import Values

/// Whether two values are equal, where that can be known.
enum Equality {
  case equal
  case different
  case unknown(Unknown)

  init(_ isEqual: Bool) { self = isEqual ? .equal : .different }

  var value: CELValue {
    switch self {
    case .equal: .bool(true)
    case .different: .bool(false)
    case .unknown(let unknown): .unknown(unknown)
    }
  }

  var isEqual: Bool { if case .equal = self { true } else { false } }

  /// Values of different types are different; numbers are compared by their mathematical value.
  static func between(_ left: CELValue, _ right: CELValue) -> Equality {
    switch (left, right) {
    case (.string(let left), .string(let right)): Equality(left.hasSameBytes(as: right))
    case (.int(let left), .int(let right)): Equality(left == right)
    case (.bool(let left), .bool(let right)): Equality(left == right)
    case (.document(let left), _): unwrapping(left, right)
    case (_, .document(let right)): unwrapping(right, left)
    case (.unknown(let unknown), let other), (let other, .unknown(let unknown)): refined(unknown, other)
    case (.structured(let left), _): left.equality(to: right)
    case (_, .structured(let right)): right.equality(to: left)
    case (.null, .null): .equal
    case (.uint(let left), .uint(let right)): Equality(left == right)
    case (.double(let left), .double(let right)): Equality(left == right)
    case (.int(let left), .uint(let right)), (.uint(let right), .int(let left)):
      Equality(left >= 0 && UInt64(left) == right)
    case (.int(let left), .double(let right)), (.double(let right), .int(let left)):
      Equality(Int64(exactly: right) == left)
    case (.uint(let left), .double(let right)), (.double(let right), .uint(let left)):
      Equality(UInt64(exactly: right) == left)
    case (.bytes(let left), .bytes(let right)): Equality(left == right)
    case (.list(let left), .list(let right)): lists(.values(left), .values(right))
    case (.map(let left), .map(let right)): maps(left, right)
    case (.timestamp(let left), .timestamp(let right)): Equality(left == right)
    case (.duration(let left), .duration(let right)): Equality(left == right)
    case (.type(let left), .type(let right)): Equality(left.typeName == right.typeName)
    case (.optional(let left), .optional(let right)): optionals(left, right)
    case (.opaque(let left), .opaque(let right)): Equality(left.content.isEqual(to: right.content))
    default: .different
    }
  }

  private static func unwrapping(_ document: Value, _ other: CELValue) -> Equality {
    switch document.content {
    case .list(let elements):
      guard let others = other.elements else { return absent(other) }
      if case .structured(let structured) = other { return structured.equality(to: .document(document)) }
      return lists(.documents(elements), others)
    case .object(let fields):
      switch other {
      case .document(let other):
        guard case .object(let others) = other.content else { return absent(.document(other)) }
        return objects(fields, others)
      case .map(let map): return object(fields, map)
      case .structured(let structured): return structured.equality(to: .document(document))
      default: return absent(other)
      }
    case .null, .bool, .number, .string, .unknown: return between(CELValue(resolving: document), other)
    }
  }

  /// For a list or object against something that is neither: different, unless that is unknown.
  private static func absent(_ other: CELValue) -> Equality {
    if case .unknown(let unknown) = other { return .unknown(unknown) }
    if case .document(let document) = other, case .unknown(let unknown) = document.content {
      return .unknown(unknown)
    }
    return .different
  }

  /// What is known of an unknown can be enough to tell it from a value.
  private static func refined(_ unknown: Unknown, _ other: CELValue) -> Equality {
    switch other {
    case .null where unknown.isNotNull: return .different
    case .string(let text):
      if !unknown.mayBe(text) { return .different }
    case .unknown(let other): return .unknown(Absence.union(unknown, other))
    default: break
    }
    return .unknown(unknown)
  }

  static func lists(_ left: ListElements, _ right: ListElements) -> Equality {
    guard left.count == right.count else { return .different }
    var unknown: Unknown?
    for index in 0..<left.count {
      switch between(left[index], right[index]) {
      case .equal: continue
      case .different: return .different
      case .unknown(let cause): unknown = Absence.union(unknown, cause)
      }
    }
    return unknown.map { .unknown($0) } ?? .equal
  }

  private static func maps(_ left: CELMap, _ right: CELMap) -> Equality {
    guard left.count == right.count else { return .different }
    var unknown: Unknown?
    for entry in left.entries {
      guard let key = CELMapKey(entry.key), let other = right[key] else { return .different }
      switch between(entry.value, other) {
      case .equal: continue
      case .different: return .different
      case .unknown(let cause): unknown = Absence.union(unknown, cause)
      }
    }
    return unknown.map { .unknown($0) } ?? .equal
  }

  private static func objects(_ left: ObjectFields, _ right: ObjectFields) -> Equality {
    if let rest = left.rest ?? right.rest { return .unknown(rest) }
    guard left.count == right.count else { return .different }
    var unknown: Unknown?
    for field in left.fields {
      guard let other = right[field.name] else { return .different }
      switch unwrapping(field.value, CELValue(viewing: other)) {
      case .equal: continue
      case .different: return .different
      case .unknown(let cause): unknown = Absence.union(unknown, cause)
      }
    }
    return unknown.map { .unknown($0) } ?? .equal
  }

  private static func object(_ left: ObjectFields, _ right: CELMap) -> Equality {
    if let rest = left.rest { return .unknown(rest) }
    guard left.count == right.count else { return .different }
    var unknown: Unknown?
    for field in left.fields {
      guard let other = right[.string(field.name)] else { return .different }
      switch unwrapping(field.value, other) {
      case .equal: continue
      case .different: return .different
      case .unknown(let cause): unknown = Absence.union(unknown, cause)
      }
    }
    return unknown.map { .unknown($0) } ?? .equal
  }

  private static func optionals(_ left: CELValue?, _ right: CELValue?) -> Equality {
    switch (left, right) {
    case (nil, nil): .equal
    case (let left?, let right?): between(left, right)
    case (nil, _?), (_?, nil): .different
    }
  }

  /// `value in list`
  static func contains(_ elements: ListElements, _ value: CELValue) -> CELValue {
    var unknown: Unknown?
    for index in 0..<elements.count {
      switch between(elements[index], value) {
      case .equal: return .bool(true)
      case .different: continue
      case .unknown(let cause): unknown = Absence.union(unknown, cause)
      }
    }
    return unknown.map { .unknown($0) } ?? .bool(false)
  }
}
