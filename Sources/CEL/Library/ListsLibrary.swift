extension FunctionTable {
  /// cel-go's list extension, version 3.
  mutating func addLists() {
    add(
      "slice", [member(.list(.t), .int, .int, result: .list(.t))], variadic: sliced,
      cost: { _, _, result in Costs.allocation(Costs.size(result)) })
    add(
      "flatten",
      [member(.list(.list(.t)), result: .list(.t)), member(.list(.dyn), .int, result: .list(.dyn))],
      unary: { flattened($0, depth: 1) },
      binary: { list, depth in
        guard case .int(let depth) = depth else { return .noSuchOverload }
        return flattened(list, depth: depth)
      },
      cost: { list, depth, _ in
        var factor = 1.0
        if case .int(let depth) = depth { factor = Double(depth) }
        return Costs.allocation(Costs.size(list), factor: max(factor, 0))
      }, walksArguments: true)
    let comparable: [CELType] = [.int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes]
    add(
      "sort", comparable.map { Overload([.list($0)], .list($0), isMember: true) },
      unary: { value in
        guard let elements = value.elements?.array.map(\.resolved) else { return .noSuchOverload }
        if let absent = Absence.combined(elements) { return absent }
        return Sorting.sorted(elements, by: elements)
      }, cost: { list, _, _ in Costs.selfComparison(list) }, chargesFirst: true, walksArguments: true)
    add(
      "lists.range", [global(.int, result: .list(.int))],
      unary: { value in
        guard case .int(let count) = value else { return .noSuchOverload }
        guard count <= 1_000_000 else { return .failure("lists.range() makes at most 1000000 elements") }
        return .list(count <= 0 ? [] : (0..<count).map { .int($0) })
      }, cost: { _, _, result in Costs.allocation(Costs.size(result)) })
    add(
      "reverse", [member(.list(.t), result: .list(.t))],
      unary: { value in
        if case .string(let text) = value {
          var scalars = String.UnicodeScalarView()
          scalars.append(contentsOf: text.unicodeScalars.reversed())
          return .string(String(scalars))
        }
        guard let elements = value.elements else { return .noSuchOverload }
        return .list(elements.array.reversed())
      },
      cost: { value, _, result in
        if case .string = value { return Costs.traversal(value) }
        return Costs.allocation(Costs.size(result))
      })
    add(
      "distinct", [member(.list(.t), result: .list(.t))], unary: distinct,
      cost: { list, _, _ in Costs.selfComparison(list) }, chargesFirst: true, walksArguments: true)
  }
}

private let sliced: Function.Variadic = { arguments in
  guard arguments.count == 3, let elements = arguments[0].elements, case .int(let start) = arguments[1],
    case .int(let end) = arguments[2]
  else { return .noSuchOverload }
  if start < 0 || end < 0 {
    return .failure("cannot slice(\(start), \(end)), negative indexes not supported")
  }
  if start > end {
    return .failure("cannot slice(\(start), \(end)), start index must be less than or equal to end index")
  }
  if end > Int64(elements.count) {
    return .failure("cannot slice(\(start), \(end)), list is length \(elements.count)")
  }
  return .list(Array(elements.array[Int(start)..<Int(end)]))
}

private func flattened(_ list: CELValue, depth: Int64) -> CELValue {
  guard let elements = list.elements else { return .noSuchOverload }
  guard depth >= 0 else { return .failure("level must be non-negative") }
  var result: [CELValue] = []
  append(elements, depth: min(depth, 300), to: &result)
  return .list(result)
}

private func append(_ elements: ListElements, depth: Int64, to result: inout [CELValue]) {
  for index in 0..<elements.count {
    let element = elements[index]
    if depth > 0, let nested = element.elements {
      append(nested, depth: depth - 1, to: &result)
    } else {
      result.append(element)
    }
  }
}

private let distinct: Function.Unary = { value in
  guard let elements = value.elements else { return .noSuchOverload }
  var seen = Set<CELMapKey>()
  var result: [CELValue] = []
  for index in 0..<elements.count {
    let element = elements[index]
    if case .unknown = element { return element }
    if case .string(let text) = element.resolved {
      if seen.insert(.string(text)).inserted { result.append(element) }
      continue
    }
    var isNew = true
    for other in result {
      switch Equality.between(other, element) {
      case .equal: isNew = false
      case .different: continue
      case .unknown(let unknown): return .unknown(unknown)
      }
      if !isNew { break }
    }
    if isNew { result.append(element) }
  }
  return .list(result)
}
