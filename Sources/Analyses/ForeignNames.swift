internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports a name that says another environment than the one that the thing is in.
struct ForeignName: Analysis {
  static let name = "foreign-name"

  /// Arguments that name a thing, and end in `_name`, `_identifier` or `_prefix` besides.
  private static let arguments: Set<String> = [
    "name", "bucket", "identifier", "path", "alias", "aliases", "family", "hostname", "domain", "key_name",
  ]
  /// These name something else: see the other policies.
  private static let others: Set<String> = [
    "role_name", "user_name", "policy_name", "group_name", "profile_name", "service_name",
  ]

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    guard labels.own.count > 1 else { return }
    // A root's own default is ISO-S08's.
    let defaults = Set(
      facts.terraformRoots.flatMap(\.inputs).filter { $0.source == .standard }.compactMap(\.value.location))
    // What a root is given in one place is said in every name: that place is the cause.
    var given: Set<Given> = []
    for (root, label) in zip(facts.terraformRoots, labels.ofRoot) {
      guard let label, label != EnvironmentLabels.shared else { continue }
      for input in root.inputs where input.source != .unset && input.source != .standard {
        guard let text = input.value.string, let other = labels.foreignWord(in: text, to: label) else {
          continue
        }
        given.insert(Given(folder: root.folder, input: root.inputName, other: other))
        report.violation(
          Message.given(label, input.name, text, other), at: input.value.location ?? input.location,
          trace: [.init("variable \"\(input.name)\"", at: input.location)])
      }
    }
    for item in LabelledResource.managed(facts, labels) {
      let tags = item.resource.value["tags"]?.object?.fields.filter { $0.name == "Name" } ?? []
      let named = (item.resource.value.object?.fields ?? []).filter { Self.isName($0.name) }
      for value in (named + tags).map(\.value) {
        guard let text = value.string, let other = labels.foreignWord(in: text, to: item.label),
          !given.contains(Given(folder: item.root.folder, input: item.root.inputName, other: other))
        else { continue }
        if let location = value.location, defaults.contains(location) { continue }
        report.violation(
          Message.says(item.resource, text, item.label, other), at: value, in: item.resource)
      }
    }
  }

  private struct Given: Hashable {
    var folder: String
    var input: String?
    var other: String
  }

  private static func isName(_ argument: String) -> Bool {
    if others.contains(argument) { return false }
    return arguments.contains(argument) || argument.hasSuffix("_name") || argument.hasSuffix("_identifier")
      || argument.hasSuffix("_prefix")
  }

  private enum Message {
    static func given(_ label: String, _ variable: String, _ text: String, _ other: String) -> String {
      "the root of \(label) is given '\(text)' for variable '\(variable)', which names \(other)"
    }
    static func says(_ resource: Resource, _ text: String, _ label: String, _ other: String) -> String {
      "\(resource.type).\(resource.name) of \(label) is called '\(text)', which names \(other)"
    }
  }
}

/// Reports a tag or a label that says another environment than the one that the thing is in.
struct ForeignTag: Analysis {
  static let name = "foreign-tag"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    for item in LabelledResource.managed(facts, labels) {
      for argument in ["tags_all", "tags", "labels"] {
        guard let fields = item.resource.value[argument]?.object?.fields else { continue }
        for field in fields where Self.namesEnvironment(field.name) {
          guard let text = field.value.string, let said = labels.label(text),
            said != item.label, said != EnvironmentLabels.shared
          else { continue }
          report.violation(Message.says(field.name, text, item.label), at: field.value, in: item.resource)
        }
        // `tags_all` holds `tags`.
        break
      }
    }
  }

  /// `Environment`, `env`, `acme.example/environment`.
  static func namesEnvironment(_ key: String) -> Bool {
    let word = key.split { "/:.".contains($0) }.last.map { $0.lowercased() } ?? ""
    return ["environment", "env", "stage"].contains(word)
  }

  private enum Message {
    static func says(_ key: String, _ text: String, _ label: String) -> String {
      "tag '\(key)' says '\(text)' in the root of \(label)"
    }
  }
}

/// Reports the account id of another environment in what a root makes.
struct ForeignAccount: Analysis {
  static let name = "foreign-account"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    guard labels.accounts.count > 1 else { return }
    for item in LabelledResource.managed(facts, labels) {
      let texts = item.resource.value.texts { labels.foreignAccount(in: $0, to: item.label) != nil }
      for (_, value) in texts {
        guard let text = value.string, let found = labels.foreignAccount(in: text, to: item.label) else {
          continue
        }
        report.violation(
          Message.names(item.resource, item.label, found.id, found.environment), at: value, in: item.resource)
      }
    }
  }

  private enum Message {
    static func names(_ resource: Resource, _ label: String, _ id: String, _ other: String) -> String {
      "\(resource.type).\(resource.name) of \(label) names account \(id) of \(other)"
    }
  }
}

/// Reports a region in which the environment has no provider.
struct ForeignRegion: Analysis {
  static let name = "foreign-region"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    guard labels.own.count > 1 else { return }
    var regions: [String: Set<String>] = [:]
    var isOpen: Set<String> = []
    for (root, label) in zip(facts.terraformRoots, labels.ofRoot) {
      guard let label else { continue }
      for provider in root.providers where provider.name == "aws" {
        if let region = provider.settings["region"]?.string {
          regions[label, default: []].insert(region)
        } else {
          isOpen.insert(label)
        }
      }
    }
    let all = regions.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    for item in LabelledResource.managed(facts, labels) {
      guard let own = regions[item.label], !own.isEmpty, !isOpen.contains(item.label) else { continue }
      // Where everything is in one region, another environment's is none of the question.
      let others = all.subtracting(own)
      guard !others.isEmpty else { continue }
      for (_, value) in item.resource.value.texts(where: { text in others.contains { text.contains($0) } }) {
        guard let text = value.string, let region = Self.region(in: text, of: others) else { continue }
        report.violation(Message.names(item.resource, item.label, region), at: value, in: item.resource)
      }
    }
  }

  /// A whole word: `eu-west-1`, or a zone of it.
  private static func region(in text: String, of regions: Set<String>) -> String? {
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "-") }
    for word in words {
      if let region = regions.first(where: {
        word == $0 || (word.hasPrefix($0) && word.count == $0.count + 1)
      }) {
        return region
      }
    }
    return nil
  }

  private enum Message {
    static func names(_ resource: Resource, _ label: String, _ region: String) -> String {
      "\(resource.type).\(resource.name) of \(label) names region \(region), in which \(label) has no provider"
    }
  }
}

/// Reports a default of a module that names another environment than the root that leaves it so.
struct ForeignModuleDefault: Analysis {
  static let name = "foreign-module-default"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    for (root, label) in zip(facts.terraformRoots, labels.ofRoot) {
      guard let label, label != EnvironmentLabels.shared else { continue }
      for input in root.moduleDefaults {
        guard let text = input.value.string, let other = labels.foreign(in: text, to: label) else { continue }
        report.violation(
          Message.names(label, input.name, input.module, other),
          at: input.value.location ?? input.location,
          trace: [.init("\(input.module) does not set it", at: input.call)])
      }
    }
  }

  private enum Message {
    static func names(_ label: String, _ variable: String, _ module: String, _ other: String) -> String {
      "\(module) of \(label) leaves variable '\(variable)' at its default, which names \(other)"
    }
  }
}
