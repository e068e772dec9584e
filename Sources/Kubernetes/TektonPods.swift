internal import ResourceModel
internal import Values

/// Tekton: the steps and sidecars of a task are the containers of one pod, wherever the task is written.
struct TektonPods {
  let finder: PodTemplateFinder

  func find() -> [PodTemplate] {
    var found: [PodTemplate] = []
    walk(finder.value["spec"], path: "spec", depth: 0, into: &found)
    return found
  }

  /// A task is a mapping with `steps` whose elements run something.
  private func walk(_ value: Value?, path: String, depth: Int, into found: inout [PodTemplate]) {
    guard let value, depth < 32 else { return }
    if let fields = value.object {
      if let steps = fields["steps"]?.list,
        steps.contains(where: { $0["image"] != nil || $0["script"] != nil })
      {
        found.append(task(value, steps: steps, path: path))
        return
      }
      for field in fields.fields where field.value.object != nil || field.value.list != nil {
        walk(field.value, path: "\(path).\(field.name)", depth: depth + 1, into: &found)
      }
    } else {
      for (index, element) in (value.list ?? []).enumerated() {
        walk(element, path: "\(path)[\(index)]", depth: depth + 1, into: &found)
      }
    }
  }

  private func task(_ task: Value, steps: [Value], path: String) -> PodTemplate {
    let defaults = task["stepTemplate"]
    var containers: [Container] = []
    for (index, step) in steps.enumerated() where step.object != nil && step["ref"] == nil {
      let merged = defaults.map { Value($0.patched(by: step).content, origin: step.origin) } ?? step
      containers.append(
        Container(role: .container, path: "\(path).steps[\(index)]", value: withResources(merged)))
    }
    for (index, sidecar) in (task["sidecars"]?.list ?? []).enumerated() where sidecar.object != nil {
      containers.append(
        Container(role: .container, path: "\(path).sidecars[\(index)]", value: withResources(sidecar)))
    }
    let spec = Value.object(
      [
        ("containers", Value(.list(containers.map(\.value)), origin: task.origin)),
        ("volumes", task["volumes"]),
        ("serviceAccountName", finder.value.at("spec", "serviceAccountName")),
      ], origin: task.origin)
    return PodTemplate(resource: finder.resource, path: path, spec: spec, containers: containers)
  }

  /// Version 1 calls the resources `computeResources`.
  private func withResources(_ container: Value) -> Value {
    container["resources"] == nil ? container.with("resources", container["computeResources"]) : container
  }
}
