internal import Foundation
internal import Testing

/// Input that cannot be read: each says so, and the scan is incomplete.
struct BadInputTests {
  private func check(_ run: CommandRun, _ message: String, code: Int32 = 3) throws {
    let result = try run("scan")
    #expect(result.code == code, "\(result)")
    #expect(result.output.contains(message), "\(result.output)")
  }

  @Test func `a file that is not UTF-8`() throws {
    let run = try CommandRun()
    var bytes = Array(Manifest.clean.utf8)
    bytes += [UInt8(ascii: "#"), 0xff, 0xfe, 0x0a]
    try run.write(Data(bytes), to: "pod.yaml")
    try check(run, "pod.yaml:13:2 not read: ")
  }

  @Test func `a symbolic link out of the repository`() throws {
    let run = try CommandRun(["pod.yaml": Manifest.clean])
    try FileManager.default.createSymbolicLink(
      atPath: run.folder.appending(path: "passwd.yaml").path, withDestinationPath: "/etc/passwd")
    try check(run, "passwd.yaml:1:1 not read: a symbolic link that leaves the repository is not followed")
  }

  @Test func `a folder behind a symbolic link out of the repository`() throws {
    let run = try CommandRun(["pod.yaml": Manifest.clean])
    try FileManager.default.createSymbolicLink(
      atPath: run.folder.appending(path: "shared").path, withDestinationPath: "/etc")
    try check(run, "shared:1:1 not read: a symbolic link that leaves the repository is not followed")
  }

  @Test func `a symbolic link that leads nowhere`() throws {
    let run = try CommandRun(["pod.yaml": Manifest.clean])
    try FileManager.default.createSymbolicLink(
      atPath: run.folder.appending(path: "gone.yaml").path, withDestinationPath: "nothing.yaml")
    try check(run, "gone.yaml:1:1 not read: a symbolic link that leads nowhere: no such file or directory")
  }

  @Test func `a loop of folders ends, and each file is judged once`() throws {
    let run = try CommandRun(["a/pod.yaml": Manifest.mutable])
    try FileManager.default.createSymbolicLink(
      atPath: run.folder.appending(path: "a/again").path, withDestinationPath: "..")
    try FileManager.default.createSymbolicLink(
      atPath: run.folder.appending(path: "pod.yaml").path, withDestinationPath: "a/pod.yaml")
    let result = try run("scan")
    #expect(result.code == 1)
    #expect(result.output.split(separator: "\n").count { $0.contains(" IMG-01 ") } == 1)
  }

  @Test func `a file of a gigabyte`() throws {
    let run = try CommandRun(["pod.yaml": Manifest.clean, "big.yaml": ""])
    let handle = try FileHandle(forWritingTo: run.folder.appending(path: "big.yaml"))
    try handle.truncate(atOffset: 1_000_000_000)
    try handle.close()
    try check(run, "big.yaml:1:1 not read: the file has 1000 MB, more than the 64 MB that are read")
  }

  @Test func `a hundred thousand levels`() throws {
    let run = try CommandRun(["pod.yaml": Manifest.clean])
    try run.write(String(repeating: "[", count: 100_000), to: "flow.yaml")
    try run.write(
      "{\"kind\": " + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}",
      to: "deep.json")
    try run.write((0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), to: "block.yaml")
    let result = try run("scan")
    #expect(result.code == 3, "\(result.errors)")
    for file in ["flow.yaml", "deep.json", "block.yaml"] {
      #expect(
        result.output.split(separator: "\n").contains { $0.hasPrefix(file) && $0.contains("not read: ") },
        "\(file): \(result.output.prefix(2000))")
    }
  }

  @Test func `a file that may not be read`() throws {
    let run = try CommandRun(["pod.yaml": Manifest.clean, "locked.yaml": Manifest.clean])
    let path = run.folder.appending(path: "locked.yaml").path
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    guard !FileManager.default.isReadableFile(atPath: path) else {
      print("skipped: this user may read every file")
      return
    }
    try check(run, "locked.yaml:1:1 not read: cannot be read: permission denied")
  }

  @Test func `what is neither a file nor a folder`() throws {
    let run = try CommandRun(["pod.yaml": Manifest.clean])
    #expect(unsafe mkfifo(run.folder.appending(path: "pipe.yaml").path, 0o644) == 0)
    try check(run, "pipe.yaml:1:1 not read: neither a file nor a folder")
  }

  @Test func `broken Terraform`() throws {
    let run = try CommandRun(["pod.yaml": Manifest.clean, "main.tf": "resource \"a\" {\n"])
    try check(run, "main.tf:1:")
  }

  @Test func `a Helm template is no broken manifest`() throws {
    let run = try CommandRun([
      "pod.yaml": Manifest.clean,
      "chart/templates/web.yaml": "{{- if .Values.web }}\nkind: Pod\n{{- end }}\n",
    ])
    try check(run, "chart/templates/web.yaml:1:1 not read: template, not rendered")
    try run.write(
      "exclude:\n  - paths: [chart/templates]\n    reason: rendered by CI into deploy/\n", to: ".mlguard.yaml"
    )
    try check(
      run, "not read: 1 file of chart/templates (rendered by CI into deploy/)", code: 0)
  }

  @Test func `a key that is written twice`() throws {
    let run = try CommandRun([
      "pod.yaml": Manifest.clean + "  # the second one counts\n" + "kind: Pod\n"
    ])
    try check(run, "pod.yaml:14:1 not read: key \"kind\" is written twice in this mapping")
  }

  @Test func `JSON that is no manifest may be JSON with comments`() throws {
    let run = try CommandRun([
      "pod.json": "// broken\n{\"apiVersion\": \"v1\", }\n",
      "tsconfig.json": "// compiler\n{\"compilerOptions\": {}, }\n",
    ])
    let result = try run("scan")
    #expect(result.code == 3, "\(result)")
    #expect(result.output.contains("pod.json:") && !result.output.contains("tsconfig.json"))
  }
}
