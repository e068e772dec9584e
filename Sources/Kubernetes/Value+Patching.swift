internal import Values

extension Value {
  /// Fields of `patch` over those of this value, objects inside objects likewise; lists of named elements are joined
  /// by name, other lists are replaced (a strategic merge patch, as far as pods need it).
  func patched(by patch: Value) -> Value {
    switch (content, patch.content) {
    case (.object(var fields), .object(let others)):
      for other in others.fields {
        guard let own = fields[other.name] else {
          fields.append(other)
          continue
        }
        fields[other.name] = own.patched(by: other.value)
      }
      return Value(.object(fields), origin: origin, marks: marks, explicitType: explicitType)
    case (.list(let elements), .list(let others)):
      guard let named = Self.joined(elements, others) else { return patch }
      return Value(.list(named), origin: origin, marks: marks, explicitType: explicitType)
    default:
      return patch
    }
  }

  /// Nil when an element has no name.
  private static func joined(_ elements: [Value], _ patches: [Value]) -> [Value]? {
    guard !patches.isEmpty, (elements + patches).allSatisfy({ $0["name"]?.string != nil }) else { return nil }
    var result = elements
    for patch in patches {
      if let index = result.firstIndex(where: { $0["name"]?.string == patch["name"]?.string }) {
        result[index] = result[index].patched(by: patch)
      } else {
        result.append(patch)
      }
    }
    return result
  }

  /// The value with another origin on everything in it.
  func relocated(to origin: Origin) -> Value {
    switch content {
    case .object(let fields):
      let moved = fields.fields.map {
        ObjectFields.Field($0.name, at: origin.location, $0.value.relocated(to: origin))
      }
      return Value(.object(ObjectFields(moved)), origin: origin)
    case .list(let elements): return Value(.list(elements.map { $0.relocated(to: origin) }), origin: origin)
    case .null, .bool, .number, .string, .unknown: return Value(content, origin: origin, marks: marks)
    }
  }

  /// An object of the fields that are there.
  static func object(_ fields: [(String, Value?)], origin: Origin) -> Value {
    Value(
      .object(ObjectFields(fields.compactMap { name, value in value.map { .init(name, $0) } })),
      origin: origin)
  }

  /// The object with one more field, or another value for it.
  func with(_ name: String, _ value: Value?) -> Value {
    guard let value, var fields = object else { return self }
    fields[name] = value
    return Value(.object(fields), origin: origin, marks: marks, explicitType: explicitType)
  }
}
