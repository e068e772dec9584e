internal import Foundation
internal import Testing

struct ExitCodeTests {
  @Test func `a clean repository is 0`() throws {
    let result = try CommandRun(["pod.yaml": Manifest.clean])("scan")
    #expect(result.code == 0, "\(result)")
    #expect(result.output.contains("0 errors, 0 warnings"))
  }

  @Test func `a violation is 1, with place, line and fix`() throws {
    let result = try CommandRun(["apps/pod.yaml": Manifest.mutable])("scan")
    #expect(result.code == 1)
    #expect(
      result.output.hasPrefix(
        """
        apps/pod.yaml:9:14 error IMG-01 image 'web:1.4' has no digest
            9 |       image: web:1.4
              |              ^^^^^^^ the tag can be pushed again
              = fix: 
        """), "\(result.output)")
  }

  @Test func `wrong usage is 2 and says what there is`() throws {
    let run = try CommandRun()
    #expect(try run("scan", "--bogus").code == 2)
    #expect(try run("scan", "--format", "xml").code == 2)
    #expect(try run("scan", "--output", "sarif").code == 2)
    #expect(try run("scan", "--threads", "0").code == 2)
    #expect(try run("skan").code == 2)
    let missing = try run("scan", "nowhere")
    #expect(missing.code == 2)
    #expect(missing.errors == "mlguard: nowhere: no such file or directory\n")
  }

  @Test func `help is 0`() throws {
    #expect(try CommandRun()("--help").code == 0)
    #expect(try CommandRun()("--version").output.hasPrefix("0.1.0 ("))
  }

  @Test func `an incomplete analysis is 3, with violations too it is 1`() throws {
    let run = try CommandRun(["pod.yaml": Manifest.clean, "broken.yaml": "kind: Pod\nspec: [1\n"])
    let incomplete = try run("scan")
    #expect(incomplete.code == 3, "\(incomplete)")
    #expect(incomplete.output.contains("broken.yaml:2:7 not read: "))
    try run.write(Manifest.mutable, to: "mutable.yaml")
    let both = try run("scan")
    #expect(both.code == 1)
    #expect(both.output.contains("broken.yaml:2:7 not read: "))
  }

  @Test func `nothing to judge is 0 with a note, and 2 with require-input`() throws {
    let run = try CommandRun(["README.md": "hello", "values.yaml": "a: 1\n"])
    let result = try run("scan")
    #expect(result.code == 0)
    #expect(result.output.contains("note: nothing to judge"))
    #expect(try run("scan", "--require-input").code == 2)
  }

  @Test func `a folder of the repository can be scanned alone`() throws {
    let run = try CommandRun(["a/pod.yaml": Manifest.mutable, "b/pod.yaml": Manifest.clean])
    #expect(try run("scan", "b").code == 0)
    #expect(try run("scan", "a").output.hasPrefix("a/pod.yaml:9:14"))
    #expect(try run("scan", "a", "b").code == 1)
    #expect(try run("scan", "a/pod.yaml").output.hasPrefix("a/pod.yaml:9:14"))
  }
}
