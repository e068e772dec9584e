internal import Delivery
internal import HCLSyntax
internal import Kubernetes
internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Terraform
internal import YAMLSyntax

/// Files that were read, and the facts in them. Parts of a scan are joined in the order of the files.
struct Reading: Sendable {
  private(set) var files: [SourceFile] = []
  private(set) var problems: [Problem] = []
  /// Files that are read for their syntax alone.
  private(set) var terraformCount = 0
  private var fileFacts: [FileFacts] = []
  private var tokens: [RecognisedToken] = []
  /// Comments that exempt a finding.
  private(set) var exemptions: [ExemptionText] = []
  /// Files whose objects may carry annotations of mlguard.
  private var annotatedFiles: Set<FileID> = []

  init() {}

  init(joining parts: [Reading]) {
    for part in parts {
      files += part.files
      problems += part.problems
      terraformCount += part.terraformCount
      fileFacts += part.fileFacts
      tokens += part.tokens
      exemptions += part.exemptions
      annotatedFiles.formUnion(part.annotatedFiles)
    }
  }

  /// Files that are in memory already: a policy's example, a test.
  init(_ files: [SourceFile]) {
    for file in files { understand(file) }
  }

  /// What only the whole shows is drawn here: call it once, on the joined reading.
  var facts: Facts {
    var facts = Facts(merging: fileFacts)
    facts.recognisedTokens = tokens
    return facts
  }

  /// Resources of the files one by one, before merging draws what only the whole shows.
  var resourcesAsWritten: [Resource] { fileFacts.flatMap(\.resources) }

  /// No kustomization, no chart, no template, no Terraform: nothing that changes what other files mean.
  var hasObjectsAlone: Bool {
    terraformCount == 0
      && fileFacts.allSatisfy { $0.kustomizations.isEmpty && $0.charts.isEmpty && $0.braces == nil }
  }

  /// Files that kustomizations change other objects with.
  var patches: Set<String> { Set(fileFacts.flatMap(\.kustomizations).flatMap(\.patches)) }

  /// Of comments, and of the annotations of the objects.
  func exemptionTexts(_ facts: Facts) -> [ExemptionText] {
    guard !annotatedFiles.isEmpty else { return exemptions }
    return exemptions + ExemptionAnnotations.texts(of: facts.resources, in: annotatedFiles, files)
  }

  /// Drops problems and tokens of all other files.
  mutating func keep(_ isKept: (FileID) -> Bool) {
    problems.removeAll { problem in !isKept(problem.location.file) }
    tokens.removeAll { !isKept($0.location.file) }
  }

  /// Adds a file that is not read.
  mutating func add(_ file: SourceFile) { files.append(file) }

  mutating func read(_ candidate: Walk.Candidate, id: FileID) {
    var file = SourceFile(id: id, path: candidate.path, bytes: [])
    if let refusal = candidate.refusal {
      files.append(file)
      problem(refusal.kind, refusal.message, advice: refusal.advice, in: id)
      return
    }
    switch FileSystem.bytes(of: candidate.systemPath, limit: candidate.size) {
    case .failure(let failure):
      files.append(file)
      problem(.unreadable, "cannot be read: \(failure.reason)", advice: nil, in: id)
    case .success(let bytes):
      file = SourceFile(id: id, path: candidate.path, bytes: bytes)
      understand(file)
    }
  }

  private mutating func problem(_ kind: Problem.Kind, _ message: String, advice: String?, in file: FileID) {
    problems.append(
      Problem(
        .error, kind, message, advice: advice,
        at: Location(file: file, range: ByteRange(start: 0, end: 0))))
  }

  private mutating func understand(_ file: SourceFile) {
    files.append(file)
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    if ExemptionComments.mayOccur(in: file.bytes) {
      exemptions += ExemptionComments.texts(in: file, FileClass(name: name) ?? .yaml)
      annotatedFiles.insert(file.id)
    }
    let fileClass = FileClass(name: name) ?? .yaml
    // A document shows what tokens look like; its commands are another question.
    if fileClass != .markdown { tokens += TokenScan.tokens(in: file) }
    switch fileClass {
    case .yaml:
      let stream = YAMLParser.parse(file)
      let facts = ManifestReader.read(stream, path: file.path)
      problems += Self.relevant(stream.problems, in: file, named: name) + facts.problems
      fileFacts.append(facts)
      if facts.classes.contains(where: { $0 == .gitHubWorkflow || $0 == .gitHubAction }) {
        fileFacts.append(WorkflowReader.read(stream, path: file.path))
      }
    case .hcl:
      terraformCount += 1
      // Configuration is read again with the other files of its module, where its problems are reported.
      if ModuleLibrary.isConfiguration(name) { return }
      problems +=
        name.lowercased().hasSuffix(".json")
        ? HCLTree.parseJSON(file.bytes, file: file.id).problems
        : HCLTree.parse(file.bytes, file: file.id).problems
    case .dockerfile:
      let facts = DockerfileReader.read(file)
      problems += facts.problems
      fileFacts.append(facts)
    case .markdown: tokens += DocumentedCommands.credentials(in: file)
    }
  }

  /// Of a JSON file that names no `apiVersion` only what kept it from being read: no manifest is in it, and JSON
  /// with comments (`tsconfig.json`) is right for its own tool.
  private static func relevant(_ problems: [Problem], in file: SourceFile, named name: String) -> [Problem] {
    guard !problems.isEmpty, name.lowercased().hasSuffix(".json"),
      !file.bytes.contains(Array("apiVersion".utf8))
    else { return problems }
    return problems.filter { problem in
      switch problem.kind {
      case .syntax, .semantics, .template: false
      case .unreadable, .budget, .missing: true
      }
    }
  }
}
