internal import Foundation
internal import SourceText
internal import Testing

@testable internal import PolicyKit
@testable internal import Reporting

struct MachineReportTests {
  private static var shared: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "../shared").standardizedFileURL
  }

  private static func object(_ text: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func `JSON is one object with the documented members`() throws {
    let text = JSONReport.text(ReportSample.report(), tool: ReportSample.tool)
    let object = try Self.object(text)
    #expect(
      object.keys.sorted() == [
        "excluded", "exempted", "findings", "notes", "remarks", "summary", "tool", "undetermined",
        "unreadable",
        "version",
      ])
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(
      findings[0].keys.sorted()
        == [
          "column", "endColumn", "endLine", "environments", "file", "fingerprint", "fix", "family", "level",
          "line", "message", "name", "notes", "path", "policy", "resource", "trace",
        ].sorted())
    #expect(findings.map { $0["line"] as? Int } == [5, 6])
    #expect(findings.map { $0["endColumn"] as? Int } == [21, 44])
    #expect(!text.contains("hunter2"))
  }

  @Test func `text that JSON escapes is escaped`() {
    #expect(JSONText.string("a\"\\\n\u{1}\u{7f}é").printed() == "\"a\\\"\\\\\\n\\u0001\\u007fé\"\n")
  }

  @Test func `SARIF holds rules, results, what was not read, and the undetermined`() throws {
    let text = SARIFReport.text(ReportSample.report(), tool: ReportSample.tool)
    let object = try Self.object(text)
    let run = try #require((object["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["IMG-01", "SEC-02"])
    #expect(results.map { $0["ruleIndex"] as? Int } == [0, 2])
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 2)
    #expect(text.contains("\"uri\": \"apps/prod/web%20pod.yaml\""))
    #expect(!text.contains("hunter2"))
  }

  @Test func `SARIF is valid against the schema`() throws {
    let schema = Self.shared.appending(path: "schemas/sarif-2.1.0.json")
    guard FileManager.default.fileExists(atPath: schema.path) else {
      print("skipped: no \(schema.path) to validate SARIF against")
      return
    }
    let script = """
      import json, sys
      try:
        import jsonschema
      except ImportError:
        print("skipped: Python has no jsonschema"); sys.exit(0)
      jsonschema.Draft4Validator(json.load(open(sys.argv[1]))).validate(json.load(open(sys.argv[2])))
      print("valid")
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "mlguard-\(UUID().uuidString).sarif")
    defer { try? FileManager.default.removeItem(at: file) }
    var compared = ReportSample.report()
    let exemption = Exemption(
      policies: ["IMG-01"], reason: "it is a test", owner: "me", until: CalendarDate("2100-01-01"),
      source: .comment, location: compared.findings[0].location, scope: .filter(ExemptionFilter()))
    compared.exempted = [ExemptedFinding(compared.findings.removeFirst(), exemption)]
    compared.compare(with: [ReportSample.gone], name: "main")
    for report in [ReportSample.report(), Report(), compared, ReportSample.many(10)] {
      try Data(SARIFReport.text(report, tool: ReportSample.tool).utf8).write(to: file)
      let python = Process()
      python.executableURL = URL(filePath: "/usr/bin/env")
      python.arguments = ["python3", "-c", script, schema.path, file.path]
      let output = Pipe()
      python.standardOutput = output
      python.standardError = output
      try python.run()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      python.waitUntilExit()
      if text.hasPrefix("skipped") || python.terminationStatus == 127 { print(text) }
      #expect(python.terminationStatus == 0 || python.terminationStatus == 127, "\(text)")
    }
  }

  @Test func `JUnit fails a policy with findings and counts what was not read as an error`() {
    #expect(
      JUnitReport.text(ReportSample.report(), tool: ReportSample.tool) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="mlguard" tests="4" failures="2" errors="1" time="0">
          <testsuite name="images" tests="1" failures="1" errors="0" skipped="0" time="0">
            <testcase classname="images" name="IMG-01 mutable-image-tag" time="0">
              <failure type="IMG-01" message="image 'web:1.4' has no digest">apps/prod/web \
        pod.yaml:5:14 error image 'web:1.4' has no digest&#10;fix: append the digest: image: \
        NAME:TAG@sha256:…</failure>
            </testcase>
          </testsuite>
          <testsuite name="resources" tests="1" failures="0" errors="0" skipped="1" time="0">
            <testcase classname="resources" name="RES-02 memory-request-missing" time="0">
              <skipped message="1 undetermined: cannot tell whether container has no memory request"/>
            </testcase>
          </testsuite>
          <testsuite name="secrets" tests="1" failures="1" errors="0" skipped="0" time="0">
            <testcase classname="secrets" name="SEC-02 literal-credential-in-container" time="0">
              <failure type="SEC-02" message="env PASSWORD holds a literal of 7 characters">apps/prod/web \
        pod.yaml:6:37 error env PASSWORD holds a literal of 7 characters&#10;fix: take it from a Secret: \
        valueFrom: {secretKeyRef: …}</failure>
            </testcase>
          </testsuite>
          <testsuite name="not-read" tests="1" failures="0" errors="1" skipped="0" time="0">
            <testcase classname="not-read" name="broken.yaml:1:4" time="0">
              <error type="syntax" message="the sequence that starts here has no end"/>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }
}
