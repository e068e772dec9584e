internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// The provider blocks of roots that belong to one environment.
private func labelledProviders(
  _ facts: Facts, _ labels: EnvironmentLabels
) -> [(root: TerraformRoot, index: Int, provider: TerraformRoot.Provider, label: String)] {
  zip(facts.terraformRoots, labels.ofRoot).flatMap { root, label in
    guard let label, label != EnvironmentLabels.shared else {
      return [(root: TerraformRoot, index: Int, provider: TerraformRoot.Provider, label: String)]()
    }
    return root.providers.enumerated().map { (root, $0, $1, label) }
  }
}

/// Reports a provider that takes its credentials from a profile or a file of another environment.
struct ForeignCredentials: Analysis {
  static let name = "foreign-credentials"

  private static let settings = [
    "profile", "shared_credentials_file", "shared_credentials_files", "shared_config_files", "credentials",
    "config_context", "config_path",
  ]

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    for (_, _, provider, label) in labelledProviders(facts, labels) {
      for value in Self.settings.compactMap({ provider.settings[$0] }).flatMap({ $0.list ?? [$0] }) {
        guard let text = value.string, let other = labels.foreign(in: text, to: label) else { continue }
        report.violation(
          Message.takes(label, other), at: value.location ?? provider.location,
          trace: value.origin.trace?.steps.map { .init($0.note, at: $0.location) } ?? [])
      }
    }
  }

  private enum Message {
    static func takes(_ label: String, _ other: String) -> String {
      "a provider of \(label) takes its credentials from \(other)"
    }
  }
}

/// Reports a provider of one environment that works in another: by the role that it assumes, or the account.
struct ForeignProvider: Analysis {
  static let name = "foreign-provider"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    for (root, index, provider, label) in labelledProviders(facts, labels) {
      let role = provider.settings["assume_role"]
      var values = (role?.list ?? role.map { [$0] } ?? []).compactMap { $0["role_arn"] }
      values += provider.settings["allowed_account_ids"]?.list ?? []
      values += ["project", "subscription_id", "impersonate_service_account"].compactMap {
        provider.settings[$0]
      }
      for value in values {
        guard let text = value.string, let other = labels.foreign(in: text, to: label) else { continue }
        let made = facts.resources.filter {
          $0.terraform?.provider == index && $0.terraform?.mode == .managed
            && $0.terraform.map { facts.terraformRoots[$0.root].folder == root.folder } ?? false
        }
        report.violation(
          Message.works(label, provider, other), at: value.location ?? provider.location,
          trace: [.init("provider block in the root of \(label)", at: provider.location)]
            + made.prefix(3).map { .init("makes \($0.address)", at: $0.location) })
      }
    }
  }

  private enum Message {
    static func works(_ label: String, _ provider: TerraformRoot.Provider, _ other: String) -> String {
      let name = provider.alias.map { "\(provider.name).\($0)" } ?? provider.name
      return "provider '\(name)' in the root of \(label) works in \(other)"
    }
  }
}

/// Reports a provider that works in whatever account the shell's credentials are of, where there are several.
struct UnguardedAccount: Analysis {
  static let name = "unguarded-account"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    guard labels.own.count > 1 else { return }
    for (_, _, provider, label) in labelledProviders(facts, labels)
    where provider.name == "aws" && provider.module.isEmpty {
      let role = provider.settings["assume_role"]
      let settings =
        [provider.settings["allowed_account_ids"], role]
        + (role?.list ?? [role].compactMap { $0 }).map { $0["role_arn"] }
      let isGuarded =
        Self.isGiven(provider.settings["allowed_account_ids"])
        || (role?.list ?? [role].compactMap { $0 }).contains { Self.isGiven($0["role_arn"]) }
      if isGuarded { continue }
      let doubts = settings.compactMap { $0?.unknown }.flatMap(\.reasons)
      if doubts.isEmpty {
        report.violation(Message.anywhere(provider, label), at: provider.location)
      } else {
        report.undetermined(Message.undecided(label), at: provider.location, because: doubts)
      }
    }
  }

  /// An account that a variable without a value gives is one all the same.
  private static func isGiven(_ value: Value?) -> Bool {
    guard let value else { return false }
    switch value.content {
    case .null, .bool, .number: return false
    case .string(let text): return !text.isEmpty
    case .list(let elements): return elements.contains { !$0.isNull }
    case .object(let fields): return !fields.isEmpty
    case .unknown(let unknown): return unknown.isNotNull
    }
  }

  private enum Message {
    static func anywhere(_ provider: TerraformRoot.Provider, _ label: String) -> String {
      let name = provider.alias.map { "\(provider.name).\($0)" } ?? provider.name
      return "provider '\(name)' of \(label) works in whatever account the credentials are of"
    }
    static func undecided(_ label: String) -> String {
      "cannot tell whether a provider of \(label) is bound to an account"
    }
  }
}
