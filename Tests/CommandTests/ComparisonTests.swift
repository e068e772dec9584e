internal import Foundation
internal import Testing

/// `scan --base`, `scan --baseline` and `baseline`: what is new, old and fixed.
struct ComparisonTests {
  /// A repository with one commit, tagged `base`.
  private static func repository(_ files: [String: String]) throws -> CommandRun {
    let run = try CommandRun(files)
    try FileManager.default.removeItem(at: run.folder.appending(path: ".git"))
    try git(["init", "-q", "-b", "main"], in: run)
    try commit(run, "first")
    try git(["tag", "base"], in: run)
    return run
  }

  private static func commit(_ run: CommandRun, _ message: String) throws {
    try git(["add", "-A"], in: run)
    try git(
      [
        "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "--allow-empty", "-m", message,
      ],
      in: run)
  }

  private static func git(_ arguments: [String], in run: CommandRun) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = run.folder
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
  }

  /// `IMG-01 new pods/a.yaml` for each finding, `IMG-01 fixed …` for what is gone.
  private func outcome(_ run: CommandRun, _ arguments: [String]) throws -> [String] {
    let output = try run.run(["scan", "--format", "json"] + arguments)
    let object =
      try JSONSerialization.jsonObject(with: Data(output.output.utf8)) as? [String: Any] ?? [:]
    let findings = (object["findings"] as? [[String: Any]] ?? []).map {
      "\($0["policy"] ?? "") \($0["status"] ?? "-") \($0["file"] ?? "")"
    }
    let comparison = object["comparison"] as? [String: Any] ?? [:]
    let fixed = (comparison["fixed"] as? [[String: Any]] ?? []).map {
      "\($0["policy"] ?? "") fixed \($0["file"] ?? "")"
    }
    return findings + fixed
  }

  @Test func `moved lines and renamed files are old, another container is new`() throws {
    let run = try Self.repository(["pods/a.yaml": Manifest.mutable])
    try FileManager.default.removeItem(at: run.folder.appending(path: "pods"))
    try run.write(
      "# a comment\n\n" + Manifest.mutable.replacing("web:1.4", with: "web:1.5"), to: "other/b.yaml")
    #expect(try outcome(run, ["--base", "base"]) == ["IMG-01 old other/b.yaml"])
    #expect(try run("scan", "--base", "base", "--fail-on-new").code == 0)
    #expect(try run("scan", "--base", "base").code == 1)
    try run.write(Manifest.mutable.replacing("name: web", with: "name: api"), to: "api.yaml")
    #expect(try outcome(run, ["--base", "base"]) == ["IMG-01 new api.yaml", "IMG-01 old other/b.yaml"])
    #expect(try run("scan", "--base", "base", "--fail-on-new").code == 1)
    try run.write("failOnNew: true\n", to: ".mlguard.yaml")
    #expect(try run("scan", "--base", "base").code == 1)
    try FileManager.default.removeItem(at: run.folder.appending(path: "api.yaml"))
    #expect(try run("scan", "--base", "base").code == 0)
  }

  @Test func `of two equal findings the copy is the new one`() throws {
    let run = try Self.repository(["b.yaml": Manifest.mutable])
    try run.write(Manifest.mutable, to: "a.yaml")
    #expect(try outcome(run, ["--base", "base"]) == ["IMG-01 new a.yaml", "IMG-01 old b.yaml"])
  }

  @Test func `what is gone is fixed, and the text says so`() throws {
    let run = try Self.repository(["a.yaml": Manifest.mutable])
    try run.write(Manifest.clean, to: "a.yaml")
    let result = try run("scan", "--base", "base")
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("fixed: a.yaml:9 IMG-01 image 'web:1.4' has no digest\n\n"))
    let lines = result.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("against base (") && $0.hasSuffix("): 0 new, 0 old, 1 fixed") })
  }

  private static let module = """
    variable "mutability" { type = string }
    resource "aws_ecr_repository" "a" {
      name                 = "a"
      image_tag_mutability = var.mutability
    }

    """

  @Test func `a Terraform root of the base is evaluated with the files of the base`() throws {
    let run = try Self.repository([
      "main.tf": Self.module, "dev.tfvars": "mutability = \"MUTABLE\"\n",
      "prod.tfvars": "mutability = \"IMMUTABLE\"\n",
    ])
    try run.write("mutability = \"MUTABLE\"\n", to: "prod.tfvars")
    let found = try outcome(run, ["--base", "base"]).filter { $0.hasPrefix("IMG-06") }
    #expect(found == ["IMG-06 old dev.tfvars", "IMG-06 new prod.tfvars"])
  }

  @Test func `the base is where the histories part, whatever was committed there since`() throws {
    let run = try Self.repository(["a.yaml": Manifest.mutable])
    try Self.git(["checkout", "-q", "-b", "work"], in: run)
    try Self.commit(run, "second")
    try Self.git(["checkout", "-q", "main"], in: run)
    try run.write(Manifest.clean, to: "a.yaml")
    try Self.commit(run, "repaired")
    try Self.git(["checkout", "-q", "work"], in: run)
    #expect(try outcome(run, ["--base", "main"]) == ["IMG-01 old a.yaml"])
  }

  @Test func `a folder below the top of the repository, and a part of it`() throws {
    let run = try Self.repository([
      "gitops/.mlguard.yaml": "failOn: error\n", "gitops/a/a.yaml": Manifest.mutable,
      "gitops/b/b.yaml": Manifest.mutable.replacing("name: web", with: "name: b"),
    ])
    #expect(
      try outcome(run, ["--base", "base", "gitops"]) == ["IMG-01 old a/a.yaml", "IMG-01 old b/b.yaml"])
    #expect(try outcome(run, ["--base", "base", "gitops/a"]) == ["IMG-01 old a/a.yaml"])
  }

  @Test func `an exemption that is taken away makes its finding new`() throws {
    let text = Manifest.mutable.replacing(
      "web:1.4", with: "web:1.4 # mlguard: allow IMG-01 because of the vendor")
    let run = try Self.repository(["a.yaml": text])
    try run.write(Manifest.mutable, to: "a.yaml")
    #expect(try outcome(run, ["--base", "base"]) == ["IMG-01 new a.yaml"])
  }

  @Test func `what git cannot give is wrong usage, and says what to do`() throws {
    let run = try Self.repository(["a.yaml": Manifest.clean])
    #expect(
      try run("scan", "--base", "nowhere")
        == .init(
          code: 2, output: "",
          errors: "mlguard: there is no commit 'nowhere'; git fetch brings what a remote has\n"))
    #expect(try run("scan", "--base", "--output").code == 2)
    try Self.commit(run, "second")
    try Self.commit(run, "third")
    let shallow = try CommandRun()
    try FileManager.default.removeItem(at: shallow.folder.appending(path: ".git"))
    try Self.git(["clone", "-q", "--depth", "1", "file://" + run.folder.path, "."], in: shallow)
    let advice = "fetch more of the history: git fetch --unshallow, or fetch-depth: 0 for actions/checkout"
    #expect(
      try shallow("scan", "--base", "base").errors
        == "mlguard: there is no commit 'base' in this shallow clone; \(advice)\n")
    try Self.git(["fetch", "-q", "--depth", "1", "origin", "tag", "base"], in: shallow)
    #expect(
      try shallow("scan", "--base", "base").errors
        == "mlguard: this shallow clone does not reach back to where 'base' and HEAD part; \(advice)\n")
    let unborn = try CommandRun(["a.yaml": Manifest.clean])
    try FileManager.default.removeItem(at: unborn.folder.appending(path: ".git"))
    try Self.git(["init", "-q"], in: unborn)
    #expect(try unborn("scan", "--base", "main").code == 2)
    try Self.git(["checkout", "-q", "--orphan", "lone"], in: run)
    #expect(
      try run("scan", "--base", "base").errors == "mlguard: git: fatal: Not a valid object name HEAD\n")
    try Self.commit(run, "another history")
    #expect(
      try run("scan", "--base", "base").errors
        == "mlguard: 'base' and HEAD have no commit in common; name a base of the same history\n")
    let plain = try CommandRun(["a.yaml": Manifest.clean, ".mlguard.yaml": "failOn: error\n"])
    try FileManager.default.removeItem(at: plain.folder.appending(path: ".git"))
    let result = try plain("scan", "--base", "main")
    #expect(result.code == 2)
    #expect(
      result.errors.hasSuffix(
        "is not in a git repository, and --base names a commit of one; mlguard baseline compares without git\n"
      ))
  }

  @Test func `without git there is a message`() throws {
    let run = try Self.repository(["a.yaml": Manifest.clean])
    let result = try CommandRun.run(
      ["scan", "--base", "base"], in: run.folder, environment: ["PATH": "/nowhere"])
    #expect(result.code == 2)
    #expect(
      result.errors == "mlguard: git is not installed, and --base reads a commit with it; install git\n")
  }

  @Test func `a baseline is written, sorted, and lets what it names pass`() throws {
    let run = try CommandRun([
      "b.yaml": Manifest.mutable.replacing("name: web", with: "name: b"), "a.yaml": Manifest.mutable,
    ])
    let written = try run("baseline")
    #expect(written == .init(code: 0, output: ".mlguard/baseline.yaml: 2 findings\n", errors: ""))
    let entries = try run.text(of: ".mlguard/baseline.yaml").split(separator: "\n").filter {
      $0.hasPrefix("  -")
    }
    #expect(entries.count == 2)
    #expect(
      entries[0].hasPrefix(
        #"  - {policy: "IMG-01", file: "a.yaml", resource: "Pod/web", message: "image 'web:1.4' has no digest", "#
      ))
    #expect(try outcome(run, []) == ["IMG-01 old a.yaml", "IMG-01 old b.yaml"])
    #expect(try run("scan").code == 1)
    #expect(try run("scan", "--fail-on-new").code == 0)
    try run.write(Manifest.clean, to: "a.yaml")
    try run.write(Manifest.mutable.replacing("name: web", with: "name: c"), to: "c.yaml")
    let result = try run("scan", "--fail-on-new")
    #expect(result.code == 1)
    #expect(result.output.contains("fixed: .mlguard/baseline.yaml:4 IMG-01 image 'web:1.4' has no digest\n"))
    #expect(
      result.output.contains(
        "note: 1 entry of .mlguard/baseline.yaml matches nothing any more: mlguard baseline takes them out\n")
    )
    #expect(result.output.contains("against .mlguard/baseline.yaml: 1 new, 1 old, 1 fixed\n"))
    // A part of the repository says nothing about the entries of the rest.
    #expect(try outcome(run, ["b.yaml"]) == ["IMG-01 old b.yaml"])
    #expect(try run("baseline").output == ".mlguard/baseline.yaml: 2 findings\n")
    #expect(try run("scan", "--fail-on-new").code == 0)
  }

  @Test func `a baseline that cannot be read, or is not there, ends the scan`() throws {
    let run = try CommandRun(["a.yaml": Manifest.mutable])
    #expect(
      try run("scan", "--fail-on-new").errors
        == "mlguard: --fail-on-new has nothing to compare with; add --base REF, or write .mlguard/baseline.yaml: mlguard baseline\n"
    )
    #expect(try run("scan", "--baseline", "none.yaml").code == 2)
    try run.write("findings:\n  - {policy: IMG-01}\n", to: ".mlguard/baseline.yaml")
    let result = try run("scan")
    #expect(result.code == 2)
    #expect(
      result.errors.hasPrefix("mlguard: .mlguard/baseline.yaml:2:5: an element of 'findings' has no 'file'"))
  }
}
