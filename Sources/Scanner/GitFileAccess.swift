internal import Terraform
internal import Values

/// Files of a commit that a scan does not read by itself: what functions of Terraform name.
struct GitFileAccess: FileAccess {
  let tree: GitTree

  private static let sizeLimit = 16_000_000

  func contents(of path: String) -> FileContents {
    let path = Self.normal(path)
    guard let entry = tree.entry(at: path) else {
      return tree.entries.contains { $0.path.hasPrefix(path + "/") } ? .folder : .missing
    }
    switch entry.kind {
    case .file:
      switch tree.contents(of: entry, limit: Self.sizeLimit) {
      case .bytes(let bytes): return .bytes(bytes)
      case .tooLarge: return .unreachable(.init("\(path) is too large to be read"))
      case .missing: return .unreachable(.init("\(path) cannot be read"))
      }
    case .link: return .unreachable(.init("\(path) is a symbolic link"))
    case .submodule: return .unreachable(.init("\(path) is a submodule"))
    }
  }

  func files(below folder: String) -> [String]? {
    let prefix = Self.normal(folder).isEmpty ? "" : Self.normal(folder) + "/"
    let found = tree.entries.filter { $0.path.hasPrefix(prefix) && $0.kind == .file }
    return found.isEmpty ? nil : found.map { String($0.path.dropFirst(prefix.count)) }.sorted()
  }

  /// Without `.` and `..`; what leads out of the repository names nothing.
  private static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
