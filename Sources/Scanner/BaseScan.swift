internal import PolicyKit
internal import SourceText

/// A scan of the commit that the head is compared with, under the profile and the policies of the head.
struct BaseScan {
  let request: ScanRequest
  let repository: Repository
  let profile: Profile
  let library: LazyLibrary
  let reference: String

  /// Sets the findings of the head beside those of the base.
  func compare(_ report: inout Report) async throws(ScanFailure) {
    let tree = try GitTree(root: repository.root, reference: reference)
    let (files, unread) = try files(of: tree)
    let parts = await parallelMap(count: files.count, chunk: 16, threads: request.threads) { range in
      Reading(Array(files[range]))
    }
    let base = try await Scanner.judge(
      Reading(joining: parts), Ground(request, repository, tree), library: library, profile: profile)
    let hash = String(tree.commit.prefix(12))
    let name = tree.commit.hasPrefix(reference) ? hash : "\(reference) (\(hash))"
    report.compare(with: base.findings.map { EarlierFinding($0, in: base) }, name: name)
    let count = Set(base.problems.filter { $0.severity == .error }.map(\.location.file)).count + unread
    if count > 0 {
      report.notes.append(
        "\(count) \(count == 1 ? "file" : "files") of \(name) could not be read: what was found there is called new"
      )
    }
    if tree.entries.contains(where: { $0.kind == .submodule }) {
      report.notes.append("submodules of \(name) are not read: what is found there is called new")
    }
  }

  /// In the order of the paths, as a walk of the disk has them.
  private func files(of tree: GitTree) throws(ScanFailure) -> (files: [SourceFile], unread: Int) {
    var files: [SourceFile] = []
    var unread = 0
    let wanted = tree.entries.filter { $0.kind == .file && isWanted($0.path) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for entry in wanted {
      switch tree.contents(of: entry, limit: request.fileSizeLimit) {
      case .bytes(let bytes):
        files.append(SourceFile(id: FileID(Int32(files.count)), path: entry.path, bytes: bytes))
      case .tooLarge: unread += 1
      case .missing:
        throw ScanFailure(
          "git does not have \(entry.path) of \(tree.commit.prefix(12)): the clone is partial",
          advice: "clone without --filter")
      }
    }
    return (files, unread)
  }

  private func isWanted(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    if parts.contains(where: { Walk.unread.contains(Array($0.utf8)) }) { return false }
    let bytes = Array(path.utf8)
    let isNamed = repository.paths.contains(bytes)
    guard isNamed || FileClass(name: parts.last.map(String.init) ?? path) != nil else { return false }
    let isBelow = repository.paths.contains { $0.isEmpty || bytes.starts(with: $0 + [UInt8(ascii: "/")]) }
    guard isNamed || isBelow else { return false }
    return !profile.exclusions.contains { $0.pattern.matches(path) }
  }
}
