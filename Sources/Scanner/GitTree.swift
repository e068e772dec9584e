internal import Synchronization

/// The files of one commit, read from git's objects: nothing is checked out, nothing is written.
///
/// Git is run as a program of its own, and only where a scan is compared with a commit. It runs no hook and fetches
/// nothing.
final class GitTree: Sendable {
  enum Kind: Sendable {
    case file
    case link
    case submodule
  }

  struct Entry: Sendable {
    var path: String
    var kind: Kind
    var object: String
  }

  /// The full hash.
  let commit: String
  /// Below the root of the scan, relative to it, in the order of git.
  let entries: [Entry]
  private let places: [String: Int]
  private let reader: Mutex<Reader>

  /// The commit at which the reference and HEAD part: what happened on the base since then is no change of ours.
  /// - Parameter root: of the scan, at or below the top of the repository.
  init(root: FileSystem.Path, reference: String) throws(ScanFailure) {
    let git = Git(root: root)
    let state = try git.run(["rev-parse", "--is-shallow-repository"])
    guard state.code == 0 else { throw git.failure(state.errors) }
    let isShallow = Git.line(state.output) == "true"
    let found = try git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}"])
    guard found.code == 0 else {
      throw ScanFailure(
        "there is no commit '\(reference)'" + (isShallow ? " in this shallow clone" : ""),
        advice: isShallow ? Git.fetchAdvice : "git fetch brings what a remote has")
    }
    let wanted = Git.line(found.output)
    let base = try git.run(["merge-base", wanted, "HEAD"])
    guard base.code <= 1 else { throw git.failure(base.errors) }
    guard base.code == 0 else {
      if isShallow {
        throw ScanFailure(
          "this shallow clone does not reach back to where '\(reference)' and HEAD part",
          advice: Git.fetchAdvice)
      }
      throw ScanFailure(
        "'\(reference)' and HEAD have no commit in common", advice: "name a base of the same history")
    }
    commit = Git.line(base.output)
    let listing = try git.run(["ls-tree", "-r", "-z", "--full-tree", commit + ":" + (try git.prefix())])
    guard listing.code == 0 else {
      // The folder of the scan is newer than the base.
      (entries, places) = ([], [:])
      reader = Mutex(try Reader(git))
      return
    }
    entries = Self.entries(of: listing.output)
    places = Dictionary(entries.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { $1 })
    reader = Mutex(try Reader(git))
  }

  deinit { reader.withLock { $0.finish() } }

  func entry(at path: String) -> Entry? { places[path].map { entries[$0] } }

  /// What reading an object came to.
  enum Contents {
    case bytes([UInt8])
    case tooLarge(Int)
    /// A partial clone does not have it.
    case missing
  }

  func contents(of entry: Entry, limit: Int) -> Contents {
    reader.withLock { $0.contents(of: entry.object, limit: limit) }
  }

  /// `MODE TYPE OBJECT⇥PATH⏼`
  private static func entries(of listing: [UInt8]) -> [Entry] {
    listing.split(separator: 0).compactMap { record in
      guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
      let words = record[..<tab].split(separator: UInt8(ascii: " "))
      guard words.count == 3 else { return nil }
      let kind: Kind =
        if words[0].elementsEqual("160000".utf8) {
          .submodule
        } else if words[0].elementsEqual("120000".utf8) {
          .link
        } else {
          .file
        }
      return Entry(
        path: String(decoding: record[(tab + 1)...], as: UTF8.self), kind: kind,
        object: String(decoding: words[2], as: UTF8.self))
    }
  }

  /// `git cat-file --batch`: a name in, a header and the bytes out.
  private struct Reader {
    private let process: Subprocess
    private var buffer: [UInt8] = []
    private var offset = 0

    init(_ git: Git) throws(ScanFailure) {
      process = try git.start(["cat-file", "--batch"])
    }

    mutating func contents(of object: String, limit: Int) -> Contents {
      guard process.write(Array((object + "\n").utf8)), let header = line() else { return .missing }
      let words = header.split(separator: " ")
      guard words.count == 3, let size = Int(words[2]) else { return .missing }
      guard let bytes = take(size + 1, isKept: size <= limit) else { return .missing }
      return size <= limit ? .bytes(bytes.dropLast()) : .tooLarge(size)
    }

    func finish() { process.finish() }

    private mutating func line() -> String? {
      while true {
        if let end = buffer[offset...].firstIndex(of: UInt8(ascii: "\n")) {
          defer { offset = end + 1 }
          return String(decoding: buffer[offset..<end], as: UTF8.self)
        }
        guard fill() else { return nil }
      }
    }

    private mutating func take(_ count: Int, isKept: Bool) -> [UInt8]? {
      var bytes: [UInt8] = []
      var rest = count
      while rest > 0 {
        if offset == buffer.count, !fill() { return nil }
        let part = buffer[offset..<min(buffer.count, offset + rest)]
        if isKept { bytes += part }
        offset += part.count
        rest -= part.count
      }
      return bytes
    }

    private mutating func fill() -> Bool {
      let part = process.next()
      buffer = buffer[offset...] + part
      offset = 0
      return !part.isEmpty
    }
  }
}

/// Git, in the folder of the scan.
struct Git {
  let root: FileSystem.Path

  static let fetchAdvice =
    "fetch more of the history: git fetch --unshallow, or fetch-depth: 0 for actions/checkout"

  /// Errors in English, no prompt, no lock, no fetch of what a partial clone lacks.
  private static let environment = [
    "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1",
  ]

  private func arguments(_ command: [String]) -> [String] {
    [
      "git", "--no-replace-objects", "-c", "safe.bareRepository=explicit", "-C",
      String(decoding: root, as: UTF8.self),
    ] + command
  }

  func run(_ command: [String]) throws(ScanFailure) -> Subprocess.Outcome {
    do {
      return try Subprocess.run(arguments(command), environment: Self.environment)
    } catch {
      throw Self.failure(error)
    }
  }

  func start(_ command: [String]) throws(ScanFailure) -> Subprocess {
    do {
      return try Subprocess(arguments(command), environment: Self.environment)
    } catch {
      throw Self.failure(error)
    }
  }

  /// The folder of the scan below the top of the repository: empty, or with a slash at its end.
  func prefix() throws(ScanFailure) -> String {
    let outcome = try run(["rev-parse", "--show-prefix"])
    guard outcome.code == 0 else { throw failure(outcome.errors) }
    return Self.line(outcome.output)
  }

  static func line(_ output: [UInt8]) -> String {
    String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  func failure(_ errors: String) -> ScanFailure {
    let folder = String(decoding: root, as: UTF8.self)
    if errors.contains("not a git repository") {
      return ScanFailure(
        "\(folder) is not in a git repository, and --base names a commit of one",
        advice: "mlguard baseline compares without git")
    }
    if errors.contains("dubious ownership") {
      return ScanFailure(
        "git refuses \(folder): it belongs to another user",
        advice: "git config --global --add safe.directory '\(folder)'")
    }
    return ScanFailure("git: \(errors.split(separator: "\n").first.map(String.init) ?? "it failed")")
  }

  private static func failure(_ failure: Subprocess.Failure) -> ScanFailure {
    switch failure {
    case .absent:
      ScanFailure("git is not installed, and --base reads a commit with it", advice: "install git")
    case .other(let reason): ScanFailure("git cannot be run: \(reason)")
    }
  }
}
