internal import PolicyKit
internal import SourceText

/// Appends the digest that a lock file has for the image and tag.
enum ImageDigest {
  static func proposal(_ finding: Finding, _ file: SourceFile, _ context: FixContext) -> FixProposal {
    guard let written = WrittenText(at: finding.location, in: file) else {
      return .refusal("the image is put together from parts")
    }
    let prefix = written.text.hasPrefix("docker://") ? "docker://" : ""
    let name = String(written.text.dropFirst(prefix.count))
    let reference = ImageReference(name)
    guard reference.fault == nil, reference.digest.isEmpty else {
      return .refusal("'\(name)' is no image with a tag")
    }
    let known = context.locks.images.filter {
      $0.reference.registry == reference.registry && $0.reference.repository == reference.repository
    }
    guard let first = known.first else {
      return .refusal(Self.message(noEntryFor: "image \(name)", context.locks, whatItIs: "images.lock"))
    }
    let matching = known.filter { $0.reference.tag == reference.tag }
    guard let entry = matching.first else {
      let tags = known.map { $0.reference.tag.isEmpty ? "an entry without a tag" : $0.reference.tag }
        .joined(separator: ", ")
      return .refusal("\(first.path) has \(tags) of this image: write the tag that is meant first")
    }
    guard !entry.reference.isUnbuilt else {
      return .refusal("\(entry.path) has no digest for \(name) yet")
    }
    guard matching.allSatisfy({ $0.digest == entry.digest }) else {
      return .refusal("the lock files name several digests for \(name)")
    }
    return .fix(
      Fix(
        "pin \(name) to the digest in \(entry.path)",
        [TextEdit("@" + entry.digest, at: written.range.upperBound, of: file.id)]))
  }

  static func message(noEntryFor what: String, _ locks: LockFiles, whatItIs name: String) -> String {
    locks.paths.isEmpty
      ? "no lock file was found: write one (\(name)), or name it with --lock"
      : "no lock file has the \(what): \(locks.paths.joined(separator: ", "))"
  }
}
