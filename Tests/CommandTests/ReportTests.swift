internal import Foundation
internal import Testing

struct ReportTests {
  private static func repository() throws -> CommandRun {
    let run = try CommandRun(["broken.yaml": "a: [\n"])
    for index in 0..<60 {
      try run.write(
        Manifest.mutable.replacing("name: web", with: "name: web\(index)"),
        to: "apps/\(index % 7)/\(index).yaml")
    }
    return run
  }

  /// The time that a scan took is the one thing that may differ.
  private static func withoutSeconds(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("\"seconds\":") }.joined(separator: "\n")
  }

  @Test(arguments: ["text", "json", "sarif", "junit", "html"])
  func `the same bytes from run to run and from one thread to eight`(format: String) throws {
    let run = try Self.repository()
    let first = try run("scan", "--format", format, "--threads", "1")
    #expect(first.code == 1)
    for threads in ["1", "2", "8"] {
      let again = try run("scan", "--format", format, "--threads", threads)
      #expect(Self.withoutSeconds(again.output) == Self.withoutSeconds(first.output))
    }
  }

  @Test func `several reports from one scan`() throws {
    let run = try Self.repository()
    let result = try run(
      "scan", "--output", "sarif=report.sarif", "--output", "json=report.json", "--output", "junit=report.xml"
    )
    #expect(result.code == 1)
    #expect(try run.text(of: "report.sarif").contains("\"version\": \"2.1.0\""))
    #expect(try run.text(of: "report.json").contains("\"policy\": \"IMG-01\""))
    #expect(try run.text(of: "report.xml").hasPrefix("<?xml"))
    let refused = try run("scan", "--output", "sarif=no/such/folder/report.sarif")
    #expect(refused.code == 2)
    #expect(
      refused.errors
        == "mlguard: cannot write no/such/folder/report.sarif: no such file or directory\n")
  }

  @Test func `paths are those of the repository, and the terminal's in text`() throws {
    let run = try CommandRun(["apps/web/pod.yaml": Manifest.mutable])
    let outside = run.folder.deletingLastPathComponent()
    let name = run.folder.lastPathComponent
    let elsewhere = try CommandRun()
    _ = outside
    let text = try elsewhere("scan", "../\(name)/apps").output
    #expect(text.contains("\(name)/apps/web/pod.yaml:9:14 error IMG-01"), "\(text)")
    let json = try elsewhere("scan", "../\(name)/apps", "--format", "json").output
    #expect(json.contains("\"file\": \"apps/web/pod.yaml\""))
  }

  @Test func `no colour outside of a terminal`() throws {
    #expect(try !Self.repository()("scan").output.contains("\u{1B}"))
  }

  @Test func `paths for GitHub start at the folder of the workflow, wherever the root of the scan is`() throws
  {
    let run = try CommandRun(["gitops/.mlguard.yaml": "failOn: error\n", "gitops/a.yaml": Manifest.mutable])
    for (format, path) in [
      ("github", "::error file=gitops/a.yaml,"), ("sarif", "\"uri\": \"gitops/a.yaml\""),
      ("code-scanning", "\"uri\": \"gitops/a.yaml\""), ("markdown", "| gitops/a.yaml:9 |"),
      ("json", "\"file\": \"a.yaml\""),
    ] {
      #expect(try run("scan", "gitops", "--format", format).output.contains(path), "\(format)")
    }
  }

  @Test func `a report goes to a device without taking its place`() throws {
    let run = try CommandRun(["a.yaml": Manifest.mutable])
    let result = try run("scan", "--output", "json=/dev/stdout", "--format", "markdown")
    #expect(result.code == 1)
    #expect(result.output.hasPrefix("{\n  \"tool\": \"mlguard\""))
    #expect(result.output.contains("\n**mlguard: failed: 1 error**\n"))
    #expect(!FileManager.default.fileExists(atPath: "/dev/stdout.new"))
  }
}
