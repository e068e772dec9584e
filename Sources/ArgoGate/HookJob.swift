public import Values

/// The Job that the gate runs in, as the cluster knows it.
///
/// Source: Argo CD, gitops-engine/pkg/sync/sync_context.go: a hook with `generateName` is named
/// `<generateName><first seven digits of the revision>-<phase>-<start of the operation in seconds>`, which binds it to
/// one operation. A hook with a fixed name (kustomize takes no other) is bound by the time of its creation: the
/// controller writes the state of an operation before it makes hooks. The tracking id
/// (util/argo/resource_tracking.go) is `<application>:batch/Job:<namespace>/<name>`.
public struct HookJob: Sendable, Equatable {
  public var name: String
  /// Empty where Argo CD syncs several sources, and with a fixed name.
  public var shortRevision = ""
  public var binding: Binding
  /// With its namespace, `team-a/web`, where that is not Argo CD's own.
  public var application: String?

  /// Which operation the Job belongs to, by seconds since 1970.
  public enum Binding: Sendable, Equatable {
    case startedAt(Int)
    case createdAt(Int)
  }

  /// - Parameter labelKey: where Argo CD tracks by label.
  public init(_ job: Value, labelKey: String) throws(Refusal) {
    guard job["kind"]?.string == "Job", let name = job.at("metadata", "name")?.string else {
      throw .unknown("the API server's answer is no Job")
    }
    let annotations = job.at("metadata", "annotations")
    let phases = annotations?["argocd.argoproj.io/hook"]?.string ?? ""
    guard phases == "PreSync" else {
      throw .refused("Job '\(name)' is a hook of '\(phases)', not of PreSync alone")
    }
    self.name = name
    let parts = name.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if parts.count >= 3, let startedAt = Int(parts[parts.count - 1]), parts[parts.count - 2] == "presync" {
      binding = .startedAt(startedAt)
      let revision = parts[parts.count - 3]
      if revision.isHexadecimal, revision.utf8.count == 7 { shortRevision = revision }
    } else if let created = job.at("metadata", "creationTimestamp")?.string.flatMap(UTCTime.seconds) {
      binding = .createdAt(created)
    } else {
      throw .unknown("Job '\(name)' has no time of creation")
    }
    let tracked = annotations?["argocd.argoproj.io/tracking-id"]?.string.flatMap { id in
      id.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init)
    }
    let labelled = job.at("metadata", "labels")?[labelKey]?.string
    // An application of another namespace is `namespace_name`.
    application = (tracked ?? labelled).map { $0.split(separator: "_", maxSplits: 1).joined(separator: "/") }
  }
}

extension String {
  var isHexadecimal: Bool {
    !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// A whole commit id, SHA-1 or SHA-256.
  var isCommit: Bool { isHexadecimal && (utf8.count == 40 || utf8.count == 64) }
}
