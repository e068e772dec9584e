internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports a namespace that holds workloads and has neither ResourceQuota nor LimitRange in the repository.
///
/// Workloads without a namespace are left out: the repository does not say where they go.
struct NamespaceQuota: Analysis {
  static let name = "namespace-quota"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let quotas = facts.typed.resourceQuotas.map(\.resource) + facts.typed.limitRanges.map(\.resource)
    let bounded = Set(quotas.map { facts.namespaceKeys[$0] })
    for namespace in WorkloadNamespace.all(facts) where !bounded.contains(namespace.key) {
      report.violation(
        Message.unbounded(namespace.name), at: namespace.location, resource: namespace.resource)
    }
  }

  private enum Message {
    static func unbounded(_ namespace: String) -> String {
      "namespace '\(namespace)' holds workloads and has neither ResourceQuota nor LimitRange"
    }
  }
}
