internal import PolicyKit
internal import SourceText

/// Puts the commit that a lock file has for an action in the place of its tag, and the tag into a comment.
enum ActionCommit {
  static func proposal(_ finding: Finding, _ file: SourceFile, _ context: FixContext) -> FixProposal {
    guard let written = WrittenText(at: finding.location, in: file) else {
      return .refusal("the action is put together from parts")
    }
    if written.text.hasPrefix("docker://") { return ImageDigest.proposal(finding, file, context) }
    let parts = written.text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[1].isEmpty else {
      return .refusal("the action names no version: write the one that is meant first")
    }
    // `github/codeql-action/init` is a folder of the repository `github/codeql-action`.
    let repository = parts[0].split(separator: "/").prefix(2).joined(separator: "/")
    let known = context.locks.actions.filter {
      $0.name == repository.lowercased() || $0.name == parts[0].lowercased()
    }
    guard let first = known.first else {
      return .refusal(
        ImageDigest.message(noEntryFor: "action \(repository)", context.locks, whatItIs: "actions.lock"))
    }
    let matching = known.filter { isVersion($0.tag, coveredBy: parts[1]) }
    guard let entry = matching.first else {
      let tags = known.map(\.tag).joined(separator: ", ")
      return .refusal("\(first.path) has \(tags) of \(repository), the workflow asks for \(parts[1])")
    }
    guard matching.allSatisfy({ $0.commit == entry.commit }) else {
      return .refusal("the lock files name several commits for \(written.text)")
    }
    let reference = (written.range.lowerBound + parts[0].utf8.count + 1)..<written.range.upperBound
    var edits = [TextEdit(entry.commit, replacing: ByteRange(reference), of: file.id)]
    if let comment = commentEdit(entry.tag, after: finding.location, in: file) { edits.append(comment) }
    return .fix(Fix("pin \(written.text) to the commit in \(entry.path) (\(entry.tag))", edits))
  }

  /// `v4` asks for any `v4.2.2`, `v4.2.2` for itself alone; a branch for none.
  private static func isVersion(_ tag: String, coveredBy wanted: String) -> Bool {
    if tag == wanted { return true }
    let digits = wanted.hasPrefix("v") ? wanted.dropFirst() : Substring(wanted)
    return !digits.isEmpty && digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
      && tag.hasPrefix(wanted + ".")
  }

  /// The tag as a comment of the line; where there is a comment that is no version, it stays alone.
  private static func commentEdit(_ tag: String, after location: Location, in file: SourceFile) -> TextEdit? {
    let end = Int(location.range.end)
    let line = file.bytes[end...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let rest = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let sign = rest.first else {
      return TextEdit(" # \(tag)", replacing: ByteRange(line.indices), of: file.id)
    }
    guard sign == UInt8(ascii: "#") else { return nil }
    let comment = String(decoding: rest.dropFirst(), as: UTF8.self).trimmed
    let isVersion = comment.first == "v" && comment.dropFirst().allSatisfy { $0.isNumber || $0 == "." }
    return isVersion ? TextEdit("# \(tag)", replacing: ByteRange(rest.indices), of: file.id) : nil
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
