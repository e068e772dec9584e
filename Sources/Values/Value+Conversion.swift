extension Value {
  /// The value as a type, by the rules of Terraform's implied conversions (go-cty's `Convert`): text and numbers
  /// into each other, tuples to lists and sets, objects to maps, and so on inwards. `dynamic` in the type leaves
  /// that part as it is. Optional attributes that are missing become null; their defaults are the caller's.
  ///
  /// Origins and marks stay with their parts, unknown parts stay unknown.
  public func converted(to wanted: ValueType) throws(ConversionFailure) -> Value {
    let given = type
    let plain = wanted.withoutOptionalAttributes
    if given == plain { return self }
    guard given.converts(to: wanted) else {
      throw ConversionFailure(ConversionFailure.mismatch(given, wanted))
    }
    return try Conversion(wanted).convert(self, given)
  }
}

/// The conversion of values to one type, after the types have been found to allow it.
private struct Conversion {
  var wanted: ValueType

  init(_ wanted: ValueType) { self.wanted = wanted }

  func convert(_ value: Value, _ given: ValueType) throws(ConversionFailure) -> Value {
    if wanted == .dynamic || given == wanted.withoutOptionalAttributes { return value }
    switch value.content {
    case .unknown(let unknown): return self.unknown(unknown, value, given)
    case .null:
      var null = value
      null.explicitType = wanted.withoutOptionalAttributes.filled(from: given)
      return null
    case .bool, .number, .string: return try primitive(value)
    case .list(let elements): return try sequence(value, elements, given)
    case .object(let fields): return try mapping(value, fields, given)
    }
  }

  /// `known` is the part's type, as far as the whole one's type tells it without looking at the value.
  private func part(
    _ value: Value, _ known: ValueType?, to type: ValueType, at step: ConversionFailure.Step
  ) throws(ConversionFailure) -> Value {
    do throws(ConversionFailure) {
      let given = known.flatMap { $0.hasDynamic ? nil : $0 } ?? value.type
      if given != type.withoutOptionalAttributes, !given.converts(to: type) {
        throw ConversionFailure(ConversionFailure.mismatch(given, type))
      }
      return try Conversion(type).convert(value, given)
    } catch {
      throw error.inside(step)
    }
  }

  private func unknown(_ unknown: Unknown, _ value: Value, _ given: ValueType) -> Value {
    let target = wanted.withoutOptionalAttributes.filled(from: given)
    var (minimum, maximum): (Int?, Int?) = (nil, nil)
    switch (given, target) {
    case (.object(let attributes, _), .map): (minimum, maximum) = (attributes.count, attributes.count)
    case (.tuple(let elements), .list): (minimum, maximum) = (elements.count, elements.count)
    case (.tuple(let elements), .set): (minimum, maximum) = (min(elements.count, 1), elements.count)
    case (_, .set) where given.isCollection:
      (minimum, maximum) = (unknown.minimumLength.map { min($0, 1) }, unknown.maximumLength)
    case (_, .list) where given.isCollection, (_, .map) where given.isCollection:
      (minimum, maximum) = (unknown.minimumLength, unknown.maximumLength)
    default: break
    }
    return .unknown(
      target,
      Unknown(
        unknown.reasons, isNotNull: unknown.isNotNull, minimumLength: minimum, maximumLength: maximum,
        parts: unknown.parts),
      origin: value.origin, marks: value.marks)
  }

  private func primitive(_ value: Value) throws(ConversionFailure) -> Value {
    var result = value
    result.explicitType = nil
    switch (value.content, wanted) {
    case (.number(let number), .string): result.content = .string(number.text)
    case (.bool(let flag), .string): result.content = .string(flag ? "true" : "false")
    case (.string(let text), .number):
      guard let number = Number(parsing: text) else { throw ConversionFailure("a number is required") }
      result.content = .number(number)
    case (.string(let text), .bool): result.content = .bool(try Self.bool(text))
    default: throw ConversionFailure(ConversionFailure.mismatch(value.type, wanted))
    }
    return result
  }

  private static func bool(_ text: String) throws(ConversionFailure) -> Bool {
    switch text {
    case "true", "1": return true
    case "false", "0": return false
    default: break
    }
    switch text.lowercased() {
    case "true": throw ConversionFailure("a bool is required; to convert from string, use lowercase \"true\"")
    case "false":
      throw ConversionFailure("a bool is required; to convert from string, use lowercase \"false\"")
    default: throw ConversionFailure("a bool is required")
    }
  }

