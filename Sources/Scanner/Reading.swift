internal import Delivery
internal import Kubernetes
internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import YAMLSyntax

/// Files that were read, and the facts in them. Parts of a scan are joined in the order of the files.
struct Reading: Sendable {
  private(set) var files: [SourceFile] = []
  private(set) var facts = Facts()
  private(set) var problems: [Problem] = []

  init() {}

  init(joining parts: [Reading]) {
    for part in parts {
      files += part.files
      problems += part.problems
      add(part.facts)
    }
  }

  private mutating func add(_ more: Facts) {
    let offset = facts.resources.count
    facts.resources += more.resources
    facts.podTemplates += more.podTemplates.map { template in
      var template = template
      template.resource += offset
      return template
    }
  }

  /// Files that are in memory already: a policy's example, a test.
  init(_ files: [SourceFile]) {
    for file in files { understand(file) }
  }

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
    switch FileClass(name: name) ?? .yaml {
    case .yaml:
      let (found, faults) = Manifests.read(file)
      problems += faults
      add(found)
    case .hcl: break
    case .dockerfile: break
    }
  }
}
