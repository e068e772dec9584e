internal import ResourceModel
internal import Values

/// The MatchResources of an admission policy or binding.
struct AdmissionMatch: Sendable {
  struct Rule: Sendable {
    var groups: [String]
    var versions: [String]
    var resources: [String]
    var operations: [String]
    var names: [String]
  }

  struct Requirement: Sendable {
    enum Operation: String, Sendable {
      case isIn = "In"
      case isNotIn = "NotIn"
      case exists = "Exists"
      case doesNotExist = "DoesNotExist"
    }

    var key: String
    var operation: Operation
    var values: [String]
  }

  var rules: [Rule] = []
  var excluded: [Rule] = []
  var namespaceSelector: [Requirement] = []
  var objectSelector: [Requirement] = []

  enum Answer: Equatable {
    case yes
    case no
    /// With the reason, worded for "because".
    case unknown(String)
  }

  /// Whether an object of this kind is judged; selectors are another question.
  func matchesKind(group: String, version: String, kind: String, name: String) -> Bool {
    let plural = Self.plural(of: kind)
    func holds(_ rule: Rule) -> Bool {
      let operations = Set(rule.operations)
      return (rule.groups.contains("*") || rule.groups.contains(group))
        && (rule.versions.contains("*") || rule.versions.contains(version))
        && (rule.resources.contains("*") || rule.resources.contains("*/*") || rule.resources.contains(plural))
        && !operations.isDisjoint(with: ["*", "CREATE", "UPDATE"])
        && (rule.names.isEmpty || rule.names.contains(name))
    }
    return rules.contains(where: holds) && !excluded.contains(where: holds)
  }

  func selects(_ object: Value, kind: String, namespace: String?, namespaceObject: Value?) -> Answer {
    if !Self.hold(objectSelector, on: Self.labels(of: object)) { return .no }
    guard !namespaceSelector.isEmpty, !Self.clusterScoped.contains(kind) || kind == "Namespace" else {
      return .yes
    }
    if kind == "Namespace" {
      var labels = Self.labels(of: object)
      labels["kubernetes.io/metadata.name"] = object.at("metadata", "name")?.string
      return Self.hold(namespaceSelector, on: labels) ? .yes : .no
    }
    var labels = namespaceObject.map { Self.labels(of: $0) }
    if let namespace {
      if labels != nil {
        labels?["kubernetes.io/metadata.name"] = namespace
      } else if namespaceSelector.allSatisfy({ $0.key == "kubernetes.io/metadata.name" }) {
        labels = ["kubernetes.io/metadata.name": namespace]
      }
    }
    guard let labels else {
      return .unknown("the labels of namespace '\(namespace ?? "")' are not in the repository")
    }
    return Self.hold(namespaceSelector, on: labels) ? .yes : .no
  }

  private static func labels(of object: Value) -> [String: String] {
    var labels: [String: String] = [:]
    for field in object.at("metadata", "labels")?.object?.fields ?? [] {
      if let text = field.value.string { labels[field.name] = text }
    }
    return labels
  }

  private static func hold(_ requirements: [Requirement], on labels: [String: String]) -> Bool {
    requirements.allSatisfy { requirement in
      let value = labels[requirement.key]
      switch requirement.operation {
      case .isIn: return value.map { requirement.values.contains($0) } ?? false
      case .isNotIn: return value.map { !requirement.values.contains($0) } ?? true
      case .exists: return value != nil
      case .doesNotExist: return value == nil
      }
    }
  }

  static let clusterScoped: Set<String> = [
    "Namespace", "Node", "PersistentVolume", "ClusterRole", "ClusterRoleBinding", "StorageClass",
    "CustomResourceDefinition", "PriorityClass", "IngressClass", "RuntimeClass", "APIService",
    "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration", "ValidatingAdmissionPolicy",
    "ValidatingAdmissionPolicyBinding", "CSIDriver", "CSINode", "VolumeAttachment",
    "CertificateSigningRequest",
    "ClusterIssuer", "ClusterSecretStore",
  ]

  /// The resource name of a kind as the API machinery guesses it (`meta.UnsafeGuessKindToResource`).
  static func plural(of kind: String) -> String {
    let name = kind.lowercased()
    if name == "endpoints" { return name }
    if name.hasSuffix("s") { return name + "es" }
    if name.hasSuffix("y") { return name.dropLast() + "ies" }
    return name + "s"
  }
}
