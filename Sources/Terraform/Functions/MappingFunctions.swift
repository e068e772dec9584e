internal import Values

/// Functions on maps and objects.
enum MappingFunctions {
  static let all: [String: BuiltInFunction] = [
    "keys": BuiltInFunction(
      [FunctionParameter("inputMap", .dynamic).unknowable.markable], typeRule: keysType, keys),
    "values": BuiltInFunction(
      [FunctionParameter("mapping", .dynamic).markable], typeRule: valuesType, values),
    "lookup": BuiltInFunction(
      [
        FunctionParameter("inputMap", .dynamic).markable.unknowable.anyType,
        FunctionParameter("key", .string).markable.unknowable,
      ], variadic: FunctionParameter("default", .dynamic).asIs, isNotNull: false, typeRule: lookupType, lookup
    ),
    "merge": BuiltInFunction(
      [], variadic: FunctionParameter("maps", .dynamic).anyType.nullable.markable, typeRule: mergedType,
      merged),
    "transpose": BuiltInFunction(
      [FunctionParameter("values", .map(.list(.string)))], returns: .map(.list(.string)), transposed),
    "zipmap": BuiltInFunction(
      [FunctionParameter("keys", .list(.string)).markable, FunctionParameter("values", .dynamic).markable],
      typeRule: zippedType, zipped),
    "map": BuiltInFunction(
      [], variadic: FunctionParameter("vals", .dynamic).unknowable.anyType.nullable,
      typeRule: { (_: [Value]) throws(FunctionFailure) -> ValueType in
        throw FunctionFailure(
          "the \"map\" function was deprecated in Terraform v0.12 and is no longer available; use tomap({ ... }) "
            + "syntax to write a literal map")
      }, { (call) throws(FunctionFailure) in call.unknown(.dynamic) }),
  ]

