extension Value {
  /// An unknown of a type. What is known of it makes it a known value where nothing is left open, as cty does:
  /// a non-null list of known length becomes a list of unknowns.
  public static func unknown(
    _ type: ValueType, _ unknown: Unknown, origin: Origin = .none, marks: Marks = []
  ) -> Value {
    let open = Value(
      .unknown(unknown), origin: origin, marks: marks, explicitType: type == .dynamic ? nil : type)
    guard unknown.isNotNull else { return open }
    if type == .number, let minimum = unknown.minimum, minimum == unknown.maximum {
      return Value(.number(minimum), origin: origin, marks: marks)
    }
    guard let length = unknown.minimumLength, length == unknown.maximumLength, let element = type.element
    else { return open }
    if length == 0 {
      return Value(
        type.isMap ? .object(ObjectFields()) : .list([]), origin: origin, marks: marks, explicitType: type)
    }
    guard type.isList || type.isSet && length == 1, length <= 1024 else { return open }
    let part = Value.unknown(element, Unknown(unknown.reasons), origin: origin)
    return Value(
      .list(Array(repeating: part, count: length)), origin: origin, marks: marks, explicitType: type)
  }

  public static func unknown(
    _ type: ValueType = .dynamic, because reasons: [Unknown.Reason], origin: Origin = .none
  ) -> Value {
    .unknown(type, Unknown(reasons), origin: origin)
  }

  public var isKnown: Bool { if case .unknown = content { false } else { true } }

  /// Unknown in value and type.
  public var isDynamicUnknown: Bool { !isKnown && (explicitType ?? .dynamic) == .dynamic }

  /// Whether no part is unknown.
  public var isWhollyKnown: Bool {
    switch content {
    case .unknown: false
    case .null, .bool, .number, .string: true
    case .list(let elements): elements.allSatisfy(\.isWhollyKnown)
    case .object(let fields): fields.rest == nil && fields.fields.allSatisfy { $0.value.isWhollyKnown }
    }
  }

  /// Whether the type of no part is open.
  var hasWhollyKnownType: Bool {
    switch content {
    case .unknown: !(explicitType ?? .dynamic).hasDynamic
    case .null, .bool, .number, .string: true
    case .list(let elements): elements.allSatisfy(\.hasWhollyKnownType)
    case .object(let fields): fields.rest == nil && fields.fields.allSatisfy { $0.value.hasWhollyKnownType }
    }
  }

  public var isDefinitelyNotNull: Bool {
    switch content {
    case .null: false
    case .unknown(let unknown): unknown.isNotNull
    case .bool, .number, .string, .list, .object: true
    }
  }

  /// Why any part of the value is unknown, without repetition, in the order of the parts.
  public var unknownReasons: [Unknown.Reason] {
    var reasons: [Unknown.Reason] = []
    collectReasons(into: &reasons)
    return reasons.withoutRepetition()
  }

  private func collectReasons(into reasons: inout [Unknown.Reason]) {
    switch content {
    case .unknown(let unknown): reasons += unknown.reasons
    case .null, .bool, .number, .string: break
    case .list(let elements): for element in elements { element.collectReasons(into: &reasons) }
    case .object(let fields):
      for field in fields.fields { field.value.collectReasons(into: &reasons) }
      reasons += fields.rest?.reasons ?? []
    }
  }

  /// The value, if unknown, known not to be null. An unknown of unknown type stays as it is.
  public func refinedNotNull() -> Value {
    guard case .unknown(let unknown) = content, let type = explicitType, !unknown.isNotNull else {
      return self
    }
    return .unknown(type, unknown.refinedNotNull(), origin: origin, marks: marks)
  }

  /// The number of elements of a collection, tuple or object; nil when it is not known, as for a set of several
  /// elements of which one is unknown.
  public var length: Int? {
    switch content {
    case .list(let elements):
      if isSet, elements.count > 1, !isWhollyKnown { return nil }
      return elements.count
    case .object(let fields): return fields.rest == nil ? fields.count : nil
    case .unknown:
      switch explicitType {
      case .tuple(let elements): return elements.count
      case .object(let attributes, _): return attributes.count
      default: return nil
      }
    case .null, .bool, .number, .string: return nil
    }
  }

  /// Inclusive bounds of the length of a known or unknown collection.
  public var lengthBounds: (minimum: Int, maximum: Int) {
    if let length { return (length, length) }
    if case .list(let elements) = content { return (min(elements.count, 1), elements.count) }
    if case .object(let fields) = content { return (fields.count, .max) }
    if case .unknown(let unknown) = content {
      return (unknown.minimumLength ?? 0, unknown.maximumLength ?? .max)
    }
    return (0, .max)
  }

  /// Inclusive bounds of a known or unknown number, nil where open.
  public var numberBounds: (minimum: Number?, maximum: Number?) {
    switch content {
    case .number(let number): (number, number)
    case .unknown(let unknown): (unknown.minimum, unknown.maximum)
    case .null, .bool, .string, .list, .object: (nil, nil)
    }
  }
}
