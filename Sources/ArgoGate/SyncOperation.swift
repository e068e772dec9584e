public import Values

/// The sync that is running, where it is one that the gate may judge: everything of one revision of one repository.
///
/// Source of the fields: Argo CD, pkg/apis/application/v1alpha1/types.go; which syncs skip hooks: controller/sync.go
/// (`IsApplyStrategy() || len(Resources) > 0`); what a rollback is: server/application/application.go.
public struct SyncOperation: Sendable, Equatable {
  public var application: String
  public var repository: String
  /// The whole commit id that Argo CD resolved.
  public var revision: String
  /// Folders of the repository that are deployed.
  public var paths: [String]
  public var startedAt: Int

  /// Seconds that the clocks of the controller and of the API server may differ by.
  private static let clockSkew = 60

  public enum State: Sendable, Equatable {
    case running(SyncOperation)
    /// The status is older than the Job; worded for "because".
    case notYet(String)
  }

  /// What the Application says of the Job's operation.
  public static func state(of application: Value, for job: HookJob) throws(Refusal) -> State {
    guard application["kind"]?.string == "Application", let name = application.at("metadata", "name")?.string
    else { throw .unknown("the API server's answer is no Application") }
    guard let state = application.at("status", "operationState"), state.object != nil else {
      return .notYet("the Application has no operation in its status yet")
    }
    guard let start = state["startedAt"]?.string.flatMap(UTCTime.seconds) else {
      throw .unknown("the operation has no time of start")
    }
    switch job.binding {
    case .startedAt(let own) where start < own:
      return .notYet("the status still shows the operation before this one")
    case .startedAt(let own) where start > own, .createdAt(let own) where start > own + clockSkew:
      throw .refused("another operation has begun since this Job was made; its own Job decides on it")
    case .startedAt, .createdAt: break
    }
    let phase = state["phase"]?.string ?? ""
    guard phase == "Running" else { throw .refused("the operation is '\(phase)', not running") }
    guard let sync = state.at("operation", "sync"), sync.object != nil else {
      throw .refused("the operation is no sync")
    }
    try checkWhole(sync)
    guard let spec = application["spec"], let result = state["syncResult"], result.object != nil else {
      return .notYet("Argo CD has not written yet which revision it syncs")
    }
    let sources = try checkedSources(spec, sync)
    guard let revision = try revision(result, sources) else {
      return .notYet("Argo CD has not written yet which revision it syncs")
    }
    if !job.shortRevision.isEmpty, !revision.hasPrefix(job.shortRevision) {
      throw .refused("the Job was made for revision \(job.shortRevision)…, the sync is of \(revision)")
    }
    return .running(
      SyncOperation(
        application: name, repository: sources[0]["repoURL"]?.string ?? "", revision: revision,
        paths: sources.compactMap { $0["path"]?.string }.map(normalized), startedAt: start))
  }

  /// Without `.`, and without a slash at either end; empty for the root.
  private static func normalized(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  /// Syncs that run no hooks, or hooks of their own; they end here all the same, if one reaches the gate.
  private static func checkWhole(_ sync: Value) throws(Refusal) {
    if let resources = sync["resources"]?.list, !resources.isEmpty {
      throw .refused(
        "a selective sync of \(resources.count) resources cannot pass: sync the whole application")
    }
    if sync.at("syncStrategy", "apply")?.object != nil {
      throw .refused("a sync with the apply strategy cannot pass: sync with the hook strategy")
    }
    if let manifests = sync["manifests"]?.list, !manifests.isEmpty {
      throw .refused("a sync of local manifests cannot pass: commit them")
    }
    if sync["dryRun"]?.bool == true { throw .refused("a dry run has nothing to let pass") }
  }

  /// The sources of the specification, of one repository each; refused where something that the gate does not read
  /// decides what is deployed.
  private static func checkedSources(_ spec: Value, _ sync: Value) throws(Refusal) -> [Value] {
    let listed = spec["sources"]?.list ?? []
    let sources = listed.isEmpty ? spec["source"].map { [$0] } ?? [] : listed
    guard !sources.isEmpty else { throw .unknown("the Application has no source") }
    let given = listed.isEmpty ? sync["source"].map { [$0] } ?? [] : sync["sources"]?.list ?? []
    if !given.isEmpty, !(given.count == sources.count && zip(given, sources).allSatisfy { $0.isSame(as: $1) })
    {
      throw .refused("the sync is of another source than the Application's: a rollback, or an override")
    }
    for source in sources {
      let repository = source["repoURL"]?.string ?? ""
      if let chart = source["chart"]?.string, !chart.isEmpty {
        throw .refused("the chart '\(chart)' of \(repository) is not in the repository that the gate reads")
      }
      guard repository == sources[0]["repoURL"]?.string, !repository.isEmpty else {
        throw .refused("sources of several repositories cannot pass: the gate reads one, at one revision")
      }
      if let settings = source.at("directory", "jsonnet")?.object, !settings.fields.isEmpty {
        throw .refused("the Application evaluates Jsonnet, which the gate does not read")
      }
      for key in ["helm", "kustomize", "plugin"] {
        if let settings = source[key]?.object, !settings.fields.isEmpty {
          throw .refused(
            "the Application changes what the repository says (spec.source.\(key)): write it there")
        }
      }
    }
    return sources
  }

  /// Nil while the result is empty.
  private static func revision(_ result: Value, _ sources: [Value]) throws(Refusal) -> String? {
    let several = (result["revisions"]?.list ?? []).compactMap(\.string)
    let all = several.isEmpty ? [result["revision"]?.string ?? ""] : several
    guard let first = all.first, !all.contains("") else { return nil }
    guard all.allSatisfy({ $0 == first }) else {
      throw .refused("sources at several revisions cannot pass: the gate reads one")
    }
    guard first.isCommit else { return nil }
    return first
  }
}

extension Value {
  /// The same content; an absent field and an empty one are the same, as Go writes them.
  fileprivate func isSame(as other: Value) -> Bool {
    switch (content, other.content) {
    case (.object(let left), .object(let right)):
      let names = Set((left.fields + right.fields).map(\.name))
      return names.allSatisfy { name in
        switch (left[name], right[name]) {
        case (let one?, let two?): one.isSame(as: two)
        case (let one?, nil), (nil, let one?): one.isEmptyInGo
        case (nil, nil): true
        }
      }
    case (.list(let left), .list(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
    case (.string(let left), .string(let right)): return left == right
    case (.bool(let left), .bool(let right)): return left == right
    case (.null, .null): return true
    case (.number(let left), .number(let right)): return "\(left)" == "\(right)"
    default: return false
    }
  }

  private var isEmptyInGo: Bool {
    switch content {
    case .null: true
    case .string(let text): text.isEmpty
    case .bool(let flag): !flag
    case .list(let elements): elements.isEmpty
    case .object(let fields): fields.fields.isEmpty
    case .number, .unknown: false
    }
  }
}

/// `2026-11-24T17:24:00Z`, the only form that Kubernetes writes a time of a second in.
enum UTCTime {
  static func seconds(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? { Int(String(decoding: bytes[range], as: UTF8.self)) }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    // Days from a civil date, Howard Hinnant's algorithm.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (era * 146_097 + dayOfEra - 719_468) * 86_400 + hour * 3600 + minute * 60 + second
  }
}
