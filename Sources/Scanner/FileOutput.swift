/// Writes reports.
public enum FileOutput {
  /// Replaces the file as a whole or leaves it; gives the reason when it cannot be written. What is no regular file
  /// (`/dev/stdout`, a pipe) is written to as it is.
  public static func write(_ text: String, to path: String) -> String? {
    let place = FileSystem.path(path)
    // The shell may have sent /dev/stdout to a regular file: what is written there stands between the rest, not over it.
    if let descriptor = descriptor(of: path) {
      return FileSystem.write(Array(text.utf8), toDescriptor: descriptor)?.reason
    }
    if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") {
      return FileSystem.append(Array(text.utf8), to: place)?.reason
    }
    switch FileSystem.kind(of: place, followsLinks: true) {
    case .success(.other): return FileSystem.append(Array(text.utf8), to: place)?.reason
    case .success(.file), .success(.folder), .success(.link), .failure:
      return FileSystem.write(Array(text.utf8), to: place)?.reason
    }
  }

  private static func descriptor(of path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return 1
    case "/dev/stderr": return 2
    default:
      let folder = ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }
      return folder.flatMap { Int32(path.dropFirst($0.count)) }
    }
  }

  /// The same; folders on the way are made.
  public static func writeMakingFolders(_ text: String, to path: String) -> String? {
    let place = FileSystem.path(path)
    if let slash = place.lastIndex(of: UInt8(ascii: "/")), slash > 0,
      let failure = FileSystem.makeFolders(Array(place[..<slash]))
    {
      return failure.reason
    }
    return write(text, to: path)
  }
}
