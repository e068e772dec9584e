internal import Values

/// Which role is bound to whom.
public struct RoleGraph: Sendable {
  /// For each of `typed.roles` the bindings (indices in `typed.roleBindings`) that grant it.
  public private(set) var bindingsOfRole: [[Int]] = []
  /// For each of `typed.roleBindings` its role (index in `typed.roles`); nil when the repository has none.
  public private(set) var roleOfBinding: [Int?] = []
  /// For each of `typed.roles` the rules that hold: its own, or those it aggregates.
  public private(set) var rules: [[RoleRule]] = []
  private var bindingsOfAccount: [Account: [Int]] = [:]

  private struct Account: Hashable, Sendable {
    var namespaceKey: String
    var name: String
  }

  public init() {}

  public init(_ facts: Facts) {
    let roles = facts.typed.roles
    let bindings = facts.typed.roleBindings
    bindingsOfRole = Array(repeating: [], count: roles.count)
    roleOfBinding = Array(repeating: nil, count: bindings.count)
    var byName: [String: [Int]] = [:]
    for (index, role) in roles.enumerated() { byName[role.name, default: []].append(index) }
    for (index, binding) in bindings.enumerated() {
      let key = facts.namespaceKeys[binding.resource]
      for candidate in byName[binding.roleName] ?? [] {
        let role = roles[candidate]
        guard role.isClusterRole == (binding.roleKind == "ClusterRole"),
          role.isClusterRole || facts.namespaceKeys[role.resource] == key
        else { continue }
        bindingsOfRole[candidate].append(index)
        if roleOfBinding[index] == nil { roleOfBinding[index] = candidate }
      }
      for subject in binding.subjects where subject.kind == "ServiceAccount" {
        let account = Account(namespaceKey: subject.namespace.map { "name:" + $0 } ?? key, name: subject.name)
        bindingsOfAccount[account, default: []].append(index)
      }
    }
    rules = roles.map { role in Self.effectiveRules(role, roles) }
  }

  /// The bindings that name a service account. `namespaceKey` as in `Facts.namespaceKeys`.
  public func bindings(ofServiceAccount name: String, namespaceKey: String) -> [Int] {
    bindingsOfAccount[Account(namespaceKey: namespaceKey, name: name)] ?? []
  }

  /// An aggregated ClusterRole has the rules of those that its selectors match (their own written ones; the chain
  /// of aggregations in Kubernetes' own roles is one step long).
  private static func effectiveRules(_ role: Role, _ roles: [Role]) -> [RoleRule] {
    guard !role.aggregation.isEmpty else { return role.rules }
    return roles.filter { other in
      other.isClusterRole && other.resource != role.resource
        && role.aggregation.contains { LabelSelector.matches($0, other.labels) }
    }.flatMap(\.rules)
  }
}
