/// The list functions of the API server (apiserver library/lists.go).
enum KubernetesLists {
  static let isSorted: Function.Unary = { value in
    guard let elements = value.elements?.array.map(\.resolved) else { return .noSuchOverload }
    if let absent = Absence.combined(elements) { return absent }
    for index in elements.indices.dropFirst() {
      guard let order = Comparison.order(elements[index - 1], elements[index]) else {
        if Comparison.isNaN(elements[index - 1]) || Comparison.isNaN(elements[index]) { continue }
        return .noSuchOverload
      }
      if order > 0 { return .bool(false) }
    }
    return .bool(true)
  }

  /// The zero of an empty list is an int, as in the API server for untyped lists.
  static let sum: Function.Unary = { value in
    guard let elements = value.elements?.array.map(\.resolved) else { return .noSuchOverload }
    if let absent = Absence.combined(elements) { return absent }
    guard var total = elements.first else { return .int(0) }
    switch total {
    case .int, .uint, .double, .duration: break
    default: return .noSuchOverload
    }
    for element in elements.dropFirst() {
      total = Arithmetic.add(total, element)
      if total.isError { return total }
    }
    return total
  }

  static func extremum(_ name: String, prefersLess: Bool) -> Function.Unary {
    { value in
      guard let elements = value.elements?.array.map(\.resolved) else { return .noSuchOverload }
      if let absent = Absence.combined(elements) { return absent }
      guard var best = elements.first else { return .failure("\(name) called on empty list") }
      for element in elements.dropFirst() {
        guard let order = Comparison.order(best, element) else { return .noSuchOverload }
        if prefersLess ? order > 0 : order < 0 { best = element }
      }
      return best
    }
  }

  static func index(of item: CELValue, in list: CELValue) -> CELValue { search(item, list) { $0 } }
  static func lastIndex(of item: CELValue, in list: CELValue) -> CELValue {
    search(item, list) { $0.reversed() }
  }

  private static func search(_ item: CELValue, _ list: CELValue, _ order: ([Int]) -> [Int]) -> CELValue {
    guard let elements = list.elements else { return .noSuchOverload }
    for index in order(Array(0..<elements.count)) {
      switch Equality.between(elements[index], item) {
      case .equal: return .int(Int64(index))
      case .different: continue
      case .unknown(let unknown): return .unknown(unknown)
      }
    }
    return .int(-1)
  }

  static let includes: Function.Binary = { target, item in
    if let elements = target.elements { return Equality.contains(elements, item) }
    return Equality.between(target, item).value
  }
}
