internal import PolicyKit
public import SourceText
internal import YAMLSyntax

/// Digests of images and commits of actions that somebody has looked up and reviewed.
///
/// | form | entries |
/// |---|---|
/// | `images.lock` (YAML) | `images: [{image: quay.io/argoproj/argocd, tag: v3.4.4, digest: sha256:…}]` |
/// | `actions.lock` (YAML) | `actions: [{action: actions/checkout, tag: v4.2.2, commit: 40 hex digits}]` |
/// | a Markdown table | rows of an action, a tag and a commit: `\| actions/checkout \| v4.2.2 \| 11bd… \|` |
///
/// An image without a tag is one that is named without a tag. Other keys of an entry are left alone.
public struct LockFiles: Sendable {
  struct Image: Sendable {
    var reference: ImageReference
    var digest: String
    var path: String
  }

  struct Action: Sendable {
    /// `OWNER/NAME`, in lower case as GitHub compares it.
    var name: String
    var tag: String
    var commit: String
    var path: String
  }

  private(set) var images: [Image] = []
  private(set) var actions: [Action] = []
  /// What is wrong with a file, each ready to print: `images.lock:3:5: …`.
  public private(set) var faults: [String] = []
  /// The files that were read.
  public private(set) var paths: [String] = []

  /// Where the lock files of a repository are looked for, from its root.
  public static let standardPaths = [
    "images.lock", "actions.lock", ".mlguard/images.lock", ".mlguard/actions.lock", "infra/images.lock",
    "docs/actions.md",
  ]

  public init(_ files: [SourceFile]) {
    for file in files {
      paths.append(file.path)
      if file.path.lowercased().hasSuffix(".md") { readTable(file) } else { read(file) }
    }
  }

  private mutating func read(_ file: SourceFile) {
    let stream = YAMLParser.parse(file)
    for problem in stream.problems where problem.severity == .error {
      fault(problem.message, at: problem.location.range, of: file)
    }
    guard let root = stream.documents.first?.root, root["images"] != nil || root["actions"] != nil else {
      fault("has neither 'images:' nor 'actions:'", at: ByteRange(start: 0, end: 0), of: file)
      return
    }
    for entry in root["images"]?.elements.map({ $0 }) ?? [] { readImage(entry, of: file) }
    for entry in root["actions"]?.elements.map({ $0 }) ?? [] { readAction(entry, of: file) }
  }

  private mutating func readImage(_ entry: YAMLNode, of file: SourceFile) {
    guard let image = entry["image"]?.text, let digest = entry["digest"]?.text else {
      fault("an image has 'image', 'digest' and mostly 'tag'", at: entry.range, of: file)
      return
    }
    let name = image + (entry["tag"].map { ":" + $0.text } ?? "")
    let reference = ImageReference("\(name)@\(digest)")
    if let problem = reference.fault {
      fault("\(name): \(problem)", at: entry.range, of: file)
      return
    }
    images.append(Image(reference: reference, digest: digest, path: file.path))
  }

  private mutating func readAction(_ entry: YAMLNode, of file: SourceFile) {
    guard let name = entry["action"]?.text, let tag = entry["tag"]?.text, let commit = entry["commit"]?.text
    else {
      fault("an action has 'action', 'tag' and 'commit'", at: entry.range, of: file)
      return
    }
    add(action: name, tag: tag, commit: commit, at: entry.range, of: file)
  }

  /// Rows whose third cell is a commit; the heads of tables and the text around them are none.
  private mutating func readTable(_ file: SourceFile) {
    var offset = 0
    for line in file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let range = ByteRange(offset..<(offset + line.count))
      offset += line.count + 1
      let cells = line.split(separator: UInt8(ascii: "|")).map { cell in
        String(decoding: cell.filter { $0 > 0x20 && $0 != UInt8(ascii: "`") }, as: UTF8.self)
      }.filter { !$0.isEmpty }
      guard cells.count >= 3, cells[0].split(separator: "/").count >= 2, Self.isCommit(cells[2]) else {
        continue
      }
      add(action: cells[0], tag: cells[1], commit: cells[2], at: range, of: file)
    }
  }

  private mutating func add(
    action: String, tag: String, commit: String, at range: ByteRange, of file: SourceFile
  ) {
    guard Self.isCommit(commit) else {
      fault("the commit of \(action) is not 40 hex digits", at: range, of: file)
      return
    }
    actions.append(Action(name: action.lowercased(), tag: tag, commit: commit, path: file.path))
  }

  private mutating func fault(_ message: String, at range: ByteRange, of file: SourceFile) {
    let position = LineIndex(file.bytes).position(of: Int(range.start), in: file.bytes)
    faults.append("\(file.path):\(position.line):\(position.column): \(message)")
  }

  private static func isCommit(_ text: String) -> Bool {
    text.utf8.count == 40 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
