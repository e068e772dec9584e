internal import ResourceModel
internal import Values

/// The role bindings of the repository by the role that they name.
///
/// A namespace that is not written may be any: kustomize and Argo CD set it later. A ClusterRole that is
/// aggregated into another is bound with it.
struct RoleBindings: Sendable {
  private struct Binding: Sendable {
    var namespace: String?
    var value: Value
  }

  private struct Role: Hashable {
    var kind: String
    var name: String
  }

  private static let group = "rbac.authorization.k8s.io"
  private var bindings: [Role: [Binding]] = [:]

  init(_ facts: Facts) {
    for resource in facts.resources where resource.domain == .kubernetes && resource.group == Self.group {
      guard resource.type == "RoleBinding" || resource.type == "ClusterRoleBinding",
        let kind = resource.value.at("roleRef", "kind")?.string,
        let name = resource.value.at("roleRef", "name")?.string
      else { continue }
      bindings[Role(kind: kind, name: name), default: []].append(
        Binding(namespace: resource.namespace, value: resource.value))
    }
  }

  /// Empty for what is no role.
  subscript(resource: Resource) -> [Value] {
    guard resource.domain == .kubernetes, resource.group == Self.group,
      resource.type == "Role" || resource.type == "ClusterRole"
    else { return [] }
    let named = bindings[Role(kind: resource.type, name: resource.name)] ?? []
    let mine = named.filter { binding in
      resource.type == "ClusterRole" || binding.namespace == nil || resource.namespace == nil
        || binding.namespace == resource.namespace
    }
    return mine.map(\.value) + aggregations(of: resource)
  }

  private func aggregations(of resource: Resource) -> [Value] {
    (resource.value.at("metadata", "labels")?.object?.fields ?? [])
      .filter { $0.name.hasPrefix("rbac.authorization.k8s.io/aggregate-to-") && $0.value.string == "true" }
      .map(\.value)
  }
}
