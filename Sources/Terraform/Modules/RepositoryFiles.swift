public import SourceText
internal import Values

/// The files of the repository by folder and by path. Nothing outside of it exists.
public final class RepositoryFiles: Sendable {
  private let byPath: [String: SourceFile]
  private let byFolder: [String: [SourceFile]]
  /// Access to files that were not read because they are of no kind that is judged: templates, scripts. Paths are
  /// relative to the root of the repository.
  let others: (any FileAccess)?

  public init(_ files: [SourceFile], others: (any FileAccess)? = nil) {
    self.others = others
    byPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    byFolder = Dictionary(grouping: files.sorted { $0.path < $1.path }) { Self.folder(of: $0.path) }
  }

  public subscript(path: String) -> SourceFile? { byPath[path] }

  /// The files directly in a folder, sorted by path. The root of the repository is "".
  public func files(in folder: String) -> [SourceFile] { byFolder[folder] ?? [] }

  /// Folders that hold files directly, sorted.
  public var folders: [String] { byFolder.keys.sorted() }

  /// Paths of all files below a folder, relative to it; nil when there are none.
  public func paths(below folder: String) -> [String]? {
    if folder.isEmpty { return byPath.keys.sorted() }
    let prefix = folder + "/"
    let found = byPath.keys.filter { $0.utf8.starts(with: prefix.utf8) }.map {
      String($0.dropFirst(prefix.count))
    }
    return found.isEmpty ? nil : found.sorted()
  }

  public static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  public static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The path that `relative` means from a folder; nil when it leaves the repository.
  public static func resolve(_ relative: String, from folder: String) -> String? {
    var parts = relative.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in relative.split(separator: "/") where part != "." {
      if part == ".." {
        if parts.isEmpty { return nil }
        parts.removeLast()
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

/// File functions of a root module: paths are relative to its folder.
struct RootFileAccess: FileAccess {
  let repository: RepositoryFiles
  let folder: String

  private func path(_ path: String) -> String? {
    // An absolute path is outside of the repository, wherever that is checked out.
    path.hasPrefix("/") || path.hasPrefix("~") ? nil : RepositoryFiles.resolve(path, from: folder)
  }

  func contents(of path: String) -> FileContents {
    guard let resolved = self.path(path) else {
      return .unreachable(.init("\(path) is outside of the repository"))
    }
    if let file = repository[resolved] { return .bytes(file.bytes) }
    if repository.paths(below: resolved) != nil { return .folder }
    return repository.others?.contents(of: resolved) ?? .missing
  }

  func files(below folder: String) -> [String]? {
    guard let folder = path(folder) else { return nil }
    return repository.others?.files(below: folder) ?? repository.paths(below: folder)
  }
}
