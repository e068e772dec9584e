internal import Delivery
internal import ResourceModel
internal import SourceText
internal import Values
internal import YAMLSyntax

/// A value with the text that each scalar stands in.
func shown(_ value: Value?, _ bytes: [UInt8]) -> String {
  guard let value else { return "none" }
  let source =
    value.location.map { "«" + String(decoding: bytes[$0.range.indices], as: UTF8.self) + "»" } ?? ""
  switch value.content {
  case .null: return "null" + source
  case .bool(let flag): return "\(flag)"
  case .number(.integer(let integer)): return "\(integer)" + source
  case .number: return "number" + source
  case .string(let text): return text + source
  case .list(let elements): return "[" + elements.map { shown($0, bytes) }.joined(separator: ", ") + "]"
  case .object(let fields):
    return "{" + fields.fields.map { "\($0.name): " + shown($0.value, bytes) }.joined(separator: ", ") + "}"
  case .unknown(let unknown):
    return "unknown(\(unknown.reasons.map(\.phrase).joined(separator: "; ")))" + source
  }
}

func dockerfile(_ text: String) -> (facts: FileFacts, bytes: [UInt8]) {
  let file = SourceFile(id: FileID(0), path: "Dockerfile", bytes: Array(text.utf8))
  return (DockerfileReader.read(file), file.bytes)
}

/// One line for each FROM and each copied image, then the problems.
func images(_ text: String) -> String {
  let (facts, bytes) = dockerfile(text)
  var lines: [String] = []
  for resource in facts.resources where resource.type != "dockerfile" {
    let value = resource.value
    let stage = value["isStage"]?.bool == true ? " (stage)" : ""
    lines.append("\(resource.type) \(resource.name): \(shown(value["image"], bytes))\(stage)")
  }
  for problem in facts.problems {
    let place = String(decoding: bytes[problem.location.range.indices], as: UTF8.self)
    lines.append("«\(place)» \(problem.message)" + (problem.advice.map { " | \($0)" } ?? ""))
  }
  return lines.joined(separator: "\n")
}
