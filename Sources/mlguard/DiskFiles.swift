internal import Terraform

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The files below one folder of the disk, for `inspect`.
struct DiskFiles: FileAccess {
  let folder: String

  init(_ folder: String) { self.folder = folder }

  private func path(_ path: String) -> String { path.hasPrefix("/") ? path : folder + "/" + path }

  func contents(of path: String) -> FileContents {
    let path = self.path(path)
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .missing }
    if status.st_mode & S_IFMT == S_IFDIR { return .folder }
    guard let bytes = try? InputFile.bytes(of: path) else { return .missing }
    return .bytes(bytes)
  }

  func files(below folder: String) -> [String]? {
    var found: [String] = []
    guard collect(path(folder), "", &found) else { return nil }
    return found.sorted()
  }

  private func collect(_ folder: String, _ prefix: String, _ found: inout [String]) -> Bool {
    guard let directory = unsafe opendir(folder) else { return false }
    defer { unsafe closedir(directory) }
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      let kind = unsafe entry.pointee.d_type
      if kind == UInt8(DT_DIR) {
        _ = collect(folder + "/" + name, prefix + name + "/", &found)
      } else if kind == UInt8(DT_REG) {
        found.append(prefix + name)
      }
    }
    return true
  }
}
