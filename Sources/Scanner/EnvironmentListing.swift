internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Terraform
internal import Values

/// What a repository's environments are, and what belongs to each for which reason.
public struct EnvironmentListing: Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case root
    case overlay
    case application
    case namespace
  }

  public struct Entry: Sendable {
    public var kind: Kind
    /// The folder of a root or overlay, the name of an Application or Namespace.
    public var name: String
    /// Beside the name: the variable files of a root, the destination of an Application.
    public var details: [String]
    /// nil where none is known.
    public var environment: String?
    /// Why; or why none is known.
    public var reason: String
    /// Path and line of the text.
    public var path: String
    public var line: Int
  }

  /// Names of the declared environments, the lowest first.
  public var declared: [String]
  public var entries: [Entry]
  /// What keeps the listing from being whole.
  public var problems: [String]
}

extension Scanner {
  /// Labels every root with its inputs, every overlay, Argo CD application and namespace.
  public static func environments(_ request: ScanRequest) async throws(ScanFailure) -> EnvironmentListing {
    let repository = try Repository(request.paths)
    let library = LazyLibrary(userFiles: try PolicyLibrary.userFiles(of: repository))
    let profile = try profile(request, repository, library)
    let ground = try Ground(request, repository)
    var walk = Walk(root: repository.root, profile: profile, sizeLimit: request.fileSizeLimit)
    for path in repository.paths { walk.add(path) }
    walk.finish()
    let reading = await read(walk.candidates, threads: request.threads) { _, _ in }
    var facts = reading.facts
    let terraform = await TerraformReading.evaluate(
      reading.files, others: ground.others, profile: profile, threads: request.threads)
    facts.add(terraform)
    if ground.isWhole { try profile.checkPlaces(reading.files) }
    var listing = EnvironmentListing(
      declared: profile.environments.map(\.name), entries: [],
      problems: (reading.problems + facts.problems).filter { $0.severity == .error }.map { problem in
        let (path, line) = Self.place(problem.location, reading.files)
        return "\(path):\(line): \(problem.message)"
      })
    let entries = EntryList(facts: facts, files: reading.files)
    listing.entries = entries.roots + entries.overlays + entries.applications + entries.namespaces
    return listing
  }

  static func place(_ location: Location, _ files: [SourceFile]) -> (path: String, line: Int) {
    guard files.indices.contains(Int(location.file.raw)) else { return ("", 1) }
    let file = files[Int(location.file.raw)]
    return (file.path, LineIndex(file.bytes).line(of: Int(location.range.start)))
  }
}

private struct EntryList {
  let facts: Facts
  let files: [SourceFile]

  private var labelling: EnvironmentLabelling { facts.labelling }

  private func entry(
    _ kind: EnvironmentListing.Kind, _ name: String, _ details: [String], _ label: EnvironmentLabel?,
    otherwise: String, at location: Location
  ) -> EnvironmentListing.Entry {
    let (path, line) = Scanner.place(location, files)
    return .init(
      kind: kind, name: name.isEmpty ? "." : name, details: details, environment: label?.label,
      reason: label?.reason ?? otherwise, path: path, line: line)
  }

  var roots: [EnvironmentListing.Entry] {
    facts.terraformRoots.map { root in
      // Which one is selected where Terraform runs is not in the repository.
      let isAsked = !root.workspaces.uses.isEmpty
      let workspace =
        root.workspace != "default"
        ? ["workspace \(root.workspace)"] : isAsked ? ["workspace default, no other is declared"] : []
      return entry(
        .root, root.folder, root.inputFiles + workspace, root.label,
        otherwise: "neither its inputs, its path nor its default_tags name one", at: root.location)
    }
  }

  /// Kustomizations that no other one takes, and those that have a label.
  var overlays: [EnvironmentListing.Entry] {
    let used = Set(facts.kustomizations.flatMap(\.resources))
    return facts.kustomizations.compactMap { kustomization in
      let label = labelling.label(ofOverlay: kustomization)
      guard label != nil || !used.contains(kustomization.folder) else { return nil }
      let start = Location(file: kustomization.file, range: ByteRange(start: 0, end: 0))
      let namespace = kustomization.namespace?.string.map { ["namespace \($0)"] } ?? []
      return entry(
        .overlay, kustomization.folder, namespace, label,
        otherwise: "neither its path nor its namespace names one",
        at: kustomization.value.location ?? start)
    }
  }

