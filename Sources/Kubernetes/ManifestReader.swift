public import ResourceModel
public import SourceText
public import Values
public import YAMLSyntax

/// Kubernetes manifests: documents → resources, pod templates and what analyses ask about by name.
public enum ManifestReader {
  /// A pure function of one file. Documents that are no Kubernetes objects are classified and left alone.
  public static func read(_ stream: YAMLStream, path: String) -> FileFacts {
    var facts = FileFacts(file: stream.tree.file, path: path)
    for document in stream.documents {
      let documentClass = DocumentClass(document.root, path: path)
      facts.classes.append(documentClass)
      // Of a document that breaks off nobody knows what it lacks; the parser's problem says that it was not read.
      guard let root = document.root, document.isComplete else { continue }
      switch documentClass {
      case .kubernetes:
        add(root, kind: nil, to: &facts)
      case .kustomization:
        let value = Value(root)
        facts.kustomizations.append(Kustomization(file: stream.tree.file, path: path, value: value))
        facts.resources.append(
          Resource(
            domain: .kubernetes, type: "Kustomization", group: "kustomize.config.k8s.io", version: "v1beta1",
            name: path, address: path, value: value, location: root.location))
      case .helmChart:
        let value = Value(root)
        facts.charts.append(
          HelmChart(file: stream.tree.file, path: path, name: value["name"]?.string ?? "", value: value))
      case .other:
        guard let kind = text(root["kind"]), ["ConfigMap", "Secret"].contains(kind), root["metadata"] != nil
        else { continue }
        facts.fragments.append(resource(root, kind: kind, version: "v1"))
      case .gitHubWorkflow, .gitHubAction, .dockerCompose, .openAPI, .otherPipeline, .mlguard, .empty:
        continue
      }
    }
    if !stream.isTemplate, RelativePath.isBelow(folderNamed: "templates", path) {
      facts.braces = braces(stream)
    }
    return facts
  }

  /// `kind`: what a typed list says of its items, which may leave it out.
  private static func add(
    _ root: YAMLNode, kind listed: (version: String, kind: String)?, to facts: inout FileFacts
  ) {
    let kind = text(root["kind"]) ?? listed?.kind ?? ""
    let version = text(root["apiVersion"]) ?? listed?.version ?? ""
    guard !kind.isEmpty, !version.isEmpty else { return }
    if kind.hasSuffix("List"), let items = root["items"], items.kind == .sequence {
      let item = kind == "List" ? nil : (version, String(kind.dropLast("List".count)))
      for element in items.elements where element.kind == .mapping { add(element, kind: item, to: &facts) }
      return
    }
    let resource = resource(root, kind: kind, version: version)
    facts.resources.append(resource)
    let index = facts.resources.count - 1
    guard let value = needed(resource, root) else { return }
    facts.resources[index].body = .value(value)
    facts.podTemplates += PodTemplateFinder(resource: index, value: value).find(
      kind: kind, group: resource.group)
    TypedReader.read(resource, index: index, value: value, into: &facts.typed)
  }

  /// An object that another language holds as a value: the manifest of a Terraform resource. Nil for a value that is
  /// none.
  public static func read(_ value: Value, address: String, at location: Location) -> FileFacts? {
    guard let kind = value["kind"]?.string, let version = value["apiVersion"]?.string else { return nil }
    let parts = version.split(separator: "/", maxSplits: 1).map(String.init)
    let resource = Resource(
      domain: .kubernetes, type: kind, group: parts.count == 2 ? parts[0] : "", version: parts.last ?? "",
      name: value.at("metadata", "name")?.string ?? "", namespace: value.at("metadata", "namespace")?.string,
      address: address, value: value, location: location)
    var facts = FileFacts(file: location.file, path: "")
    facts.resources = [resource]
    facts.podTemplates = PodTemplateFinder(resource: 0, value: value).find(kind: kind, group: resource.group)
    TypedReader.read(resource, index: 0, value: value, into: &facts.typed)
    return facts
  }

  private static func resource(_ root: YAMLNode, kind: String, version: String) -> Resource {
    let slash = version.utf8.firstIndex(of: UInt8(ascii: "/"))
    let metadata = root["metadata"]
    let name = text(metadata?["name"]) ?? text(metadata?["generateName"]).map { $0 + "*" } ?? ""
    let namespace = text(metadata?["namespace"])
    var resource = Resource(
      domain: .kubernetes, type: kind, group: slash.map { String(version[..<$0]) } ?? "",
      version: slash.map { String(version[version.utf8.index(after: $0)...]) } ?? version, name: name,
      namespace: namespace,
      address: namespace.map { "\(kind)/\($0)/\(name)" } ?? "\(kind)/\(name)", value: Value(.null),
      location: root.location)
    resource.body = .node(root)
    return resource
  }

  /// The value of an object that holds pods or that analyses ask about; nil for the many others.
  private static func needed(_ resource: Resource, _ root: YAMLNode) -> Value? {
    if PodBearingKind(kind: resource.type, group: resource.group) != nil
      || TypedReader.reads(kind: resource.type, group: resource.group)
    {
      return Value(root)
    }
    guard resource.group != "apiextensions.k8s.io", root.containsKey("containers") else { return nil }
    return Value(root)
  }

  private static func text(_ node: YAMLNode?) -> String? {
    guard let node, node.kind == .scalar, node.scalar != .null else { return nil }
    return node.text
  }

  private static func braces(_ stream: YAMLStream) -> Location? {
    let bytes = stream.tree.bytes
    var comment = 0
    var offset = 0
    while let found = bytes[offset...].firstIndex(of: UInt8(ascii: "{")), found + 1 < bytes.count {
      offset = found + 1
      guard bytes[offset] == UInt8(ascii: "{") else { continue }
      while comment < stream.comments.count, stream.comments[comment].end <= found { comment += 1 }
      if comment < stream.comments.count, stream.comments[comment].start <= found { continue }
      return Location(file: stream.tree.file, range: ByteRange(found..<(found + 2)))
    }
    return nil
  }
}
