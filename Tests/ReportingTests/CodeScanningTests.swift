internal import Foundation
internal import SourceText
internal import Testing

@testable internal import PolicyKit
@testable internal import Reporting

/// What GitHub's code scanning asks of a SARIF file, beyond the schema.
struct CodeScanningTests {
  private static func run(_ text: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let runs = try #require(object?["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  /// Each result has one location in a file of the repository, a line, and a rule of the run.
  private static func check(_ run: [String: Any]) throws -> [[String: Any]] {
    let results = try #require(run["results"] as? [[String: Any]])
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = try #require(driver?["rules"] as? [[String: Any]])
    var bad = 0
    for result in results {
      let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
      let uri = (location?["artifactLocation"] as? [String: Any])?["uri"] as? String ?? ""
      let region = location?["region"] as? [String: Any] ?? [:]
      let (start, end) = (region["startColumn"] as? Int ?? 0, region["endColumn"] as? Int ?? 0)
      let index = result["ruleIndex"] as? Int ?? -1
      let hasRule =
        rules.indices.contains(index) && rules[index]["id"] as? String == result["ruleId"] as? String
      if uri.isEmpty || uri.hasPrefix("/") || uri.hasPrefix("..") || (region["startLine"] as? Int ?? 0) < 1
        || start < 1 || end <= start || !hasRule
      {
        bad += 1
      }
    }
    #expect(bad == 0)
    for rule in rules {
      let tags = (rule["properties"] as? [String: Any])?["tags"] as? [Any] ?? []
      #expect(tags.count <= 20)
      #expect((rule["name"] as? String ?? "").utf8.count <= 255)
      for name in ["shortDescription", "fullDescription"] {
        #expect(((rule[name] as? [String: Any])?["text"] as? String ?? "").count <= 1024)
      }
    }
    return results
  }

  @Test func `thirty thousand findings fit: 25,000 results, the new and worst, and below 10 MB`() throws {
    let text = SARIFReport.text(ReportSample.many(10_000), tool: ReportSample.tool)
    let run = try Self.run(text)
    let results = try Self.check(run)
    #expect(results.count == 25_000)
    let order = results.map { "\($0["baselineState"] ?? "") \($0["level"] ?? "")" }
    #expect(order.first == "new error")
    // 22,500 are new; of the old ones only errors have room.
    #expect(order.count { $0.hasPrefix("new ") } == 22_500)
    #expect(order.count { $0 == "unchanged error" } == 2500)
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    let notifications = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
    #expect(
      (notifications[0]["message"] as? [String: Any])?["text"] as? String
        == "5000 results are left out: code scanning takes 25000 in a run, the new and worst")
    #expect(try Self.compressedSize(text) < 10_000_000)
  }

  private static func compressedSize(_ text: String) throws -> Int {
    let file = FileManager.default.temporaryDirectory.appending(path: "mlguard-\(UUID().uuidString).sarif")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-c", file.path]
    let output = Pipe()
    gzip.standardOutput = output
    try gzip.run()
    let size = try output.fileHandleForReading.readToEnd()?.count ?? 0
    gzip.waitUntilExit()
    #expect(gzip.terminationStatus == 0)
    return size
  }

  @Test func `an exempted finding is a suppressed result, and none for code scanning`() throws {
    var report = ReportSample.report()
    let exemption = Exemption(
      policies: ["IMG-01"], reason: "it is a test", owner: "me", until: CalendarDate("2100-01-01"),
      source: .file, location: report.findings[0].location, scope: .filter(ExemptionFilter()))
    report.exempted = [ExemptedFinding(report.findings.removeFirst(), exemption)]
    let all = try Self.check(Self.run(SARIFReport.text(report, tool: ReportSample.tool)))
    let suppressions = all.compactMap { ($0["suppressions"] as? [[String: Any]])?.first }
    #expect(suppressions.map { $0["kind"] as? String } == ["external"])
    #expect(
      suppressions.map { $0["justification"] as? String } == ["until 2100-01-01, owner me: it is a test"])
    let open = try Self.check(
      Self.run(ReportFormat.codeScanning.text(report, tool: ReportSample.tool, pathPrefix: "gitops/")))
    #expect(open.map { $0["ruleId"] as? String } == ["SEC-02"])
    #expect("\(open)".contains("gitops/apps/prod/web%20pod.yaml"))
  }

  @Test func `a message of a megabyte is cut`() throws {
    var report = ReportSample.report()
    report.findings[0].message = String(repeating: "é", count: 1_000_000)
    let results = try Self.check(Self.run(SARIFReport.text(report, tool: ReportSample.tool)))
    let message = (results[0]["message"] as? [String: Any])?["text"] as? String
    #expect(message?.count == 2001)
  }
}
