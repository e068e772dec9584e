extension FunctionTable {
  /// The functions of a dialect; a Kubernetes version gets what its API server enables (apiserver
  /// pkg/cel/environment/base.go).
  static func of(_ dialect: Dialect) -> FunctionTable {
    switch dialect {
    case .policy: policy
    case .latestKubernetes: latestKubernetes
    case .standard, .kubernetes: made(for: dialect)
    }
  }

  // The two that a scan uses are made once.
  private static let policy = made(for: .policy)
  private static let latestKubernetes = made(for: .latestKubernetes)

  private static func made(for dialect: Dialect) -> FunctionTable {
    var table = FunctionTable()
    table.addCore()
    table.addTime()
    switch dialect {
    case .standard:
      table.addOptionals()
      table.addStrings(version: 4)
      table.addMath()
      table.addLists()
      table.addSets()
      table.addEncoders()
      table.addRegex()
      table.addNetwork(isKubernetes: false)
    case .policy:
      table.addOptionals()
      table.addStrings(version: 4)
      table.addMath()
      table.addLists()
      table.addSets()
      table.addEncoders()
      table.addRegex()
      table.addKubernetes(minor: Int.max)
    case .kubernetes(let minor):
      if minor >= 28 { table.addOptionals() }
      table.addStrings(version: minor >= 29 ? 2 : 0)
      if minor >= 29 { table.addSets() }
      if minor >= 34 { table.addLists() }
      table.addKubernetes(minor: minor)
    }
    return table
  }
}
