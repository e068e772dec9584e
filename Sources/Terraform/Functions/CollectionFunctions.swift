internal import Values

/// Functions on lists, tuples and sets.
enum CollectionFunctions {
  static let list = FunctionParameter("list", .dynamic)

  static let all: [String: BuiltInFunction] = [
    "length": BuiltInFunction(
      [FunctionParameter("value", .dynamic).anyType.unknowable.markable], typeRule: lengthType, length),
    "alltrue": BuiltInFunction([FunctionParameter("list", .list(.bool))], returns: .bool, allTrue),
    "anytrue": BuiltInFunction([FunctionParameter("list", .list(.bool))], returns: .bool, anyTrue),
    "coalescelist": BuiltInFunction(
      [], variadic: FunctionParameter("vals", .dynamic).unknowable.anyType.nullable,
      typeRule: coalescedListType,
      coalescedList),
    "compact": BuiltInFunction(
      [FunctionParameter("list", .list(.string))], returns: .list(.string), compacted),
    "concat": BuiltInFunction(
      [], variadic: FunctionParameter("seqs", .dynamic).markable, typeRule: concatenatedType, concatenated),
    "contains": BuiltInFunction(
      [list, FunctionParameter("value", .dynamic).nullable], returns: .bool, contains),
    "distinct": BuiltInFunction(
      [FunctionParameter("list", .list(.dynamic))], typeRule: sameType, distinct),
    "chunklist": BuiltInFunction(
      [FunctionParameter("list", .list(.dynamic)).markable, FunctionParameter("size", .number).markable],
      typeRule: { (arguments: [Value]) throws(FunctionFailure) in .list(arguments[0].type) }, chunked),
    "element": BuiltInFunction(
      [list.markable, FunctionParameter("index", .number)], isNotNull: false, typeRule: elementType, element),
    "flatten": BuiltInFunction([list.markable], typeRule: Flattening.type, Flattening.flatten),
    "index": BuiltInFunction([list, FunctionParameter("value", .dynamic)], returns: .number, index),
    "one": BuiltInFunction([list], isNotNull: false, typeRule: oneType, one),
    "reverse": BuiltInFunction([list.markable], typeRule: reversedType, reversed),
    "slice": BuiltInFunction(
      [list.markable, FunctionParameter("start_index", .number), FunctionParameter("end_index", .number)],
      typeRule: slicedType, sliced),
    "matchkeys": BuiltInFunction(
      [
        FunctionParameter("values", .list(.dynamic)), FunctionParameter("keys", .list(.dynamic)),
        FunctionParameter("searchset", .list(.dynamic)),
      ], typeRule: matchedType, matched),
    "coalesce": BuiltInFunction(
      [], variadic: FunctionParameter("vals", .dynamic).unknowable.anyType.nullable, typeRule: coalescedType,
      coalesced),
    "list": BuiltInFunction(
      [], variadic: FunctionParameter("vals", .dynamic).unknowable.anyType.nullable,
      typeRule: { (_: [Value]) throws(FunctionFailure) -> ValueType in
        throw FunctionFailure(
          "the \"list\" function was deprecated in Terraform v0.12 and is no longer available; use tolist([ ... ]) "
            + "syntax to write a literal list")
      }, { (call) throws(FunctionFailure) in call.unknown(.dynamic) }),
  ]

