internal import PolicyKit

extension Report {
  /// What was not there before first, then the worst; otherwise in the order of the report.
  var rankedFindings: [Finding] {
    func rank(_ finding: Finding) -> Int {
      let level =
        switch finding.level {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
      return (finding.status == .old ? 3 : 0) + level
    }
    return (0..<6).flatMap { wanted in findings.filter { rank($0) == wanted } }
  }

  /// The environments of the findings, sorted.
  var environments: [String] { Set(findings.flatMap(\.environments)).sorted() }
}
