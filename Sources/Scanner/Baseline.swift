internal import PolicyKit
internal import SourceText

/// The committed list of violations that are known: `.mlguard/baseline.yaml`.
struct Baseline {
  private let path: String
  private let findings: [EarlierFinding]

  static let standardPath = ".mlguard/baseline.yaml"

  /// Nil where none is asked for and the repository has none.
  init?(_ request: ScanRequest, _ repository: Repository) throws(ScanFailure) {
    guard request.base == nil, !request.ignoresBaseline else { return nil }
    let file: SourceFile
    if let path = request.baselinePath {
      file = try PolicyLibrary.read(file: FileSystem.path(path), as: path)
    } else {
      let place = FileSystem.join(repository.root, FileSystem.path(Self.standardPath))
      guard case .success = FileSystem.kind(of: place, followsLinks: true) else {
        guard request.failsOnNewOnly != true else {
          throw ScanFailure(
            "--fail-on-new has nothing to compare with",
            advice: "add --base REF, or write \(Self.standardPath): "
              + "mlguard baseline")
        }
        return nil
      }
      file = try PolicyLibrary.read(file: place, as: repository.prefix + Self.standardPath)
    }
    let (findings, faults) = BaselineReader.read(file)
    guard faults.isEmpty else { throw ScanFailure(faults) }
    path = file.path
    self.findings = findings
  }

  /// Only a scan of the whole repository, read as a whole, can tell that an entry matches nothing any more.
  func compare(_ report: inout Report, isWhole: Bool) {
    report.compare(with: findings, name: path, isBaseline: true)
    guard isWhole, !report.isIncomplete else {
      report.comparison?.fixed = []
      return
    }
    let count = report.comparison?.fixed.count ?? 0
    if count > 0 {
      report.notes.append(
        "\(count == 1 ? "1 entry of \(path) matches" : "\(count) entries of \(path) match") nothing any more: "
          + "mlguard baseline takes them out")
    }
  }
}
