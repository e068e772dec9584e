internal import HCLSyntax
internal import SourceText
internal import Values

extension Value {
  /// The elements with their keys, as `for` and `for_each` go through them; nil for what cannot be iterated.
  var iteration: [(key: Value, value: Value)]? {
    switch content {
    case .list(let elements):
      if isSet { return elements.map { ($0, $0) } }
      return elements.enumerated().map { (.number(.count($0)), $1) }
    case .object(let fields):
      return fields.sortedByName.map { (.string($0.name, origin: Origin($0.nameLocation)), $0.value) }
    case .null, .bool, .number, .string, .unknown: return nil
    }
  }
}

extension ExpressionEvaluator {
  func evaluate(_ loop: ForExpression, _ id: ExpressionID) -> Value {
    let collection = evaluate(loop.collection)
    if collection.isNull { return fail("a null value cannot be iterated", at: loop.collection) }
    if collection.isDynamicUnknown { return Value.unresolved(.dynamic, [collection]) }
    guard collection.outerType.isSequence || collection.outerType.isMap || collection.outerType.isObject
    else {
      return fail("a value of type \(collection.type.friendlyName) cannot be iterated", at: loop.collection)
    }
    var marks = collection.marks
    if let condition = loop.condition, !checkCondition(loop, condition, &marks) {
      return .unknown(because: [Unknown.Reason("the 'if' clause is in error", at: location(condition))])
    }
    guard let iteration = collection.iteration else {
      return Value.unresolved(.dynamic, [collection]).withMarks(marks)
    }
    session.spend(iteration.count)
    var result = LoopResult(makesObject: loop.makesObject, groups: loop.groups, marks: marks)
    for (key, value) in iteration {
      let depth = bindings.count
      if let name = loop.keyName { bindings.append((name, key)) }
      bindings.append((loop.valueName, value))
      step(loop, &result)
      bindings.removeSubrange(depth...)
    }
    if !result.isKnown {
      var unknown = Unknown(Value.unresolved(.dynamic, result.unknowns).unknownReasons)
      if !result.isOpen, !result.groups, loop.makesObject {
        unknown = unknown.consisting(of: .object(result.fields))
      }
      return .unknown(.dynamic, unknown, marks: result.marks)
    }
    return result.value(origin(id))
  }

  /// HCL first evaluates the condition with unknown names, to find mistakes that no element would show.
  private func checkCondition(_ loop: ForExpression, _ condition: ExpressionID, _ marks: inout Value.Marks)
    -> Bool
  {
    let depth = bindings.count
    let mark = session.pending.count
    if let name = loop.keyName { bindings.append((name, .unknown(because: []))) }
    bindings.append((loop.valueName, .unknown(because: [])))
    let result = evaluate(condition)
    bindings.removeSubrange(depth...)
    if result.isNull {
      _ = fail("the value of the 'if' clause must not be null", at: condition)
      return false
    }
    marks.formUnion(result.marks)
    do throws(ConversionFailure) {
      _ = try result.converted(to: .bool)
    } catch {
      _ = fail("the 'if' clause value is invalid: \(error.description)", at: condition)
    }
    return !hasFailed(since: mark)
  }

  private struct LoopResult {
    let makesObject: Bool
    let groups: Bool
    var marks: Value.Marks
    var isKnown = true
    /// More is open than the names of fields.
    var isOpen = false
    var unknowns: [Value] = []
    var elements: [Value] = []
    var fields = ObjectFields()
    var gathered: [String: [Value]] = [:]

    mutating func giveUp(_ value: Value) {
      isKnown = false
      isOpen = true
      unknowns.append(value)
    }

    func value(_ origin: Origin) -> Value {
      if !makesObject { return Value(.list(elements), origin: origin, marks: marks) }
      guard groups else { return Value(.object(fields), origin: origin, marks: marks) }
      var fields = fields
      for name in fields.names { fields[name] = .tuple(gathered[name] ?? [], origin: origin) }
      return Value(.object(fields), origin: origin, marks: marks)
    }
  }

