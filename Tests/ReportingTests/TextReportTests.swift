internal import PolicyKit
internal import SourceText
internal import Testing

@testable internal import Reporting

struct TextReportTests {
  @Test func `the place comes first, then the line, what to do, and the sum`() {
    #expect(
      TextReport().text(ReportSample.report()) == """
        apps/prod/web pod.yaml:5:14 error IMG-01 image 'web:1.4' has no digest
            5 |       image: web:1.4
              |              ^^^^^^^ the tag can be pushed again
              = fix: append the digest: image: NAME:TAG@sha256:…
              = note: the value is set at apps/prod/web pod.yaml:1
              = note: judged in the pod template
              = environments: prod

        apps/prod/web pod.yaml:6:37 error SEC-02 env PASSWORD holds a literal of 7 characters
            6 |       env: [{name: PASSWORD, value: *******}]
              |                                     ^^^^^^^
              = fix: take it from a Secret: valueFrom: {secretKeyRef: …}

        apps/prod/web pod.yaml:4:7 undetermined RES-02 cannot tell whether container has no memory request
            4 |     - name: wéb
              |       ^^^^^^^^^
              = because: variable "memory" has no value at apps/prod/web pod.yaml:2

        broken.yaml:1:4 not read: the sequence that starts here has no end
            1 | a: [1
              |    ^^
              = fix: close it with ]

        images   1 error
        secrets  1 error
        2 files, 1 resource, 3 policies: 2 errors, 0 warnings, 0 notes, 1 undetermined, 1 file not read

        """)
  }

  @Test func `a terminal is never obeyed`() {
    #expect(Places.harmless("a\u{1B}[31mb\u{202E}c\td") == "a\u{FFFD}[31mb\u{FFFD}c\td")
  }

  @Test func `colour surrounds the level`() {
    let text = TextReport(usesColour: true).text(ReportSample.report())
    #expect(text.contains("\u{1B}[31merror\u{1B}[0m IMG-01"))
  }

  @Test func `a line of a megabyte is cut around its mark`() {
    let half = 500_000
    let line = String(repeating: "x", count: half) + "HERE" + String(repeating: "y", count: half)
    let bytes = Array(line.utf8)
    let report = Report(files: [SourceFile(id: FileID(0), path: "a.json", bytes: bytes)])
    var places = Places(report)
    let excerpt = places.excerpt(
      of: Location(file: FileID(0), range: ByteRange(start: 500_000, end: 500_004)))
    #expect(
      excerpt?.text
        == "…" + String(repeating: "x", count: 40) + "HERE" + String(repeating: "y", count: 40) + "…")
    #expect(excerpt?.padding.count == 41)
  }
}
