internal import SourceText
internal import YAMLSyntax

/// Parses and prints all: one line per node (range, style, value), then the problems and the comments.
func printed(_ text: String, limits: YAMLLimits = YAMLLimits()) -> String {
  printed(Array(text.utf8), limits: limits)
}

func printed(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> String {
  let file = SourceFile(id: FileID(0), path: "a.yaml", bytes: bytes)
  let stream = YAMLParser.parse(file, limits: limits)
  var lines: [String] = []
  for document in stream.documents {
    lines.append(document.isComplete ? "---" : "--- (incomplete)")
    if let root = document.root { lines += shape(root, indent: "") }
  }
  lines += stream.problems.map { problemLine($0, bytes) }
  lines += stream.comments.map { "# \($0.start): " + String(decoding: bytes[$0.indices], as: UTF8.self) }
  return lines.joined(separator: "\n")
}

func problemLine(_ problem: Problem, _ bytes: [UInt8]) -> String {
  let index = LineIndex(bytes)
  let position = index.position(of: Int(problem.location.range.start), in: bytes)
  let text = String(decoding: bytes[problem.location.range.indices], as: UTF8.self)
  return
    "\(position.line):\(position.column) \(problem.severity) \(problem.kind) «\(text)» \(problem.message)"
    + (problem.advice.map { " | \($0)" } ?? "")
}

private func shape(_ node: YAMLNode, indent: String) -> [String] {
  let range = "\(node.range.start)..\(node.range.end)"
  let tag = node.tag.map { " !\($0)" } ?? ""
  if node.isAlias, node.aliasTarget != nil { return ["\(indent)\(range) *\(node.aliasName ?? "")"] }
  switch node.kind {
  case .scalar: return ["\(indent)\(range)\(tag) \(scalar(node))"]
  case .sequence:
    return ["\(indent)\(range)\(tag) seq"] + node.elements.flatMap { shape($0, indent: indent + "  ") }
  case .mapping:
    return ["\(indent)\(range)\(tag) map"]
      + node.entries.flatMap { entry -> [String] in
        shape(entry.key, indent: indent + "  ") + shape(entry.value, indent: indent + "    ")
      }
  }
}

private func scalar(_ node: YAMLNode) -> String {
  switch node.scalar {
  case .null: "null"
  case .bool(let flag): "bool \(flag)"
  case .integer(let integer): "int \(integer)"
  case .double(let double): "double \(double)"
  case .string: "\(node.style) \(node.text.debugDescription)"
  }
}
