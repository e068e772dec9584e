internal import ArgoGate
internal import ArgumentParser
internal import PolicyKit
internal import ResourceModel
internal import Scanner
internal import SourceText

/// `mlguard-gate`: what `mlguard gate` runs. A program of its own, so that `mlguard scan` carries no HTTP.
@main
struct GateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mlguard-gate", abstract: "Lets a deployment pass, or stops it.", subcommands: [ArgoCD.self])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      System.write(fullMessage(for: error) + "\n", to: 2)
      exit(withError: ExitCode(2))
    }
  }
}

/// `mlguard gate argocd`: the PreSync hook of an Argo CD application.
struct ArgoCD: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "argocd",
    abstract: "Stops an Argo CD sync that would violate a policy; runs in a PreSync Job.",
    discussion: """
      Finds its own Job and the Application that it belongs to, checks that the running operation is a whole sync of
      one revision, and scans the repository at that revision for the application's environment.
      In an init container --resolve writes which repository and revision have to be cloned.
      Exit codes: 0 passes, 1 violations or a sync that must not pass, 2 wrong usage, 3 something is not known.
      """)

  @Option(help: "The clone, with its .git folder.")
  var repository = "/repository"

  @Option(help: "Writes the files repository, revision and path into this folder and judges nothing.")
  var resolve: String?

  @Option(help: "The name of this Job (default: $MLGUARD_JOB).")
  var job: String?

  @Option(help: "Its namespace (default: $MLGUARD_NAMESPACE, or that of the service account).")
  var namespace: String?

  @Option(help: "The Application, NAME or NAMESPACE/NAME (default: as the Job's tracking id says).")
  var application: String?

  @Option(help: "Where Argo CD keeps its applications.")
  var applicationNamespace = "argocd"

  @Option(help: "The label that Argo CD tracks by, where it does not track by annotation.")
  var labelKey = "app.kubernetes.io/instance"

  @Option(help: "A profile instead of the repository's .mlguard.yaml.")
  var profile: String?

  @Option(help: "The API server (default: from $KUBERNETES_SERVICE_HOST).")
  var server: String?

  @Option(help: "Certificates that the API server is verified by.")
  var caFile = "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt"

  @Option(help: "The token; read again for each request.")
  var tokenFile = "/var/run/secrets/kubernetes.io/serviceaccount/token"

  @Option(help: "The API server of the cluster that Argo CD runs in, where it is another.")
  var hubServer: String?

  @Option(help: "Certificates of the hub's API server.")
  var hubCaFile: String?

  @Option(help: "A token that may get the Application on the hub.")
  var hubTokenFile: String?

  @Option(help: "Seconds until the question who syncs what has to be answered.")
  var deadline = 120.0

  @Option(help: "Seconds that one request may take.")
  var requestTimeout = 10.0

  @Option(help: "Where the verdict is written for Kubernetes; empty: nowhere.")
  var terminationLog = "/dev/termination-log"

  mutating func validate() throws {
    guard deadline > 0, deadline <= 3600 else {
      throw ValidationError("--deadline is between 1 and 3600 seconds")
    }
    guard requestTimeout > 0 else { throw ValidationError("--request-timeout has to be more than 0") }
    if hubServer != nil, hubCaFile == nil || hubTokenFile == nil {
      throw ValidationError("--hub-server needs --hub-ca-file and --hub-token-file")
    }
    for address in [server, hubServer].compactMap({ $0 }) where !HTTPTransport.isAllowed(address) {
      throw ValidationError(
        "\(address): the API server is reached by https://, by http:// on this machine only")
    }
  }

  mutating func run() async throws {
    let verdict: Verdict?
    do {
      verdict = try await judged()
    } catch let refusal as Refusal {
      verdict = Verdict(refusal)
    }
    guard let verdict else { return }
    System.write(verdict.text, to: 1)
    if !terminationLog.isEmpty, let reason = System.replace(terminationLog, by: verdict.terminationMessage) {
      System.write("mlguard-gate: cannot write \(terminationLog): \(reason)\n", to: 2)
      // The exit code still says it.
    }
    throw ExitCode(verdict.exitCode)
  }

  /// Nil where nothing was to be judged.
  private func judged() async throws -> Verdict? {
    let end = System.seconds + deadline
    var own = ControlPlane(
      try transport(), name: "this cluster", deadline: end, timeout: requestTimeout)
    var hub = own
    if let hubServer, let hubCaFile, let hubTokenFile {
      hub = ControlPlane(
        HTTPTransport(server: hubServer, authority: hubCaFile, tokenFile: hubTokenFile), name: "the hub",
        deadline: end, timeout: requestTimeout)
    }
    let search = try search()
    let (job, operation) = try search.run(own: &own, hub: &hub)
    if let resolve {
      try write(operation, to: resolve)
      return nil
    }
    let head = try GitHead.commit(of: repository)
    guard head == operation.revision else {
      throw Refusal.unknown("the clone is at \(head), the sync is of \(operation.revision)")
    }
    let result: ScanResult
    do {
      result = try await Scanner.scan(
        ScanRequest(paths: [repository], profilePath: profile, threads: System.coreCount))
    } catch {
      throw Refusal.unknown(error.messages.joined(separator: "; "))
    }
    let view = EnvironmentView(
      paths: operation.paths, vocabulary: EnvironmentVocabulary(result.profile.environments))
    for path in operation.paths
    where !path.isEmpty && !result.report.files.contains(where: { $0.path.hasPrefix(path + "/") }) {
      throw Refusal.unknown("the repository has nothing to judge in '\(path)', which the Application deploys")
    }
    let report = view.report(of: result.report)
    // What was judged must still be what is synced.
    var again = ControlPlane(
      hub.connection, name: "the hub", deadline: System.seconds + deadline, timeout: requestTimeout)
    guard try search.operation(of: job, hub: &again) == operation else {
      throw Refusal.refused("the operation changed while it was judged")
    }
    return Verdict(report, fails: result.profile.fails(report), operation: operation)
  }

  private func search() throws(Refusal) -> OperationSearch {
    guard let job = job ?? System.variable("MLGUARD_JOB"), !job.isEmpty else {
      throw .unknown(
        "nothing says which Job this is: set MLGUARD_JOB from the label batch.kubernetes.io/job-name")
    }
    let ofAccount = System.text(of: "/var/run/secrets/kubernetes.io/serviceaccount/namespace")
    guard let namespace = namespace ?? System.variable("MLGUARD_NAMESPACE") ?? ofAccount, !namespace.isEmpty
    else {
      throw .unknown("nothing says which namespace this is: set MLGUARD_NAMESPACE from metadata.namespace")
    }
    return OperationSearch(
      job: job, namespace: namespace, application: application, applicationNamespace: applicationNamespace,
      labelKey: labelKey, isSameCluster: hubServer == nil)
  }

  private func transport() throws(Refusal) -> HTTPTransport {
    if let server { return HTTPTransport(server: server, authority: caFile, tokenFile: tokenFile) }
    guard let host = System.variable("KUBERNETES_SERVICE_HOST"),
      let port = System.variable("KUBERNETES_SERVICE_PORT"), !host.isEmpty
    else { throw .unknown("this is no pod of a cluster: KUBERNETES_SERVICE_HOST is not set; pass --server") }
    let address = host.contains(":") ? "[\(host)]" : host
    return HTTPTransport(server: "https://\(address):\(port)", authority: caFile, tokenFile: tokenFile)
  }

  private func write(_ operation: SyncOperation, to folder: String) throws(Refusal) {
    let files = [
      ("repository", operation.repository), ("revision", operation.revision),
      ("path", operation.paths.joined(separator: "\n")),
    ]
    for (name, text) in files {
      if let reason = System.replace("\(folder)/\(name)", by: text) {
        throw .unknown("cannot write \(folder)/\(name): \(reason)")
      }
    }
    System.write(
      "mlguard: \(operation.application) syncs \(operation.repository) at \(operation.revision)\n", to: 1)
  }
}
