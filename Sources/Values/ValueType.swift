/// A type of the Terraform language (cty): what an unknown would be, what an empty collection holds.
public indirect enum ValueType: Hashable, Sendable {
  /// In a value's type: not known yet. In a constraint: anything.
  case dynamic
  case bool
  case number
  case string
  case list(ValueType)
  case set(ValueType)
  case map(ValueType)
  case tuple([ValueType])
  case object([String: ValueType], optional: Set<String>)

  /// An object type all of whose attributes are required, as values have it.
  public static func object(_ attributes: [String: ValueType]) -> ValueType {
    .object(attributes, optional: [])
  }
}

extension ValueType {
  public var isPrimitive: Bool {
    switch self {
    case .bool, .number, .string: true
    case .dynamic, .list, .set, .map, .tuple, .object: false
    }
  }

  /// List, set or map.
  public var isCollection: Bool { element != nil }

  public var isList: Bool { if case .list = self { true } else { false } }
  public var isSet: Bool { if case .set = self { true } else { false } }
  public var isMap: Bool { if case .map = self { true } else { false } }
  public var isTuple: Bool { if case .tuple = self { true } else { false } }
  public var isObject: Bool { if case .object = self { true } else { false } }
  /// List, set or tuple.
  public var isSequence: Bool { isList || isSet || isTuple }

  /// The element type of a list, set or map.
  public var element: ValueType? {
    switch self {
    case .list(let element), .set(let element), .map(let element): element
    case .dynamic, .bool, .number, .string, .tuple, .object: nil
    }
  }

  public var tupleElements: [ValueType]? { if case .tuple(let elements) = self { elements } else { nil } }

  public var attributes: [String: ValueType]? {
    if case .object(let attributes, _) = self { attributes } else { nil }
  }

  /// Whether `dynamic` occurs in it.
  public var hasDynamic: Bool {
    switch self {
    case .dynamic: true
    case .bool, .number, .string: false
    case .list(let element), .set(let element), .map(let element): element.hasDynamic
    case .tuple(let elements): elements.contains(where: \.hasDynamic)
    case .object(let attributes, _): attributes.values.contains(where: \.hasDynamic)
    }
  }

  /// The same type with every attribute required, as the type of a value converted to it.
  public var withoutOptionalAttributes: ValueType {
    switch self {
    case .dynamic, .bool, .number, .string: self
    case .list(let element): .list(element.withoutOptionalAttributes)
    case .set(let element): .set(element.withoutOptionalAttributes)
    case .map(let element): .map(element.withoutOptionalAttributes)
    case .tuple(let elements): .tuple(elements.map(\.withoutOptionalAttributes))
    case .object(let attributes, _): .object(attributes.mapValues(\.withoutOptionalAttributes))
    }
  }

  /// Whether a value of this type satisfies the constraint, in which `dynamic` stands for any type.
  public func conforms(to constraint: ValueType) -> Bool {
    switch (self, constraint) {
    case (_, .dynamic): true
    case (.list(let given), .list(let wanted)), (.set(let given), .set(let wanted)),
      (.map(let given), .map(let wanted)):
      given.conforms(to: wanted)
    case (.tuple(let given), .tuple(let wanted)):
      given.count == wanted.count && zip(given, wanted).allSatisfy { $0.conforms(to: $1) }
    case (.object(let given, _), .object(let wanted, let optional)):
      given.keys.allSatisfy { wanted[$0] != nil }
        && wanted.allSatisfy { name, type in
          given[name].map { $0.conforms(to: type) } ?? optional.contains(name)
        }
    default: self == constraint
    }
  }

  /// Terraform's name of the type in messages about values: `list of string`, `object`.
  public var friendlyName: String { name(anyType: "dynamic", anyElement: "dynamic") }

  /// The name in messages about what is required: `list of any single type`.
  public var constraintName: String { name(anyType: "any type", anyElement: "any single type") }

  private func name(anyType: String, anyElement: String) -> String {
    func elementName(_ element: ValueType) -> String {
      element == .dynamic ? anyElement : element.name(anyType: anyType, anyElement: anyElement)
    }
    return switch self {
    case .dynamic: anyType
    case .bool: "bool"
    case .number: "number"
    case .string: "string"
    case .list(let element): "list of " + elementName(element)
    case .set(let element): "set of " + elementName(element)
    case .map(let element): "map of " + elementName(element)
    case .tuple: "tuple"
    case .object: "object"
    }
  }
}
