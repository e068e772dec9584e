internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports a name that must be unique and is the same in two environments: the second apply fails, or takes the first
/// one's thing over.
struct NameCollision: Analysis {
  static let name = "name-collision"

  private enum Scope { case partition, account }

  /// The argument that names the thing, and within what it is unique.
  private static let names: [String: (argument: String, scope: Scope)] = [
    "aws_s3_bucket": ("bucket", .partition),
    "aws_iam_role": ("name", .account), "aws_iam_policy": ("name", .account),
    "aws_iam_user": ("name", .account),
    "aws_iam_instance_profile": ("name", .account), "aws_ecr_repository": ("name", .account),
    "aws_db_instance": ("identifier", .account), "aws_rds_cluster": ("cluster_identifier", .account),
    "aws_eks_cluster": ("name", .account), "aws_cloudwatch_log_group": ("name", .account),
    "aws_kms_alias": ("name", .account), "aws_lambda_function": ("function_name", .account),
    "aws_dynamodb_table": ("name", .account), "aws_sqs_queue": ("name", .account),
    "aws_sns_topic": ("name", .account),
    "aws_ssm_parameter": ("name", .account), "aws_secretsmanager_secret": ("name", .account),
    "aws_elasticache_replication_group": ("replication_group_id", .account), "aws_lb": ("name", .account),
  ]

  private struct Use {
    var resource: Resource
    var label: String
    var value: Value
    var region: String?
  }

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    var uses: [String: [Use]] = [:]
    for resource in facts.resources {
      guard let place = resource.terraform, place.mode == .managed,
        labels.ofRoot.indices.contains(place.root),
        let label = labels.ofRoot[place.root], let rule = Self.names[resource.type],
        let value = resource.value[rule.argument], let name = value.string
      else { continue }
      let root = facts.terraformRoots[place.root]
      let region = place.provider.flatMap { root.providers.indices.contains($0) ? root.providers[$0] : nil }?
        .settings["region"]?.string
      let use = Use(resource: resource, label: label, value: value, region: region)
      let key = resource.type + " " + name
      if let other = uses[key]?.first(where: { $0.label != label }) {
        judge(other, use, rule.scope, labels, &report)
      }
      uses[key, default: []].append(use)
    }
  }

  private func judge(
    _ first: Use, _ second: Use, _ scope: Scope, _ labels: EnvironmentLabels, _ report: inout AnalysisReport
  ) {
    if scope == .account, !second.resource.type.hasPrefix("aws_iam_"), let left = first.region,
      let right = second.region, left != right
    {
      return
    }
    let location = second.value.location ?? second.resource.location
    switch scope == .partition ? true : labels.shareAccount(first.label, second.label) {
    case false?: return
    case true?:
      report.violation(
        Message.equal(second.value.string ?? "", first.label, second.label), at: location,
        resource: second.resource,
        trace: [
          .init(
            "\(first.resource.address) of \(first.label)", at: first.value.location ?? first.resource.location
          ),
          .init("\(second.resource.address) of \(second.label)", at: location),
        ])
    case nil:
      report.undetermined(
        Message.undecided(second.value.string ?? "", first.label, second.label), at: location,
        resource: second.resource,
        because: [.init("the accounts of \(first.label) and \(second.label) are not in the repository")])
    }
  }

  private enum Message {
    static func equal(_ name: String, _ first: String, _ second: String) -> String {
      "'\(name)' is the name in \(first) and in \(second)"
    }
    static func undecided(_ name: String, _ first: String, _ second: String) -> String {
      "cannot tell whether '\(name)' of \(first) and \(second) are one thing"
    }
  }
}
