internal import ResourceModel
internal import Values

/// KServe: predictor, transformer and explainer are pod specifications with a model server beside `containers`.
struct InferenceServicePods {
  let finder: PodTemplateFinder

  func find() -> [PodTemplate] {
    ["predictor", "transformer", "explainer"].flatMap { name -> [PodTemplate] in
      guard let component = finder.value.at("spec", name), component.object != nil else { return [] }
      return pods(of: component, path: "spec.\(name)")
    }
  }

  private func pods(of component: Value, path: String) -> [PodTemplate] {
    var template = finder.podTemplate(component, path: path, metadata: nil)
    for field in component.object?.fields ?? [] where isModelServer(field) {
      template.containers.append(
        Container(role: .container, path: "\(path).\(field.name)", value: field.value))
    }
    var found = [template]
    if let worker = component["workerSpec"], worker.object != nil {
      found.append(finder.podTemplate(worker, path: path + ".workerSpec", metadata: nil))
    }
    return found.filter { !$0.containers.isEmpty }
  }

  /// `model`, or the name of a framework in older versions (`sklearn`, `triton`, …): a container whose image KServe
  /// may choose.
  private func isModelServer(_ field: ObjectFields.Field) -> Bool {
    guard field.value.object != nil else { return false }
    if field.name == "model" { return true }
    return ["storageUri", "runtimeVersion", "protocolVersion"].contains { field.value[$0] != nil }
  }
}
