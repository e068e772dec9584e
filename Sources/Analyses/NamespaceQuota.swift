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
    var objects: [String: Resource] = [:]
    for namespace in facts.typed.namespaces where objects[namespace.name] == nil {
      objects[namespace.name] = facts.resources[namespace.resource]
    }
    var seen: Set<String> = []
    for template in facts.podTemplates {
      let workload = facts.resources[template.resource]
      guard let namespace = workload.namespace,
        !bounded.contains(facts.namespaceKeys[template.resource]), seen.insert(namespace).inserted
      else { continue }
      let object = objects[namespace]
      let location =
        object?.value.at("metadata", "name")?.location ?? workload.value.at("metadata", "namespace")?.location
      report.violation(
        Message.unbounded(namespace), at: location ?? workload.location, resource: object ?? workload)
    }
  }

  private enum Message {
    static func unbounded(_ namespace: String) -> String {
      "namespace '\(namespace)' holds workloads and has neither ResourceQuota nor LimitRange"
    }
  }
}