  private static func keysType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    switch arguments[0].type {
    case .map: return .list(.string)
    case .object(let attributes, _): return .tuple(attributes.map { _ in .string })
    default: throw FunctionFailure("must have map or object type", argument: 0)
    }
  }

  private static func keys(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let marks = call[0].marks
    if let attributes = call[0].type.attributes {
      return Value.tuple(attributes.keys.sorted().map { .string($0) }).withMarks(marks)
    }
    guard let fields = call[0].object else { return call.unknown().withMarks(marks) }
    let names = fields.sortedByName.map { Value.string($0.name, origin: Origin($0.nameLocation)) }
    return Value.list(names, of: .string).withMarks(marks)
  }

  private static func valuesType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    switch arguments[0].type {
    case .map(let element): return .list(element)
    case .object(let attributes, _): return .tuple(attributes.sorted { $0.key < $1.key }.map(\.value))
    default: throw FunctionFailure("values() requires a map as the first argument")
    }
  }

  private static func values(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard let fields = call[0].object else { return call.unknown() }
    return Value(
      .list(fields.sortedByName.map(\.value)), marks: call[0].marks,
      explicitType: call.type.isTuple ? nil : call.type)
  }

  private static func lookupType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    guard arguments.count <= 3 else {
      throw FunctionFailure("lookup() takes two or three arguments, got \(arguments.count)")
    }
    switch arguments[0].type {
    case .object(let attributes, _):
      guard let key = arguments[1].string else { return .dynamic }
      if let type = attributes[key] { return type }
      if arguments.count == 3 { return arguments[2].type }
      throw FunctionFailure("the given object has no attribute \(key.quotedAsGo)", argument: 0)
    case .map(let element):
      if arguments.count == 3, (try? arguments[2].converted(to: element)) == nil {
        throw FunctionFailure("the default value must have the same type as the map elements", argument: 2)
      }
      return element
    case .dynamic: return .dynamic
    default: throw FunctionFailure("lookup() requires a map as the first argument", argument: 0)
    }
  }

  private static func lookup(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let marks = call[0].marks.union(call[1].marks)
    guard let fields = call[0].object, let key = call[1].string else {
      return call.unknown().withMarks(marks)
    }
    if let value = fields[key] { return value.withMarks(marks) }
    if fields.rest != nil { return call.unknown().withMarks(marks) }
    guard call.arguments.count == 3 else {
      throw FunctionFailure("lookup failed to find key \(key.quotedAsGo)")
    }
    do throws(ConversionFailure) {
      return try call[2].converted(to: call.type).withMarks(marks)
    } catch {
      throw FunctionFailure(error.description, argument: 2)
    }
  }

  private static func mergedType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    guard !arguments.isEmpty else { return .object([:]) }
    for type in arguments.map(\.type) where type != .dynamic && !type.isMap && !type.isObject {
      throw FunctionFailure("arguments must be maps or objects, got \(type.friendlyName.quotedAsGo)")
    }
    var attributes: [String: ValueType] = [:]
    var areKnown = true
    var types: [ValueType] = []
    for argument in arguments {
      var type = argument.type
      switch type {
      case .dynamic: return .dynamic
      case .object(let given, _):
        if argument.isNull { type = .object([:]) } else { attributes.merge(given) { $1 } }
      case .map(let element):
        if argument.isKnown {
          for name in argument.object?.names ?? [] { attributes[name] = element }
        } else {
          areKnown = false
        }
      case .bool, .number, .string, .list, .set, .tuple: break
      }
      types.append(type)
    }
    if types.allSatisfy({ $0 == types[0] }) { return types[0] }
    return areKnown ? .object(attributes) : .dynamic
  }

  private static func merged(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    var fields = ObjectFields()
    var marks = Value.Marks()
    for argument in call.arguments where !argument.isNull {
      marks.formUnion(argument.marks)
      guard let object = argument.object else { continue }
      if object.rest != nil {
        // Any field of an earlier argument may be replaced by one that is not known yet.
        for field in fields.fields where object[field.name] == nil {
          fields[field.name] = call.unknown(.dynamic)
        }
      }
      for field in object.fields { fields.set(field) }
      fields.rest = object.rest ?? fields.rest
    }
    return Value(.object(fields), marks: marks, explicitType: call.type.isMap ? call.type : nil)
  }

  private static func transposed(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard call[0].isWhollyKnown else { return call.unknown() }
    var groups: [String: [String]] = [:]
    for field in call[0].object?.sortedByName ?? [] {
      guard let elements = field.value.list else { throw FunctionFailure("input must not contain null list") }
      for element in elements {
        guard let text = element.string else {
          throw FunctionFailure("input list must not contain null string")
        }
        groups[text, default: []].append(field.name)
      }
    }
    let fields = groups.sorted { $0.key < $1.key }.map {
      ObjectFields.Field($0.key, .strings($0.value.sorted()))
    }
    return .map(ObjectFields(fields), of: .list(.string))
  }

  private static func zippedType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    switch arguments[1].type {
    case .list(let element): return .map(element)
    case .tuple(let elements):
      guard arguments[0].isWhollyKnown, let keys = arguments[0].list else { return .dynamic }
      try check(keys.count, elements.count)
      var attributes: [String: ValueType] = [:]
      for (index, (key, type)) in zip(keys, elements).enumerated() {
        guard let name = key.string else {
          throw FunctionFailure("keys list has null value at index \(index)")
        }
        attributes[name] = type
      }
      return .object(attributes)
    default: throw FunctionFailure("values argument must be a list or tuple value")
    }
  }

  private static func check(_ keys: Int, _ values: Int) throws(FunctionFailure) {
    guard keys != values else { return }
    throw FunctionFailure("number of keys (\(keys)) does not match number of values (\(values))")
  }

  private static func zipped(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    var marks = call[0].marks.union(call[1].marks)
    guard call[0].isWhollyKnown, let keys = call[0].list, let values = call[1].list else {
      return call.unknown().withMarks(marks)
    }
    try check(keys.count, values.count)
    var fields = ObjectFields()
    for (index, (key, value)) in zip(keys, values).enumerated() {
      guard let name = key.string else { throw FunctionFailure("keys list has null value at index \(index)") }
      marks.formUnion(key.marks)
      fields[name] = value
    }
    return Value(.object(fields), marks: marks, explicitType: call.type.isMap ? call.type : nil)
  }
}
