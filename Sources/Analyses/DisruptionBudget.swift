internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports a workload of several replicas of which a drain may take all at once, because no PodDisruptionBudget of its
/// namespace selects its pods.
///
/// The replicas are those that the object or a HorizontalPodAutoscaler asks for.
struct DisruptionBudget: Analysis {
  static let name = "disruption-budget"

  private static let kinds: Set<String> = ["Deployment", "StatefulSet", "ReplicaSet", "Rollout"]

  private struct Scaled: Hashable {
    var namespace: String
    var kind: String
    var name: String
  }

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    var selectors: [String: [Value]] = [:]
    var minima: [Scaled: Int] = [:]
    for (index, resource) in facts.resources.enumerated() where resource.domain == .kubernetes {
      let namespace = facts.namespaceKeys[index]
      if resource.type == "PodDisruptionBudget" {
        if let selector = resource.value.at("spec", "selector") {
          selectors[namespace, default: []].append(selector)
        }
      } else if resource.type == "HorizontalPodAutoscaler", let spec = resource.value["spec"],
        let kind = spec.at("scaleTargetRef", "kind")?.string,
        let name = spec.at("scaleTargetRef", "name")?.string
      {
        minima[Scaled(namespace: namespace, kind: kind, name: name)] = spec["minReplicas"]?.number?.int ?? 1
      }
    }
    for template in facts.podTemplates {
      let workload = facts.resources[template.resource]
      guard workload.domain == .kubernetes, Self.kinds.contains(workload.type) else { continue }
      let namespace = facts.namespaceKeys[template.resource]
      let written = workload.value.at("spec", "replicas")
      let scaled = minima[Scaled(namespace: namespace, kind: workload.type, name: workload.name)]
      let count = scaled ?? written?.number?.int ?? 1
      guard count > 1 else { continue }
      let labels = template.metadata?["labels"]
      guard !(selectors[namespace] ?? []).contains(where: { LabelSelector.matches($0, labels) }) else {
        continue
      }
      let place = (scaled == nil ? written : nil) ?? workload.value.at("metadata", "name")
      report.violation(
        Message.unguarded(workload, count), at: place?.location ?? workload.location, resource: workload)
    }
  }

  private enum Message {
    static func unguarded(_ workload: Resource, _ count: Int) -> String {
      "a drain may take all \(count) replicas of \(workload.type) '\(workload.name)' at once"
    }
  }
}
