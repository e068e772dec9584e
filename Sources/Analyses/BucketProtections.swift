internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// A protection of a bucket that stands beside it in a resource of its own, or, as it used to, in the bucket.
private struct BucketProtection {
  /// The resource that switches it on.
  var type: String
  /// The block of the bucket that did so before AWS provider 4.
  var block: String
  /// The companion, or the old block, really switches it on; nil where an unknown decides.
  var isOn: (Value) -> Bool?
  var message: (Resource) -> String

  func run(
    _ facts: Facts, _ report: inout AnalysisReport,
    except isExempt: (Resource, Companions) -> Bool = { _, _ in false }
  ) {
    let companions = Companions(facts, types: [type, "aws_s3_bucket_logging"])
    for bucket in facts.resources where bucket.type == "aws_s3_bucket" && bucket.terraform?.mode == .managed {
      if isExempt(bucket, companions) { continue }
      let old = bucket.value.below(block).filter { $0.object != nil }
      if old.contains(where: { isOn($0) != false }) { continue }
      let name = bucket.type + "." + bucket.name
      switch companions.presence(of: type, for: bucket, by: "bucket") {
      case .present(let companion):
        guard isOn(companion.value) == false else { continue }
        report.violation(message(bucket), at: companion.location, resource: companion)
      case .absent: report.violation(message(bucket), at: bucket.location, resource: bucket)
      case .open(let reasons):
        report.undetermined(
          "cannot tell what protects \(name)", at: bucket.location, resource: bucket, because: reasons)
      }
    }
  }
}

/// Reports a bucket of which nothing ever expires.
struct BucketLifecycle: Analysis {
  static let name = "bucket-lifecycle"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    BucketProtection(
      type: "aws_s3_bucket_lifecycle_configuration", block: "lifecycle_rule",
      isOn: { value in
        let rules = value["rule"].map { $0.list ?? [$0] } ?? [value]
        let states = rules.map { rule -> Bool? in
          if rule.unknown != nil { return nil }
          return (rule["status"] ?? rule["enabled"]).map { $0.string == "Enabled" || $0.bool == true } ?? true
        }
        return states.contains(true) ? true : states.contains(nil) ? nil : false
      },
      message: { "nothing in \($0.type).\($0.name) ever expires" }
    ).run(facts, &report)
  }
}

/// Reports a bucket that keeps no older versions of its objects.
struct BucketVersions: Analysis {
  static let name = "bucket-versions"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    BucketProtection(
      type: "aws_s3_bucket_versioning", block: "versioning",
      isOn: { value in
        let states = value.below("versioning_configuration", "status") + value.below("enabled")
        guard let state = states.first else { return false }
        return state.unknown != nil ? nil : state.string == "Enabled" || state.bool == true
      },
      message: { "\($0.type).\($0.name) keeps no older versions" }
    ).run(facts, &report)
  }
}

/// Reports a bucket of which nobody can say who read it. One that receives the logs of others is left out.
struct BucketAccessLog: Analysis {
  static let name = "bucket-access-log"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    BucketProtection(
      type: "aws_s3_bucket_logging", block: "logging",
      isOn: { value in
        guard let target = value["target_bucket"] else { return false }
        return target.unknown != nil ? nil : !target.isNull
      },
      message: { "nobody can say who read \($0.type).\($0.name)" }
    ).run(facts, &report, except: Self.receivesLogs)
  }

  static func receivesLogs(_ bucket: Resource, _ companions: Companions) -> Bool {
    companions.all("aws_s3_bucket_logging", besides: bucket).contains { logging in
      guard let target = logging.value["target_bucket"] else { return false }
      if let text = target.string { return text == bucket.value["bucket"]?.string }
      return target.unknown?.reasons.contains { Companions.isResult($0, of: bucket) } ?? false
    }
  }
}

/// Reports a bucket that is encrypted with the service's own key. One that receives access logs is left out: S3 delivers
/// them into no other.
struct BucketKey: Analysis {
  static let name = "bucket-key"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    BucketProtection(
      type: "aws_s3_bucket_server_side_encryption_configuration",
      block: "server_side_encryption_configuration",
      isOn: { value in
        let states = value.below("rule", "apply_server_side_encryption_by_default", "sse_algorithm")
        guard let state = states.first else { return false }
        return state.unknown != nil ? nil : state.string?.hasPrefix("aws:kms") ?? false
      },
      message: { "\($0.type).\($0.name) has no key of its own" }
    ).run(facts, &report, except: BucketAccessLog.receivesLogs)
  }
}

/// Reports a bucket that policies and access lists may open to everybody.
///
/// A block for the whole account counts for every bucket of its root.
struct BucketPublicAccess: Analysis {
  static let name = "bucket-public-access"

  private static let switches = [
    "block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets",
  ]

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let type = "aws_s3_bucket_public_access_block"
    let account = "aws_s3_account_public_access_block"
    let companions = Companions(facts, types: [type, account])
    for block in facts.resources where block.type == type || block.type == account {
      judge(block, &report)
    }
    for bucket in facts.resources where bucket.type == "aws_s3_bucket" && bucket.terraform?.mode == .managed {
      guard companions.all(account, besides: bucket).isEmpty else { continue }
      switch companions.presence(of: type, for: bucket, by: "bucket") {
      case .present: continue
      case .absent:
        // New buckets are closed by S3 itself until somebody opens them.
        report.violation(Message.unblocked(bucket), at: bucket.location, resource: bucket, level: .note)
      case .open(let reasons):
        report.undetermined(
          Message.undecided(bucket), at: bucket.location, resource: bucket, because: reasons)
      }
    }
  }

  private func judge(_ block: Resource, _ report: inout AnalysisReport) {
    for name in Self.switches {
      guard let value = block.value[name], !value.isNull else {
        report.violation(Message.open(block, [name]), at: block.location, resource: block)
        return
      }
      if value.bool == false {
        report.violation(Message.open(block, [name]), at: value, in: block)
        return
      }
      if let unknown = value.unknown {
        report.undetermined(Message.undecided(block), at: value, in: block, because: unknown.reasons)
        return
      }
    }
  }

  private enum Message {
    static func unblocked(_ bucket: Resource) -> String {
      "nothing keeps \(bucket.type).\(bucket.name) from being opened to everybody"
    }
    static func open(_ block: Resource, _ names: [String]) -> String {
      "\(block.type).\(block.name) leaves \(names.joined(separator: ", ")) off"
    }
    static func undecided(_ resource: Resource) -> String {
      "cannot tell whether \(resource.type).\(resource.name) may be opened to everybody"
    }
  }
}
