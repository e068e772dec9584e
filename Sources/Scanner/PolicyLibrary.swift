internal import Analyses
public import PolicyKit
public import SourceText

/// The policies that a scan can use: those compiled into the binary, and those of the repository.
public struct PolicyLibrary: Sendable {
  public let policies: [Policy]
  /// The files that they come from.
  public let files: [SourceFile]

  /// The shipped policies alone.
  public static func shipped() throws(ScanFailure) -> PolicyLibrary {
    try PolicyLibrary(shippedFiles: shippedFiles(), userFiles: [])
  }

  /// The shipped policies and those of the repository around the current folder.
  public static func here() throws(ScanFailure) -> PolicyLibrary { try of(Repository(["."])) }

  /// The shipped policies and those of `.mlguard/policies` below a repository's root.
  static func of(_ repository: Repository, readsExamples: Bool = true) throws(ScanFailure) -> PolicyLibrary {
    try PolicyLibrary(
      shippedFiles: shippedFiles(withExamples: readsExamples), userFiles: userFiles(of: repository),
      readsExamples: readsExamples)
  }

  /// Empty when the repository has no policies of its own.
  static func userFiles(of repository: Repository) throws(ScanFailure) -> [SourceFile] {
    let folder = FileSystem.join(repository.root, FileSystem.path(".mlguard/policies"))
    guard case .success(.folder) = FileSystem.kind(of: folder, followsLinks: true) else { return [] }
    return try read(folder: folder, as: repository.prefix + ".mlguard/policies")
  }

  /// Policy files on disk alone: files, or folders of them.
  public static func reading(_ paths: [String]) throws(ScanFailure) -> PolicyLibrary {
    var files: [SourceFile] = []
    for path in paths {
      let systemPath = FileSystem.path(path)
      switch FileSystem.kind(of: systemPath, followsLinks: true) {
      case .success(.folder): files += try read(folder: systemPath, as: path)
      case .success: files.append(try read(file: systemPath, as: path))
      case .failure(let failure): throw ScanFailure("\(path): \(failure.reason)")
      }
    }
    return try PolicyLibrary(shippedFiles: [], userFiles: files)
  }

  init(
    shippedFiles: [SourceFile], userFiles: [SourceFile], readsExamples: Bool = true
  ) throws(ScanFailure) {
    let files = (shippedFiles + userFiles).filter { !Self.isProfile($0.path) }
    let (policies, faults) = PolicyReader.read(
      files, analyses: AnalysisRegistry.names.union(ExemptionBook.analyses), readsExamples: readsExamples)
    guard faults.isEmpty else { throw ScanFailure(faults) }
    // The shipped ones are compiled by the tests; compiling them in each scan costs more than a small scan.
    let firstOfUser = policies.firstIndex { policy in userFiles.contains { $0.path == policy.card.path } }
    try Self.compile(policies[(firstOfUser ?? policies.endIndex)...], files: files)
    self.policies = policies
    self.files = files
  }

  /// Compiles every expression of every policy; a fault ends the run.
  public func compile() throws(ScanFailure) { try Self.compile(policies[...], files: files) }

  private static func compile(_ policies: ArraySlice<Policy>, files: [SourceFile]) throws(ScanFailure) {
    var faults: [ConfigurationFault] = []
    let everything = Profile(
      settings: Dictionary(
        policies.map { ($0.card.id, Profile.Setting(isEnabled: true)) },
        uniquingKeysWith: { first, _ in first }))
    _ = PolicyPlan(Array(policies), profile: everything, files: files, faults: &faults)
    guard faults.isEmpty else { throw ScanFailure(faults) }
  }

  /// The shipped profile. Few bytes: it is read in every scan.
  static var defaultProfileFiles: [SourceFile] { shippedFiles { isProfile($0) } }

  /// The policy with this id, name or earlier name.
  public func policy(named name: String) throws(ScanFailure) -> Policy {
    for policy in policies {
      let card = policy.card
      if card.id.lowercased() == name.lowercased() || card.name == name || card.aliases.contains(name) {
        return policy
      }
    }
    let names = policies.flatMap { [$0.card.id, $0.card.name] }
    let nearest = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    throw ScanFailure("there is no policy '\(name)'", advice: nearest ?? "mlguard policy list shows them")
  }

  private static func isProfile(_ path: String) -> Bool { path.contains("profiles/") }

  /// - Parameter withExamples: false where nobody reads them: they are most of the bytes.
  static func shippedFiles(
    withExamples: Bool = true, where isWanted: (String) -> Bool = { !isProfile($0) }
  ) -> [SourceFile] {
    ShippedPolicyFiles.all.filter { isWanted($0.path) }.enumerated().map { index, file in
      let text = withExamples ? file.text : beforeExamples(file.text) + "\n  examples: []\n"
      return SourceFile(id: FileID(Int32(index)), path: "policies/" + file.path, bytes: Array(text.utf8))
    }
  }

  /// The examples are the last key of a shipped policy's `spec`, which `ShippedPolicyTests` holds it to.
  static func beforeExamples(_ text: String) -> Substring {
    let key = Array("\n  examples:\n".utf8)
    let bytes = text.utf8
    var start = bytes.startIndex
    while let line = bytes[start...].firstIndex(of: key[0]) {
      if bytes[line...].starts(with: key) { return text[...line] }
      start = bytes.index(after: line)
    }
    return text[...]
  }

  /// The paths of the shipped files with their texts, as they were when the binary was built.
  static var shippedTexts: [(path: String, text: String)] { ShippedPolicyFiles.all }

  private static func read(folder: FileSystem.Path, as name: String) throws(ScanFailure) -> [SourceFile] {
    var files: [SourceFile] = []
    switch FileSystem.entries(of: folder) {
    case .failure(let failure): throw ScanFailure("\(name): \(failure.reason)")
    case .success(let entries):
      for entry in entries.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
        let path = FileSystem.join(folder, entry.name)
        let text = name + "/" + String(decoding: entry.name, as: UTF8.self)
        if case .folder = entry.kind {
          files += try read(folder: path, as: text)
        } else if text.hasSuffix(".yaml") || text.hasSuffix(".yml") || text.hasSuffix(".json") {
          files.append(try read(file: path, as: text))
        }
      }
    }
    return files
  }

  static func read(file: FileSystem.Path, as name: String) throws(ScanFailure) -> SourceFile {
    switch FileSystem.bytes(of: file, limit: 16_000_000) {
    case .success(let bytes): return SourceFile(id: FileID(0), path: name, bytes: bytes)
    case .failure(let failure): throw ScanFailure("\(name): \(failure.reason)")
    }
  }
}
