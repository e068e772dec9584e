extension FunctionTable {
  /// The libraries that the API server of 1.`minor` adds.
  mutating func addKubernetes(minor: Int) {
    let traversal: Function.Cost = { list, _, _ in Costs.deepTraversal(list) }
    let comparable: [CELType] = [.int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes]
    let summable: [CELType] = [.int, .uint, .double, .duration]
    add(
      "isSorted", comparable.map { Overload([.list($0)], .bool, isMember: true) },
      unary: KubernetesLists.isSorted,
      cost: traversal)
    add(
      "sum", summable.map { Overload([.list($0)], $0, isMember: true) }, unary: KubernetesLists.sum,
      cost: traversal)
    add(
      "max", comparable.map { Overload([.list($0)], $0, isMember: true) },
      unary: KubernetesLists.extremum("max", prefersLess: false), cost: traversal)
    add(
      "min", comparable.map { Overload([.list($0)], $0, isMember: true) },
      unary: KubernetesLists.extremum("min", prefersLess: true), cost: traversal)
    add("indexOf", [member(.list(.t), .t, result: .int)], cost: traversal)
    add("lastIndexOf", [member(.list(.t), .t, result: .int)], cost: traversal)
    if minor >= 37 {
      add("includes", [member(.dyn, .dyn, result: .bool)], binary: KubernetesLists.includes, cost: traversal)
    }
    addKubernetesPatterns()
  }

  mutating func addTime() {}
  mutating func addNetwork(isKubernetes: Bool) {}
}

enum StringFormat {
  static let format: Function.Binary = { _, _ in .failure("not there yet") }
}
