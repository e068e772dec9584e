internal import PolicyKit
internal import SourceText

/// Finds the files of a scan: everything below its paths but `.git` and mlguard's own configuration.
///
/// `.gitignore` is not consulted: what git ignores may still lie in the checkout that is deployed from, and a
/// file that is skipped in silence is a hole in the gate. A profile excludes paths, each with a reason.
struct Walk {
  /// A file that may hold something to judge.
  struct Candidate {
    /// Relative to the root, as the report prints it.
    var path: String
    /// For the operating system.
    var systemPath: FileSystem.Path
    var size: Int
    /// Why it is not read.
    var refusal: Refusal?
  }

  struct Refusal {
    var kind: Problem.Kind
    var message: String
    var advice: String?
  }

  /// The root of the repository: nothing outside is followed.
  let root: FileSystem.Path
  let profile: Profile
  let sizeLimit: Int
  private(set) var candidates: [Candidate] = []
  private(set) var excludedCounts: [Int]
  private(set) var fileCount = 0

  private static let depthLimit = 200
  /// Git's own, and mlguard's configuration, which is read before the walk.
  static let unread: Set<FileSystem.Path> = [
    FileSystem.path(".git"), FileSystem.path(".mlguard"), FileSystem.path(".mlguard.yaml"),
  ]

  init(root: FileSystem.Path, profile: Profile, sizeLimit: Int) {
    self.root = root
    self.profile = profile
    self.sizeLimit = sizeLimit
    excludedCounts = Array(repeating: 0, count: profile.exclusions.count)
  }

  /// Adds a file or everything below a folder; `path` is relative to the root, empty for the root itself.
  mutating func add(_ path: FileSystem.Path) {
    let systemPath = path.isEmpty ? root : FileSystem.join(root, path)
    switch FileSystem.kind(of: systemPath, followsLinks: false) {
    case .success(.folder): addFolder(path, depth: 0)
    case .success(let kind): addEntry(path, kind, isNamed: true)
    case .failure(let failure):
      refuse(path, .unreadable, "cannot be read: \(failure.reason)")
    }
  }

  /// In the order of their paths, each once.
  mutating func finish() {
    candidates.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var last: String?
    candidates.removeAll { candidate in
      defer { last = candidate.path }
      return candidate.path == last
    }
  }

  private mutating func addFolder(_ path: FileSystem.Path, depth: Int) {
    guard depth < Self.depthLimit else {
      refuse(path, .budget, "folders are nested more than \(Self.depthLimit) deep")
      return
    }
    switch FileSystem.entries(of: path.isEmpty ? root : FileSystem.join(root, path)) {
    case .failure(let failure): refuse(path, .unreadable, "the folder cannot be read: \(failure.reason)")
    case .success(let entries):
      for entry in entries {
        if Self.unread.contains(entry.name) { continue }
        let child = FileSystem.join(path, entry.name)
        if case .folder = entry.kind {
          addFolder(child, depth: depth + 1)
        } else {
          addEntry(child, entry.kind, isNamed: false)
        }
      }
    }
  }

  private mutating func addEntry(_ path: FileSystem.Path, _ kind: FileSystem.Kind, isNamed: Bool) {
    fileCount += 1
    let name = String(decoding: path.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self)
    let isCandidate = isNamed || FileClass(name: name) != nil
    switch kind {
    case .file(let size):
      guard isCandidate else { return }
      if isExcluded(path) { return }
      guard size <= sizeLimit else {
        refuse(
          path, .budget,
          "the file has \(Self.megabytes(size)), more than the \(Self.megabytes(sizeLimit)) that are read",
          advice: "split it, or exclude it in .mlguard.yaml with a reason")
        return
      }
      candidates.append(
        Candidate(
          path: String(decoding: path, as: UTF8.self), systemPath: FileSystem.join(root, path), size: size,
          refusal: nil))
    case .link: addLink(path, isCandidate: isCandidate)
    case .folder: return
    case .other:
      if isCandidate, !isExcluded(path) { refuse(path, .unreadable, "neither a file nor a folder") }
    }
  }

  /// What a link names inside the repository is read where it stands; outside it is never read.
  private mutating func addLink(_ path: FileSystem.Path, isCandidate: Bool) {
    let systemPath = FileSystem.join(root, path)
    switch FileSystem.resolved(systemPath) {
    case .success(let target):
      guard target != root, !target.starts(with: root + [UInt8(ascii: "/")]) else { return }
      var isFolder = false
      if case .success(.folder) = FileSystem.kind(of: target, followsLinks: true) { isFolder = true }
      guard isCandidate || isFolder, !isExcluded(path) else { return }
      refuse(
        path, .unreadable, "a symbolic link that leaves the repository is not followed",
        advice: "copy what it names into the repository, or exclude it in .mlguard.yaml with a reason")
    case .failure(let failure):
      guard isCandidate, !isExcluded(path) else { return }
      refuse(path, .missing, "a symbolic link that leads nowhere: \(failure.reason)")
    }
  }

  private mutating func isExcluded(_ path: FileSystem.Path) -> Bool {
    let text = String(decoding: path, as: UTF8.self)
    guard let index = profile.exclusions.firstIndex(where: { $0.pattern.matches(text) }) else { return false }
    excludedCounts[index] += 1
    return true
  }

  private mutating func refuse(
    _ path: FileSystem.Path, _ kind: Problem.Kind, _ message: String, advice: String? = nil
  ) {
    candidates.append(
      Candidate(
        path: path.isEmpty ? "." : String(decoding: path, as: UTF8.self),
        systemPath: FileSystem.join(root, path), size: 0,
        refusal: Refusal(kind: kind, message: message, advice: advice)))
  }

  private static func megabytes(_ size: Int) -> String { "\((size + 500_000) / 1_000_000) MB" }
}
