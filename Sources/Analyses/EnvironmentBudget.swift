internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports a root of an environment that makes what is paid by the hour, where no budget watches over it.
///
/// A budget counts for all roots of its environment; one of a root that everybody shares, or that belongs to no
/// environment, counts for all.
struct EnvironmentBudget: Analysis {
  static let name = "environment-budget"

  private static let budget = "aws_budgets_budget"

  /// What is paid by the hour whether it is used or not.
  private static let paid: Set<String> = [
    "aws_instance", "aws_spot_instance_request", "aws_autoscaling_group", "aws_eks_cluster",
    "aws_eks_node_group",
    "aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance", "aws_docdb_cluster_instance",
    "aws_neptune_cluster_instance", "aws_redshift_cluster", "aws_elasticache_cluster",
    "aws_elasticache_replication_group", "aws_opensearch_domain", "aws_elasticsearch_domain",
    "aws_msk_cluster",
    "aws_emr_cluster", "aws_mq_broker", "aws_nat_gateway", "aws_lb", "aws_ecs_service",
    "aws_sagemaker_endpoint",
    "aws_sagemaker_notebook_instance",
  ]

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    guard !facts.terraformRoots.isEmpty else { return }
    let labels = EnvironmentLabels(facts)
    var watched: Set<String> = []
    var costs: [Int: Resource] = [:]
    for resource in facts.resources where resource.domain == .terraform {
      guard let place = resource.terraform, place.mode == .managed,
        labels.ofRoot.indices.contains(place.root)
      else { continue }
      if resource.type == Self.budget {
        guard let label = labels.ofRoot[place.root], label != EnvironmentLabels.shared else { return }
        watched.insert(label)
      } else if costs[place.root] == nil, Self.paid.contains(resource.type) {
        costs[place.root] = resource
      }
    }
    var seen: Set<String> = []
    for (index, root) in facts.terraformRoots.enumerated() {
      guard let label = labels.ofRoot[index], label != EnvironmentLabels.shared, !watched.contains(label),
        let cost = costs[index], seen.insert(root.folder + "\n" + label).inserted
      else { continue }
      let provider = root.providers.first { $0.name == "aws" && $0.module.isEmpty }
      report.violation(
        Message.unwatched(label), at: provider?.location ?? root.backend?.location ?? root.location,
        trace: [.init("\(cost.address) is paid by the hour", at: cost.location)])
    }
  }

  private enum Message {
    static func unwatched(_ label: String) -> String { "no budget watches over \(label)" }
  }
}
