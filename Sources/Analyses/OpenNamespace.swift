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
    for namespace in WorkloadNamespace.all(facts, of: .kubernetes) where !closed.contains(namespace.key) {
      report.violation(Message.open(namespace.name), at: namespace.location, resource: namespace.resource)
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
