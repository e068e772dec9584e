internal import Values

extension CollectionFunctions {
  static func concatenatedType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    let types = arguments.map(\.type)
    guard let first = types.first else { throw FunctionFailure("at least one argument is required") }
    if first.isList, types.allSatisfy(\.isList), let common = ValueType.unified(types) { return common }
    var elements: [ValueType] = []
    for (position, (argument, type)) in zip(arguments, types).enumerated() {
      switch type {
      case .tuple(let parts): elements += parts
      case .list(let element):
        guard let count = argument.list?.count else { return .dynamic }
        elements += Array(repeating: element, count: count)
      default:
        throw FunctionFailure(
          "all arguments must be lists or tuples; got \(type.friendlyName)", argument: position)
      }
    }
    return .tuple(elements)
  }

  static func concatenated(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    var elements: [Value] = []
    var marks = Value.Marks()
    for (position, argument) in call.arguments.enumerated() {
      var sequence = argument
      if call.type.isList {
        do throws(ConversionFailure) {
          sequence = try argument.converted(to: call.type)
        } catch {
          throw FunctionFailure(error.description, argument: position)
        }
      }
      marks.formUnion(sequence.marks)
      elements += sequence.list ?? []
    }
    return Value(.list(elements), marks: marks, explicitType: call.type.isList ? call.type : nil)
  }

  static func slicedType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    let type = arguments[0].type
    if type.isSet {
      throw FunctionFailure(
        "cannot slice a set, because its elements do not have indices; explicitly convert to a list if the ordering "
          + "of the result is not important", argument: 0)
    }
    guard type.isList || type.isTuple else {
      throw FunctionFailure("must be a list or tuple value", argument: 0)
    }
    let bounds = try sliceBounds(arguments)
    guard case .tuple(let elements) = type else { return type }
    guard let bounds else { return .dynamic }
    return .tuple(Array(elements[bounds]))
  }

  /// nil while a bound is unknown.
  private static func sliceBounds(_ arguments: [Value]) throws(FunctionFailure) -> Range<Int>? {
    let length = arguments[0].length
    var bounds: [Int?] = [nil, nil]
    for (position, name) in [(1, "start"), (2, "end")] where arguments[position].isKnown {
      guard let index = arguments[position].number?.int else {
        throw FunctionFailure(
          "invalid \(name) index: value must be a whole number, between -9223372036854775808 and "
            + "9223372036854775807 inclusive", argument: position)
      }
      if index < 0 { throw FunctionFailure("\(name) index must not be less than zero", argument: position) }
      if let length, index > length {
        throw FunctionFailure(
          "\(name) index must not be greater than the length of the list", argument: position)
      }
      bounds[position - 1] = index
    }
    guard let start = bounds[0], let end = bounds[1] else { return nil }
    if start > end { throw FunctionFailure("start index must not be greater than end index", argument: 1) }
    return start..<end
  }

  static func sliced(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard let bounds = try sliceBounds(call.arguments), let elements = call[0].list else {
      return call.unknown().withMarks(call[0].marks)
    }
    return Value(
      .list(Array(elements[bounds])), marks: call[0].marks, explicitType: call.type.isList ? call.type : nil)
  }

  static func matchedType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    guard ValueType.unified([arguments[1].type, arguments[2].type]) != nil else {
      throw FunctionFailure("keys and searchset must be of the same type")
    }
    return arguments[0].type
  }

  static func matched(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let (values, keys) = (call[0].list ?? [], call[1].list ?? [])
    guard values.count == keys.count else {
      throw FunctionFailure("length of keys and values should be equal")
    }
    let type = ValueType.unified([call[1].type, call[2].type]) ?? .dynamic
    let wanted = (try? call[2].converted(to: type))?.list ?? []
    let searched = (try? call[1].converted(to: type))?.list ?? []
    let element = call.type.element ?? .dynamic
    if wanted.isEmpty { return .list([], of: element) }
    guard call[0].isWhollyKnown, call[1].isWhollyKnown else { return call.unknown() }
    var matched: [Value] = []
    for (position, key) in searched.enumerated() {
      for candidate in wanted {
        let equality = key.equality(with: candidate)
        if equality == .undecided { return call.unknown() }
        guard equality == .equal else { continue }
        matched.append(values[position])
        break
      }
    }
    return .list(matched, of: element)
  }
}

/// `flatten`: sequences in sequences, at any depth, become one tuple.
enum Flattening {
  static func type(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    guard arguments[0].isWhollyKnown else { return .dynamic }
    guard arguments[0].outerType.isSequence else {
      throw FunctionFailure("can only flatten lists, sets and tuples")
    }
    return .tuple(parts(of: arguments[0]).elements.map(\.type))
  }

  static func flatten(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard call[0].outerType.isSequence else {
      throw FunctionFailure("can only flatten lists, sets and tuples")
    }
    if call[0].list?.isEmpty == true { return Value.tuple([]).withMarks(call[0].marks) }
    let parts = parts(of: call[0])
    guard parts.isKnown else { return call.unknown().withMarks(parts.marks) }
    return Value.tuple(parts.elements).withMarks(parts.marks)
  }

  private static func parts(of value: Value) -> (elements: [Value], marks: Value.Marks, isKnown: Bool) {
    var result: (elements: [Value], marks: Value.Marks, isKnown: Bool) = ([], value.marks, true)
    guard value.length != nil, let elements = value.list else { return ([], value.marks, false) }
    for element in elements {
      if element.isDynamicUnknown { result.isKnown = false }
      guard !element.isNull, element.outerType.isSequence else {
        result.elements.append(element)
        continue
      }
      guard element.isKnown else {
        result.isKnown = false
        result.marks.formUnion(element.marks)
        continue
      }
      let inner = parts(of: element)
      result.marks.formUnion(inner.marks)
      result.elements += inner.elements
      result.isKnown = result.isKnown && inner.isKnown
    }
    return result
  }
}
