extension Value {
  /// A set of elements that are of the type already: without repetition and in Terraform's order (strings and
  /// numbers by value, false before true, other types by their text as cty writes it for its hash). Unknown elements stay,
  /// since each may become another value. Marks in elements become marks of the set.
  public static func set(_ elements: [Value], of type: ValueType, origin: Origin = .none) -> Value {
    let marks = elements.reduce(into: Marks()) { $0.formUnion($1.deepMarks) }
    let plain = marks.isEmpty ? elements : elements.map(\.deeplyUnmarked)
    return Value(
      .list(SetOrder.sorted(plain, type)), origin: origin, marks: marks, explicitType: .set(type))
  }
}

/// The order in which cty iterates sets.
enum SetOrder {
  static func sorted(_ elements: [Value], _ type: ValueType) -> [Value] {
    guard elements.count > 1 else { return elements }
    switch type {
    case .string: return sorted(elements, key: { $0.string ?? "" }, by: <)
    case .number: return sorted(elements, key: { $0.number ?? .integer(0) }, by: <)
    case .bool: return sorted(elements, key: { $0.bool == true ? 1 : 0 }, by: <)
    case .dynamic, .list, .set, .map, .tuple, .object: break
    }
    let ranked = elements.map { (value: $0, key: key($0)) }
    var kept: [(value: Value, key: [UInt8])] = []
    var seen: [[UInt8]: [Int]] = [:]
    for candidate in ranked {
      let equals = seen[candidate.key, default: []]
      if equals.contains(where: { kept[$0].value.equality(with: candidate.value) == .equal }) { continue }
      seen[candidate.key, default: []].append(kept.count)
      kept.append(candidate)
    }
    return sortedStably(kept) { left, right in
      if let order = byRank(left.value, right.value) { return order }
      return left.key.lexicographicallyPrecedes(right.key)
    }.map(\.value)
  }

  /// Of values of a primitive type.
  private static func sorted<Key: Hashable>(
    _ elements: [Value], key: (Value) -> Key, by precedes: (Key, Key) -> Bool
  ) -> [Value] {
    var seen: Set<Key> = []
    var hasNull = false
    let kept = elements.filter { element in
      guard element.isKnown else { return true }
      guard element.isNull else { return seen.insert(key(element)).inserted }
      defer { hasNull = true }
      return !hasNull
    }
    return sortedStably(kept) { left, right in byRank(left, right) ?? precedes(key(left), key(right)) }
  }

  /// Known values before unknown ones before null; nil between known values.
  private static func byRank(_ left: Value, _ right: Value) -> Bool? {
    let (a, b) = (rank(left), rank(right))
    return a == b ? (a == 0 ? nil : false) : a < b
  }

  private static func rank(_ value: Value) -> Int { value.isNull ? 2 : value.isKnown ? 0 : 1 }

  private static func sortedStably<Element>(
    _ elements: [Element], by precedes: (Element, Element) -> Bool
  ) -> [Element] {
    elements.enumerated().sorted { left, right in
      if precedes(left.element, right.element) { return true }
      if precedes(right.element, left.element) { return false }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// The bytes that cty hashes, by which it orders the elements of a set of other than primitive values.
  static func key(_ value: Value) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return bytes
  }

  private static func append(_ value: Value, to bytes: inout [UInt8]) {
    switch value.content {
    case .unknown: bytes.append(UInt8(ascii: "?"))
    case .null: bytes.append(UInt8(ascii: "~"))
    case .bool(let flag): bytes.append(UInt8(ascii: flag ? "T" : "F"))
    case .number(let number): bytes += Array(number.bigFloat.text(.general, digits: 10).utf8)
    case .string(let text): bytes += Array(text.quotedAsGo.utf8)
    case .list(let elements):
      let isTuple = value.explicitType == nil
      bytes.append(UInt8(ascii: isTuple ? "<" : "["))
      for element in elements {
        append(element, to: &bytes)
        bytes.append(UInt8(ascii: ";"))
      }
      bytes.append(UInt8(ascii: isTuple ? ">" : "]"))
    case .object(let fields):
      let isMap = value.isMap
      bytes.append(UInt8(ascii: isMap ? "{" : "<"))
      for field in fields.sortedByName {
        if isMap {
          bytes += Array(field.name.quotedAsGo.utf8)
          bytes.append(UInt8(ascii: ":"))
        }
        append(field.value, to: &bytes)
        bytes.append(UInt8(ascii: ";"))
      }
      bytes.append(UInt8(ascii: isMap ? "}" : ">"))
    }
  }
}

extension Value {
  /// Bytes that equal values have in common; different values may share them.
  public var orderingKey: [UInt8] { SetOrder.key(self) }
}
