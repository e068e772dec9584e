/// Paths with `/`, from the root of the scan. Compared as bytes: a scan asks for each file.
public enum RelativePath {
  private static let slash = UInt8(ascii: "/")

  /// Empty for a file at the root.
  public static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: slash).map { String(path[..<$0]) } ?? ""
  }

  /// The last part.
  public static func name(of path: String) -> Substring {
    path.utf8.lastIndex(of: slash).map { path[path.utf8.index(after: $0)...] } ?? path[...]
  }

  /// One of the folders above the file has the name.
  public static func isBelow(folderNamed name: String, _ path: String) -> Bool {
    var rest = path.utf8[...]
    while let end = rest.firstIndex(of: slash) {
      if rest[..<end].elementsEqual(name.utf8) { return true }
      rest = rest[rest.index(after: end)...]
    }
    return false
  }

  /// Nil for a URL, an absolute path, and one that leaves the root.
  public static func joined(_ folder: String, _ relative: String) -> String? {
    let text = relative.utf8
    if text.first == slash || relative.hasPrefix("git@") || relative.hasPrefix("github.com/") { return nil }
    // `https://…`, `git::…`, `…?ref=v1`
    if text.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "?") }) { return nil }
    var parts = folder.utf8.split(separator: slash)
    for part in text.split(separator: slash) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// `path` is `folder` or inside it.
  public static func isInside(_ path: String, _ folder: String) -> Bool {
    guard path.hasPrefix(folder) else { return false }
    return folder.isEmpty || path.utf8.dropFirst(folder.utf8.count).first.map { $0 == slash } ?? true
  }
}
