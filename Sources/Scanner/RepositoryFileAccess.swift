internal import Terraform
internal import Values

/// Files of the repository that a scan does not read by itself. Nothing outside of its root is reached.
struct RepositoryFileAccess: FileAccess {
  let root: FileSystem.Path
  /// Larger files are as good as unreachable.
  private static let sizeLimit = 16_000_000

  private func inside(_ path: String) -> FileSystem.Path? {
    guard case .success(let resolved) = FileSystem.resolved(FileSystem.join(root, FileSystem.path(path))),
      resolved == root || resolved.starts(with: root + [UInt8(ascii: "/")])
    else { return nil }
    return resolved
  }

  func contents(of path: String) -> FileContents {
    let place = FileSystem.join(root, FileSystem.path(path))
    guard case .success(let kind) = FileSystem.kind(of: place, followsLinks: true) else { return .missing }
    guard let resolved = inside(path) else {
      return .unreachable(.init("\(path) leads out of the repository"))
    }
    switch kind {
    case .folder: return .folder
    case .file(let size) where size <= Self.sizeLimit:
      if case .success(let bytes) = FileSystem.bytes(of: resolved, limit: size) { return .bytes(bytes) }
      return .unreachable(.init("\(path) cannot be read"))
    case .file: return .unreachable(.init("\(path) is too large to be read"))
    case .link, .other: return .unreachable(.init("\(path) is no regular file"))
    }
  }

  func files(below folder: String) -> [String]? {
    guard let start = inside(folder) else { return nil }
    var found: [String] = []
    collect(start, "", depth: 0, &found)
    return found.sorted()
  }

  private func collect(_ folder: FileSystem.Path, _ prefix: String, depth: Int, _ found: inout [String]) {
    guard depth < 50, found.count < 100_000, case .success(let entries) = FileSystem.entries(of: folder)
    else { return }
    for entry in entries where entry.name != FileSystem.path(".git") {
      let name = prefix + String(decoding: entry.name, as: UTF8.self)
      switch entry.kind {
      case .folder: collect(FileSystem.join(folder, entry.name), name + "/", depth: depth + 1, &found)
      case .file: found.append(name)
      case .link, .other: break
      }
    }
  }
}
