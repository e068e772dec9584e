/// The default values of a type constraint's optional attributes, `optional(string, "x")`, at any depth.
public struct TypeDefaults: Sendable {
  /// Of the attributes of an object type.
  public var values: [String: Value]
  /// By attribute name or tuple position; "" for the elements of a list, set or map.
  public var children: [String: TypeDefaults]

  public init(values: [String: Value] = [:], children: [String: TypeDefaults] = [:]) {
    self.values = values
    self.children = children
  }

  public var isEmpty: Bool { values.isEmpty && children.isEmpty }

  /// The value with defaults in place of attributes that are missing or null. Terraform does this before it
  /// converts the value to the type. Null and unknown wholes stay as they are.
  public func applied(to value: Value) -> Value {
    guard !isEmpty else { return value }
    var result = value
    switch value.content {
    case .list(let elements):
      let filled = elements.enumerated().map { position, element in
        child(String(position))?.applied(to: element) ?? element
      }
      return unified(filled, like: value)
    case .object(var fields):
      for field in fields.fields {
        guard let child = child(field.name) else { continue }
        fields[field.name] = child.applied(to: field.value)
      }
      for (name, standard) in values.sorted(by: { $0.key < $1.key }) where fields[name]?.isNull ?? true {
        fields[name] = children[name]?.applied(to: standard) ?? standard
      }
      result.content = .object(fields)
      guard value.isMap else { return result }
      result.explicitType = nil
      return (try? result.converted(to: .map(.dynamic))) ?? result
    case .null, .bool, .number, .string, .unknown: return result
    }
  }

  /// Of an element or attribute. The type decides, not the value: a map may be given as an object.
  private func child(_ key: String) -> TypeDefaults? { children[""] ?? children[key] }

  private func unified(_ elements: [Value], like value: Value) -> Value {
    let tuple = Value(.list(elements), origin: value.origin, marks: value.marks)
    guard let type = value.explicitType, !elements.isEmpty else {
      return elements.isEmpty ? value : tuple
    }
    return (try? tuple.converted(to: type.isSet ? .set(.dynamic) : .list(.dynamic))) ?? tuple
  }
}
