internal import ResourceModel
internal import Values

/// The service accounts of the repository, and what binds them to roles.
struct AccountIndex: Sendable {
  private struct Name: Hashable {
    var namespaceKey: String
    var name: String
  }

  private let facts: Facts
  /// Indexes of resources.
  private let objects: [Name: Int]

  init(_ facts: Facts) {
    self.facts = facts
    objects = Dictionary(
      facts.typed.serviceAccounts.map {
        (Name(namespaceKey: facts.namespaceKeys[$0.resource], name: $0.name), $0.resource)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The account that a pod of the resource runs as; Kubernetes takes `default` where none is written.
  func account(of pod: Value, in resource: Int) -> (object: Value?, bindings: [Value]) {
    guard facts.namespaceKeys.indices.contains(resource) else { return (nil, []) }
    let name = pod["serviceAccountName"]?.string ?? pod["serviceAccount"]?.string ?? "default"
    let key = facts.namespaceKeys[resource]
    let bindings = facts.roleGraph.bindings(ofServiceAccount: name, namespaceKey: key).map {
      facts.resources[facts.typed.roleBindings[$0].resource].value
    }
    let object = objects[Name(namespaceKey: key, name: name)].map { facts.resources[$0].value }
    return (object, bindings)
  }
}
