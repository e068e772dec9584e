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
    request.paths = [workspace.root]
    text = Self.text(try await Scanner.environments(request), workspace.report)
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

  private static func text(_ listing: EnvironmentListing, _ report: Report) -> String {
    var text = """
      # The profile of this repository: which violations fail a scan, which policies run, what is left out.
      # mlguard policy list shows the policies, mlguard explain ID what one finds and which parameters it has.

      # Found when this file was written:
      #   \(report.files.count) files, \(report.resourceCount) resources: \(report.count(.error)) errors, \
      \(report.count(.warning)) warnings, \(report.count(.note)) notes, \(report.undetermined.count) undetermined

      """
    text += """

      # From which level on a violation fails a scan: note, warning, error or never.
      failOn: error

      """
    text += environments(listing) + policies(report) + exclusions(report)
    return text
  }

  /// As `mlguard envs` infers them, each with the reason.
  private static func environments(_ listing: EnvironmentListing) -> String {
    let groups = Dictionary(
      grouping: listing.entries.filter { $0.environment != nil }, by: { $0.environment ?? "" })
    guard !groups.isEmpty else {
      return """

        # Environments: none was inferred, and mlguard envs says why for each root, overlay and namespace.

        """
    }
    var text = """

      # Environments as they are inferred, each with the reason (mlguard envs). Take the signs off to declare them.
      #environments:

      """
    for name in groups.keys.sorted() {
      text += "#  - name: \(quoted(name))\n"
      for (kind, key) in [
        (EnvironmentListing.Kind.root, "roots"), (.overlay, "overlays"), (.namespace, "namespaces"),
      ] {
        let entries = (groups[name] ?? []).filter { $0.kind == kind }
        var seen: Set<String> = []
        let lines = entries.map { line($0) }.filter { seen.insert($0).inserted }
        guard !lines.isEmpty else { continue }
        text += "#    \(key):\n" + lines.joined()
      }
    }
    let applications = listing.entries.filter { $0.kind == .application && $0.environment != nil }
    for entry in applications.prefix(50) {
      text += "# Application \(comment(entry.name)) is \(entry.environment ?? ""): \(comment(entry.reason))\n"
    }
    return text
  }

  private static func line(_ entry: EnvironmentListing.Entry) -> String {
    let files = entry.details.filter { !$0.hasPrefix("workspace ") }
    let item =
      entry.kind == .root && !files.isEmpty
      ? "{folder: \(quoted(entry.name)), variables: [\(files.map(quoted).joined(separator: ", "))]}"
      : quoted(entry.name)
    return "#      - \(item) # \(comment(entry.reason))\n"
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
