internal import ResourceModel
internal import Values

/// Which environment a Terraform root belongs to, and which others a text names.
///
/// A label comes from the root's own environments (declared, its set of inputs, or a folder on its path). Only labels
/// that some root of the repository has count: `test` in a name means nothing where there is no such environment.
struct EnvironmentLabels {
  /// By root, in the order of the facts; nil where none is known.
  let ofRoot: [String?]
  /// All labels but those that everybody may use.
  let own: Set<String>
  /// Account ids by label, from the providers of its roots.
  let accounts: [String: Set<String>]

  private static let synonyms = [
    "development": "dev", "stage": "staging", "stg": "staging", "production": "prod", "prd": "prod",
    "live": "prod",
    "testing": "test", "pre-prod": "preprod", "global": "shared",
  ]
  private static let known: Set<String> = [
    "dev", "test", "qa", "int", "staging", "uat", "preprod", "prod", "sandbox", "shared",
  ]
  static let shared = "shared"

  init(_ facts: Facts) {
    ofRoot = facts.terraformRoots.map { root in
      root.environments.lazy.compactMap(Self.label).first
        ?? root.folder.split(separator: "/").reversed().lazy.compactMap { Self.label(String($0)) }.first
    }
    own = Set(ofRoot.compactMap { $0 }).subtracting([Self.shared])
    var accounts: [String: Set<String>] = [:]
    for (root, label) in zip(facts.terraformRoots, ofRoot) {
      guard let label else { continue }
      let settings = root.providers.filter { $0.name == "aws" && $0.alias == nil }.map(\.settings)
      accounts[label, default: []].formUnion(settings.flatMap(Self.accountIDs))
    }
    self.accounts = accounts
  }

  /// `production` → `prod`; nil for a word that names no environment.
  static func label(_ word: String) -> String? {
    let lower = word.lowercased()
    let label = synonyms[lower] ?? lower
    return known.contains(label) ? label : nil
  }

  /// The environment that a text names by a whole word or an account id, other than the given one.
  func foreign(in text: String, to label: String) -> String? {
    let named = Self.named(in: text).filter { own.contains($0) }
    if named.contains(label) { return nil }
    return named.first ?? foreignAccount(in: text, to: label)?.environment
  }

  /// As `foreign`, by a whole word alone.
  func foreignWord(in text: String, to label: String) -> String? {
    let named = Self.named(in: text).filter { own.contains($0) }
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

  private static func named(in text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber) }.compactMap { label(String($0)) }
  }

  /// Whether two roots work in one account; nil where the repository does not say.
  func shareAccount(_ first: String, _ second: String) -> Bool? {
    guard let left = accounts[first], let right = accounts[second], !left.isEmpty, !right.isEmpty else {
      return nil
    }
    return !left.isDisjoint(with: right)
  }

  private static func accountIDs(_ settings: Value) -> [String] {
    let allowed = settings["allowed_account_ids"]?.list?.compactMap(\.string) ?? []
    if !allowed.isEmpty { return allowed }
    let block = settings["assume_role"]
    let arn = (block?.list?.first ?? block)?["role_arn"]?.string ?? ""
    return arn.split(separator: ":").map(String.init).filter { $0.utf8.count == 12 && Int($0) != nil }
  }
}
