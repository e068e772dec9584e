internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// An Argo CD Application, ApplicationSet or AppProject as one environment has it: with the patches of the overlay that
/// takes it, where one does.
struct DeliveredObject {
  var resource: Resource
  var spec: Value
  /// Of the overlay, of a folder on the file's path, of a label, or of a word of the name; nil where none is known.
  var label: String?
  /// The overlay's file, where the label comes from it.
  var overlay: Location?

  var deployment: ArgoDeployment {
    ArgoDeployment(spec: resource.type == "ApplicationSet" ? spec.at("template", "spec") ?? spec : spec)
  }

  static func all(_ facts: Facts, types: Set<String>) -> [DeliveredObject] {
    let kustomizations = Dictionary(
      facts.kustomizations.enumerated().map { ($1.folder, $0) }, uniquingKeysWith: { first, _ in first })
    let taken = Set(facts.kustomizations.flatMap(\.resources))
    var byPath: [String: [Int]] = [:]
    for (index, resource) in facts.resources.enumerated()
    where resource.group == "argoproj.io" && types.contains(resource.type) {
      byPath[facts.paths[resource.location.file] ?? "", default: []].append(index)
    }
    guard !byPath.isEmpty else { return [] }
    let labels = DeliveryLabels(facts)
    var found: [DeliveredObject] = []
    var isDelivered: Set<Int> = []
    for kustomization in facts.kustomizations where !taken.contains(kustomization.folder) {
      guard let label = labels.ofOverlay(kustomization.folder) else { continue }
      var collector = Collector(facts: facts, kustomizations: kustomizations, byPath: byPath)
      for (index, value) in collector.objects(of: kustomization, depth: 0) {
        isDelivered.insert(index)
        found.append(
          DeliveredObject(
            resource: facts.resources[index], spec: value["spec"] ?? Value(.null), label: label,
            overlay: kustomization.value.location))
      }
    }
    for (path, indices) in byPath.sorted(by: { $0.key < $1.key }) {
      for index in indices where !isDelivered.contains(index) {
        let resource = facts.resources[index]
        let value = resource.value
        let label =
          labels.ofPath(path) ?? labels.ofLabels(value.at("metadata", "labels"))
          ?? labels.only(in: resource.name)
        found.append(DeliveredObject(resource: resource, spec: value["spec"] ?? Value(.null), label: label))
      }
    }
    return found
  }

  /// Follows a kustomization to the files that it takes, and patches what is in them on the way back.
  private struct Collector {
    let facts: Facts
    let kustomizations: [String: Int]
    let byPath: [String: [Int]]
    private var visited: Set<String> = []

    init(facts: Facts, kustomizations: [String: Int], byPath: [String: [Int]]) {
      self.facts = facts
      self.kustomizations = kustomizations
      self.byPath = byPath
    }

    mutating func objects(of kustomization: Kustomization, depth: Int) -> [(index: Int, value: Value)] {
      guard depth < 20, visited.insert(kustomization.folder).inserted else { return [] }
      var found: [(index: Int, value: Value)] = []
      for path in kustomization.resources {
        if let next = kustomizations[path] {
          found += objects(of: facts.kustomizations[next], depth: depth + 1)
        } else {
          found += (byPath[path] ?? []).map { ($0, facts.resources[$0].value) }
        }
      }
      let patches = KustomizePatch.all(in: kustomization)
      return found.map { index, value in
        (index, patches.reduce(value) { $1.applied(to: $0, of: facts.resources[index]) })
      }
    }
  }
}
