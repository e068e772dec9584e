internal import ResourceModel
internal import Values

/// The bindings of the repository by the role that they name.
struct RoleBindings: Sendable {
  /// By the index of the role's resource.
  private var bindings: [Int: [Value]] = [:]

  init(_ facts: Facts) {
    for (index, role) in facts.typed.roles.enumerated() {
      var mine = facts.roleGraph.bindingsOfRole[index].map {
        facts.resources[facts.typed.roleBindings[$0].resource].value
      }
      // A ClusterRole that is collected into one of Kubernetes' own (admin, edit, view) is bound with it.
      mine += (role.labels?.object?.fields ?? [])
        .filter { $0.name.hasPrefix("rbac.authorization.k8s.io/aggregate-to-") && $0.value.string == "true" }
        .map(\.value)
      if !mine.isEmpty { bindings[role.resource] = mine }
    }
  }

  /// Empty for what is no role. `resource` is an index of `Facts.resources`.
  subscript(resource: Int) -> [Value] { bindings[resource] ?? [] }
}
