internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports a Terraform state object that roots of two environments write.
struct SharedState: Analysis {
  static let name = "shared-state"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let states = LabelledState.all(facts, EnvironmentLabels(facts))
    var first: [String: LabelledState] = [:]
    for state in states {
      guard let name = state.state.name else { continue }
      guard let other = first[name] else {
        first[name] = state
        continue
      }
      guard other.label != state.label else { continue }
      if other.root.folder == state.root.folder {
        report.undetermined(
          Message.undecided(other.label, state.label), at: state.state.keyLocation,
          because: [.init("the workspace is chosen when Terraform is run", at: state.state.location)])
      } else {
        report.violation(
          Message.shared(other.label, state.label), at: state.state.keyLocation,
          trace: [
            .init("backend of \(other.label)", at: other.state.keyLocation),
            .init("backend of \(state.label)", at: state.state.keyLocation),
          ])
      }
    }
    guard Set(states.map(\.label)).count > 1 else { return }
    var seen: Set<Location> = []
    for state in states where state.state.name == nil && seen.insert(state.state.location).inserted {
      report.undetermined(
        Message.unknownKey(state.label), at: state.state.location, because: state.state.unknownReasons)
    }
  }

  private enum Message {
    static func shared(_ first: String, _ second: String) -> String {
      "\(first) and \(second) write the same state"
    }
    static func undecided(_ first: String, _ second: String) -> String {
      "cannot tell whether \(first) and \(second) write the same state"
    }
    static func unknownKey(_ label: String) -> String {
      "cannot tell whether another environment writes the state of \(label)"
    }
  }
}

/// Reports a bucket that holds the states of two environments under different keys.
struct SharedStateBucket: Analysis {
  static let name = "shared-state-bucket"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let states = LabelledState.all(facts, EnvironmentLabels(facts))
    var first: [String: LabelledState] = [:]
    var seen: Set<Location> = []
    for state in states {
      guard let store = state.state.storeName, !state.state.store.isEmpty else { continue }
      guard let other = first[store] else {
        first[store] = state
        continue
      }
      guard other.label != state.label, other.state.name != state.state.name,
        seen.insert(state.state.storeLocation).inserted
      else { continue }
      report.violation(
        Message.shared(other.label, state.label), at: state.state.storeLocation,
        trace: [
          .init("backend of \(other.label)", at: other.state.storeLocation),
          .init("backend of \(state.label)", at: state.state.storeLocation),
        ])
    }
  }

  private enum Message {
    static func shared(_ first: String, _ second: String) -> String {
      "states of \(first) and \(second) lie in one bucket"
    }
  }
}

/// Reports a lock table that the states of two environments share.
struct SharedStateLock: Analysis {
  static let name = "shared-state-lock"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    var first: [String: (state: LabelledState, table: Value)] = [:]
    for state in LabelledState.all(facts, labels) {
      guard let table = state.root.backend?.settings["dynamodb_table"], let name = table.string else {
        continue
      }
      guard let other = first[name] else {
        first[name] = (state, table)
        continue
      }
      guard other.state.label != state.label else { continue }
      let location = table.location ?? state.state.location
      let isOneStore =
        other.state.state.storeName != nil && other.state.state.storeName == state.state.storeName
      switch isOneStore ? true : labels.shareAccount(other.state.label, state.label) {
      case true?:
        report.violation(
          Message.shared(name, other.state.label, state.label), at: location,
          trace: [
            .init("backend of \(other.state.label)", at: other.table.location ?? other.state.state.location),
            .init("backend of \(state.label)", at: location),
          ])
      case false?: continue
      case nil:
        report.undetermined(
          Message.undecided(name), at: location,
          because: [
            .init("the accounts of \(other.state.label) and \(state.label) are not in the repository")
          ])
      }
    }
  }

  private enum Message {
    static func shared(_ table: String, _ first: String, _ second: String) -> String {
      "\(first) and \(second) lock their states in one table, '\(table)'"
    }
    static func undecided(_ table: String) -> String {
      "cannot tell whether table '\(table)' is one table or two of the same name"
    }
  }
}

/// Reports a root of a higher environment whose state lies on whatever machine Terraform is run on.
struct LocalState: Analysis {
  static let name = "local-state"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    var seen: Set<String> = []
    for (root, label) in zip(facts.terraformRoots, labels.ofRoot) {
      guard let label, ["staging", "preprod", "prod"].contains(label), seen.insert(root.folder).inserted
      else {
        continue
      }
      let own = root.providers.filter(\.module.isEmpty)
      if let backend = root.backend {
        if backend.type == "local" { report.violation(Message.local(label), at: backend.location) }
      } else if let provider = own.first {
        report.violation(Message.missing(label), at: provider.location)
      }
    }
  }

  private enum Message {
    static func local(_ label: String) -> String { "the state of \(label) is a local file" }
    static func missing(_ label: String) -> String { "the root of \(label) has no backend" }
  }
}
