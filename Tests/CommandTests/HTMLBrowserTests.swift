internal import Foundation
internal import Testing

/// The HTML report in a real browser; skipped, and said so, where no Chromium is installed.
struct HTMLBrowserTests {
  static let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// The page as the browser has it after its scripts ran.
  static func document(_ page: String) throws -> String? {
    guard let browser else {
      print("skipped: no Chromium is installed")
      return nil
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlguard-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.html")
    try page.write(to: file, atomically: true, encoding: .utf8)
    let output = folder.appending(path: "output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: browser)
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile", "--dump-dom",
      file.absoluteString,
    ]
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: output, encoding: .utf8)
  }

  static func page() throws -> String {
    let hostile = Manifest.mutable.replacing(
      "name: web\n", with: "name: \"</pre><script>document.title='owned'</script>\"\n")
    let run = try CommandRun(["a/web.yaml": Manifest.mutable, "b/evil.yaml": hostile])
    return try run("scan", "--format", "html").output
  }

  @Test func `the page counts its findings, and no name of a repository runs`() throws {
    guard let document = try Self.document(Self.page()) else { return }
    #expect(document.contains("2 of 2 shown"), "\(document)")
    #expect(document.contains("<title>mlguard: 2 files"))
    #expect(!document.contains("<form id=\"filters\" aria-label=\"Filter the findings\" hidden"))
  }

  @Test func `a script that got into the page would not run`() throws {
    let page = try Self.page().replacing("</body>", with: "<script>document.title='owned'</script></body>")
    guard let document = try Self.document(page) else { return }
    #expect(document.contains("<title>mlguard: 2 files"))
  }

  @Test func `a filter hides what does not match, with the file's heading`() throws {
    // The driver is no part of the page: its policy would not let it run.
    var page = try Self.page()
    let start = try #require(page.range(of: "<meta http-equiv"))
    let end = try #require(page.range(of: ">", range: start.upperBound..<page.endIndex))
    page.removeSubrange(start.lowerBound..<end.upperBound)
    page = page.replacing(
      "</body>",
      with: """
        <script>
        const file = document.getElementById('file');
        file.value = 'B/';
        file.dispatchEvent(new Event('input', {bubbles: true}));
        </script></body>
        """)
    guard let document = try Self.document(page) else { return }
    #expect(document.contains("1 of 2 shown"))
    #expect(document.contains("<section class=\"file\" aria-labelledby=\"file-0\" hidden=\"\">"))
    #expect(document.contains("<section class=\"file\" aria-labelledby=\"file-1\">"))
  }
}
