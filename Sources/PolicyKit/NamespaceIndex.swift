internal import ResourceModel
internal import SourceText
internal import Values

/// What the repository says of each namespace.
///
/// Objects without a namespace are deployed into one that the repository does not name; those of one folder
/// are taken for one namespace, because one tool invocation applies a folder.
struct NamespaceIndex: Sendable {
  struct Entry: Sendable {
    var limitRanges: [Value] = []
    var resourceQuotas: [Value] = []
    var object: Value?
  }

  private var entries: [String: Entry] = [:]
  private let files: [SourceFile]

  init(_ facts: Facts, files: [SourceFile]) {
    self.files = files
    for resource in facts.resources where resource.domain == .kubernetes && resource.group.isEmpty {
      switch resource.type {
      case "LimitRange": entries[key(of: resource), default: Entry()].limitRanges.append(resource.value)
      case "ResourceQuota":
        entries[key(of: resource), default: Entry()].resourceQuotas.append(resource.value)
      case "Namespace": entries["name:" + resource.name, default: Entry()].object = resource.value
      default: break
      }
    }
  }

  subscript(resource: Resource) -> Entry { entries[key(of: resource)] ?? Entry() }

  private func key(of resource: Resource) -> String {
    if let namespace = resource.namespace { return "name:" + namespace }
    let file = Int(resource.location.file.raw)
    guard files.indices.contains(file) else { return "folder:" }
    let path = files[file].path
    return "folder:" + (path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "")
  }
}
