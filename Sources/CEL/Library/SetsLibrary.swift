extension FunctionTable {
  mutating func addSets() {
    let types = [global(.list(.t), .list(.t), result: .bool)]
    add(
      "sets.contains", types, binary: lists(contains), cost: setCost(1), chargesFirst: true,
      walksArguments: true)
    add(
      "sets.equivalent", types,
      binary: lists { left, right in
        let forward = contains(left, right)
        guard case .bool(true) = forward else { return forward }
        return contains(right, left)
      }, cost: setCost(2), chargesFirst: true, walksArguments: true)
    add(
      "sets.intersects", types,
      binary: lists { left, right in
        var absent: CELValue?
        for index in 0..<left.count {
          let found = Equality.contains(right, left[index])
          if case .bool(true) = found { return found }
          if found.isAbsent { absent = found }
        }
        return absent ?? .bool(false)
      }, cost: setCost(1), chargesFirst: true, walksArguments: true)
  }
}

/// A function of two lists.
func lists(_ body: @escaping @Sendable (ListElements, ListElements) -> CELValue) -> Function.Binary {
  { left, right in
    guard let left = left.elements, let right = right.elements else { return .noSuchOverload }
    return body(left, right)
  }
}

/// Whether the left list has every element of the right one.
private let contains: @Sendable (ListElements, ListElements) -> CELValue = { list, wanted in
  var absent: CELValue?
  for index in 0..<wanted.count {
    let found = Equality.contains(list, wanted[index])
    if case .bool(false) = found { return found }
    if found.isAbsent { absent = found }
  }
  return absent ?? .bool(true)
}

private func setCost(_ factor: UInt64) -> Function.Cost {
  { left, right, _ in
    let (product, overflow) = Costs.size(left).multipliedReportingOverflow(by: Costs.size(right) * factor)
    return overflow ? UInt64.max / 2 : product + 1
  }
}
