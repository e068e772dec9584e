internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports a root that reads the state of another environment. What is shared may be read by all.
struct ForeignState: Analysis {
  static let name = "foreign-state"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    let states = LabelledState.all(facts, labels)
    for (root, label) in zip(facts.terraformRoots, labels.ofRoot) {
      guard let label else { continue }
      for remote in root.remoteStates {
        guard let type = remote.backend.string,
          let state = StateObject(type: type, settings: remote.settings, location: remote.location)
        else { continue }
        guard let name = state.name else {
          report.undetermined(
            Message.undecided(remote.address), at: state.keyLocation, because: state.unknownReasons)
          continue
        }
        if let owner = states.first(where: { $0.state.name == name }) {
          if owner.label != label, owner.label != EnvironmentLabels.shared {
            report.violation(
              Message.reads(label, owner.label), at: state.keyLocation,
              trace: [
                .init("\(remote.address) in a root of \(label)", at: remote.location),
                .init("backend of \(owner.label)", at: owner.state.keyLocation),
              ])
          }
        } else if let other = labels.foreign(in: name, to: label) {
          report.violation(Message.reads(label, other), at: state.keyLocation)
        }
      }
    }
  }

  private enum Message {
    static func reads(_ label: String, _ other: String) -> String { "\(label) reads the state of \(other)" }
    static func undecided(_ address: String) -> String {
      "cannot tell whether \(address) reads the state of another environment"
    }
  }
}

/// Reports a backend that is opened with the identity of another environment.
struct ForeignStateIdentity: Analysis {
  static let name = "foreign-state-identity"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    var seen: Set<Location> = []
    for (root, label) in zip(facts.terraformRoots, labels.ofRoot) {
      guard let label, let settings = root.backend?.settings else { continue }
      let block = settings["assume_role"]
      let identities = [
        settings["role_arn"], (block?.list?.first ?? block)?["role_arn"], settings["profile"],
      ]
      for identity in identities.compactMap({ $0 }) {
        guard let text = identity.string, let other = labels.foreign(in: text, to: label),
          let location = identity.location, seen.insert(location).inserted
        else { continue }
        report.violation(Message.opens(label, other), at: location)
      }
    }
  }

  private enum Message {
    static func opens(_ label: String, _ other: String) -> String {
      "the state of \(label) is opened with an identity of \(other)"
    }
  }
}

/// Reports a default that names another environment than the root in which nothing else is set.
struct ForeignDefault: Analysis {
  static let name = "foreign-default"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    var seen: Set<Location> = []
    for (root, label) in zip(facts.terraformRoots, labels.ofRoot) {
      guard let label, label != EnvironmentLabels.shared else { continue }
      for input in root.inputs where input.source == .standard {
        guard let text = input.value.string, let other = labels.foreign(in: text, to: label) else { continue }
        let location = input.value.location ?? input.location
        guard seen.insert(location).inserted else { continue }
        report.violation(
          Message.names(label, input.name, other), at: location,
          trace: [.init("variable \"\(input.name)\"", at: input.location)])
      }
    }
  }

  private enum Message {
    static func names(_ label: String, _ variable: String, _ other: String) -> String {
      "the root of \(label) leaves variable '\(variable)' at its default, which names \(other)"
    }
  }
}

/// Reports a data source that looks up a thing of another environment.
struct ForeignData: Analysis {
  static let name = "foreign-data"

  private static let others: Set<String> = [
    "data.terraform_remote_state", "data.aws_iam_policy_document", "data.external", "data.http",
    "data.template_file", "data.cloudinit_config",
  ]

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    for resource in facts.resources
    where resource.terraform?.mode == .data && !Self.others.contains(resource.type) {
      guard let root = resource.terraform?.root, labels.ofRoot.indices.contains(root),
        let label = labels.ofRoot[root],
        label != EnvironmentLabels.shared
      else { continue }
      for value in Self.texts(resource.value, depth: 0) {
        guard let text = value.string, let other = labels.foreign(in: text, to: label) else { continue }
        report.violation(
          Message.looksUp(label, resource.address, other), at: value.location ?? resource.location,
          resource: resource, trace: value.origin.trace?.steps.map { .init($0.note, at: $0.location) } ?? [])
      }
    }
  }

  private static func texts(_ value: Value, depth: Int) -> [Value] {
    guard depth < 8 else { return [] }
    switch value.content {
    case .string: return [value]
    case .list(let elements): return elements.flatMap { texts($0, depth: depth + 1) }
    case .object(let fields):
      return fields.fields.filter { $0.name != "provider" && $0.name != "lifecycle" }.flatMap {
        texts($0.value, depth: depth + 1)
      }
    case .null, .bool, .number, .unknown: return []
    }
  }

  private enum Message {
    static func looksUp(_ label: String, _ address: String, _ other: String) -> String {
      "\(address) in the root of \(label) looks up a thing of \(other)"
    }
  }
}
