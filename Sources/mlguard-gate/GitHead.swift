internal import ArgoGate

/// The commit that a clone has checked out.
enum GitHead {
  /// Reads `.git/HEAD` and, where that is a branch, its file or the packed references.
  static func commit(of repository: String) throws(Refusal) -> String {
    let folder = repository + "/.git"
    guard let head = System.text(of: folder + "/HEAD") else {
      throw .unknown("\(repository) is no clone: \(folder)/HEAD cannot be read")
    }
    guard head.hasPrefix("ref: ") else { return try checked(head, folder) }
    let name = String(head.dropFirst(5))
    if let commit = System.text(of: "\(folder)/\(name)") { return try checked(commit, folder) }
    let packed = System.text(of: folder + "/packed-refs") ?? ""
    for line in packed.split(separator: "\n") {
      let parts = line.split(separator: " ")
      if parts.count == 2, parts[1] == name { return try checked(String(parts[0]), folder) }
    }
    throw .unknown("\(folder)/HEAD names '\(name)', which has no commit")
  }

  private static func checked(_ text: String, _ folder: String) throws(Refusal) -> String {
    let isHex = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isHex, text.utf8.count == 40 || text.utf8.count == 64 else {
      throw .unknown("\(folder)/HEAD holds '\(text.prefix(80))', which is no commit")
    }
    return text
  }
}
