internal import ResourceModel
internal import SourceText
internal import Values
internal import YAMLSyntax

/// The objects of a manifest by their structure alone; the Kubernetes module takes this over.
enum Manifests {
  static func read(_ file: SourceFile) -> (Facts, [Problem]) {
    var facts = Facts()
    let stream = YAMLParser.parse(file)
    for document in stream.documents {
      guard let root = document.root else { continue }
      let value = Value(root)
      guard let kind = value["kind"]?.string, let version = value["apiVersion"]?.string else { continue }
      let name = value.at("metadata", "name")?.string ?? "-"
      let namespace = value.at("metadata", "namespace")?.string
      let parts = version.split(separator: "/")
      facts.resources.append(
        Resource(
          domain: .kubernetes, type: kind, group: parts.count > 1 ? String(parts[0]) : "",
          version: String(parts.last ?? ""), name: name, namespace: namespace,
          address: "\(kind)/\(namespace ?? "-")/\(name)", value: value, location: root.location))
      for path in [
        ["spec"], ["spec", "template", "spec"], ["spec", "jobTemplate", "spec", "template", "spec"],
      ] {
        var spec: Value? = value
        for part in path { spec = spec?[part] }
        guard let spec, spec["containers"]?.list != nil else { continue }
        var containers: [Container] = []
        for role in Container.Role.allCases {
          for (index, container) in (spec[role.rawValue]?.list ?? []).enumerated() {
            containers.append(
              Container(
                role: role, path: path.joined(separator: ".") + ".\(role.rawValue)[\(index)]",
                value: container))
          }
        }
        facts.podTemplates.append(
          PodTemplate(
            resource: facts.resources.count - 1, path: path.joined(separator: "."), spec: spec,
            containers: containers))
      }
    }
    return (facts, stream.problems)
  }
}
