internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports a bucket or a database of a higher environment of which no copy is kept elsewhere.
///
/// A root that is planned with several sets of inputs needs a copy in one of them: the set that builds the copy itself
/// has none.
struct Replication: Analysis {
  static let name = "replication"

  private static let replicas: [(type: String, argument: String)] = [
    ("aws_db_instance_automated_backups_replication", "source_db_instance_arn"),
    ("aws_db_instance", "replicate_source_db"), ("aws_backup_selection", "resources"),
  ]
  private static let bucketReplication = "aws_s3_bucket_replication_configuration"

  private struct Key: Hashable {
    var folder: String
    var address: String
  }

  private enum State {
    case copied
    case alone(Resource, String)
    case open(Resource, [Unknown.Reason])
  }

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let environments = Set((report.parameters["environments"]?.list ?? []).compactMap(\.string))
    let patterns = (report.parameters["buckets"]?.list ?? []).compactMap(\.string)
    let companions = Companions(
      facts,
      types: Set(
        Self.replicas.map(\.type) + [Self.bucketReplication, "aws_s3_bucket_lifecycle_configuration"]))
    var states: [Key: State] = [:]
    var order: [Key] = []
    for item in LabelledResource.managed(facts, EnvironmentLabels(facts))
    where environments.contains(item.label) {
      guard let state = Self.state(item, patterns, companions) else { continue }
      let key = Key(folder: item.root.folder, address: item.resource.address)
      if case .copied? = states[key] { continue }
      if states[key] == nil { order.append(key) }
      states[key] = state
    }
    for key in order {
      switch states[key] {
      case .alone(let resource, let label):
        report.violation(Message.alone(resource, label), at: resource.location, resource: resource)
      case .open(let resource, let reasons):
        report.undetermined(
          Message.undecided(resource), at: resource.location, resource: resource, because: reasons)
      case .copied, nil: continue
      }
    }
  }

  /// Nil for what needs no copy.
  private static func state(_ item: LabelledResource, _ patterns: [String], _ companions: Companions)
    -> State?
  {
    let resource = item.resource
    let ways: [(type: String, argument: String)]
    switch resource.type {
    case "aws_db_instance":
      if let source = resource.value["replicate_source_db"], !source.isNull { return nil }
      ways = replicas
    case "aws_s3_bucket":
      guard let name = resource.value["bucket"]?.string,
        patterns.contains(where: { Wildcard($0).matches(name) }),
        !isCopy(resource, companions)
      else { return nil }
      ways = [(bucketReplication, "bucket")]
    default: return nil
    }
    var doubts: [Unknown.Reason] = []
    for way in ways {
      switch companions.presence(of: way.type, for: resource, by: way.argument) {
      case .present: return .copied
      case .open(let reasons): doubts += reasons
      case .absent: continue
      }
    }
    return doubts.isEmpty ? .alone(resource, item.label) : .open(resource, doubts)
  }

  /// The bucket is where another one is copied to.
  private static func isCopy(_ bucket: Resource, _ companions: Companions) -> Bool {
    companions.all(bucketReplication, besides: bucket).contains {
      $0.value.below("rule", "destination", "bucket").contains {
        if case .yes = Companions.refers($0, to: bucket) { true } else { false }
      }
    }
  }

  private enum Message {
    static func alone(_ resource: Resource, _ label: String) -> String {
      "no copy of \(resource.type).\(resource.name) of \(label) is kept elsewhere"
    }
    static func undecided(_ resource: Resource) -> String {
      "cannot tell whether a copy of \(resource.type).\(resource.name) is kept elsewhere"
    }
  }
}
