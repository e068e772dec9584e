internal import PolicyKit
internal import SourceText
internal import Terraform

/// What is judged beside the files that were read: the same for a folder on the disk and for a commit.
struct Ground: Sendable {
  var threads: Int
  var ignoresExemptions: Bool
  /// Exemptions hold up to this day.
  var date: CalendarDate?
  /// The whole repository is scanned.
  var isWhole: Bool
  /// `.mlguard/exemptions.yaml`
  var exemptions: SourceFile?
  /// Files that functions of Terraform name.
  var others: any FileAccess

  /// The disk.
  init(_ request: ScanRequest, _ repository: Repository) throws(ScanFailure) {
    self.init(request, isWhole: repository.paths.contains([]), RepositoryFileAccess(root: repository.root))
    if !ignoresExemptions { exemptions = try Exemptions.centralFile(of: repository) }
  }

  /// A commit.
  init(_ request: ScanRequest, _ repository: Repository, _ tree: GitTree) {
    self.init(request, isWhole: repository.paths.contains([]), GitFileAccess(tree: tree))
    if !ignoresExemptions, let entry = tree.entry(at: Exemptions.path),
      case .bytes(let bytes) = tree.contents(of: entry, limit: 16_000_000)
    {
      exemptions = SourceFile(id: FileID(0), path: Exemptions.path, bytes: bytes)
    }
  }

  private init(_ request: ScanRequest, isWhole: Bool, _ others: any FileAccess) {
    threads = request.threads
    ignoresExemptions = request.ignoresExemptions
    date = request.date
    self.isWhole = isWhole
    self.others = others
  }
}
