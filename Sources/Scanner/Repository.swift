internal import PolicyKit

/// Where a scan happens: the root of the repository, and the paths below it that are scanned.
struct Repository {
  let root: FileSystem.Path
  /// Relative to the root; an empty path is the root itself.
  let paths: [FileSystem.Path]
  /// What stands before a path of the report to make it one that the terminal can open.
  let prefix: String

  /// The nearest folder, from the first path upwards, that holds `.mlguard.yaml`, `.mlguard` or `.git`; without
  /// one the first path itself.
  init(_ arguments: [String]) throws(ScanFailure) {
    let arguments = arguments.isEmpty ? ["."] : arguments
    var resolved: [FileSystem.Path] = []
    for argument in arguments {
      switch FileSystem.resolved(FileSystem.path(argument)) {
      case .success(let path): resolved.append(path)
      case .failure(let failure): throw ScanFailure("\(argument): \(failure.reason)")
      }
    }
    var start = resolved[0]
    if case .success(.folder) = FileSystem.kind(of: start, followsLinks: true) {
    } else {
      start = Self.parent(of: start)
    }
    let root = Self.root(above: start)
    self.root = root
    var paths: [FileSystem.Path] = []
    for (argument, path) in zip(arguments, resolved) {
      if path == root {
        paths.append([])
      } else if root == FileSystem.path("/") {
        paths.append(Array(path.dropFirst()))
      } else if path.starts(with: root + [UInt8(ascii: "/")]) {
        paths.append(Array(path.dropFirst(root.count + 1)))
      } else {
        throw ScanFailure(
          "\(argument) is outside of the repository \(String(decoding: root, as: UTF8.self))",
          advice: "scan one repository at a time")
      }
    }
    self.paths = paths
    prefix = Self.prefix(of: root)
  }

  private static func parent(of path: FileSystem.Path) -> FileSystem.Path {
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")), slash > 0 else { return FileSystem.path("/") }
    return Array(path[..<slash])
  }

  private static func root(above start: FileSystem.Path) -> FileSystem.Path {
    var folder = start
    while true {
      for mark in [".mlguard.yaml", ".mlguard", ".git"] {
        if case .success = FileSystem.kind(
          of: FileSystem.join(folder, FileSystem.path(mark)), followsLinks: false)
        {
          return folder
        }
      }
      if folder.count <= 1 { return start }
      folder = parent(of: folder)
    }
  }

  /// Empty when the scan starts in the root.
  private static func prefix(of root: FileSystem.Path) -> String {
    guard case .success(let current) = FileSystem.resolved(FileSystem.path(".")) else { return "" }
    if current == root { return "" }
    let text = String(decoding: root, as: UTF8.self)
    if root.starts(with: current + [UInt8(ascii: "/")]) {
      return String(decoding: root.dropFirst(current.count + 1), as: UTF8.self) + "/"
    }
    let up = current.starts(with: root + [UInt8(ascii: "/")])
    if up {
      let depth = current.dropFirst(root.count).count { $0 == UInt8(ascii: "/") }
      return String(repeating: "../", count: depth)
    }
    return text.hasSuffix("/") ? text : text + "/"
  }
}

/// Wrong usage or configuration: exit code 2.
public struct ScanFailure: Error, Sendable {
  /// One line for each fault, each ready to print.
  public var messages: [String]

  init(_ message: String, advice: String? = nil) {
    messages = [message + (advice.map { "; \($0)" } ?? "")]
  }

  init(faults: [(message: String, advice: String?)]) {
    messages = faults.map { $0.message + ($0.advice.map { "; \($0)" } ?? "") }
  }

  init(_ faults: [ConfigurationFault]) {
    messages = faults.map(\.description)
  }
}
