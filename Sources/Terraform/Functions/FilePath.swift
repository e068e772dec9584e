/// Paths with `/`, as Go's `path/filepath` treats them.
enum FilePath {
  /// Without `.`, `..` where they can be resolved, and doubled slashes; "." for nothing.
  static func cleaned(_ path: String) -> String {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
  }

  static func base(_ path: String) -> String {
    if path.isEmpty { return "." }
    return path.split(separator: "/").last.map(String.init) ?? "/"
  }

  static func directory(_ path: String) -> String {
    let bytes = Array(path.utf8)
    let end = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return cleaned(String(decoding: bytes[..<end], as: UTF8.self))
  }

  static func joined(_ first: String, _ second: String) -> String {
    let parts = [first, second].filter { !$0.isEmpty }
    return parts.isEmpty ? "" : cleaned(parts.joined(separator: "/"))
  }

  static func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

  /// How to get from a folder to a path, both relative to one folder and cleaned; nil when that is not known.
  static func relative(_ path: String, from folder: String) -> String? {
    let (from, to) = (folder == "." ? [] : folder.split(separator: "/"), path.split(separator: "/"))
    let common = zip(from, to).prefix { $0 == $1 }.count
    guard !from.dropFirst(common).contains("..") else { return nil }
    let up = from.dropFirst(common).map { _ in Substring("..") }
    return (up + to.dropFirst(common)).joined(separator: "/")
  }
}
