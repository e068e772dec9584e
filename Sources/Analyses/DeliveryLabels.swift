internal import ResourceModel
internal import Values

/// The environments of folders, names and destinations of what Argo CD and kustomize deliver.
struct DeliveryLabels {
  private let environments: [DeclaredEnvironment]
  private let vocabulary: EnvironmentVocabulary
  /// What the profile calls environments.
  private let declaredWords: Set<String>
  /// The lowest first.
  private let order: [String]

  /// Words that mean many things where Kubernetes objects are called so, unless the profile declares them.
  private static let vague: Set<String> = ["test", "testing", "int", "live", "stage", "sandbox", "global"]
  private static let standardOrder = [
    "sandbox", "dev", "test", "int", "qa", "staging", "uat", "preprod", "prod",
  ]

  init(_ facts: Facts) { self.init(facts.labelling) }

  init(_ labelling: EnvironmentLabelling) {
    environments = labelling.environments
    vocabulary = labelling.vocabulary
    declaredWords = Set(environments.flatMap { [$0.name] + $0.words }.map { $0.lowercased() })
    let declared = environments.compactMap { labelling.vocabulary.label($0.name) }
    order = declared.count > 1 ? declared : Self.standardOrder
  }

  private func label(_ word: some StringProtocol) -> String? {
    let lower = word.lowercased()
    return Self.vague.contains(lower) && !declaredWords.contains(lower) ? nil : vocabulary.label(lower)
  }

  /// The environment of the last folder or file on a path that is named after one; a file by a word of its name.
  func ofPath(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    if let file = parts.last, file.contains("."), let label = only(in: String(file)) { return label }
    return parts.reversed().lazy.compactMap { label($0) }.first { $0 != EnvironmentVocabulary.shared }
  }

  /// As the profile declares it, else as `ofPath`.
  func ofOverlay(_ folder: String) -> String? {
    let declared = environments.first { environment in
      environment.overlays.contains { RelativePath.isInside(folder, $0) }
    }
    return declared.flatMap { vocabulary.label($0.name) } ?? ofPath(folder)
  }

  /// The one environment that the words of a text name; nil where there are several.
  func only(in text: String) -> String? {
    let named = Set(text.split { !($0.isLetter || $0.isNumber) }.compactMap { label($0) })
    return named.count == 1 ? named.first { $0 != EnvironmentVocabulary.shared } : nil
  }

  /// A cluster or namespace: as the profile declares it, else as `only(in:)`.
  func ofDestination(_ text: String) -> String? {
    let declared = environments.first { $0.clusters.contains(text) || $0.namespaces.contains(text) }
    return declared.flatMap { vocabulary.label($0.name) } ?? only(in: text)
  }

  /// A role: by an account that the profile declares, else as `only(in:)`.
  func ofIdentity(_ text: String) -> String? {
    let declared = environments.first { $0.accounts.contains { text.contains(":\($0):") } }
    return declared.flatMap { vocabulary.label($0.name) } ?? only(in: text)
  }

  /// Of `environment`, `env` or `stage` among the labels.
  func ofLabels(_ labels: Value?) -> String? {
    labels?.object?.fields.lazy.filter { ForeignTag.namesEnvironment($0.name) }
      .compactMap { $0.value.string.flatMap(vocabulary.label) }.first
  }

  /// Whether the first is the lower of the two; false where the order is not known.
  func isBelow(_ first: String, _ second: String) -> Bool {
    guard let left = order.firstIndex(of: first), let right = order.firstIndex(of: second) else {
      return false
    }
    return left < right
  }
}
