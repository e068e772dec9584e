internal import SourceText
internal import Values

extension Facts {
  /// Joins what the files gave, in their order, and draws what only the whole shows: which files are patches of a
  /// kustomization and no resources, which are bases that an overlay may complete, whose namespace is set from
  /// outside, which templates belong to a chart, and which role is bound by what.
  public init(merging files: [FileFacts]) {
    self.init()
    kustomizations = files.flatMap(\.kustomizations)
    charts = files.flatMap(\.charts)
    let overlays = Overlays(kustomizations)
    let templateFolders = charts.map { $0.folder.isEmpty ? "templates" : $0.folder + "/templates" }
    for file in files {
      if let braces = file.braces, templateFolders.contains(where: { RelativePath.isInside(file.path, $0) }) {
        problems.append(
          Problem(
            .error, .template, "template, not rendered",
            advice: "scan what it renders to, or exclude the file",
            at: braces))
        continue
      }
      if overlays.patches.contains(file.path) {
        var patch = file
        patch.resources += file.fragments
        if !patch.resources.isEmpty { patches.append(patch) }
        continue
      }
      paths[file.file] = file.path
      let offset = resources.count
      let remark = overlays.remark(on: file.path)
      let namespace = overlays.namespace(of: file.path)
      for var resource in file.resources {
        if let remark { resource.remarks.append(remark) }
        if resource.namespace == nil, resource.domain == .kubernetes, !resource.isClusterScoped {
          resource.namespace = namespace
        }
        namespaceKeys.append(
          resource.namespace.map { "name:" + $0 } ?? "folder:" + RelativePath.folder(of: file.path))
        resources.append(resource)
      }
      TypedResources.append(file.podTemplates, to: &podTemplates) { $0 + offset }
      typed.append(file.typed) { $0 + offset }
    }
    roleGraph = RoleGraph(self)
  }
}

extension Resource {
  /// Objects of the core and RBAC groups that have no namespace.
  public var isClusterScoped: Bool {
    switch (group, type) {
    case ("", "Namespace"), ("", "Node"), ("", "PersistentVolume"),
      ("rbac.authorization.k8s.io", "ClusterRole"),
      ("rbac.authorization.k8s.io", "ClusterRoleBinding"), ("apiextensions.k8s.io", _), ("storage.k8s.io", _),
      ("admissionregistration.k8s.io", _), ("apiregistration.k8s.io", _), ("scheduling.k8s.io", _),
      ("argoproj.io", "ClusterWorkflowTemplate"), ("external-secrets.io", "ClusterSecretStore"),
      ("external-secrets.io", "ClusterExternalSecret"):
      true
    default: false
    }
  }
}

/// Who takes which file into a kustomization.
private struct Overlays {
  let patches: Set<String>
  /// Folders that another kustomization takes as a whole.
  private var bases: Set<String> = []
  /// The folders whose kustomization takes a file.
  private var takers: [String: [Int]] = [:]
  private let kustomizations: [Kustomization]

  init(_ kustomizations: [Kustomization]) {
    self.kustomizations = kustomizations
    let taken = Set(kustomizations.flatMap(\.resources))
    // A file that is listed as a resource anywhere is one.
    patches = Set(kustomizations.flatMap(\.patches)).subtracting(taken)
    let folders = Set(kustomizations.map(\.folder))
    for (index, kustomization) in kustomizations.enumerated() {
      for resource in kustomization.resources {
        takers[resource, default: []].append(index)
        if folders.contains(resource) { bases.insert(resource) }
      }
    }
  }

  /// Said when the kustomization that takes the file is itself taken by another.
  func remark(on path: String) -> String? {
    guard let base = takers[path]?.map({ kustomizations[$0].folder }).first(where: { bases.contains($0) })
    else {
      return nil
    }
    return "judged as the base \(base.isEmpty ? "." : base): an overlay may complete it"
  }

  /// The one namespace that the kustomizations above a file set; nil when none does or they disagree.
  func namespace(of path: String) -> String? {
    var found: Set<String> = []
    var visited: Set<Int> = []
    var open = takers[path] ?? []
    while let index = open.popLast() {
      guard visited.insert(index).inserted, visited.count < 200 else { continue }
      if let namespace = kustomizations[index].namespace?.string {
        found.insert(namespace)
      } else {
        open += takers[kustomizations[index].folder] ?? []
      }
    }
    return found.count == 1 ? found.first : nil
  }
}
