internal import Kubernetes
internal import ResourceModel
internal import SourceText
internal import Values
internal import YAMLSyntax

/// Files of a repository: path → text.
func facts(_ files: [(path: String, text: String)]) -> (facts: Facts, bytes: [[UInt8]]) {
  var parts: [FileFacts] = []
  var bytes: [[UInt8]] = []
  for (index, file) in files.enumerated() {
    let source = SourceFile(id: FileID(Int32(index)), path: file.path, bytes: Array(file.text.utf8))
    bytes.append(source.bytes)
    parts.append(ManifestReader.read(YAMLParser.parse(source), path: file.path))
  }
  return (Facts(merging: parts), bytes)
}

/// One line per resource, pod template and container: path, image and memory limit with the text they stand in.
func pods(_ text: String) -> String {
  let (facts, bytes) = facts([("a.yaml", text)])
  var lines: [String] = []
  for (index, resource) in facts.resources.enumerated() {
    lines.append(resource.address)
    for template in facts.podTemplates where template.resource == index {
      let account = template.spec["serviceAccountName"]?.string.map { " as \($0)" } ?? ""
      lines.append("  \(template.path)\(account)")
      for container in template.containers {
        let image = container.value["image"].map { shown($0, bytes) } ?? "no image"
        let memory = container.value.at("resources", "limits", "memory").map { " " + shown($0, bytes) } ?? ""
        lines.append("    \(container.role) \(container.path): \(image)\(memory)")
      }
    }
  }
  return lines.joined(separator: "\n")
}

func shown(_ value: Value, _ bytes: [[UInt8]]) -> String {
  let source =
    value.location.map { location in
      "«" + String(decoding: bytes[Int(location.file.raw)][location.range.indices], as: UTF8.self) + "»"
    } ?? ""
  switch value.content {
  case .string(let text): return text + source
  case .unknown(let unknown):
    return "unknown: \(unknown.reasons.map(\.phrase).joined(separator: ", "))" + source
  case .null: return "null" + source
  case .bool(let flag): return "\(flag)" + source
  case .number: return "number" + source
  case .list: return "list"
  case .object: return "object"
  }
}

func documentClass(_ bytes: [UInt8], _ path: String) -> DocumentClass {
  let stream = YAMLParser.parse(SourceFile(id: FileID(0), path: path, bytes: bytes))
  return DocumentClass(stream.documents.first?.root, path: path)
}
