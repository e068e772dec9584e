internal import Values

extension FunctionTable {
  mutating func addOptionals() {
    add("optional.of", [global(.t, result: .optional(.t))], unary: { .optional($0) })
    add(
      "optional.ofNonZeroValue", [global(.t, result: .optional(.t))],
      unary: { .optional($0.isZero ? nil : $0) })
    add("optional.none", [Overload([], .optional(.t), isMember: false)], variadic: { _ in .optional(nil) })
    add(
      "value", [member(.optional(.t), result: .t)],
      unary: optional { $0 ?? .failure("optional.none() dereference") })
    add("hasValue", [member(.optional(.t), result: .bool)], unary: optional { .bool($0 != nil) })
    // The planner evaluates these two itself, so that their argument can stay unevaluated.
    add("or", [member(.optional(.t), .optional(.t), result: .optional(.t))], binary: { left, _ in left })
    add("orValue", [member(.optional(.t), .t, result: .t)], binary: { left, _ in left })
    add("optional.unwrap", [global(.list(.optional(.t)), result: .list(.t))], unary: unwrapped)
    add("unwrapOpt", [member(.list(.optional(.t)), result: .list(.t))], unary: unwrapped)
    add("first", [member(.list(.t), result: .optional(.t))], unary: end { 0 * $0 })
    add("last", [member(.list(.t), result: .optional(.t))], unary: end { $0 - 1 })
  }
}

private func optional(_ body: @escaping @Sendable (CELValue?) -> CELValue) -> Function.Unary {
  { value in
    guard case .optional(let content) = value else { return .noSuchOverload }
    return body(content)
  }
}

private let unwrapped: Function.Unary = { value in
  guard let elements = value.elements else { return .noSuchOverload }
  var result: [CELValue] = []
  for index in 0..<elements.count {
    guard case .optional(let content) = elements[index] else {
      return .failure("value of type '\(elements[index].type.typeName)' is not optional")
    }
    if let content { result.append(content) }
  }
  return .list(result)
}

/// `position` gets the count of the elements.
private func end(_ position: @escaping @Sendable (Int) -> Int) -> Function.Unary {
  { value in
    guard let elements = value.elements else { return .noSuchOverload }
    return .optional(elements.count == 0 ? nil : elements[position(elements.count)])
  }
}

extension CELValue {
  /// What the type's default is: zero, empty, null, none.
  fileprivate var isZero: Bool {
    switch resolved {
    case .null: true
    case .bool(let flag): !flag
    case .int(let number): number == 0
    case .uint(let number): number == 0
    case .double(let number): number == 0
    case .string(let text): text.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .list(let elements): elements.isEmpty
    case .map(let map): map.count == 0
    case .timestamp(let time): time.seconds == CELTimestamp.minimumSeconds && time.nanoseconds == 0
    case .duration(let duration): duration.seconds == 0 && duration.nanoseconds == 0
    case .optional(let content): content == nil
    case .document, .structured: Costs.size(self) == 0
    case .type, .opaque, .error, .unknown: false
    }
  }
}
