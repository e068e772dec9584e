internal import Foundation

/// The gate against an API server that answers from a script.
final class GateRun {
  typealias JSON = [String: Any]

  static let revision = "1a2b3c4d5e6f708192a3b4c5d6e7f80912345678"
  static let started = "2026-11-24T17:24:00Z"
  /// The same time in seconds.
  static let seconds = 1_795_541_040
  static let jobName = "mlguard-1a2b3c4-presync-1795541040"
  static let jobPath = "/apis/batch/v1/namespaces/shop/jobs/\(jobName)"
  static let applicationPath = "/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/web"

  struct Outcome: Equatable {
    var code: Int32
    var message: String
  }

  let repository: CommandRun
  private let server = Process()
  private let address: String

  /// - Parameters:
  ///   - certificate: file and key, for TLS.
  init(
    _ script: [String: [JSON]], files: [String: String] = ["deploy/prod/web.yaml": Manifest.clean],
    head: String = revision, certificate: (file: String, key: String)? = nil
  ) throws {
    repository = try CommandRun(files)
    try repository.write(head + "\n", to: ".git/HEAD")
    try repository.write("first", to: ".git/token")
    let data = try JSONSerialization.data(withJSONObject: script)
    try repository.write(data, to: ".git/script.json")
    server.executableURL = URL(filePath: "/usr/bin/env")
    let program = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "api_server.py").path
    server.arguments =
      ["python3", program, repository.folder.path + "/.git/script.json"]
      + (certificate.map { [$0.file, $0.key] } ?? [])
    let pipe = Pipe()
    server.standardOutput = pipe
    server.standardError = FileHandle.nullDevice
    try server.run()
    let port = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    address = (certificate == nil ? "http" : "https") + "://127.0.0.1:\(port)"
  }

  deinit { server.terminate() }

  /// Runs `mlguard gate argocd` and gives the exit code and the termination message.
  func callAsFunction(deadline: Double = 4, _ more: String...) throws -> Outcome {
    let log = repository.folder.path + "/.git/termination-log"
    let arguments = [
      "gate", "argocd", "--repository", repository.folder.path, "--job", Self.jobName, "--namespace", "shop",
      "--token-file", repository.folder.path + "/.git/token", "--deadline", "\(deadline)",
      "--request-timeout", "1", "--termination-log", log,
    ]
    let outcome = try repository.run(
      arguments + (more.contains("--server") ? more : ["--server", address] + more))
    let message = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    return Outcome(code: outcome.code, message: message.isEmpty ? outcome.errors + outcome.output : message)
  }

  var serverAddress: String { address }

  static func job(
    name: String = jobName, hook: String = "PreSync", tracking: String? = "web:batch/Job:shop/",
    created: String? = nil
  ) -> JSON {
    var annotations = ["argocd.argoproj.io/hook": hook]
    annotations["argocd.argoproj.io/tracking-id"] = tracking
    var metadata: JSON = ["name": name, "namespace": "shop", "annotations": annotations]
    metadata["creationTimestamp"] = created
    return ["kind": "Job", "metadata": metadata]
  }

  static var source: JSON {
    [
      "repoURL": "https://github.com/example/web", "path": "deploy/prod", "targetRevision": "v1",
    ]
  }

  /// An Application that syncs; each part can be another.
  static func application(
    phase: String = "Running", startedAt: String = started, sync: JSON = ["source": source],
    spec: JSON = ["source": source],
    result: JSON? = ["revision": revision]
  ) -> JSON {
    var state: JSON = ["phase": phase, "startedAt": startedAt, "operation": ["sync": sync]]
    state["syncResult"] = result
    return [
      "kind": "Application", "metadata": ["name": "web", "namespace": "argocd"], "spec": spec,
      "status": ["operationState": state],
    ]
  }

  static func ok(_ body: JSON) -> JSON { ["status": 200, "body": body] }
}