  private static func lengthType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    switch arguments[0].outerType {
    case .string, .dynamic, .list, .set, .map, .tuple, .object: return .number
    case .bool, .number:
      throw FunctionFailure("argument must be a string, a collection type, or a structural type")
    }
  }

  private static func length(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let value = call[0]
    let length: Int?
    if value.outerType == .string {
      guard let text = value.string else {
        let prefix = value.unknown?.prefix?.count ?? 0
        return call.unknown(.number) {
          $0.isNotNull = true
          $0.minimum = .count(prefix)
        }.withMarks(value.marks)
      }
      length = text.count
    } else {
      length = value.length
    }
    guard let length else {
      guard value.outerType.isCollection else { return call.unknown(.number).withMarks(value.marks) }
      let bounds = value.lengthBounds
      return call.unknown(.number) {
        $0.isNotNull = true
        $0.minimum = .count(bounds.minimum)
        $0.maximum = bounds.maximum < .max ? .count(bounds.maximum) : nil
      }.withMarks(value.marks)
    }
    return Value.number(.count(length)).withMarks(value.marks)
  }

  private static func allTrue(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    for element in call[0].list ?? [] {
      guard element.isKnown else { return call.unknown() }
      if element.bool != true { return .bool(false) }
    }
    return .bool(true)
  }

  private static func anyTrue(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let elements = call[0].list ?? []
    if elements.contains(where: { $0.bool == true }) { return .bool(true) }
    return elements.allSatisfy(\.isKnown) ? .bool(false) : call.unknown()
  }

  private static func sameType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    arguments[0].type
  }

  private static func compacted(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard call[0].isWhollyKnown else { return call.unknown() }
    return .list((call[0].list ?? []).filter { !($0.string ?? "").isEmpty }, of: .string)
  }

  private static func contains(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard call[0].outerType.isSequence else { throw FunctionFailure("argument must be list, tuple, or set") }
    var isUndecided = false
    for element in call[0].list ?? [] {
      switch call[1].equality(with: element) {
      case .equal: return .bool(true)
      case .undecided: isUndecided = true
      case .different: break
      }
    }
    return isUndecided ? call.unknown() : .bool(false)
  }

  private static func distinct(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard call[0].isWhollyKnown else { return call.unknown() }
    var kept: [Value] = []
    var seen: [[UInt8]: [Int]] = [:]
    for element in call[0].list ?? [] {
      let key = element.orderingKey
      if seen[key, default: []].contains(where: { kept[$0].equality(with: element) == .equal }) { continue }
      seen[key, default: []].append(kept.count)
      kept.append(element)
    }
    return .list(kept, of: call.type.element ?? .dynamic)
  }

  private static func chunked(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let size = try call.integer(1)
    guard size >= 0 else { throw FunctionFailure("the size argument must be positive") }
    let marks = call[0].marks.union(call[1].marks)
    guard let inner = call[0].explicitType, let element = inner.element, let elements = call[0].list else {
      return call.unknown()
    }
    var chunks: [Value] = []
    if size == 0, !elements.isEmpty {
      chunks = [call[0].unmarked]
    } else {
      var rest = elements[...]
      while !rest.isEmpty {
        chunks.append(.list(Array(rest.prefix(size)), of: element))
        rest = rest.dropFirst(size)
      }
    }
    return Value.list(chunks, of: inner).withMarks(marks)
  }

  private static func elementType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    switch arguments[0].type {
    case .list(let element): return element
    case .tuple(let elements):
      guard arguments[1].isKnown else { return .dynamic }
      let index = try FunctionCall(arguments: arguments, type: .dynamic, context: FunctionContext()).integer(
        1)
      guard !elements.isEmpty else { throw FunctionFailure("cannot use element function with an empty list") }
      return elements[wrapped(index, elements.count)]
    case let type: throw FunctionFailure("cannot read elements from \(type.friendlyName)")
    }
  }

  private static func wrapped(_ index: Int, _ count: Int) -> Int {
    let rest = index % count
    return rest < 0 ? rest + count : rest
  }

  private static func element(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let index = try call.integer(1)
    guard let elements = call[0].list else { return call.unknown() }
    guard !elements.isEmpty else { throw FunctionFailure("cannot use element function with an empty list") }
    return elements[wrapped(index, elements.count)].withMarks(call[0].marks)
  }

  private static func index(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard call[0].outerType.isList || call[0].outerType.isTuple else {
      throw FunctionFailure("argument must be a list or tuple")
    }
    let elements = call[0].list ?? []
    if elements.isEmpty { throw FunctionFailure("cannot search an empty list") }
    for (position, element) in elements.enumerated() {
      switch element.equality(with: call[1]) {
      case .equal: return .number(.count(position))
      case .undecided: return call.unknown()
      case .different: continue
      }
    }
    throw FunctionFailure("item not found")
  }

  private static let oneMessage = "must be a list, set, or tuple value with either zero or one elements"

  private static func oneType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    switch arguments[0].type {
    case .list(let element), .set(let element): return element
    case .tuple(let elements) where elements.count <= 1: return elements.first ?? .dynamic
    default: throw FunctionFailure(oneMessage, argument: 0)
    }
  }

  private static func one(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard let length = call[0].length else { return call.unknown() }
    guard length <= 1 else { throw FunctionFailure(oneMessage, argument: 0) }
    return call[0][0] ?? .null(call.type)
  }

  private static func reversedType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    switch arguments[0].type {
    case .tuple(let elements): return .tuple(elements.reversed())
    case .list(let element), .set(let element): return .list(element)
    case let type:
      throw FunctionFailure("can only reverse list or tuple values, not \(type.friendlyName)", argument: 0)
    }
  }

  private static func reversed(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard let elements = call[0].list else { return call.unknown() }
    return Value(
      .list(elements.reversed()), marks: call[0].marks, explicitType: call.type.isTuple ? nil : call.type)
  }

  private static func coalescedType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    guard let type = ValueType.unified(arguments.map(\.type)) else {
      throw FunctionFailure("all arguments must have the same type")
    }
    return type
  }

  private static func coalesced(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    for argument in call.arguments {
      guard let value = try? argument.converted(to: call.type) else { continue }
      guard value.isKnown else { return call.unknown() }
      if value.isNull || call.type == .string && value.string == "" { continue }
      return value
    }
    throw FunctionFailure("no non-null, non-empty-string arguments")
  }

  private static func coalescedListType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    if arguments.isEmpty { throw FunctionFailure("at least one argument is required") }
    var types: [ValueType] = []
    for argument in arguments {
      guard argument.isKnown else { return .dynamic }
      let type = argument.type
      guard type.isList || type.isTuple else {
        throw FunctionFailure("coalescelist arguments must be lists or tuples")
      }
      types.append(type)
    }
    return types.allSatisfy { $0 == types[0] } ? types[0] : .dynamic
  }

  private static func coalescedList(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    for argument in call.arguments {
      guard argument.isKnown else { return call.unknown() }
      if let elements = argument.list, !elements.isEmpty { return argument }
    }
    throw FunctionFailure("no non-null arguments")
  }
}
