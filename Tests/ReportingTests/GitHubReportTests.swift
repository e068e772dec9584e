internal import PolicyKit
internal import SourceText
internal import Testing

@testable internal import Reporting

struct GitHubReportTests {
  @Test func `annotations mark lines, and the log has the rest`() {
    var report = ReportSample.report()
    report.compare(
      with: [EarlierFinding(report.findings[1], in: report), ReportSample.gone], name: "main (0123456789ab)")
    #expect(
      GitHubReport.text(report, pathPrefix: "gitops/") == """
        ::error file=gitops/apps/prod/web pod.yaml,line=5,endLine=5,col=14,endColumn=21,\
        title=IMG-01 mutable-image-tag (new)::image 'web:1.4' has no digest%0Afix: append the digest: image: \
        NAME:TAG@sha256:…%0Aenvironments: prod%0Anote: judged in the pod template
        ::error file=gitops/broken.yaml,line=1,endLine=1,col=4,endColumn=6,title=not read::the sequence that \
        starts here has no end%0Afix: close it with ]
        ::error file=gitops/apps/prod/web pod.yaml,line=6,endLine=6,col=37,endColumn=44,title=SEC-02 \
        literal-credential-in-container (old)::env PASSWORD holds a literal of 7 characters%0Afix: take it from a \
        Secret: valueFrom: {secretKeyRef: …}
        ::notice file=gitops/apps/prod/web pod.yaml,line=4,endLine=4,col=7,endColumn=16,title=RES-02 \
        memory-request-missing (undetermined)::cannot tell whether container has no memory request, because \
        variable "memory" has no value
        ::group::fixed: 1
        - a.yaml:3 RES-02 container has no memory request
        ::endgroup::
        - against main (0123456789ab): 1 new, 1 old, 1 fixed
        - 2 files, 1 resource, 3 policies: 2 errors, 0 warnings, 0 notes, 1 undetermined, 1 file not read

        """)
  }

  @Test func `what GitHub reads as a mark is escaped`() {
    #expect(GitHubReport.escapedMessage("100%: a,b\r\n::error::x") == "100%25: a,b%0D%0A::error::x")
    #expect(GitHubReport.escapedProperty("100%: a,b\r\n") == "100%25%3A a%2Cb%0D%0A")
  }

  @Test func `a file name or a message is no command`() {
    var report = Report(files: [
      SourceFile(id: FileID(0), path: "::error::x\n::add-mask::y.yaml", bytes: Array("a: 1\n".utf8))
    ])
    report.findings = (0..<30).map { _ in
      Finding(
        policy: "IMG-01", name: "n", family: "images", level: .error,
        message: "##[error]x\n::stop-commands::y", fix: "z",
        location: Location(file: FileID(0), range: ByteRange(start: 0, end: 1)), resource: "r")
    }
    report.settle()
    let lines = GitHubReport.text(report).split(separator: "\n")
    for line in lines where !line.hasPrefix("- ") {
      #expect(
        line.hasPrefix("::error file=%3A%3Aerror%3A%3Ax%0A") || line.hasPrefix("::notice title=mlguard::")
          || line.hasPrefix("::group::") || line == "::endgroup::")
    }
    for line in lines where line.hasPrefix("- ") { #expect(!line.contains("##[")) }
  }

  @Test func `ten of a kind, the new and the worst first, and how many are left out`() {
    let lines = GitHubReport.text(ReportSample.many(40)).split(separator: "\n")
    func count(_ start: String) -> Int { lines.count { $0.hasPrefix(start) } }
    #expect(count("::error ") == 10)
    #expect(count("::warning ") == 10)
    #expect(count("::notice ") == 10)
    // Every fourth one is old: none of them takes the place of a new one.
    #expect(!lines.contains { $0.contains("(old)") && $0.hasPrefix("::") })
    #expect(
      lines.contains(
        "::notice title=mlguard::30 errors, 30 warnings, 31 notices more: GitHub shows 10 of a kind; the log has all"
      ))
    #expect(lines.contains("::group::more findings: 91"))
    // And one fixed, and two sums.
    #expect(count("- ") == 91 + 3)
  }
}

extension ReportSample {
  static let gone = EarlierFinding(
    policy: "RES-02", level: .warning, message: "container has no memory request", file: "a.yaml",
    place: "a.yaml:3", resource: "Pod/-/a", environments: [], fingerprint: "0123456789abcdef")

  /// So many findings of each level, every fourth of them old, in two environments.
  static func many(_ count: Int) -> Report {
    var bytes: [UInt8] = []
    var findings: [Finding] = []
    for index in 0..<(count * 3) {
      let line = "- image: registry.example/team-\(index % 97)/web-\(index):1.\(index)\n"
      let start = bytes.count
      bytes += Array(line.utf8)
      var finding = Finding(
        policy: "IMG-01", name: "mutable-image-tag", family: "images",
        level: Level.allCases[index % 3],
        message: "image 'registry.example/team-\(index % 97)/web-\(index):1.\(index)' has no digest",
        fix: "append the digest: image: registry.example/web-\(index):1.\(index)@sha256:…",
        location: Location(file: FileID(0), range: ByteRange((start + 9)..<(start + line.utf8.count - 1))),
        resource: "Deployment/shop/web-\(index)", environments: [index % 2 == 0 ? "dev" : "prod"])
      finding.status = index % 4 == 0 ? .old : .new
      findings.append(finding)
    }
    var report = Report(
      findings: findings, policies: ReportSample.report().policies,
      files: [SourceFile(id: FileID(0), path: "apps/all.yaml", bytes: bytes)], resourceCount: count * 3)
    report.isFailure = true
    report.settle()
    report.comparison = Comparison(name: "main (0123456789ab)", fixed: [gone], isBaseline: false)
    return report
  }
}
