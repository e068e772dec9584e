internal import HCLSyntax
internal import SourceText
internal import Values

extension ExpressionEvaluator {
  func traversal(_ name: NameID, _ steps: StepList, _ id: ExpressionID) -> Value {
    let stepSlice = file.tree[steps]
    let ranges = file.tree.ranges(of: steps)
    if let binding = bindings.last(where: { $0.name == name }) {
      return walk(binding.value, stepSlice, ranges)
    }
    let root = file.tree[name]
    guard let scope else { return fail("variables may not be used here", at: id) }
    let reference = ScopeReference(tree: file.tree, root: root, steps: stepSlice, location: location(id))
    switch scope.resolve(reference) {
    case nil: return fail("there is no variable named \(root.quotedAsGo) here", at: id)
    case .failure(let message): return fail(message, at: id)
    case .value(let value, let taken, let note):
      var result = walk(value, stepSlice.dropFirst(taken), ranges.dropFirst(taken))
      if let note, result.origin.location != nil {
        result.origin.trace = Trace(note, at: location(id), previous: result.origin.trace)
      }
      return result
    }
  }

  func walk(_ start: Value, _ steps: ArraySlice<TraversalStep>, _ ranges: ArraySlice<ByteRange>) -> Value {
    var value = start
    for (step, range) in zip(steps, ranges) {
      let mark = session.pending.count
      switch step {
      case .attribute(let name): value = attribute(file.tree[name], of: value, at: range)
      case .index(let key): value = index(value, evaluate(key), at: range)
      }
      if hasFailed(since: mark) { return value }
    }
    return value
  }

  /// HCL's `GetAttr`.
  func attribute(_ name: String, of value: Value, at range: ByteRange) -> Value {
    if value.isNull { return fail("this value is null, so it does not have any attributes", at: range) }
    switch value.content {
    case .object(let fields):
      guard let field = fields[name] else {
        if let rest = fields.rest { return part(of: rest, .dynamic, value) }
        return fail(
          value.isMap
            ? "this map does not have an element with the key \(name.quotedAsGo)"
            : "this object does not have an attribute named \(name.quotedAsGo)", at: range)
      }
      return field.withMarks(value.marks)
    case .unknown(let unknown):
      switch value.explicitType ?? .dynamic {
      case .dynamic: return part(of: unknown, .dynamic, value)
      case .map(let element): return part(of: unknown, element, value)
      case .object(let attributes, _):
        guard let type = attributes[name] else {
          return fail("this object does not have an attribute named \(name.quotedAsGo)", at: range)
        }
        return part(of: unknown, type, value)
      case .bool, .number, .string, .list, .set, .tuple: break
      }
    case .null, .bool, .number, .string, .list: break
    }
    switch value.outerType {
    case .bool, .number, .string:
      return fail("a \(value.type.friendlyName) does not have attributes", at: range)
    case .list, .set:
      return fail(
        "a \(value.type.friendlyName) does not have attributes; name an element, or write [*] for all",
        at: range)
    case .dynamic, .map, .tuple, .object:
      return fail("this value does not have any attributes", at: range)
    }
  }

  private func part(of unknown: Unknown, _ type: ValueType, _ whole: Value) -> Value {
    .unknown(type, Unknown(unknown.reasons), origin: whole.origin, marks: whole.marks)
  }

  /// HCL's `Index`.
  func index(_ collection: Value, _ key: Value, at range: ByteRange) -> Value {
    if collection.isNull { return fail("this value is null, so it does not have any indices", at: range) }
    if key.isNull { return fail("a null value cannot be an index", at: range) }
    if collection.isDynamicUnknown || key.isDynamicUnknown {
      return Value.unresolved(.dynamic, [collection, key]).withMarks(collection.marks)
    }
    let type = collection.outerType
    switch type {
    case .list, .tuple: return sequenceIndex(collection, type, key, at: range)
    case .map(let element):
      do throws(ConversionFailure) {
        let key = try key.converted(to: .string)
        guard let name = key.string, case .object(let fields) = collection.content else {
          return Value.unresolved(element, [collection, key]).withMarks(collection.marks.union(key.marks))
        }
        guard let value = fields[name] else {
          return fail("the given key does not identify an element in this collection value", at: range)
        }
        return value.withMarks(collection.marks.union(key.marks))
      } catch {
        return fail(
          "the given key does not identify an element in this collection value: \(error.description)",
          at: range)
      }
    case .object(let attributes, _): return objectIndex(collection, attributes, key, at: range)
    case .set:
      return fail("elements of a set are identified only by their value, they have no index", at: range)
    case .dynamic where collection.object != nil:
      // Known in part.
      return objectIndex(collection, [:], key, at: range)
    case .dynamic, .bool, .number, .string:
      return fail("this value does not have any indices", at: range)
    }
  }

  /// - Parameter attributes: those of an object that is unknown as a whole.
  private func objectIndex(
    _ collection: Value, _ attributes: [String: ValueType], _ key: Value, at range: ByteRange
  ) -> Value {
    do throws(ConversionFailure) {
      let key = try key.converted(to: .string)
      guard let name = key.string else {
        return Value.unresolved(.dynamic, [collection, key]).withMarks(collection.marks)
      }
      let fields = collection.object
      guard attributes[name] != nil || fields?[name] != nil || fields?.rest != nil else {
        return fail("the given key does not identify an element in this collection value", at: range)
      }
      return attribute(name, of: collection, at: range)
    } catch {
      return fail(
        "the given key does not identify an element in this collection value: \(error.description)",
        at: range)
    }
  }

  private func sequenceIndex(_ collection: Value, _ type: ValueType, _ key: Value, at range: ByteRange)
    -> Value
  {
    let marks = collection.marks.union(key.marks)
    let converted: Value
    do throws(ConversionFailure) {
      converted = try key.converted(to: .number)
    } catch {
      return fail(
        "the given key does not identify an element in this collection value: \(error.description)", at: range
      )
    }
    let elementType = type.element ?? .dynamic
    guard let number = converted.number else {
      return Value.unresolved(elementType, [collection, converted]).withMarks(marks)
    }
    guard number.isInteger else { return fail("an index has to be a whole number", at: range) }
    guard let position = number.int, position >= 0 else {
      return fail(
        number < .integer(0) ? "a negative number is no index" : "the index is beyond the end", at: range)
    }
    switch collection.content {
    case .list(let elements):
      guard position < elements.count else {
        return fail(
          elements.isEmpty
            ? "the collection has no elements"
            : "the index is beyond the end of the \(elements.count) elements",
          at: range)
      }
      return elements[position].withMarks(marks)
    case .unknown(let unknown):
      if let parts = type.tupleElements {
        guard position < parts.count else { return fail("the index is beyond the end", at: range) }
        return .unknown(parts[position], Unknown(unknown.reasons), origin: collection.origin, marks: marks)
      }
      if let maximum = unknown.maximumLength, position >= maximum {
        return fail("the index is beyond the end", at: range)
      }
      return .unknown(elementType, Unknown(unknown.reasons), origin: collection.origin, marks: marks)
    case .null, .bool, .number, .string, .object:
      return fail("this value does not have any indices", at: range)
    }
  }
}
