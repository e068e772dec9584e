internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// A namespace that workloads of the repository name.
///
/// Workloads without a namespace are left out: the repository does not say where they go.
struct WorkloadNamespace {
  let name: String
  /// As in `Facts.namespaceKeys`.
  let key: String
  /// The Namespace object, or else the workload.
  let resource: Resource
  /// Where the name is written.
  let location: Location

  /// - Parameter domain: only its workloads; nil: all.
  static func all(_ facts: Facts, of domain: Resource.Domain? = nil) -> [WorkloadNamespace] {
    var objects: [String: Resource] = [:]
    for namespace in facts.typed.namespaces where objects[namespace.name] == nil {
      objects[namespace.name] = facts.resources[namespace.resource]
    }
    var seen: Set<String> = []
    return facts.podTemplates.compactMap { template in
      let workload = facts.resources[template.resource]
      guard domain == nil || workload.domain == domain, let name = workload.namespace,
        seen.insert(name).inserted
      else { return nil }
      let object = objects[name]
      let location =
        object?.value.at("metadata", "name")?.location ?? workload.value.at("metadata", "namespace")?.location
      return WorkloadNamespace(
        name: name, key: facts.namespaceKeys[template.resource],
        resource: object ?? workload, location: location ?? workload.location)
    }
  }
}
