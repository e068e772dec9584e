internal import ResourceModel
internal import SourceText
internal import Values
internal import YAMLSyntax

/// The pods of an Argo workflow: one for each template that runs containers.
///
/// Argo merges `templateDefaults` into the template of the same type, applies `podSpecPatch` of the workflow and then
/// of the template, and puts the workflow's pod fields under the template's own.
struct ArgoTemplates {
  let resource: Int
  let spec: Value
  let path: String
  private let expressions: ArgoExpressions

  init(resource: Int, spec: Value, path: String) {
    self.resource = resource
    self.spec = spec
    self.path = path
    expressions = ArgoExpressions(parameters: Self.parameters(of: spec))
  }

  /// `arguments.parameters` with a value.
  static func parameters(of spec: Value) -> [String: Value] {
    var parameters: [String: Value] = [:]
    for parameter in spec.at("arguments", "parameters")?.list ?? [] {
      guard let name = parameter["name"]?.string, let value = parameter["value"], !value.isNull else {
        continue
      }
      parameters[name] = value
    }
    return parameters
  }

  func find() -> [PodTemplate] {
    var found: [PodTemplate] = []
    for (index, template) in (spec["templates"]?.list ?? []).enumerated() {
      add(template, path: "\(path).templates[\(index)]", depth: 0, to: &found)
    }
    return found
  }

  private func add(_ template: Value, path: String, depth: Int, to found: inout [PodTemplate]) {
    guard depth < 16 else { return }
    if let pod = pod(of: template, path: path) { found.append(pod) }
    for (row, steps) in (template["steps"]?.list ?? []).enumerated() {
      for (column, step) in (steps.list ?? [steps]).enumerated() {
        let place = steps.list == nil ? "\(path).steps[\(row)]" : "\(path).steps[\(row)][\(column)]"
        if let inline = step["inline"] { add(inline, path: place + ".inline", depth: depth + 1, to: &found) }
      }
    }
    for (index, task) in (template.at("dag", "tasks")?.list ?? []).enumerated() {
      guard let inline = task["inline"] else { continue }
      add(inline, path: "\(path).dag.tasks[\(index)].inline", depth: depth + 1, to: &found)
    }
  }

  private func pod(of template: Value, path: String) -> PodTemplate? {
    let defaults = spec["templateDefaults"]
    var places: [(role: Container.Role, path: String, value: Value)] = []
    func add(_ role: Container.Role, _ place: String, _ container: Value) {
      guard container.object != nil else { return }
      places.append((role, "\(path).\(place)", expressions.resolved(inContainer: container)))
    }
    for type in ["container", "script"] {
      guard let own = template[type], own.object != nil else { continue }
      let merged = defaults?[type]?.patched(by: own) ?? own
      // Argo calls it so, whatever is written.
      let name = Value(.string("main"), origin: own.origin)
      add(.container, type, Value(merged.content, origin: own.origin).with("name", name))
    }
    for (index, container) in (template.at("containerSet", "containers")?.list ?? []).enumerated() {
      add(.container, "containerSet.containers[\(index)]", container)
    }
    for (index, container) in (template["sidecars"]?.list ?? []).enumerated() {
      add(.container, "sidecars[\(index)]", container)
    }
    for (index, container) in (template["initContainers"]?.list ?? []).enumerated() {
      add(.initContainer, "initContainers[\(index)]", container)
    }
    guard !places.isEmpty else { return nil }
    return assembled(template, path: path, places)
  }

  private func assembled(
    _ template: Value, path: String, _ places: [(role: Container.Role, path: String, value: Value)]
  ) -> PodTemplate {
    func inherited(_ name: String) -> Value? {
      template[name] ?? spec["templateDefaults"]?[name] ?? spec[name]
    }
    func list(_ role: Container.Role) -> Value? {
      let values = places.filter { $0.role == role }.map(\.value)
      return values.isEmpty ? nil : Value(.list(values), origin: template.origin)
    }
    let volumes = (spec["volumes"]?.list ?? []) + (template["volumes"]?.list ?? [])
    var pod = Value.object(
      [
        ("containers", list(.container)), ("initContainers", list(.initContainer)),
        ("serviceAccountName", inherited("serviceAccountName")),
        ("automountServiceAccountToken", inherited("automountServiceAccountToken")),
        ("securityContext", inherited("securityContext")), ("nodeSelector", inherited("nodeSelector")),
        ("tolerations", inherited("tolerations")), ("affinity", inherited("affinity")),
        ("hostAliases", inherited("hostAliases")), ("hostNetwork", spec["hostNetwork"]),
        ("imagePullSecrets", spec["imagePullSecrets"]),
        ("volumes", volumes.isEmpty ? nil : Value(.list(volumes), origin: template.origin)),
      ], origin: template.origin)
    for patch in [spec["podSpecPatch"], template["podSpecPatch"]] {
      if let patch { pod = PodSpecPatch(patch, expressions).applied(to: pod) }
    }
    var containers: [Container] = []
    for role in [Container.Role.container, .initContainer] {
      let paths = places.filter { $0.role == role }.map(\.path)
      for (index, value) in (pod[role.rawValue]?.list ?? []).enumerated() {
        let place = index < paths.count ? paths[index] : "\(path).podSpecPatch"
        containers.append(Container(role: role, path: place, value: value))
      }
    }
    return PodTemplate(
      resource: resource, path: path, spec: pod, metadata: template["metadata"] ?? spec["podMetadata"],
      containers: containers)
  }
}

/// A `podSpecPatch`: YAML or JSON in a string, in which Argo's expressions may stand.
struct PodSpecPatch {
  private let patch: Value?
  private let origin: Origin

  init(_ text: Value, _ expressions: ArgoExpressions) {
    origin = text.origin
    guard let written = text.string else {
      patch = nil
      return
    }
    let file = SourceFile(id: text.location?.file ?? FileID(0), path: "", bytes: Array(written.utf8))
    let stream = YAMLParser.parse(file, limits: YAMLLimits(depth: 100, expandedNodes: 10_000, nodes: 10_000))
    guard stream.problems.isEmpty, let root = stream.documents.first?.root, root.kind == .mapping else {
      patch = nil
      return
    }
    patch = expressions.resolved(Value(root).relocated(to: text.origin))
  }

  /// What cannot be read before the workflow runs leaves the resources of all containers unknown.
  func applied(to pod: Value) -> Value {
    if let patch { return pod.patched(by: patch) }
    let reason = Unknown.Reason("podSpecPatch is known only when the workflow runs", at: origin.location)
    let unknown = Value(.unknown(Unknown([reason])), origin: origin)
    guard let containers = pod["containers"]?.list else { return pod }
    return pod.with(
      "containers", Value(.list(containers.map { $0.with("resources", unknown) }), origin: pod.origin))
  }
}
