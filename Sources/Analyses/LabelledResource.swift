internal import PolicyKit
internal import ResourceModel
internal import Values

/// A resource of a Terraform root that belongs to one environment.
struct LabelledResource {
  var resource: Resource
  var label: String
  var root: TerraformRoot

  /// What the roots of an environment make; nothing of those that everybody shares.
  static func managed(_ facts: Facts, _ labels: EnvironmentLabels) -> [LabelledResource] {
    facts.resources.compactMap { resource in
      guard let place = resource.terraform, place.mode == .managed,
        labels.ofRoot.indices.contains(place.root), let label = labels.ofRoot[place.root],
        label != EnvironmentLabels.shared
      else { return nil }
      return LabelledResource(resource: resource, label: label, root: facts.terraformRoots[place.root])
    }
  }
}

extension Value {
  /// The texts in a value, with the name of the field that holds each; JSON in a text is entered.
  ///
  /// - Parameter isRelevant: asked before a text is entered or given: most are neither.
  func texts(where isRelevant: (String) -> Bool) -> [(name: String, value: Value)] {
    var found: [(name: String, value: Value)] = []
    collect(into: &found, name: "", depth: 0, where: isRelevant)
    return found
  }

  private func collect(
    into found: inout [(name: String, value: Value)], name: String, depth: Int,
    where isRelevant: (String) -> Bool
  ) {
    guard depth < 24 else { return }
    switch content {
    case .string(let text):
      guard isRelevant(text) else { return }
      if text.utf8.count > 20, let structure = ReadText.structure(self) {
        structure.collect(into: &found, name: name, depth: depth + 1, where: isRelevant)
      } else {
        found.append((name, self))
      }
    case .list(let elements):
      for element in elements {
        element.collect(into: &found, name: name, depth: depth + 1, where: isRelevant)
      }
    case .object(let fields):
      for field in fields.fields where field.name != "lifecycle" && field.name != "tags_all" {
        field.value.collect(into: &found, name: field.name, depth: depth + 1, where: isRelevant)
      }
    case .unknown:
      // A document of which only parts are known.
      guard let known = origin.encoded?.value, known.object != nil || known.list != nil else { return }
      known.collect(into: &found, name: name, depth: depth + 1, where: isRelevant)
    case .null, .bool, .number: return
    }
  }
}
