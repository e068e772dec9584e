internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports an Application that deploys a folder of this repository without the guard's PreSync hook, where the
/// repository uses that hook at all.
///
/// The folder is followed through `resources`, `bases` and `components` of its kustomizations. What a patch deletes
/// is not looked at. An ApplicationSet is expanded where its generators are lists.
struct GuardHook: Analysis {
  static let name = "guard-hook"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let hooks = Set(facts.resources.filter(Self.isHook).compactMap { facts.paths[$0.location.file] })
    guard !hooks.isEmpty else { return }
    let tree = DeployedTree(facts)
    for application in facts.typed.applications {
      let resource = facts.resources[application.resource]
      judge(application.deployment.sources, [], of: resource, hooks, tree, &report)
    }
    for set in facts.typed.applicationSets {
      let resource = facts.resources[set.resource]
      let lists = set.generators.map { $0.at("list", "elements")?.list }
      if lists.contains(where: { $0 == nil }), set.deployment.sources.contains(where: Self.isTemplate) {
        let path = set.deployment.sources.lazy.compactMap(\.path).first
        report.undetermined(
          Message.open(set.name), at: path?.location ?? resource.location, resource: resource,
          because: [.init("a generator other than a list gives the path")])
        continue
      }
      let elements = lists.flatMap { $0 ?? [] }
      for element in elements {
        judge(set.deployment.sources, [element], of: resource, hooks, tree, &report)
      }
      if elements.isEmpty { judge(set.deployment.sources, [], of: resource, hooks, tree, &report) }
    }
  }

  /// A Job of the PreSync phase that runs `gate argocd`.
  static func isHook(_ resource: Resource) -> Bool {
    guard resource.domain == .kubernetes, resource.type == "Job" else { return false }
    let value = resource.value
    let phases = value.at("metadata", "annotations", "argocd.argoproj.io/hook")?.string ?? ""
    guard phases.split(separator: ",").contains(where: { $0.filter { $0 != " " } == "PreSync" }) else {
      return false
    }
    return (value.at("spec", "template", "spec", "containers")?.list ?? []).contains { container in
      let words = ["command", "args"].flatMap { container[$0]?.list ?? [] }.compactMap(\.string)
      return zip(words, words.dropFirst()).contains { $0 == "gate" && $1 == "argocd" }
    }
  }

  private static func isTemplate(_ source: ArgoDeployment.Source) -> Bool {
    source.path?.string?.contains("{{") ?? false
  }

  private func judge(
    _ sources: [ArgoDeployment.Source], _ elements: [Value], of resource: Resource, _ hooks: Set<String>,
    _ tree: DeployedTree, _ report: inout AnalysisReport
  ) {
    for source in sources {
      guard let path = source.path, let text = path.string else { continue }
      let folder = elements.first.map { Self.filled(text, from: $0) } ?? text
      guard let files = tree.files(of: folder) else { continue }
      guard files.isDisjoint(with: hooks) else { continue }
      let element = elements.first?.object?.fields.first {
        text.contains(".\($0.name)") || text.contains("{{\($0.name)")
      }
      report.violation(
        Message.missing(folder), at: element?.value.location ?? path.location ?? resource.location,
        resource: resource)
    }
  }

  /// `{{ .path }}` and `{{path}}` by the element's fields.
  private static func filled(_ text: String, from element: Value) -> String {
    var rest = text[...]
    var result = ""
    while let open = rest.range(of: "{{"), let close = rest[open.upperBound...].range(of: "}}") {
      result += rest[..<open.lowerBound]
      let name = rest[open.upperBound..<close.lowerBound].filter { !" .-".contains($0) || $0 == "-" }
      result += element[name]?.string ?? String(rest[open.lowerBound..<close.upperBound])
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  private enum Message {
    static func missing(_ folder: String) -> String {
      "what is deployed from '\(folder)' does not pass the guard's PreSync hook"
    }
    static func open(_ name: String) -> String {
      "cannot tell whether the applications of '\(name)' pass the guard's PreSync hook"
    }
  }
}

/// Which files Argo CD takes from a folder.
private struct DeployedTree {
  private let kustomizations: [String: Kustomization]
  private let folders: [String: Set<String>]

  init(_ facts: Facts) {
    kustomizations = Dictionary(facts.kustomizations.map { ($0.folder, $0) }, uniquingKeysWith: { $1 })
    folders = Dictionary(grouping: facts.paths.values, by: RelativePath.folder(of:)).mapValues(Set.init)
  }

  /// Nil for a folder that this repository does not have.
  func files(of path: String) -> Set<String>? {
    guard let start = RelativePath.joined("", path), kustomizations[start] != nil || folders[start] != nil
    else { return nil }
    var files: Set<String> = []
    var seen: Set<String> = []
    var open = [start]
    while let place = open.popLast(), seen.count < 10_000 {
      guard seen.insert(place).inserted else { continue }
      if let kustomization = kustomizations[place] {
        open += kustomization.resources
      } else if place == start, let plain = folders[place] {
        files.formUnion(plain)
      } else {
        files.insert(place)
      }
    }
    return files
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