  private func sequence(_ value: Value, _ elements: [Value], _ given: ValueType) throws(ConversionFailure)
    -> Value
  {
    let parts = given.tupleElements
    if case .tuple(let types) = wanted {
      guard types.count == elements.count else {
        throw ConversionFailure(ConversionFailure.mismatch(given, wanted))
      }
      var converted: [Value] = []
      for (position, element) in elements.enumerated() {
        converted.append(try part(element, parts?[position], to: types[position], at: .position(position)))
      }
      return rebuilt(value, .list(converted), nil)
    }
    guard wanted.isList || wanted.isSet, var inner = wanted.element else {
      throw ConversionFailure(ConversionFailure.mismatch(given, wanted))
    }
    if inner == .dynamic, case .tuple(let types) = given, !types.isEmpty {
      inner = ValueType.unified(types) ?? .dynamic
    }
    if wanted.isList, value.length == nil { return listOfUnknownOrder(value, elements, inner) }
    var converted: [Value] = []
    converted.reserveCapacity(elements.count)
    for (position, element) in elements.enumerated() {
      converted.append(
        try part(element, parts?[position] ?? given.element, to: inner, at: .position(position)))
    }
    if elements.isEmpty, inner == .dynamic, let known = given.element { inner = known }
    let type = try Self.elementType(
      &converted, inner, wanted.isSet ? "set" : "list", unifies: wanted.isList && given.isTuple)
    if wanted.isSet {
      return Value.set(converted, of: type, origin: value.origin).withMarks(value.marks)
    }
    return rebuilt(value, .list(converted), .list(type))
  }

  /// Of a set with an unknown element: it may turn out to be another one of the elements, and its place is open.
  private func listOfUnknownOrder(_ value: Value, _ elements: [Value], _ inner: ValueType) -> Value {
    let element =
      inner == .dynamic ? value.explicitType?.element ?? .dynamic : inner.withoutOptionalAttributes
    let unknown = Unknown(
      value.unknownReasons, isNotNull: true, minimumLength: 1, maximumLength: elements.count)
    return .unknown(.list(element), unknown, origin: value.origin, marks: value.marks)
  }

  private func rebuilt(_ value: Value, _ content: Value.Content, _ type: ValueType?) -> Value {
    Value(content, origin: value.origin, marks: value.marks, explicitType: type)
  }

  /// The one type of all parts. Where the constraint leaves it open, they must agree, after they have been
  /// brought to a common type where upstream does that.
  private static func elementType(
    _ parts: inout [Value], _ constraint: ValueType, _ noun: String, unifies: Bool
  ) throws(ConversionFailure) -> ValueType {
    let plain = constraint.withoutOptionalAttributes
    guard plain.hasDynamic, !parts.isEmpty else { return plain }
    let types = parts.map(\.type)
    if unifies {
      guard let common = ValueType.unified(types) else {
        throw ConversionFailure("cannot find a common base type for all elements")
      }
      for (position, part) in parts.enumerated() where types[position] != common {
        parts[position] = try part.converted(to: common)
      }
    }
    var agreed = ValueType.dynamic
    for type in parts.map(\.type) where type != .dynamic && type != agreed {
      guard agreed == .dynamic else {
        throw ConversionFailure("element types must all match for conversion to \(noun)")
      }
      agreed = type
    }
    return agreed
  }

  private func mapping(_ value: Value, _ fields: ObjectFields, _ given: ValueType) throws(ConversionFailure)
    -> Value
  {
    switch wanted {
    case .object(let attributes, let optional):
      return try object(value, fields, given, attributes, optional)
    case .map(var inner):
      if let rest = fields.rest {
        let unknown = Unknown((value.unknownReasons + rest.reasons).withoutRepetition(), isNotNull: true)
        return .unknown(wanted.withoutOptionalAttributes, unknown, origin: value.origin, marks: value.marks)
      }
      if inner == .dynamic, case .object(let attributes, _) = given, !attributes.isEmpty {
        inner = ValueType.unified(attributes.sortedValues) ?? .dynamic
      }
      let parts = given.attributes
      var converted = fields.fields
      for (position, field) in fields.fields.enumerated() {
        converted[position].value = try part(
          field.value, parts?[field.name] ?? given.element, to: inner, at: .key(field.name))
      }
      if fields.isEmpty, inner == .dynamic, let known = given.element { inner = known }
      var values = converted.map(\.value)
      let type = try Self.elementType(
        &values, inner, "map", unifies: inner.isCollection || inner.isObject)
      for position in converted.indices { converted[position].value = values[position] }
      return rebuilt(value, .object(ObjectFields(converted)), .map(type))
    case .dynamic, .bool, .number, .string, .list, .set, .tuple:
      throw ConversionFailure(ConversionFailure.mismatch(given, wanted))
    }
  }

  private func object(
    _ value: Value, _ fields: ObjectFields, _ given: ValueType, _ attributes: [String: ValueType],
    _ optional: Set<String>
  ) throws(ConversionFailure) -> Value {
    let parts = given.attributes
    var kept: [ObjectFields.Field] = []
    for field in fields.fields {
      guard let type = attributes[field.name] else { continue }
      var field = field
      field.value = try part(
        field.value, parts?[field.name] ?? given.element, to: type, at: .attribute(field.name))
      kept.append(field)
    }
    var result = ObjectFields(kept)
    for name in attributes.keys.sorted() where result[name] == nil {
      if let rest = fields.rest, let type = attributes[name] {
        let unknown = Value.unknown(type.withoutOptionalAttributes, rest, origin: value.origin)
        result.append(ObjectFields.Field(name, unknown))
        continue
      }
      guard let type = attributes[name], optional.contains(name) else {
        throw ConversionFailure(
          value.isMap
            ? "map has no element for required attribute \(name.quotedAsGo)"
            : "attribute \(name.quotedAsGo) is required")
      }
      result.append(
        ObjectFields.Field(name, .null(type.withoutOptionalAttributes, origin: value.origin)))
    }
    return rebuilt(value, .object(result), nil)
  }
}
