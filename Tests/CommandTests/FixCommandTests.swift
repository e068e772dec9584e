internal import Foundation
internal import Testing

struct FixCommandTests {
  static let digest = "sha256:" + String(repeating: "a1", count: 32)
  static let lock = "images:\n  - {image: web, tag: \"1.4\", digest: \(digest)}\n"
  static let profile = """
    policies:
      RES-01: {params: {value: 512Mi}}
      RES-02: {params: {value: 256Mi}}
      RES-03: {params: {value: 100m}}
      RES-04: {params: {value: 1}}
      RES-08: {params: {value: 1Gi}}

    """
  /// Every container finding at once, CRLF line ends, no line end at the end.
  static let pod = [
    "apiVersion: v1", "kind: Pod", "metadata: {name: web}", "spec:", "  serviceAccountName: web",
    "  automountServiceAccountToken: false", "  containers:", "    - name: web  # the site",
    "      image: \"web:1.4\"",
  ].joined(separator: "\r\n")

  static let fixedPod =
    pod.replacing("web:1.4", with: "web:1.4@\(digest)") + "\r\n"
    + [
      "      resources:", "        requests:", "          memory: 256Mi", "          cpu: 100m",
      "        limits:",
      "          memory: 512Mi", "          cpu: 1", "          ephemeral-storage: 1Gi",
    ].joined(separator: "\r\n")

  @Test func `write leaves nothing but what it cannot fix, and keeps mode and line ends`() throws {
    let run = try CommandRun([
      "app/pod.yaml": Self.pod, "images.lock": Self.lock, ".mlguard.yaml": Self.profile,
    ])
    let path = run.folder.appending(path: "app/pod.yaml").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let result = try run("fix", "--write")
    #expect(result.code == 0, "\(result)")
    #expect(result.output == "")
    #expect(result.errors.hasSuffix("findings fixed in 1 file, 0 findings stay\n"), "\(result.errors)")
    #expect(try run.text(of: "app/pod.yaml") == Self.fixedPod)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: run.folder.appending(path: "app").path) == [
        "pod.yaml"
      ])
    #expect(try run("scan").code == 0)
    #expect(try run("fix").code == 0)
  }

  @Test func `diff is a patch that git applies, and writes nothing`() throws {
    let run = try CommandRun([
      "my app/pöd.yaml": Self.pod, "images.lock": Self.lock, ".mlguard.yaml": Self.profile,
    ])
    let result = try run("fix")
    #expect(result.code == 1, "\(result)")
    #expect(try run.text(of: "my app/pöd.yaml") == Self.pod)
    try run.write(result.output, to: "patch")
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "apply", "--whitespace=nowarn", "patch"]
    git.currentDirectoryURL = run.folder
    // The folder is no repository: git must not look for one above it.
    git.environment = ["GIT_CEILING_DIRECTORIES": run.folder.path, "PATH": "/usr/bin:/bin:/usr/local/bin"]
    try git.run()
    git.waitUntilExit()
    #expect(git.terminationStatus == 0)
    #expect(try run.text(of: "my app/pöd.yaml") == Self.fixedPod)
  }

  @Test func `an edit that would bring another finding is not made`() throws {
    let pod = Manifest.clean.replacing(
      ", memory: 128Mi, ephemeral-storage: 1Gi}\n        limits", with: "}\n        limits"
    )
    .replacing("limits: {cpu: 100m, memory: 128Mi,", with: "limits: {cpu: 100m,")
    .replacing("requests: {cpu: 100m}", with: "requests: {cpu: 100m, memory: 1Gi}")
    let run = try CommandRun([
      "pod.yaml": pod, ".mlguard.yaml": "policies: {RES-01: {params: {value: 512Mi}}}\n",
    ])
    let result = try run("fix", "--policy", "RES-01")
    #expect(result.code == 0, "\(result)")
    #expect(result.output == "")
    #expect(
      result.errors.hasPrefix("pod.yaml:12 RES-01 stays: the edit would bring: RES-06 "), "\(result.errors)")
  }

  @Test func `nothing outside of the repository is written, and nothing through a link`() throws {
    let outside = try CommandRun(["pod.yaml": Manifest.mutable])
    let run = try CommandRun(["images.lock": Self.lock, "real/pod.yaml": Manifest.mutable])
    try FileManager.default.createSymbolicLink(
      at: run.folder.appending(path: "away"), withDestinationURL: outside.folder)
    try FileManager.default.createSymbolicLink(
      at: run.folder.appending(path: "link.yaml"),
      withDestinationURL: run.folder.appending(path: "real/pod.yaml"))
    let result = try run("fix", "--write")
    #expect(try outside.text(of: "pod.yaml") == Manifest.mutable)
    #expect(try run.text(of: "real/pod.yaml").contains("web:1.4@\(Self.digest)"))
    // The link out of the repository was not read.
    #expect(result.code == 3, "\(result)")
    let attributes = try FileManager.default.attributesOfItem(
      atPath: run.folder.appending(path: "link.yaml").path)
    #expect(attributes[.type] as? FileAttributeType == .typeSymbolicLink)
    #expect(try run("fix", ".", outside.folder.path).code == 2)
  }

  @Test func `a file that is read only by its folder is reported`() throws {
    guard getuid() != 0 else { return }
    let run = try CommandRun(["a/pod.yaml": Manifest.mutable, "images.lock": Self.lock])
    let folder = run.folder.appending(path: "a").path
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder) }
    let result = try run("fix", "--write")
    #expect(result.code == 2, "\(result)")
    #expect(result.errors.contains("not written: a/pod.yaml: permission denied"))
  }

  @Test func `access is narrowed when it is asked for, and not otherwise`() throws {
    let terraform = """
      resource "aws_sqs_queue" "jobs" {
        name = "jobs"
      }
      data "aws_iam_policy_document" "send" {
        statement {
          actions   = ["sqs:SendMessage"]
          resources = ["*"]
        }
      }
      resource "aws_iam_policy" "send" {
        name   = "send"
        policy = data.aws_iam_policy_document.send.json
      }

      """
    let run = try CommandRun(["infra/main.tf": terraform])
    let asked = try run("fix", "--policy", "IAM-03")
    #expect(asked.output == "")
    #expect(
      asked.errors.contains("IAM-03 stays: it would take access away: --narrow-access lets it"), "\(asked)")
    let result = try run("fix", "--policy", "IAM-03", "--narrow-access", "--write")
    #expect(
      result.errors.contains("allow sqs on aws_sqs_queue.jobs alone, the only one of the module"), "\(result)"
    )
    #expect(
      try run.text(of: "infra/main.tf")
        == terraform.replacing("[\"*\"]", with: "[aws_sqs_queue.jobs.arn]"))
  }

  @Test func `wrong usage says what there is`() throws {
    let run = try CommandRun(["pod.yaml": Manifest.mutable, "broken.lock": "images: [{image: web}]\n"])
    let unknown = try run("fix", "--policy", "IAM-02")
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("no edit removes findings of 'IAM-02'; there are edits for IAM-03, "))
    #expect(try run("fix", "--diff", "--write").code == 2)
    let broken = try run("fix", "--lock", "broken.lock")
    #expect(broken.code == 2)
    #expect(broken.errors == "mlguard: broken.lock:1:10: an image has 'image', 'digest' and mostly 'tag'\n")
    let missing = try run("fix")
    #expect(missing.code == 0)
    #expect(missing.errors.contains("pod.yaml:9 IMG-01 stays: no lock file was found"), "\(missing.errors)")
  }
}
