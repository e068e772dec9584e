internal import PolicyKit
internal import SourceText
internal import Testing
internal import Values

@testable internal import ArgoGate

struct VerdictTests {
  private let operation = SyncOperation(
    application: "web", repository: "", revision: String(repeating: "a", count: 40), paths: ["deploy/prod"],
    startedAt: 0)

  private func report(findings count: Int) -> Report {
    let file = SourceFile(id: FileID(0), path: "deploy/prod/web.yaml", bytes: Array("kind: Pod\n".utf8))
    let place = Location(file: FileID(0), range: ByteRange(0..<4))
    return Report(
      findings: (0..<count).map { index in
        Finding(
          policy: "IMG-01", name: "mutable-image-tag", family: "images", level: .error,
          message: "finding \(index)",
          fix: "", location: place, resource: "Pod/web")
      }, files: [file])
  }

  @Test func `a long verdict is cut at a line, and says what is left out`() {
    let verdict = Verdict(report(findings: 400), fails: true, operation: operation)
    let message = verdict.terminationMessage
    #expect(message.utf8.count <= 4096)
    #expect(message.utf8.count > 3900)
    #expect(message.hasPrefix("mlguard: violated: web at \(operation.revision): 400 errors, 0 warnings\n"))
    let shown = message.split(separator: "\n").count
    #expect(message.hasSuffix("… and \(401 - shown + 1) more lines in the log of the Job\n"))
  }

  @Test func `the time of a cluster in seconds`() {
    #expect(UTCTime.seconds("1970-01-01T00:00:00Z") == 0)
    #expect(UTCTime.seconds("2026-11-24T17:24:00Z") == 1_795_541_040)
    #expect(UTCTime.seconds("2024-02-29T23:59:59Z") == 1_709_251_199)
    #expect(UTCTime.seconds("2026-11-24T17:24:00+01:00") == nil)
  }

  @Test func `an application of another namespace`() throws {
    func job(_ tracking: String) throws -> HookJob {
      func object(_ fields: [ObjectFields.Field]) -> Value { Value(.object(ObjectFields(fields))) }
      let annotations = object([
        .init("argocd.argoproj.io/hook", Value(.string("PreSync"))),
        .init("argocd.argoproj.io/tracking-id", Value(.string(tracking))),
      ])
      let metadata = object([
        .init("name", Value(.string("guard-presync-12"))), .init("annotations", annotations),
      ])
      return try HookJob(
        object([.init("kind", Value(.string("Job"))), .init("metadata", metadata)]), labelKey: "app")
    }
    #expect(try job("team_web:batch/Job:shop/").application == "team/web")
    #expect(try job("web:batch/Job:shop/").application == "web")
    #expect(try job("web:batch/Job:shop/").shortRevision == "")
  }
}