  private func step(_ loop: ForExpression, _ result: inout LoopResult) {
    if let condition = loop.condition {
      let included = evaluate(condition)
      if included.isNull {
        if result.isKnown { _ = fail("the value of the 'if' clause must not be null", at: condition) }
        return result.giveUp(included)
      }
      result.marks.formUnion(included.marks)
      if !included.isKnown { return result.giveUp(included) }
      guard let flag = (try? included.converted(to: .bool))?.bool else {
        if result.isKnown { _ = fail("the 'if' clause value must be a bool", at: condition) }
        return result.giveUp(included)
      }
      if !flag { return }
    }
    guard let keyID = loop.key else {
      result.elements.append(evaluate(loop.value))
      return
    }
    let key = evaluate(keyID)
    result.marks.formUnion(key.marks)
    guard let name = keyName(key, keyID, &result.isKnown) else {
      guard let unknown = key.unknown else { return result.giveUp(key) }
      result.unknowns.append(key)
      result.fields.set(.init(unknown, at: key.location, evaluate(loop.value)))
      return
    }
    let value = evaluate(loop.value)
    if loop.groups {
      if result.gathered[name] == nil { result.fields.append(.init(name, at: key.location, value)) }
      result.gathered[name, default: []].append(value)
    } else if result.fields.position(of: name) != nil {
      _ = fail(
        "two different items produced the key \(name.quotedAsGo); write ... after the value to group by key",
        at: keyID)
    } else {
      result.fields.append(.init(name, at: key.location, value))
    }
  }

  func splat(_ sourceID: ExpressionID, _ each: ExpressionID, _ id: ExpressionID) -> Value {
    let mark = session.pending.count
    var source = evaluate(sourceID)
    if hasFailed(since: mark) { return Value.unresolved(.dynamic, [source]) }
    let upgrades = !source.outerType.isSequence
    if source.isNull {
      if upgrades { return Value(.list([]), origin: origin(id), marks: source.marks) }
      return fail("a splat (*) cannot be applied to a null sequence", at: sourceID)
    }
    if source.isDynamicUnknown { return source }
    var isUpgradedUnknown = false
    if upgrades {
      isUpgradedUnknown = !source.isKnown && !source.isDefinitelyNotNull
      source = Value(.list([source]), origin: source.origin, marks: source.marks)
    }
    let isCollection = source.outerType.isList || source.outerType.isSet
    guard case .list(let items) = source.content else {
      let type = splatType(source.type, each, source.unknownReasons)
      return Value.unresolved(type, [source]) { refinement in
        refinement.isNotNull = type != .dynamic
        if type.isList, source.outerType.isCollection {
          let bounds = source.lengthBounds
          refinement.minimumLength = bounds.minimum
          refinement.maximumLength = bounds.maximum == .max ? nil : bounds.maximum
        }
      }.withMarks(source.marks)
    }
    session.spend(items.count)
    let results = items.map { evaluate(each, with: $0) }
    if isUpgradedUnknown { return Value.unresolved(.dynamic, items).withMarks(source.marks) }
    if hasFailed(since: mark) {
      return Value.unresolved(splatType(source.type, each, []), results).withMarks(source.marks)
    }
    guard isCollection else { return Value(.list(results), origin: origin(id), marks: source.marks) }
    guard let first = results.first else {
      let type = splatType(source.type, each, [])
      return Value(.list([]), origin: origin(id), marks: source.marks, explicitType: type)
    }
    let elementType = first.type
    guard results.allSatisfy({ $0.type == elementType }) else {
      if results.contains(where: { $0.type.hasDynamic }) {
        return Value.unresolved(.dynamic, results).withMarks(source.marks)
      }
      return fail("the splat's elements have different types; write a for expression instead", at: each)
    }
    return Value(.list(results), origin: origin(id), marks: source.marks, explicitType: .list(elementType))
  }

  private func evaluate(_ each: ExpressionID, with element: Value) -> Value {
    elements.append(element)
    defer { elements.removeLast() }
    return evaluate(each)
  }

  /// The type of the result, found by evaluating with unknown elements.
  private func splatType(_ source: ValueType, _ each: ExpressionID, _ reasons: [Unknown.Reason]) -> ValueType
  {
    let mark = session.pending.count
    defer { if session.pending.count > mark + 1 { session.pending.removeSubrange((mark + 1)...) } }
    if let parts = source.tupleElements {
      return .tuple(parts.map { evaluate(each, with: .unknown($0, because: reasons)).type })
    }
    if let element = source.element {
      return .list(evaluate(each, with: .unknown(element, because: reasons)).type)
    }
    return .dynamic
  }
}
