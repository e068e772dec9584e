internal import PolicyKit
internal import SourceText
internal import Testing

@testable internal import Reporting

struct MarkdownReportTests {
  @Test func `the verdict first, then families by environments, then what is new`() {
    var report = ReportSample.report()
    report.isFailure = true
    report.compare(
      with: [EarlierFinding(report.findings[1], in: report), ReportSample.gone], name: "main (0123456789ab)")
    #expect(
      MarkdownReport.text(report, tool: ReportSample.tool) == """
        **mlguard: failed: 2 errors, 1 not read**

        against main (0123456789ab): 1 new, 1 old, 1 fixed

        | family | prod | – |
        |---|---|---|
        | images | 1 error (1 new) |  |
        | secrets |  | 1 error |

        ### New: 1

        | level | policy | place | finding | fix |
        |---|---|---|---|---|
        | error | IMG-01 | apps/prod/web pod.yaml:5 | image 'web:1.4' has no digest (prod) | append \
        the digest: image: NAME:TAG&#64;sha256:… |

        ### Not read: 1

        | place | problem | fix |
        |---|---|---|
        | broken.yaml:1 | the sequence that starts here has no end | close it with &#93; |

        <details><summary>Fixed: 1</summary>

        | policy | place | finding |
        |---|---|---|
        | RES-02 | a.yaml:3 | container has no memory request |

        </details>

        <details><summary>Old: 1</summary>

        | level | policy | place | finding | fix |
        |---|---|---|---|---|
        | error | SEC-02 | apps/prod/web pod.yaml:6 | env PASSWORD holds a literal of 7 characters | take it from a \
        Secret: valueFrom: {secretKeyRef: …} |

        </details>

        <details><summary>Undetermined: 1</summary>

        | policy | place | question | because |
        |---|---|---|---|
        | RES-02 | apps/prod/web pod.yaml:4 | cannot tell whether container has no memory request | variable \
        "memory" has no value |

        </details>

        2 files, 1 resource, 3 policies: 2 errors, 0 warnings, 0 notes, 1 undetermined, 1 file not read

        """)
  }

  @Test func `nothing found is passed, something unread is incomplete`() {
    let clean = MarkdownReport.text(Report(), tool: ReportSample.tool)
    #expect(clean.hasPrefix("**mlguard: passed: no violation**\n"))
    var report = ReportSample.report()
    report.findings = []
    #expect(
      MarkdownReport.text(report, tool: ReportSample.tool).hasPrefix(
        "**mlguard: incomplete: no violation, 1 not read**\n"))
  }

  @Test func `text is neither Markdown nor HTML`() {
    #expect(
      MarkdownReport.escaped("<img src=x> | [a](b) *c* `d`\n@team")
        == "&#60;img src=x&#62; &#124; &#91;a&#93;(b) &#42;c&#42; &#96;d&#96;\u{FFFD}&#64;team")
  }

  @Test func `thirty thousand findings stay below 900 KiB, and the rest is counted`() {
    let text = MarkdownReport.text(ReportSample.many(10_000), tool: ReportSample.tool)
    #expect(text.utf8.count <= 900 * 1024)
    #expect(text.hasPrefix("**mlguard: failed: 10000 errors, 10000 warnings, 10000 notes**\n"))
    #expect(text.contains("### New: 22500\n"))
    #expect(text.contains(" more are left out: the summary is full\n"))
    #expect(text.contains("<details><summary>Old: 7500</summary>"))
    #expect(text.hasSuffix("30000 resources, 3 policies: 10000 errors, 10000 warnings, 10000 notes\n"))
  }
}
