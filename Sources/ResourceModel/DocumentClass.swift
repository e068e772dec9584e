public import YAMLSyntax

/// What a YAML or JSON document is, told from its structure. A file's name decides only for a kustomization, which
/// may leave its kind out.
public enum DocumentClass: String, Hashable, Sendable, CaseIterable {
  /// `apiVersion` and `kind`.
  case kubernetes
  case kustomization
  /// `Chart.yaml`.
  case helmChart
  case gitHubWorkflow
  /// `action.yml`.
  case gitHubAction
  case dockerCompose
  case openAPI
  /// GitLab, CircleCI, Azure Pipelines, …
  case otherPipeline
  /// A policy or profile of mlguard itself.
  case mlguard
  /// Nothing that is judged: Helm values, tool configurations, data.
  case other
  case empty

  public init(_ root: YAMLNode?, path: String) {
    guard let root else {
      self = .empty
      return
    }
    guard root.kind == .mapping else {
      self = root.kind == .scalar && root.scalar == .null ? .empty : .other
      return
    }
    self = Self.ofMapping(root, path)
  }

  /// The top level by the text of its keys: `on:` is the boolean true to YAML 1.1, and a name to GitHub.
  private struct Keys {
    private var values: [String: YAMLNode] = [:]

    init(_ root: YAMLNode) {
      for entry in root.entries.prefix(60) where entry.key.kind == .scalar {
        values[entry.key.text] = entry.value
      }
    }

    subscript(key: String) -> YAMLNode? { values[key] }
    func has(_ keys: String...) -> Bool { keys.contains { values[$0] != nil } }
    func text(_ key: String) -> String? { values[key].flatMap(DocumentClass.text) }
  }

  private static func text(_ node: YAMLNode) -> String? {
    node.kind == .scalar && node.scalar != .null ? node.text : nil
  }

  private static func ofMapping(_ root: YAMLNode, _ path: String) -> DocumentClass {
    if let version = root["apiVersion"].flatMap(text), root["kind"].flatMap(text) != nil {
      if version.hasPrefix("kustomize.config.k8s.io/") { return .kustomization }
      return version.hasPrefix("mlguard.dev/") ? .mlguard : .kubernetes
    }
    switch RelativePath.name(of: path) {
    case "kustomization.yaml", "kustomization.yml", "Kustomization": return .kustomization
    default: return withoutKind(Keys(root))
    }
  }

  private static func withoutKind(_ keys: Keys) -> DocumentClass {
    if keys.text("apiVersion") != nil, keys.text("name") != nil, keys.text("version") != nil {
      return .helmChart
    }
    if keys.has("openapi", "swagger"), keys.has("info", "paths") { return .openAPI }
    if keys.has("on"), isMapping(keys["jobs"]) { return .gitHubWorkflow }
    if isMapping(keys["runs"]), keys["runs"]?["using"] != nil { return .gitHubAction }
    if let services = keys["services"], isMapping(services), !keys.has("stages", "jobs"),
      services.entries.contains(where: { $0.value["image"] != nil || $0.value["build"] != nil })
    {
      return .dockerCompose
    }
    if keys.has("pipelines", "workflows", "stages"), keys.has("jobs", "image", "variables", "version", "orbs")
    {
      return .otherPipeline
    }
    if keys.has("stages", "steps", "jobs"), keys.has("trigger", "pool", "pr", "script", "stages", "include") {
      return .otherPipeline
    }
    return .other
  }

  private static func isMapping(_ node: YAMLNode?) -> Bool { node?.kind == .mapping }
}