  var applications: [EnvironmentListing.Entry] {
    let single = facts.typed.applications.map { ($0.resource, $0.name, $0.deployment) }
    let sets = facts.typed.applicationSets.map { ($0.resource, $0.name, $0.deployment) }
    return (single + sets).sorted { $0.0 < $1.0 }.map { resource, name, deployment in
      let destination = deployment.destination
      let cluster = destination?.clusterName?.string ?? destination?.server?.string
      let location = facts.resources[resource].location
      return entry(
        .application, name, [cluster, destination?.namespace?.string].compactMap { $0 },
        labelling.label(of: destination) ?? inherited(from: location),
        otherwise: "its destination names none", at: destination?.value.location ?? location)
    }
  }

  var namespaces: [EnvironmentListing.Entry] {
    facts.typed.namespaces.map { namespace in
      let location = facts.resources[namespace.resource].location
      let overlays = labels(ofOverlaysTaking: location)
      var label = labelling.label(ofNamespace: namespace.name, labels: namespace.labels)
      if label == nil, overlays.count == 1 {
        label = EnvironmentLabel(overlays[0], because: "only overlays of \(overlays[0]) take it")
      }
      return entry(
        .namespace, namespace.name, [], label ?? inherited(from: location),
        otherwise: overlays.isEmpty
          ? "neither its labels nor its name say one"
          : "overlays of \(overlays.joined(separator: ", ")) take it, each makes its own", at: location)
    }
  }

  /// The labels of the kustomizations that take a file, directly or through others.
  private func labels(ofOverlaysTaking location: Location) -> [String] {
    guard files.indices.contains(Int(location.file.raw)) else { return [] }
    var open = [files[Int(location.file.raw)].path]
    var seen = Set(open)
    var labels: Set<String> = []
    while let path = open.popLast() {
      for kustomization in facts.kustomizations where kustomization.resources.contains(path) {
        if let label = labelling.label(ofOverlay: kustomization) { labels.insert(label.label) }
        if seen.insert(kustomization.folder).inserted { open.append(kustomization.folder) }
      }
    }
    return labels.sorted()
  }

  /// Of the folder that the file is in, or one above it.
  private func inherited(from location: Location) -> EnvironmentLabel? {
    guard files.indices.contains(Int(location.file.raw)) else { return nil }
    let folder = RelativePath.folder(of: files[Int(location.file.raw)].path)
    if let overlay = facts.kustomizations.first(where: { $0.folder == folder }),
      let label = labelling.label(ofOverlay: overlay)
    {
      return EnvironmentLabel(label.label, name: label.name, because: "it is in \(folder): \(label.reason)")
    }
    return labelling.vocabulary.folder(of: folder).map {
      EnvironmentLabel($0.label, name: $0.name, because: "a folder is called '\($0.name)'")
    }
  }
}

extension Profile {
  /// Declared folders and files that are not in the repository are mistakes in the profile. Only where the whole
  /// repository was read.
  func checkPlaces(_ files: [SourceFile]) throws(ScanFailure) {
    guard !environments.isEmpty || !modules.folders.isEmpty else { return }
    let paths = Set(files.map(\.path))
    let configured = Set(
      files.filter { ModuleLibrary.isConfiguration(String(RelativePath.name(of: $0.path))) }
        .map { RelativePath.folder(of: $0.path) })
    var faults: [(message: String, advice: String?)] = []
    func advice(_ name: String, _ known: Set<String>) -> String? {
      Spelling.nearest(to: name, among: known.sorted()).map { "did you mean '\($0)'?" }
    }
    for (source, folder) in modules.folders.sorted(by: { $0.key < $1.key })
    where !configured.contains(folder.path) {
      faults.append(
        ("\(folder.place): '\(folder.path)' holds no module for \(source)", advice(folder.path, configured)))
    }
    for root in environments.flatMap(\.roots) {
      if !configured.contains(root.folder) {
        faults.append(
          (
            "\(root.place): '\(root.folder)' holds no Terraform configuration",
            advice(root.folder, configured)
          ))
      }
      for file in root.variableFiles + root.backendFiles where !paths.contains(file) {
        faults.append(("\(root.place): there is no file '\(file)'", advice(file, paths)))
      }
    }
    guard faults.isEmpty else { throw ScanFailure(faults: faults) }
  }
}
