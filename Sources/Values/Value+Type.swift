extension Value {
  /// The type of the value in the Terraform language. A mapping or sequence without `explicitType` is an object
  /// or a tuple, whose type is put together from the parts: linear in the size of the value. An object that has
  /// further fields, unknown here, is `dynamic`.
  public var type: ValueType {
    switch content {
    case .bool: return .bool
    case .number: return .number
    case .string: return .string
    case .null, .unknown: return explicitType ?? .dynamic
    case .list(let elements):
      return explicitType ?? .tuple(elements.map(\.type))
    case .object(let fields):
      if let explicitType { return explicitType }
      if fields.rest != nil { return .dynamic }
      var attributes: [String: ValueType] = [:]
      attributes.reserveCapacity(fields.count)
      for field in fields.fields { attributes[field.name] = field.value.type }
      return .object(attributes)
    }
  }

  /// The type without what it is made of, at once: an object or tuple that is known has no parts here. For questions
  /// such as whether the value is a sequence.
  public var outerType: ValueType {
    switch content {
    case .bool: .bool
    case .number: .number
    case .string: .string
    case .null, .unknown: explicitType ?? .dynamic
    case .list: explicitType ?? .tuple([])
    case .object(let fields): explicitType ?? (fields.rest != nil ? .dynamic : .object([:]))
    }
  }

  public var number: Number? { if case .number(let number) = content { number } else { nil } }

  public var isSet: Bool { explicitType?.isSet ?? false }
  public var isMap: Bool { explicitType?.isMap ?? false }

  public static func string(_ text: String, origin: Origin = .none) -> Value {
    Value(.string(text), origin: origin)
  }

  public static func bool(_ flag: Bool, origin: Origin = .none) -> Value {
    Value(.bool(flag), origin: origin)
  }

  public static func number(_ number: Number, origin: Origin = .none) -> Value {
    Value(.number(number), origin: origin)
  }

  public static func null(_ type: ValueType = .dynamic, origin: Origin = .none) -> Value {
    Value(.null, origin: origin, explicitType: type == .dynamic ? nil : type)
  }

  public static func tuple(_ elements: [Value], origin: Origin = .none) -> Value {
    Value(.list(elements), origin: origin)
  }

  /// The elements must be of the type already.
  public static func list(_ elements: [Value], of type: ValueType, origin: Origin = .none) -> Value {
    Value(.list(elements), origin: origin, explicitType: .list(type))
  }

  /// The values must be of the type already.
  public static func map(_ fields: ObjectFields, of type: ValueType, origin: Origin = .none) -> Value {
    Value(.object(fields), origin: origin, explicitType: .map(type))
  }

  public static func object(_ fields: ObjectFields, origin: Origin = .none) -> Value {
    Value(.object(fields), origin: origin)
  }

  /// The same value with the origin of the text or computation that now stands for it, unless it has one.
  public func withOrigin(ifMissing origin: Origin) -> Value {
    guard self.origin.location == nil else { return self }
    var value = self
    value.origin = origin
    return value
  }
}

extension ObjectFields {
  /// The fields in the order in which Terraform iterates them: by name, byte by byte.
  public var sortedByName: [Field] {
    var isSorted = true
    for (left, right) in zip(fields, fields.dropFirst()) where right.name < left.name { isSorted = false }
    return isSorted ? fields : fields.sorted { $0.name < $1.name }
  }
}
