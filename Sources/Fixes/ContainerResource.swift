internal import PolicyKit
internal import SourceText
internal import Values
internal import YAMLSyntax

/// Adds a missing request or limit, with the value that the profile gives the policy as its parameter `value`.
struct ContainerResource: Sendable {
  /// From the container on: `resources`, `limits`, `memory`.
  private let path: [String]

  init(_ path: [String]) { self.path = path }

  func proposal(_ finding: Finding, _ file: SourceFile, _ context: FixContext) -> FixProposal {
    guard let value = value(context.parameters[finding.policy]?["value"]) else {
      return .refusal(
        "no value is set: policies: {\(finding.policy): {params: {value: …}}} in .mlguard.yaml gives it")
    }
    let name = file.path.lowercased()
    guard [".yaml", ".yml", ".json"].contains(where: name.hasSuffix), !name.hasSuffix(".tf.json") else {
      return .refusal("requests and limits are added to YAML and JSON manifests alone")
    }
    let stream = YAMLParser.parse(file)
    guard stream.tree.bytes.count == file.bytes.count,
      let container = container(at: finding.location.range, stream)
    else { return .refusal("no container was found at this place") }
    guard let edit = YAMLInsertion(stream.tree, file.id).edit(adding: path[...], value, to: container) else {
      return .refusal(
        "the container is written in a way that is not edited: an alias, a merge key or a text block")
    }
    return .fix(Fix("set \(path.joined(separator: ".")) to \(value), as the profile says", [edit]))
  }

  /// A quantity as text that needs no quotes.
  private func value(_ value: Value?) -> String? {
    let text: String
    switch value?.content {
    case .string(let string): text = string
    case .number(.integer(let number)): text = String(number)
    case .number(.double(let number)): text = String(number)
    case .number(.exact(let number)): text = "\(number)"
    case .null, .bool, .list, .object, .unknown, nil: return nil
    }
    let isPlain = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == UInt8(ascii: ".")
    }
    return text.isEmpty || !isPlain ? nil : text
  }

  /// The mapping of the container: the innermost one at the place, or the one around it where the place is a key of
  /// `resources` or of what it holds.
  private func container(at place: ByteRange, _ stream: YAMLStream) -> YAMLNode? {
    let offset = place.start
    guard let root = stream.documents.lazy.compactMap(\.root).first(where: { $0.covers(offset) }) else {
      return nil
    }
    var chain: [(key: String, mapping: YAMLNode)] = []
    var open: YAMLNode? = root
    var key = ""
    while let node = open {
      open = nil
      if node.isAlias { return nil }
      switch node.kind {
      case .scalar: break
      case .sequence:
        open = node.elements.first { $0.covers(offset) }
        key = ""
      case .mapping:
        chain.append((key, node))
        guard let entry = node.entries.first(where: { $0.value.covers(offset) }) else { break }
        key = entry.key.text
        open = entry.value
      }
    }
    for depth in (1..<path.count).reversed()
    where chain.count > depth && chain.suffix(depth).map(\.key) == Array(path[..<depth]) {
      chain.removeLast(depth)
      break
    }
    return chain.last?.mapping
  }
}

extension YAMLNode {
  fileprivate func covers(_ offset: Int32) -> Bool { range.start <= offset && offset < range.end }
}
