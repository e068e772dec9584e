internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports an instance, node or database class that its environment may not use: one that is not in the environment's
/// list, or without a list one above the largest that production has of the same kind.
struct OversizedInstance: Analysis {
  static let name = "oversized-instance"

  private enum Kind: Hashable { case instance, database, cache, search, broker, notebook }

  /// The arguments that name a class, by path.
  private static let arguments: [String: (kind: Kind, path: [String])] = [
    "aws_instance": (.instance, ["instance_type"]), "aws_launch_template": (.instance, ["instance_type"]),
    "aws_launch_configuration": (.instance, ["instance_type"]),
    "aws_eks_node_group": (.instance, ["instance_types"]),
    "aws_spot_instance_request": (.instance, ["instance_type"]),
    "aws_db_instance": (.database, ["instance_class"]),
    "aws_rds_cluster_instance": (.database, ["instance_class"]),
    "aws_rds_cluster": (.database, ["db_cluster_instance_class"]),
    "aws_docdb_cluster_instance": (.database, ["instance_class"]),
    "aws_neptune_cluster_instance": (.database, ["instance_class"]),
    "aws_elasticache_cluster": (.cache, ["node_type"]),
    "aws_elasticache_replication_group": (.cache, ["node_type"]),
    "aws_memorydb_cluster": (.cache, ["node_type"]),
    "aws_opensearch_domain": (.search, ["cluster_config", "instance_type"]),
    "aws_elasticsearch_domain": (.search, ["cluster_config", "instance_type"]),
    "aws_mq_broker": (.broker, ["host_instance_type"]),
    "aws_msk_cluster": (.broker, ["broker_node_group_info", "instance_type"]),
    "aws_sagemaker_notebook_instance": (.notebook, ["instance_type"]),
  ]

  private struct Use {
    var item: LabelledResource
    var kind: Kind
    var value: Value
    /// Nil where the class is not known, or says nothing of its size.
    var size: Double?
  }

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    let lists = report.parameters["classes"]?.object
    let uses = LabelledResource.managed(facts, labels).flatMap(Self.uses)
    for use in uses {
      if let list = lists?[use.item.label]?.list {
        judge(use, allowed: list.compactMap(\.string), &report)
      } else if ["dev", "test", "qa", "int", "staging", "sandbox"].contains(use.item.label) {
        judge(use, largest: Self.largest(uses, use.kind), &report)
      }
    }
  }

  private func judge(_ use: Use, allowed: [String], _ report: inout AnalysisReport) {
    if let text = use.value.string {
      guard !allowed.contains(where: { Self.matches($0, text) }) else { return }
      report.violation(
        Message.unlisted(use.item.resource, text, use.item.label), at: use.value, in: use.item.resource)
    } else if let unknown = use.value.unknown {
      report.undetermined(
        Message.undecided(use.item.resource), at: use.value, in: use.item.resource, because: unknown.reasons)
    }
  }

  private func judge(_ use: Use, largest: Use?, _ report: inout AnalysisReport) {
    guard let largest, let limit = largest.size else { return }
    if let size = use.size {
      guard size > limit else { return }
      report.violation(
        Message.above(
          use.item.resource, use.value.string ?? "", use.item.label, largest.value.string ?? ""),
        at: use.value,
        in: use.item.resource,
        trace: [
          .init(
            "the largest of prod", at: largest.value.location ?? largest.item.resource.location)
        ])
    } else if let unknown = use.value.unknown,
      !unknown.reasons.allSatisfy({ $0.phrase.hasSuffix(" is known only after apply") })
    {
      report.undetermined(
        Message.undecided(use.item.resource), at: use.value, in: use.item.resource, because: unknown.reasons)
    }
  }

  private static func largest(_ uses: [Use], _ kind: Kind) -> Use? {
    uses.filter { $0.item.label == "prod" && $0.kind == kind }.max { ($0.size ?? 0) < ($1.size ?? 0) }
  }

  private static func uses(_ item: LabelledResource) -> [Use] {
    guard let (kind, path) = arguments[item.resource.type] else { return [] }
    var values = [item.resource.value]
    for name in path { values = values.flatMap { $0.list ?? [$0] }.compactMap { $0[name] } }
    return values.flatMap { $0.list ?? [$0] }.filter { !$0.isNull }.map {
      Use(item: item, kind: kind, value: $0, size: $0.string.flatMap(size))
    }
  }

  /// In units of a `small`: `db.t4g.small` 1, `m7i.2xlarge` 16.
  static func size(_ name: String) -> Double? {
    let word = name.split(separator: ".").last { $0.hasSuffix("xlarge") || sizes[String($0)] != nil }
    guard let word else { return nil }
    if let size = sizes[String(word)] { return size }
    let count = word.dropLast("xlarge".count)
    return count.isEmpty ? 8 : Double(count).map { $0 * 8 }
  }

  private static let sizes: [String: Double] = [
    "nano": 0.25, "micro": 0.5, "small": 1, "medium": 2, "large": 4, "metal": 400,
  ]

  /// `t3.*`: a star at the end or the start stands for anything.
  private static func matches(_ pattern: String, _ text: String) -> Bool {
    if pattern.hasSuffix("*") { return text.hasPrefix(pattern.dropLast()) }
    if pattern.hasPrefix("*") { return text.hasSuffix(pattern.dropFirst()) }
    return pattern == text
  }

  private enum Message {
    static func above(_ resource: Resource, _ name: String, _ label: String, _ largest: String) -> String {
      "\(resource.type).\(resource.name) of \(label) is a \(name), larger than any of prod (\(largest))"
    }
    static func unlisted(_ resource: Resource, _ name: String, _ label: String) -> String {
      "\(resource.type).\(resource.name) is a \(name), which is not in the list of \(label)"
    }
    static func undecided(_ resource: Resource) -> String {
      "cannot tell whether the class of \(resource.type).\(resource.name) is too large"
    }
  }
}
