extension FunctionTable {
  /// The libraries that the API server of 1.`minor` adds.
  mutating func addKubernetes(minor: Int) {
    addKubernetesLists(minor: minor)
    addKubernetesPatterns()
    addURLs()
    if minor >= 28 { addQuantities() }
    if minor >= 30 { addNetwork(isKubernetes: true) }
    if minor >= 31 { addFormats() }
    if minor >= 33 { addVersions() }
    var ordered: [CELType] = minor >= 28 ? [.opaque("kubernetes.Quantity", [])] : []
    if minor >= 33 { ordered.append(.opaque("kubernetes.Semver", [])) }
    if !ordered.isEmpty { addOrder(of: ordered) }
  }

  private mutating func addKubernetesLists(minor: Int) {
    let traversal: Function.Cost = { list, _, _ in Costs.deepTraversal(list) }
    let comparable: [CELType] = [.int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes]
    let summable: [CELType] = [.int, .uint, .double, .duration]
    add(
      "isSorted", comparable.map { Overload([.list($0)], .bool, isMember: true) },
      unary: KubernetesLists.isSorted, cost: traversal, walksArguments: true)
    add(
      "sum", summable.map { Overload([.list($0)], $0, isMember: true) }, unary: KubernetesLists.sum,
      cost: traversal, walksArguments: true)
    add(
      "max", comparable.map { Overload([.list($0)], $0, isMember: true) },
      unary: KubernetesLists.extremum("max", prefersLess: false), cost: traversal, walksArguments: true)
    add(
      "min", comparable.map { Overload([.list($0)], $0, isMember: true) },
      unary: KubernetesLists.extremum("min", prefersLess: true), cost: traversal, walksArguments: true)
    add("indexOf", [member(.list(.t), .t, result: .int)], cost: traversal, walksArguments: true)
    add("lastIndexOf", [member(.list(.t), .t, result: .int)], cost: traversal, walksArguments: true)
    if minor >= 37 {
      add(
        "includes", [member(.dyn, .dyn, result: .bool)], binary: KubernetesLists.includes, cost: traversal,
        walksArguments: true)
    }
  }
}
