internal import Foundation
internal import PolicyKit
internal import Reporting
internal import SourceText
internal import Testing

struct HTMLReportTests {
  static let hostile = "\"'><script>document.title='owned'</script><img src=x onerror=alert(1)>&amp;\u{202e}"

  /// The sample with a hostile text in every place that a repository can write into.
  static func hostileReport() -> Report {
    let file = SourceFile(
      id: FileID(0), path: "apps/\(hostile).yaml", bytes: Array("a: \(hostile)\nb: 1\n".utf8))
    let place = Location(file: FileID(0), range: ByteRange(3..<20))
    var report = Report(
      findings: [
        Finding(
          policy: "X-01\(hostile)", name: hostile, family: hostile, level: .error, message: hostile,
          hint: hostile,
          fix: hostile, notes: [hostile], location: place, resource: hostile,
          environments: [hostile, "prod"],
          trace: [.init(hostile, at: place)])
      ],
      undetermined: [
        Undetermined(
          policy: "X-02", name: hostile, family: hostile, level: .error, message: hostile,
          reasons: [.init(hostile, at: place)], location: place, resource: hostile, environments: [hostile])
      ],
      problems: [Problem(.error, .syntax, hostile, advice: hostile, at: place)],
      policies: [
        PolicyCard(
          id: "X-01\(hostile)", name: hostile, family: hostile, level: .error, summary: hostile, why: hostile,
          fix: hostile, references: ["javascript:alert(1)", "https://a.example/\(hostile)"], path: hostile)
      ],
      files: [file], resourceCount: 1,
      exclusions: [.init(pattern: hostile, reason: hostile, fileCount: 1)], notes: [hostile])
    report.settle()
    return report
  }

  static func page(_ report: Report) -> String {
    HTMLReport.text(report, tool: Tool(name: "mlguard", version: "0.1.0"))
  }

  /// What stands between the first of two marks and the next of the other.
  static func between(_ start: String, _ end: String, in text: String) -> String {
    guard let first = text.range(of: start),
      let last = text.range(of: end, range: first.upperBound..<text.endIndex)
    else { return "" }
    return String(text[first.upperBound..<last.lowerBound])
  }

  @Test func `nothing of a repository becomes markup`() {
    let page = Self.page(Self.hostileReport())
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(!page.contains("<img"))
    #expect(!page.contains("'owned'"))
    #expect(!page.contains("\u{202e}"))
    #expect(!page.contains("href=\"javascript:"))
    #expect(page.contains("&lt;script&gt;document.title=&#39;owned&#39;&lt;/script&gt;"))
    // An attribute would end at a quote: each hostile text is kept whole.
    #expect(!page.contains("\"'>"))
  }

  @Test func `a finding shows its lines with the marked text, its steps and what to do`() {
    let page = Self.page(ReportSample.report())
    #expect(
      Self.between("<p class=\"place\"><code>apps/prod/web pod.yaml:5:14</code>", "</article>", in: page)
        == """
         in <code>Pod/-/web</code></p>
        <pre tabindex="0" aria-label="source"><code><span class="number">3</span>   containers:
        <span class="number">4</span>     - name: wéb
        <span class="number">5</span>       image: <mark>web:1.4</mark>
        <span class="number">6</span>       env: [{name: PASSWORD, value: *******}]
        </code></pre>
        <p>the tag can be pushed again</p>
        <p><b>Fix:</b> append the digest: image: NAME:TAG@sha256:…</p>
        <p><b>Where the value comes from:</b></p>
        <ol>
        <li>the value is set <code>apps/prod/web pod.yaml:1</code><pre tabindex="0" aria-label="source"><code>\
        <span class="number">1</span> <mark>kind</mark>: Pod
        </code></pre>
        </li>
        </ol>
        <p>judged in the pod template</p>
        <p><b>Environments:</b> prod</p>

        """)
    #expect(!page.contains("hunter2"))
    #expect(page.contains("<strong>Incomplete:</strong>"))
  }

  @Test func `every control has a label, every heading follows from the one above`() throws {
    let page = Self.page(ReportSample.report())
    for name in ["family", "environment", "file"] {
      #expect(page.contains("<label for=\"\(name)\">") && page.contains(" id=\"\(name)\""))
    }
    var last = 0
    for part in page.components(separatedBy: "<h").dropFirst() {
      guard let level = part.first.flatMap({ Int(String($0)) }) else { continue }
      #expect(level <= last + 1, "h\(level) after h\(last)")
      last = level
    }
    #expect(page.contains("<html lang=\"en\">"))
  }

  /// `python3` computes what the page promises to the browser.
  @Test func `the page names its script and its style sheet by their hashes, and nothing from outside`()
    throws
  {
    let page = Self.page(ReportSample.report())
    let script =
      "import sys,hashlib,base64;print('sha256-'+base64.b64encode(hashlib.sha256(sys.stdin.buffer.read()).digest()).decode(),end='')"
    for (element, rule) in [("style", "style-src"), ("script", "script-src")] {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["python3", "-c", script]
      let (input, output) = (Pipe(), Pipe())
      process.standardInput = input
      process.standardOutput = output
      try process.run()
      input.fileHandleForWriting.write(Data(Self.between("<\(element)>", "</\(element)>", in: page).utf8))
      try input.fileHandleForWriting.close()
      let hash = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(Self.between("\(rule) '", "'", in: page) == hash)
    }
    #expect(page.contains("content=\"default-src 'none';"))
    #expect(!page.contains("src=") && !page.contains("<link"))
  }
}
