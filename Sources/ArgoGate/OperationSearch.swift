/// Finds the Job's own sync: two kinds of request, `get` of one Job and `get` of one Application.
public struct OperationSearch: Sendable {
  public var job: String
  public var namespace: String
  /// Instead of the one that the Job's tracking id names.
  public var application: String?
  /// Where Argo CD's own applications are.
  public var applicationNamespace: String
  public var labelKey: String
  /// Said with a missing Application.
  public var isSameCluster: Bool

  public init(
    job: String, namespace: String, application: String?, applicationNamespace: String, labelKey: String,
    isSameCluster: Bool
  ) {
    self.job = job
    self.namespace = namespace
    self.application = application
    self.applicationNamespace = applicationNamespace
    self.labelKey = labelKey
    self.isSameCluster = isSameCluster
  }

  /// Reads the Job, then the Application until its status shows the Job's operation.
  public func run<Own, Hub>(
    own: inout ControlPlane<Own>, hub: inout ControlPlane<Hub>
  ) throws(Refusal) -> (job: HookJob, operation: SyncOperation) {
    let object = try own.object(
      "/apis/batch/v1/namespaces/\(namespace)/jobs/\(job)",
      right: "get jobs.batch in namespace '\(namespace)'",
      absence: "there is no Job '\(job)' in namespace '\(namespace)': is MLGUARD_JOB right?")
    let job = try HookJob(object, labelKey: labelKey)
    return (job, try operation(of: job, hub: &hub))
  }

  /// The sync of the Job, once more: refused when it is over or another.
  public func operation<Hub>(
    of job: HookJob, hub: inout ControlPlane<Hub>
  ) throws(Refusal) -> SyncOperation {
    guard let full = application ?? job.application else {
      throw .unknown(
        "Job '\(job.name)' has neither a tracking id nor the label '\(labelKey)': pass --application")
    }
    let parts = full.split(separator: "/").map(String.init)
    let name = parts.last ?? full
    let place = parts.count == 2 ? parts[0] : applicationNamespace
    guard [name, place].allSatisfy(\.isObjectName) else {
      throw .unknown("'\(full)' is no name of an Application")
    }
    let advice =
      isSameCluster ? "; where Argo CD runs in another cluster, pass --hub-server (docs/argocd.md)" : ""
    var reason = "nothing was read"
    repeat {
      let object = try hub.object(
        "/apis/argoproj.io/v1alpha1/namespaces/\(place)/applications/\(name)",
        right: "get applications.argoproj.io in namespace '\(place)'",
        absence: "there is no Application '\(name)' in namespace '\(place)'" + advice)
      switch try SyncOperation.state(of: object, for: job) {
      case .running(let operation): return operation
      case .notYet(let why): reason = why
      }
      hub.wait(1)
    } while !hub.isOver
    throw .unknown("\(reason), until the deadline")
  }
}

extension String {
  /// Safe in a path of the API.
  fileprivate var isObjectName: Bool {
    !isEmpty && utf8.count <= 253
      && utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x2E
      }
  }
}
