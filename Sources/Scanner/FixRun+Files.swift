public import Fixes
internal import SourceText

extension Workspace {
  /// The lock files at these paths, or at their standard places in the repository.
  public func lockFiles(_ paths: [String]) throws(ScanFailure) -> LockFiles {
    var files: [SourceFile] = []
    for path in paths { files.append(try PolicyLibrary.read(file: FileSystem.path(path), as: path)) }
    if paths.isEmpty {
      for path in LockFiles.standardPaths {
        let place = FileSystem.join(repository.root, FileSystem.path(path))
        // A link could lead out of the repository.
        guard case .success(let resolved) = FileSystem.resolved(place), resolved == place else { continue }
        files.append(try PolicyLibrary.read(file: place, as: repository.prefix + path))
      }
    }
    let locks = LockFiles(files)
    if let fault = locks.faults.first { throw ScanFailure(fault) }
    return locks
  }
}

extension FixRun {
  /// Writes the changed files, each as a whole; permissions and line ends stay. Gives what could not be written.
  ///
  /// A file that is reached through a symbolic link, that is no longer as it was read, or that cannot be replaced at once
  /// is left alone.
  public func write() -> [String] {
    var failures: [String] = []
    for file in changedFiles {
      let path = FileSystem.join(workspace.repository.root, FileSystem.path(file.path))
      let name = workspace.pathPrefix + file.path
      guard case .success(let resolved) = FileSystem.resolved(path), resolved == path else {
        failures.append("\(name): reached through a symbolic link")
        continue
      }
      guard case .success(let bytes) = FileSystem.bytes(of: path, limit: file.before.count + 1),
        bytes == file.before
      else {
        failures.append("\(name): changed since it was read")
        continue
      }
      if let failure = FileSystem.replace(path, with: file.after) {
        failures.append("\(name): \(failure.reason)")
      }
    }
    return failures
  }
}
