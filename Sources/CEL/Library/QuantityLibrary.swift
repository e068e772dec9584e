extension Quantity: OpaqueContent {
  var typeName: String { "kubernetes.Quantity" }
  func isEqual(to other: any OpaqueContent) -> Bool { (other as? Quantity).map { self == $0 } ?? false }
}

extension FunctionTable {
  /// `quantity("12Mi")` and what can be asked of it (apiserver library/quantity.go).
  mutating func addQuantities() {
    let type = CELType.opaque("kubernetes.Quantity", [])
    add(
      "quantity", [global(.string, result: type)], unary: string(parsed),
      cost: { text, _, _ in Costs.traversal(text) })
    add(
      "isQuantity", [global(.string, result: .bool)], unary: string { .bool(!parsed($0).isError) },
      cost: { text, _, _ in Costs.traversal(text) })
    add(
      "sign", [member(type, result: .int), global(type, result: .int)],
      unary: quantity { .int(Int64($0.sign)) })
    add("isInteger", [member(type, result: .bool)], unary: quantity { .bool($0.integer != nil) })
    add(
      "asInteger", [member(type, result: .int)],
      unary: quantity { $0.integer.map { .int($0) } ?? .failure("cannot convert value to integer") })
    add(
      "asApproximateFloat", [member(type, result: .double)], unary: quantity { .double($0.approximateDouble) }
    )
    for name in ["add", "sub"] {
      add(
        name, [member(type, type, result: type), member(type, .int, result: type)],
        binary: { left, right in
          guard let left = left.content(Quantity.self) else { return .noSuchOverload }
          let other: Quantity
          if case .int(let number) = right {
            other = Quantity(number)
          } else if let quantity = right.content(Quantity.self) {
            other = quantity
          } else {
            return .noSuchOverload
          }
          guard let result = name == "add" ? left.sum(other) : left.difference(other) else {
            return .failure("quantity has too many digits")
          }
          return .opaque(CELOpaque(result))
        })
    }
  }
}

private let parsed: @Sendable (String) -> CELValue = { text in
  do throws(QuantityError) { return .opaque(CELOpaque(try Quantity(parsing: text))) } catch {
    return .failure(error.description)
  }
}

private func quantity(_ body: @escaping @Sendable (Quantity) -> CELValue) -> Function.Unary {
  { value in value.content(Quantity.self).map(body) ?? .noSuchOverload }
}
