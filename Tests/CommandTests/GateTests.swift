internal import Foundation
internal import Testing

/// `mlguard gate argocd` against a scripted API server on this machine.
@Suite(.serialized) struct GateTests {
  private static let hasPython: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "--version"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    if process.terminationStatus != 0 { print("GateTests: skipped: python3 is not installed") }
    return process.terminationStatus == 0
  }()

  private func check(
    _ application: [GateRun.JSON], job: GateRun.JSON = GateRun.ok(GateRun.job()), deadline: Double = 4,
    _ code: Int32, _ message: String, source: SourceLocation = #_sourceLocation
  ) throws {
    let gate = try GateRun([GateRun.jobPath: [job], GateRun.applicationPath: application])
    let start = Date()
    #expect(
      try gate(deadline: deadline) == .init(code: code, message: message + "\n"), sourceLocation: source)
    // The deadline, one request and the start of two processes.
    #expect(Date().timeIntervalSince(start) < deadline + 8, sourceLocation: source)
  }

  private func refused(
    _ application: GateRun.JSON, _ message: String, source: SourceLocation = #_sourceLocation
  ) throws {
    try check([GateRun.ok(application)], 1, "mlguard: refused: " + message, source: source)
  }

  private let passed = "mlguard: passed: web at \(GateRun.revision): 0 errors, 0 warnings"

  @Test(.enabled(if: hasPython)) func `a whole sync of a clean revision passes`() throws {
    try check([GateRun.ok(GateRun.application())], 0, passed)
  }

  @Test(.enabled(if: hasPython)) func `a violation stops the sync`() throws {
    let gate = try GateRun(
      [
        GateRun.jobPath: [GateRun.ok(GateRun.job())],
        GateRun.applicationPath: [GateRun.ok(GateRun.application())],
      ],
      files: ["deploy/prod/web.yaml": Manifest.mutable, "deploy/dev/web.yaml": Manifest.mutable])
    #expect(
      try gate()
        == .init(
          code: 1,
          message: """
            mlguard: violated: web at \(GateRun.revision): 1 error, 0 warnings
            deploy/prod/web.yaml:9 error IMG-01 image 'web:1.4' has no digest

            """))
  }

  @Test(.enabled(if: hasPython)) func `a violation in another environment does not`() throws {
    let gate = try GateRun(
      [
        GateRun.jobPath: [GateRun.ok(GateRun.job())],
        GateRun.applicationPath: [GateRun.ok(GateRun.application())],
      ],
      files: ["deploy/prod/web.yaml": Manifest.clean, "deploy/dev/web.yaml": Manifest.mutable])
    #expect(try gate() == .init(code: 0, message: passed + "\n"))
  }

  @Test(.enabled(if: hasPython)) func `what cannot be read is not let through`() throws {
    let gate = try GateRun(
      [
        GateRun.jobPath: [GateRun.ok(GateRun.job())],
        GateRun.applicationPath: [GateRun.ok(GateRun.application())],
      ],
      files: ["deploy/prod/web.yaml": Manifest.clean, "deploy/prod/broken.yaml": "kind: [\n"])
    let outcome = try gate()
    #expect(outcome.code == 3)
    #expect(
      outcome.message.hasPrefix(
        "mlguard: undecided: web at \(GateRun.revision): 1 place could not be read\ndeploy/prod/broken.yaml:"
      ))
  }

  @Test(.enabled(if: hasPython)) func `the status is empty at first`() throws {
    let empty: GateRun.JSON = [
      "kind": "Application", "metadata": ["name": "web"], "spec": ["source": GateRun.source],
    ]
    try check(
      [
        GateRun.ok(empty), GateRun.ok(GateRun.application(result: nil)),
        GateRun.ok(GateRun.application(result: ["revision": ""])), GateRun.ok(GateRun.application()),
      ], deadline: 20, 0, passed)
    try check(
      [GateRun.ok(empty)], deadline: 2, 3,
      "mlguard: undecided: the Application has no operation in its status yet, until the deadline")
  }

  @Test(.enabled(if: hasPython)) func `operations of another phase or time`() throws {
    try refused(GateRun.application(phase: "Terminating"), "the operation is 'Terminating', not running")
    try refused(GateRun.application(phase: "Succeeded"), "the operation is 'Succeeded', not running")
    try refused(
      GateRun.application(startedAt: "2026-11-24T17:24:01Z"),
      "another operation has begun since this Job was made; its own Job decides on it")
    try check(
      [GateRun.ok(GateRun.application(startedAt: "2026-11-24T17:00:00Z"))], deadline: 2, 3,
      "mlguard: undecided: the status still shows the operation before this one, until the deadline")
    try check(
      [GateRun.ok(GateRun.application(startedAt: "yesterday"))], 3,
      "mlguard: undecided: the operation has no time of start")
  }

  @Test(.enabled(if: hasPython)) func `syncs that are not of everything at one revision`() throws {
    try refused(
      GateRun.application(sync: ["resources": [["kind": "Service", "name": "web"]]]),
      "a selective sync of 1 resources cannot pass: sync the whole application")
    try refused(
      GateRun.application(sync: ["syncStrategy": ["apply": ["force": true]]]),
      "a sync with the apply strategy cannot pass: sync with the hook strategy")
    try refused(
      GateRun.application(sync: ["manifests": ["{}"]]), "a sync of local manifests cannot pass: commit them")
    try refused(GateRun.application(sync: ["dryRun": true]), "a dry run has nothing to let pass")
    var older = GateRun.source
    older["targetRevision"] = "v0"
    try refused(
      GateRun.application(sync: ["source": older]),
      "the sync is of another source than the Application's: a rollback, or an override")
    let other = "ffff3c4d5e6f708192a3b4c5d6e7f80912345678"
    try refused(
      GateRun.application(result: ["revision": other]),
      "the Job was made for revision 1a2b3c4…, the sync is of \(other)")
    var changed = GateRun.source
    changed["kustomize"] = ["images": ["web:2"]]
    try refused(
      GateRun.application(sync: [:], spec: ["source": changed]),
      "the Application changes what the repository says (spec.source.kustomize): write it there")
  }

  @Test(.enabled(if: hasPython))
  func `an application of the whole repository, and of a folder that is not there`() throws {
    for (path, code, message) in [
      (".", 0, passed), ("./deploy/prod/", 0, passed),
      (
        "deploy/none", 3,
        "mlguard: undecided: the repository has nothing to judge in 'deploy/none', which the Application deploys"
      ),
    ] as [(String, Int32, String)] {
      var source = GateRun.source
      source["path"] = path
      try check(
        [GateRun.ok(GateRun.application(sync: ["source": source], spec: ["source": source]))], code, message)
    }
  }

  @Test(.enabled(if: hasPython)) func `several sources`() throws {
    var second = GateRun.source
    second["path"] = "deploy/base"
    let both: GateRun.JSON = ["sources": [GateRun.source, second]]
    let gate = try GateRun(
      [
        GateRun.jobPath: [GateRun.ok(GateRun.job())],
        GateRun.applicationPath: [
          GateRun.ok(
            GateRun.application(
              sync: both, spec: both, result: ["revisions": [GateRun.revision, GateRun.revision]]))
        ],
      ],
      files: [
        "deploy/prod/web.yaml": Manifest.clean,
        "deploy/base/web.yaml": Manifest.clean.replacing("name: web", with: "name: base"),
      ])
    #expect(try gate() == .init(code: 0, message: passed + "\n"))
    let other = "ffff3c4d5e6f708192a3b4c5d6e7f80912345678"
    try refused(
      GateRun.application(sync: both, spec: both, result: ["revisions": [GateRun.revision, other]]),
      "sources at several revisions cannot pass: the gate reads one")
    let chart: GateRun.JSON = [
      "repoURL": "https://charts.example.com", "chart": "redis", "targetRevision": "1.0.0",
    ]
    let mixed: GateRun.JSON = ["sources": [GateRun.source, chart]]
    try refused(
      GateRun.application(sync: mixed, spec: mixed, result: ["revisions": [GateRun.revision, "1.0.0"]]),
      "the chart 'redis' of https://charts.example.com is not in the repository that the gate reads")
    second["repoURL"] = "https://github.com/example/other"
    let apart: GateRun.JSON = ["sources": [GateRun.source, second]]
    try refused(
      GateRun.application(
        sync: apart, spec: apart, result: ["revisions": [GateRun.revision, GateRun.revision]]),
      "sources of several repositories cannot pass: the gate reads one, at one revision")
  }

  @Test(.enabled(if: hasPython)) func `answers that are no object`() throws {
    try check(
      [["status": 403]], 3,
      "mlguard: undecided: the service account may not get applications.argoproj.io in namespace 'argocd' (403): grant it"
    )
    try check(
      [["status": 404]], 3,
      "mlguard: undecided: there is no Application 'web' in namespace 'argocd'; where Argo CD runs in another cluster, "
        + "pass --hub-server (docs/argocd.md)")
    try check(
      [["status": 410]], 3,
      "mlguard: undecided: the API server of this cluster answers 410 to \(GateRun.applicationPath)")
    try check(
      [["status": 200, "body": "<html>"]], 3,
      "mlguard: undecided: the API server of this cluster answers with something that is no object")
    try check(
      [["status": 200, "body": "{\"kind\": \"Application\""]], 3,
      "mlguard: undecided: the API server of this cluster answers with something that is no object")
    try check(
      [GateRun.ok(["kind": "Secret"])], 3, "mlguard: undecided: the API server's answer is no Application")
    try check(
      [], job: ["status": 403], 3,
      "mlguard: undecided: the service account may not get jobs.batch in namespace 'shop' (403): grant it")
    try check(
      [], job: ["status": 404], 3,
      "mlguard: undecided: there is no Job '\(GateRun.jobName)' in namespace 'shop': is MLGUARD_JOB right?")
  }

  @Test(.enabled(if: hasPython)) func `errors that pass are asked again, until the deadline`() throws {
    try check(
      [["status": 503], ["status": 429], GateRun.ok(GateRun.application())], deadline: 20, 0, passed)
    try check(
      [["status": 503]], deadline: 2, 3,
      "mlguard: undecided: the API server of this cluster answers 503, until the deadline")
    let gate = try GateRun([GateRun.jobPath: [["status": 200, "delay": 30]]])
    let outcome = try gate(deadline: 2)
    #expect(outcome.code == 3)
    #expect(outcome.message.hasPrefix("mlguard: undecided: the API server of this cluster does not answer: "))
  }

  @Test(.enabled(if: hasPython)) func `an expired token is read again`() throws {
    let answers: [GateRun.JSON] = [["status": 200, "body": GateRun.application(), "token": "second"]]
    let gate = try GateRun([GateRun.jobPath: [GateRun.ok(GateRun.job())], GateRun.applicationPath: answers])
    let file = gate.repository.folder.path + "/.git/token"
    let renewal = Thread {
      Thread.sleep(forTimeInterval: 1.5)
      try? Data("second\n".utf8).write(to: URL(filePath: file))
    }
    renewal.start()
    #expect(try gate(deadline: 20) == .init(code: 0, message: passed + "\n"))
    try check(
      [["status": 200, "body": GateRun.application(), "token": "other"]], deadline: 2, 3,
      "mlguard: undecided: the API server of this cluster does not take our token (401), until the deadline")
  }

  @Test(.enabled(if: hasPython)) func `the Job itself`() throws {
    // A fixed name, which kustomize asks for: bound by the time of creation.
    let named = GateRun.ok(GateRun.job(name: "guard", created: "2026-11-24T17:24:09Z"))
    try check([GateRun.ok(GateRun.application())], job: named, 0, passed)
    try check(
      [GateRun.ok(GateRun.application(startedAt: "2026-11-24T17:30:00Z"))], job: named, 1,
      "mlguard: refused: another operation has begun since this Job was made; its own Job decides on it")
    try check(
      [], job: GateRun.ok(GateRun.job(name: "guard")), 3,
      "mlguard: undecided: Job 'guard' has no time of creation")
    try check(
      [], job: GateRun.ok(GateRun.job(hook: "PostSync")), 1,
      "mlguard: refused: Job '\(GateRun.jobName)' is a hook of 'PostSync', not of PreSync alone")
    try check(
      [], job: GateRun.ok(GateRun.job(tracking: nil)), 3,
      "mlguard: undecided: Job '\(GateRun.jobName)' has neither a tracking id nor the label "
        + "'app.kubernetes.io/instance': pass --application")
  }

  @Test(.enabled(if: hasPython)) func `the clone is at another commit`() throws {
    let other = "ffff3c4d5e6f708192a3b4c5d6e7f80912345678"
    let gate = try GateRun(
      [
        GateRun.jobPath: [GateRun.ok(GateRun.job())],
        GateRun.applicationPath: [GateRun.ok(GateRun.application())],
      ],
      head: other)
    #expect(
      try gate()
        == .init(
          code: 3,
          message: "mlguard: undecided: the clone is at \(other), the sync is of \(GateRun.revision)\n"))
  }

  @Test(.enabled(if: hasPython)) func `the operation changes while it is judged`() throws {
    try check(
      [GateRun.ok(GateRun.application()), GateRun.ok(GateRun.application(phase: "Terminating"))], 1,
      "mlguard: refused: the operation is 'Terminating', not running")
  }

  @Test(.enabled(if: hasPython)) func `what to clone is written for the next container`() throws {
    let gate = try GateRun([
      GateRun.jobPath: [GateRun.ok(GateRun.job())],
      GateRun.applicationPath: [GateRun.ok(GateRun.application())],
    ])
    let folder = gate.repository.folder.path + "/.git"
    #expect(try gate(deadline: 4, "--resolve", folder).code == 0)
    #expect(try gate.repository.text(of: ".git/revision") == GateRun.revision)
    #expect(try gate.repository.text(of: ".git/repository") == "https://github.com/example/web")
    #expect(try gate.repository.text(of: ".git/path") == "deploy/prod")
  }

  @Test(.enabled(if: hasPython)) func `Argo CD in another cluster`() throws {
    let hub = try GateRun([
      GateRun.applicationPath: [["status": 200, "body": GateRun.application(), "token": "hub"]]
    ])
    let gate = try GateRun([GateRun.jobPath: [["status": 200, "body": GateRun.job(), "token": "first"]]])
    try gate.repository.write("hub", to: ".git/hub-token")
    let token = gate.repository.folder.path + "/.git/hub-token"
    #expect(
      try gate(
        deadline: 4, "--hub-server", hub.serverAddress, "--hub-ca-file", "/nonexistent", "--hub-token-file",
        token)
        == .init(code: 0, message: passed + "\n"))
  }

  @Test(.enabled(if: hasPython)) func `TLS is verified by the authority that is given`() throws {
    let certificates = try CommandRun()
    func make(_ name: String) throws -> (file: String, key: String) {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      let file = certificates.folder.path + "/\(name)"
      process.arguments = [
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
        "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", file + ".key", "-out", file + ".crt",
      ]
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return (file + ".crt", file + ".key")
    }
    let certificate = try make("server")
    let other = try make("other")
    let gate = try GateRun(
      [
        GateRun.jobPath: [GateRun.ok(GateRun.job())],
        GateRun.applicationPath: [GateRun.ok(GateRun.application())],
      ],
      certificate: certificate)
    #expect(try gate(deadline: 6, "--ca-file", certificate.file) == .init(code: 0, message: passed + "\n"))
    let refused = try gate(deadline: 2, "--ca-file", other.file)
    #expect(refused.code == 3)
    #expect(refused.message.contains("does not answer: SSL certificate problem"))
  }

  @Test func `wrong usage`() throws {
    let run = try CommandRun()
    let outcome = try run(
      "gate", "argocd", "--server", "http://example.com", "--job", "x", "--namespace", "y")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("the API server is reached by https://"))
    let nowhere = try run("gate", "argocd", "--termination-log", "", "--deadline", "1")
    #expect(nowhere.code == 3)
  }
}
