internal import ResourceModel
internal import Values

/// Finds the pod specifications of one object.
struct PodTemplateFinder {
  /// Index of the resource in its file.
  let resource: Int
  let value: Value

  func find(kind: String, group: String) -> [PodTemplate] {
    switch PodBearingKind(kind: kind, group: group) {
    case .template(let path):
      return template(at: path).map { [$0] } ?? structural
    case .specification(let path):
      guard let spec = follow(path), spec.object != nil else { return [] }
      return [podTemplate(spec, path: path.joined(separator: "."), metadata: value["metadata"])]
    case .argoWorkflow(let path):
      guard let spec = follow(path) else { return [] }
      return ArgoTemplates(resource: resource, spec: spec, path: path.joined(separator: ".")).find()
    case .inferenceService: return InferenceServicePods(finder: self).find()
    case .spark(let path): return SparkPods(finder: self, path: path).find()
    case .tekton: return TektonPods(finder: self).find()
    case nil: return structural
    }
  }

  private func follow(_ path: [String]) -> Value? {
    path.reduce(Optional(value)) { $0?[$1] }
  }

  private func template(at path: [String]) -> PodTemplate? {
    guard let template = follow(path), let spec = template["spec"], spec.object != nil else { return nil }
    return podTemplate(spec, path: (path + ["spec"]).joined(separator: "."), metadata: template["metadata"])
  }

  /// A template whose containers stand in the fields that Kubernetes gives them.
  func podTemplate(_ spec: Value, path: String, metadata: Value?) -> PodTemplate {
    var containers: [Container] = []
    for role in Container.Role.ofPods {
      for (index, container) in (spec[role.rawValue]?.list ?? []).enumerated() where container.object != nil {
        containers.append(
          Container(role: role, path: "\(path).\(role.rawValue)[\(index)]", value: container))
      }
    }
    return PodTemplate(
      resource: resource, path: path, spec: spec, metadata: metadata?.object == nil ? nil : metadata,
      containers: containers)
  }

  /// In an object of any kind: each mapping with `containers`, all of which have an `image`.
  var structural: [PodTemplate] {
    var found: [PodTemplate] = []
    walk(value, path: "", parent: nil, key: "", depth: 0, into: &found)
    return found
  }

  /// A mapping that is a pod specification by its structure.
  static func isPodSpecification(_ value: Value) -> Bool {
    guard let containers = value["containers"]?.list, !containers.isEmpty else { return false }
    return containers.allSatisfy { $0["image"] != nil }
  }

  private func walk(
    _ value: Value, path: String, parent: Value?, key: String, depth: Int, into found: inout [PodTemplate]
  ) {
    guard depth < 1000 else { return }
    switch value.content {
    case .object(let fields):
      if Self.isPodSpecification(value) {
        found.append(podTemplate(value, path: path, metadata: key == "spec" ? parent?["metadata"] : nil))
        return
      }
      for field in fields.fields {
        let inner = path.isEmpty ? field.name : "\(path).\(field.name)"
        walk(field.value, path: inner, parent: value, key: field.name, depth: depth + 1, into: &found)
      }
    case .list(let elements):
      for (index, element) in elements.enumerated() {
        walk(element, path: "\(path)[\(index)]", parent: nil, key: "", depth: depth + 1, into: &found)
      }
    case .null, .bool, .number, .string, .unknown:
      return
    }
  }
}
