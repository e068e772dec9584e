extension ValueType {
  /// Which of two types can hold the values of both: negative for the left one, positive for the right one, zero
  /// when neither or both do. The order of cty's unification.
  static func generality(_ left: ValueType, _ right: ValueType) -> Int {
    switch (left, right) {
    case (.dynamic, .dynamic): 0
    case (_, .dynamic): -1
    case (.dynamic, _): 1
    case (.string, .string): 0
    case (.bool, .string), (.number, .string): 1
    case (.string, .bool), (.string, .number): -1
    case (.list(let a), .list(let b)), (.set(let a), .set(let b)), (.map(let a), .map(let b)):
      generality(a, b)
    case (.tuple, .set), (.list, .set), (.list, .tuple), (.map, .object): -1
    case (.set, .tuple), (.set, .list), (.tuple, .list), (.object, .map): 1
    case (.object(let a, _), .object(let b, _)):
      a.count == b.count && a.keys.allSatisfy { b[$0] != nil }
        ? generality(a.compactMap { name, type in b[name].map { generality(type, $0) } }) : 0
    case (.tuple(let a), .tuple(let b)):
      a.count == b.count ? generality(zip(a, b).map { generality($0, $1) }) : 0
    default: 0
    }
  }

  private static func generality(_ parts: [Int]) -> Int {
    let (left, right) = (parts.contains { $0 < 0 }, parts.contains { $0 > 0 })
    return left == right ? 0 : left ? -1 : 1
  }

  /// The positions of the types, more general ones first (Kahn's algorithm over `generality`).
  static func positionsByGenerality(_ types: [ValueType]) -> [Int] {
    var edges = [[Int]](repeating: [], count: types.count)
    var incoming = [Int](repeating: 0, count: types.count)
    for left in types.indices {
      for right in types.indices.dropFirst(left + 1) {
        let order = generality(types[left], types[right])
        if order == 0 { continue }
        let (from, to) = order < 0 ? (left, right) : (right, left)
        edges[from].append(to)
        incoming[to] += 1
      }
    }
    var queue = types.indices.filter { incoming[$0] == 0 }
    var next = 0
    while next < queue.count {
      for target in edges[queue[next]] {
        incoming[target] -= 1
        if incoming[target] == 0 { queue.append(target) }
      }
      next += 1
    }
    return queue
  }
}
