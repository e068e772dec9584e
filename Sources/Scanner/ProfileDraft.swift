internal import PolicyKit
internal import ResourceModel
internal import SourceText

/// The first `.mlguard.yaml` of a repository: what was found in it, and why, as comments beside the settings.
public struct ProfileDraft: Sendable {
  public let text: String
  private let repository: Repository

  /// Judges the repository around the path.
  public init(_ request: ScanRequest) async throws(ScanFailure) {
    var request = request
    request.ignoresBaseline = true
    repository = try Repository(request.paths)
    let path = FileSystem.join(repository.root, FileSystem.path(".mlguard.yaml"))
    if case .success = FileSystem.kind(of: path, followsLinks: false) {
      throw ScanFailure(
        "\(repository.prefix).mlguard.yaml exists", advice: "edit it, or remove it first")
    }
    let workspace = try await Workspace.whole(request)
    let environments = await Self.environments(of: workspace)
    text = Self.text(environments, workspace.report)
  }

  /// Writes it, never over an existing file; gives its path.
  public func write() throws(ScanFailure) -> String {
    let path = FileSystem.join(repository.root, FileSystem.path(".mlguard.yaml"))
    let name = repository.prefix + ".mlguard.yaml"
    if let failure = FileSystem.create(path, with: Array(text.utf8)) {
      throw ScanFailure("\(name): \(failure.reason)")
    }
    return name
  }

  /// A thing of the repository and the environment that it belongs to.
  private struct Evidence: Hashable {
    var environment: String
    var path: String
    var reason: String
  }

  private static func environments(of workspace: Workspace) async -> [Evidence] {
    let facts = await workspace.facts()
    var evidence: [Evidence] = []
    for root in facts.terraformRoots {
      guard let name = root.environments.first else { continue }
      let folder = root.folder.isEmpty ? "." : root.folder
      if root.inputName == name, let file = root.inputFiles.last {
        evidence.append(Evidence(environment: name, path: folder, reason: "evaluated with \(file)"))
      } else {
        evidence.append(Evidence(environment: name, path: folder, reason: "a folder is called '\(name)'"))
      }
    }
    for kustomization in facts.kustomizations {
      let parts = kustomization.folder.split(separator: "/").map(String.init)
      guard let place = parts.lastIndex(of: "overlays"), place + 1 < parts.count else { continue }
      evidence.append(
        Evidence(environment: parts[place + 1], path: kustomization.folder, reason: "an overlay of that name")
      )
    }
    var seen: Set<Evidence> = []
    return evidence.filter { seen.insert($0).inserted }
  }

  private static func text(_ evidence: [Evidence], _ report: Report) -> String {
    var text = """
      # The profile of this repository: which violations fail a scan, which policies run, what is left out.
      # mlguard policy list shows the policies, mlguard explain ID what one finds and which parameters it has.

      # Found when this file was written:
      #   \(report.files.count) files, \(report.resourceCount) resources: \(report.count(.error)) errors, \
      \(report.count(.warning)) warnings, \(report.count(.note)) notes, \(report.undetermined.count) undetermined

      """
    text += environments(evidence)
    text += """

      # From which level on a violation fails a scan: note, warning, error or never.
      failOn: error

      """
    text += policies(report) + exclusions(report)
    return text
  }

  private static func environments(_ evidence: [Evidence]) -> String {
    guard !evidence.isEmpty else {
      return """
        #   no environments: no set of Terraform inputs, no folder and no overlay is named after one

        """
    }
    var text = "#   environments, and why:\n"
    let groups = Dictionary(grouping: evidence, by: \.environment)
    for name in groups.keys.sorted() {
      text += "#     \(comment(name))\n"
      let paths = (groups[name] ?? []).sorted { ($0.path, $0.reason) < ($1.path, $1.reason) }
      for item in paths.prefix(20) { text += "#       \(comment(item.path)): \(comment(item.reason))\n" }
      if paths.count > 20 { text += "#       and \(paths.count - 20) more\n" }
    }
    return text
  }

  /// Every policy that finds something, so that it can be switched where it stands.
  private static func policies(_ report: Report) -> String {
    let counts = Dictionary(grouping: report.findings, by: \.policy).mapValues(\.count)
    guard !counts.isEmpty else { return "" }
    var text =
      "\n# Policies by id: off, a level, or {enabled, level, params}. These find something now:\n#policies:\n"
    for card in report.policies {
      guard let count = counts[card.id] else { continue }
      text += "#  \(card.id): \(card.level.rawValue) # \(count) \(count == 1 ? "finding" : "findings"): "
      text += "\(card.summary)\n"
    }
    return text
  }

  /// Folders of files that cannot be read as they stand.
  private static func exclusions(_ report: Report) -> String {
    var folders: [String: String] = [:]
    for problem in report.problems where problem.severity == .error {
      guard report.files.indices.contains(Int(problem.location.file.raw)) else { continue }
      let path = report.files[Int(problem.location.file.raw)].path
      let folder = RelativePath.folder(of: path)
      switch problem.kind {
      case .template:
        folders[folder.isEmpty ? path : folder + "/**"] = "templates: scan what they are rendered to"
      case .syntax, .semantics, .unreadable, .budget, .missing:
        if folders[path] == nil { folders[path] = problem.message }
      }
    }
    guard !folders.isEmpty else { return "" }
    var text =
      "\n# What was not read makes a scan incomplete (exit code 3). Repair it, or leave it out with a reason:\n"
    text += "#exclude:\n"
    for path in folders.keys.sorted().prefix(50) {
      text += "#  - paths: [\(quoted(path))]\n#    reason: \(quoted(folders[path] ?? ""))\n"
    }
    if folders.count > 50 { text += "#  and \(folders.count - 50) more\n" }
    return text
  }

  /// Text of the repository in a comment: on one line, whatever it holds.
  private static func comment(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
  }

  /// A double-quoted scalar.
  private static func quoted(_ text: String) -> String {
    "\"" + comment(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) || scalar.value == 0x2028
      || scalar.value == 0x2029
  }
}
