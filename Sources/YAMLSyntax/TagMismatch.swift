internal import SourceText

/// Scalars whose tag promises another type than their text has: `!!int yes`.
enum TagMismatch {
  static func problems(_ tree: YAMLTree) -> [Problem] {
    guard tree.properties.contains(where: { $0.tag != nil }) else { return [] }
    var problems: [Problem] = []
    for index in tree.nodes.indices where tree.nodes[index].properties >= 0 {
      let node = YAMLNode(tree: tree, id: NodeID(Int32(truncatingIfNeeded: index)))
      guard tree.nodes[index].kind == .scalar, let tag = node.tag, tag.hasPrefix(coreTag) else { continue }
      let type = tag.dropFirst(coreTag.count)
      guard ["bool", "int", "float"].contains(type), node.scalar == .string else { continue }
      problems.append(
        Problem(
          .error, .semantics, "the tag !!\(type) stands before text that is no \(type)",
          advice: "remove the tag, or write the value as \(type)", at: node.location))
    }
    return problems
  }
}

/// The prefix that `!!` stands for.
let coreTag = "tag:yaml.org,2002:"
