public import Fixes
public import PolicyKit
public import SourceText

extension Workspace {
  /// The folder that paths of the report are relative to, without links.
  public var root: String { String(decoding: repository.root, as: UTF8.self) }

  /// The repository around the request's first path, as a whole.
  public static func whole(_ request: ScanRequest) async throws(ScanFailure) -> Workspace {
    var request = request
    request.paths = [String(decoding: try Repository(request.paths).root, as: UTF8.self)]
    return try await Workspace(request)
  }

  /// The path from the root of a file that is named by its absolute path; nil outside of the repository.
  public func path(ofFile path: String) -> String? {
    let bytes = FileSystem.path(path)
    let inside = repository.root + FileSystem.path("/")
    if bytes.starts(with: inside) { return String(decoding: bytes.dropFirst(inside.count), as: UTF8.self) }
    guard case .success(let resolved) = FileSystem.resolved(bytes), resolved.starts(with: inside) else {
      return nil
    }
    return String(decoding: resolved.dropFirst(inside.count), as: UTF8.self)
  }

  /// The file that was read at this path from the root; nil for one that no reader takes. O(log files).
  public func file(at path: String) -> FileID? {
    let candidates = walk.candidates
    var (low, high) = (0, candidates.count)
    while low < high {
      let middle = (low + high) / 2
      if candidates[middle].path.utf8.lexicographicallyPrecedes(path.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < candidates.count && candidates[low].path == path ? FileID(Int32(low)) : nil
  }

  /// What an editor shows for a file, or nil for what is on the disk; `refresh` judges it.
  public mutating func show(_ bytes: [UInt8]?, for file: FileID) {
    let index = Int(file.raw)
    guard readings.indices.contains(index) else { return }
    if let bytes {
      guard overlays[file] != bytes else { return }
      overlays[file] = bytes
      replace(file, with: Reading([SourceFile(id: file, path: walk.candidates[index].path, bytes: bytes)]))
    } else if overlays.removeValue(forKey: file) != nil {
      // The next refresh reads it, as large as it is then.
      stamps[index] = nil
    }
  }

  /// Looks at the disk again: reads the files that changed, everything when a file came or went or the configuration
  /// changed, and judges what is in memory.
  public mutating func refresh() async throws(ScanFailure) {
    var walk = Walk(root: repository.root, profile: profile, sizeLimit: request.fileSizeLimit)
    for path in repository.paths { walk.add(path) }
    walk.finish()
    let isSame =
      configuration == Self.configuration(of: repository)
      && walk.candidates.elementsEqual(self.walk.candidates) { new, old in
        new.path == old.path && new.refusal == nil && old.refusal == nil
      }
    guard isSame else {
      let shown = overlays.map { (self.walk.candidates[Int($0.key.raw)].path, $0.value) }
      self = try await Workspace(request)
      for (path, bytes) in shown {
        if let file = file(at: path) { show(bytes, for: file) }
      }
      if !shown.isEmpty { try await judge() }
      return
    }
    for (index, candidate) in walk.candidates.enumerated() {
      guard overlays[FileID(Int32(index))] == nil else { continue }
      let stamp = FileSystem.stamp(of: candidate.systemPath)
      guard stamp != stamps[index] else { continue }
      stamps[index] = stamp
      reread(FileID(Int32(index)), candidate)
    }
    try await judge()
  }

  private mutating func reread(_ file: FileID, _ candidate: Walk.Candidate) {
    var reading = Reading()
    reading.read(candidate, id: file)
    replace(file, with: reading)
  }

  /// Changes with the profile, with a file of `.mlguard` and with the files in its folders.
  static func configuration(of repository: Repository) -> [FileSystem.Stamp?] {
    let folder = FileSystem.join(repository.root, FileSystem.path(".mlguard"))
    var stamps = [FileSystem.stamp(of: FileSystem.join(repository.root, FileSystem.path(".mlguard.yaml")))]
    var open = [folder]
    while let path = open.popLast(), stamps.count < 10_000 {
      stamps.append(FileSystem.stamp(of: path))
      guard case .success(.folder) = FileSystem.kind(of: path, followsLinks: true),
        case .success(let entries) = FileSystem.entries(of: path)
      else { continue }
      open += entries.map(\.name).sorted { $0.lexicographicallyPrecedes($1) }.map {
        FileSystem.join(path, $0)
      }
    }
    return stamps
  }

  /// The card of a policy that judged the repository.
  public func card(of policy: String) -> PolicyCard? { report.policies.first { $0.id == policy } }

  /// The edit that removes a finding of the report, proved as `FixRun` proves it; nil where there is none.
  public func provedFix(for finding: Finding, locks: LockFiles) async throws(ScanFailure) -> Fix? {
    let context = FixContext(files: files, locks: locks, parameters: parameters)
    guard case .fix(let fix) = FixProposal.proposal(for: finding, in: context) else { return nil }
    let bytes = files[Int(finding.location.file.raw)].bytes
    let edited = try await replacing([finding.location.file: TextEdit.apply(fix.edits, to: bytes)])
    return FixRun.objection(to: edited.report, after: [finding], of: report) == nil ? fix : nil
  }
}
