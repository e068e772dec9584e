internal import ResourceModel
internal import Values

/// Which environment a Terraform root belongs to, and which others a text names.
///
/// The labels are `EnvironmentLabelling`'s. Only labels that some root of the repository has count: `test` in a name means nothing where there is no such environment.
struct EnvironmentLabels {
  /// By root, in the order of the facts; nil where none is known.
  let ofRoot: [String?]
  /// All labels but those that everybody may use.
  let own: Set<String>
  /// Account ids by label, from the providers of its roots.
  let accounts: [String: Set<String>]

  private let vocabulary: EnvironmentVocabulary

  static let shared = EnvironmentVocabulary.shared

  init(_ facts: Facts) {
    vocabulary = facts.labelling.vocabulary
    ofRoot = facts.terraformRoots.map { $0.label?.label }
    own = Set(ofRoot.compactMap { $0 }).subtracting([Self.shared])
    var accounts: [String: Set<String>] = [:]
    for (root, label) in zip(facts.terraformRoots, ofRoot) {
      guard let label else { continue }
      let own = root.providers.filter { $0.name == "aws" && $0.alias == nil }
      accounts[label, default: []].formUnion(own.flatMap(\.accountIDs))
    }
    for environment in facts.labelling.environments {
      guard let label = vocabulary.label(environment.name) else { continue }
      accounts[label, default: []].formUnion(environment.accounts)
    }
    self.accounts = accounts
  }

  /// `production` → `prod`; nil for a word that names no environment.
  func label(_ word: String) -> String? { vocabulary.label(word) }

  /// The environments that a text names. The address of a repository names who owns the code: `github.com/acme-dev`.
  private func named(in text: String) -> [String] {
    if Self.isRepository(text) { return [] }
    return vocabulary.labels(in: text).filter { own.contains($0) }
  }

  private static func isRepository(_ text: String) -> Bool {
    let hosts = ["github.com", "gitlab.com", "bitbucket.org", "dev.azure.com"]
    return text.hasPrefix("git@") || hosts.contains { text.contains("//\($0)/") || text.hasPrefix($0 + "/") }
  }

  /// The environment that a text names by a whole word or an account id, other than the given one.
  func foreign(in text: String, to label: String) -> String? {
    let named = named(in: text)
    if named.contains(label) { return nil }
    return named.first ?? foreignAccount(in: text, to: label)?.environment
  }

  /// As `foreign`, by a whole word alone.
  func foreignWord(in text: String, to label: String) -> String? {
    let named = named(in: text)
    return named.contains(label) ? nil : named.first
  }

  /// An account id of another environment, which is none of this one.
  func foreignAccount(in text: String, to label: String) -> (id: String, environment: String)? {
    let ids = text.split { !("0"..."9" ~= $0) }.map(String.init).filter { $0.utf8.count == 12 }
    for id in ids where accounts[label]?.contains(id) != true {
      if let other = own.sorted().first(where: { $0 != label && accounts[$0]?.contains(id) == true }) {
        return (id, other)
      }
    }
    return nil
  }

  /// Whether two roots work in one account; nil where the repository does not say.
  func shareAccount(_ first: String, _ second: String) -> Bool? {
    guard let left = accounts[first], let right = accounts[second], !left.isEmpty, !right.isEmpty else {
      return nil
    }
    return !left.isDisjoint(with: right)
  }
}
