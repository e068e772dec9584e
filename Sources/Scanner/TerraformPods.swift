internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// What Terraform runs as containers: the pods of the Kubernetes provider, tasks of ECS, functions made from images.
enum TerraformPods {
  static func templates(of resource: Resource, at index: Int) -> [PodTemplate] {
    switch resource.type {
    case "aws_ecs_task_definition": return tasks(resource, index)
    case "aws_lambda_function": return function(resource, index)
    default:
      guard resource.terraform?.mode == .managed, let path = path(of: resource.type) else { return [] }
      return pods(resource, index, path)
    }
  }

  /// Where the type keeps its pod specification.
  private static func path(of type: String) -> [String]? {
    guard type.hasPrefix("kubernetes_") else { return nil }
    var kind = type.dropFirst("kubernetes_".count)
    // `_v1`, `_v1beta1`: the version of the API.
    if let mark = kind.lastIndex(of: "_"), kind[mark...].hasPrefix("_v1") || kind[mark...].hasPrefix("_v2") {
      kind = kind[..<mark]
    }
    return switch kind {
    case "pod": ["spec"]
    case "deployment", "stateful_set", "daemonset", "daemon_set", "job", "replication_controller":
      ["spec", "template", "spec"]
    case "cron_job": ["spec", "job_template", "spec", "template", "spec"]
    default: nil
    }
  }

  private static func pods(_ resource: Resource, _ index: Int, _ path: [String]) -> [PodTemplate] {
    var value = resource.value
    var parent = value
    for name in path {
      guard let next = block(value[name]) else { return [] }
      parent = value
      value = next
    }
    let spec = KubernetesBlocks.object(value)
    guard spec.object != nil else { return [] }
    let text = path.joined(separator: ".")
    var containers: [Container] = []
    for role in [Container.Role.container, .initContainer] {
      for (position, container) in (spec[role.rawValue]?.list ?? []).enumerated()
      where container.object != nil {
        containers.append(
          Container(role: role, path: "\(text).\(role.rawValue)[\(position)]", value: container))
      }
    }
    return [
      PodTemplate(
        resource: index, path: text, spec: spec,
        metadata: block(parent["metadata"]).map(KubernetesBlocks.object),
        containers: containers)
    ]
  }

  private static func block(_ value: Value?) -> Value? {
    guard let value else { return nil }
    return value.list.map { $0.first } ?? value
  }

  /// `container_definitions`, as JSON text or through `jsonencode`.
  private static func tasks(_ resource: Resource, _ index: Int) -> [PodTemplate] {
    guard let definitions = resource.value["container_definitions"].flatMap(ReadText.structure)?.list else {
      return []
    }
    let containers = definitions.enumerated().compactMap { position, value in
      value.object == nil
        ? nil : Container(role: .task, path: "container_definitions[\(position)]", value: value)
    }
    return [
      PodTemplate(
        resource: index, path: "container_definitions", spec: resource.value, containers: containers)
    ]
  }

  private static func function(_ resource: Resource, _ index: Int) -> [PodTemplate] {
    guard let fields = resource.value.object, let position = fields.position(of: "image_uri"),
      !fields.fields[position].value.isNull
    else { return [] }
    let image = fields.fields[position]
    let container = Value(
      .object(ObjectFields([.init("image", at: image.nameLocation, image.value)])),
      origin: resource.value.origin)
    return [
      PodTemplate(
        resource: index, path: "image_uri", spec: resource.value,
        containers: [Container(role: .task, path: "image_uri", value: container)])
    ]
  }
}

/// The blocks of the Kubernetes provider as the objects that they stand for: `image_pull_policy` → `imagePullPolicy`,
/// repeated blocks as lists, others as objects. Maps that are written as arguments keep their keys.
enum KubernetesBlocks {
  private static let lists: [String: String] = [
    "container": "containers", "init_container": "initContainers", "env": "env", "env_from": "envFrom",
    "volume_mount": "volumeMounts", "volume_device": "volumeDevices", "volume": "volumes", "port": "ports",
    "toleration": "tolerations", "image_pull_secrets": "imagePullSecrets", "http_header": "httpHeaders",
    "host_aliases": "hostAliases", "items": "items", "sources": "sources", "sysctl": "sysctls",
    "topology_spread_constraint": "topologySpreadConstraints", "readiness_gate": "readinessGates",
    "match_expressions": "matchExpressions",
  ]
  private static let names = [
    "host_pid": "hostPID", "host_ipc": "hostIPC", "cluster_ip": "clusterIP", "pod_ip": "podIP",
  ]

  static func object(_ block: Value) -> Value {
    guard let fields = block.object else { return block }
    var result = ObjectFields()
    for field in fields.fields where !field.value.isNull {
      let isBlock = field.value.list?.contains { $0.object != nil } ?? false
      if let name = lists[field.name], field.value.list != nil || field.value.unknown != nil {
        var value = field.value
        if let elements = value.list { value.content = .list(elements.map(object)) }
        result.set(.init(name, at: field.nameLocation, value))
      } else if isBlock, let first = field.value.list?.first {
        result.set(.init(camelCase(field.name), at: field.nameLocation, object(first)))
      } else {
        result.set(.init(camelCase(field.name), at: field.nameLocation, field.value))
      }
    }
    return Value(.object(result), origin: block.origin, marks: block.marks)
  }

  private static func camelCase(_ name: String) -> String {
    if let special = names[name] { return special }
    let words = name.split(separator: "_")
    return words.dropFirst().reduce(String(words.first ?? "")) { text, word in
      text + word.prefix(1).uppercased() + word.dropFirst()
    }
  }
}
