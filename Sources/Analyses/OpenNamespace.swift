internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports a namespace that holds workloads and no NetworkPolicy for all of its pods: who is let in there is then decided
/// by nobody.
///
/// Where the repository has policies for the whole cluster, no namespace is judged.
struct OpenNamespace: Analysis {
  static let name = "open-namespace"

  private static let clusterWide: Set<String> = [
    "AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "CiliumClusterwideNetworkPolicy",
    "GlobalNetworkPolicy",
    "ClusterNetworkPolicy",
  ]
  private static let others: Set<String> = ["CiliumNetworkPolicy"]

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    var closed: Set<String> = []
    for policy in facts.typed.networkPolicies where Self.closes(policy) {
      closed.insert(facts.namespaceKeys[policy.resource])
    }
    for (index, resource) in facts.resources.enumerated() where resource.domain == .kubernetes {
      if Self.clusterWide.contains(resource.type) { return }
      if Self.others.contains(resource.type) { closed.insert(facts.namespaceKeys[index]) }
    }
    var objects: [String: Resource] = [:]
    for namespace in facts.typed.namespaces where objects[namespace.name] == nil {
      objects[namespace.name] = facts.resources[namespace.resource]
    }
    var seen: Set<String> = []
    for template in facts.podTemplates {
      let workload = facts.resources[template.resource]
      guard let namespace = workload.namespace, workload.domain == .kubernetes,
        !closed.contains(facts.namespaceKeys[template.resource]), seen.insert(namespace).inserted
      else { continue }
      let object = objects[namespace]
      let location =
        object?.value.at("metadata", "name")?.location ?? workload.value.at("metadata", "namespace")?.location
      report.violation(
        Message.open(namespace), at: location ?? workload.location, resource: object ?? workload)
    }
  }

  /// It selects every pod, and says something of what comes in.
  private static func closes(_ policy: NetworkPolicy) -> Bool {
    let selector = policy.podSelector
    let isForAll =
      (selector?["matchLabels"]?.object?.fields ?? []).isEmpty
      && (selector?["matchExpressions"]?.list ?? []).isEmpty
    let types = policy.policyTypes.compactMap(\.string)
    return isForAll && (types.isEmpty || types.contains("Ingress"))
  }

  private enum Message {
    static func open(_ namespace: String) -> String {
      "every pod of the cluster reaches those of namespace '\(namespace)'"
    }
  }
}
