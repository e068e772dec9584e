internal import ResourceModel

/// A root that has a label, with its state.
struct LabelledState {
  var root: TerraformRoot
  var label: String
  var state: StateObject

  static func all(_ facts: Facts, _ labels: EnvironmentLabels) -> [LabelledState] {
    zip(facts.terraformRoots, labels.ofRoot).compactMap { root, label in
      guard let label, let state = StateObject(root.backend) else { return nil }
      return LabelledState(root: root, label: label, state: state)
    }
  }
}
