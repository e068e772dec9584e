internal import ResourceModel
internal import Values

/// Spark operator: the driver's and the executors' pods, whose image, cores and memory have fields of their own.
struct SparkPods {
  let finder: PodTemplateFinder
  let path: [String]

  func find() -> [PodTemplate] {
    guard let spec = path.reduce(Optional(finder.value), { $0?[$1] }) else { return [] }
    return ["driver", "executor"].compactMap { name in
      guard let role = spec[name], role.object != nil else { return nil }
      return pod(role, of: spec, path: (path + [name]).joined(separator: "."))
    }
  }

  private func pod(_ role: Value, of spec: Value, path: String) -> PodTemplate {
    let image = role["image"] ?? spec["image"]
    let memory = role["memory"].map(quantity)
    let resources = Value.object(
      [
        (
          "requests",
          Value.object(
            [("cpu", role["coreRequest"] ?? role["cores"]), ("memory", memory)], origin: role.origin)
        ),
        ("limits", Value.object([("cpu", role["coreLimit"]), ("memory", memory)], origin: role.origin)),
      ], origin: role.origin)
    let main = Value.object(
      [
        ("name", Value(.string("spark"), origin: role.origin)), ("image", image),
        ("imagePullPolicy", spec["imagePullPolicy"]), ("resources", resources), ("env", role["env"]),
        ("envFrom", role["envFrom"]), ("securityContext", role["securityContext"]),
        ("volumeMounts", role["volumeMounts"]), ("ports", role["ports"]),
      ], origin: role.origin)
    let embedded = role.at("template", "spec") ?? Value(.object(ObjectFields()), origin: role.origin)
    var containers = [Container(role: .container, path: path, value: main)]
    for (index, container) in (role["sidecars"]?.list ?? []).enumerated() {
      containers.append(Container(role: .container, path: "\(path).sidecars[\(index)]", value: container))
    }
    for (index, container) in (role["initContainers"]?.list ?? []).enumerated() {
      containers.append(
        Container(role: .initContainer, path: "\(path).initContainers[\(index)]", value: container))
    }
    let pod = embedded.patched(
      by: .object(
        [
          (
            "containers",
            Value(.list(containers.filter { $0.role == .container }.map(\.value)), origin: role.origin)
          ),
          ("serviceAccountName", role["serviceAccount"]), ("nodeSelector", role["nodeSelector"]),
          ("tolerations", role["tolerations"]), ("affinity", role["affinity"]),
          ("hostNetwork", role["hostNetwork"]),
          ("securityContext", role["podSecurityContext"]), ("volumes", spec["volumes"]),
          ("imagePullSecrets", spec["imagePullSecrets"]),
        ], origin: role.origin))
    return PodTemplate(
      resource: finder.resource, path: path, spec: pod, metadata: role.at("template", "metadata"),
      containers: containers)
  }

  /// Spark writes JVM sizes, in which `m` and `g` are powers of two: `512m` is Kubernetes' `512Mi`.
  private func quantity(_ memory: Value) -> Value {
    guard let text = memory.string, let last = text.last else { return memory }
    let digits = text.prefix { $0.isNumber }
    guard !digits.isEmpty else { return memory }
    let unit: String
    switch text.dropFirst(digits.count).lowercased() {
    case "k", "kb": unit = "Ki"
    case "m", "mb": unit = "Mi"
    case "g", "gb": unit = "Gi"
    case "t", "tb": unit = "Ti"
    default: return memory
    }
    return last.isLetter ? Value(.string(digits + unit), origin: memory.origin) : memory
  }
}
