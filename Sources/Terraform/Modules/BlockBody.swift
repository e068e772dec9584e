internal import HCLSyntax
internal import SourceText

/// The content of a block in either syntax, with the bodies that override it.
///
/// In the JSON syntax only a schema tells a block from an attribute, so the reader names the block types that it
/// knows, with the number of their labels.
struct BlockBody: Sendable {
  enum Source: Sendable {
    case native(BodyID)
    case json(ExpressionID)
  }

  struct Argument: Sendable {
    let name: String
    let nameLocation: Location
    /// From the name to the end of the value.
    let location: Location
    let value: ExpressionID
    let file: SyntaxFile
  }

  struct Child: Sendable {
    let type: String
    let typeLocation: Location
    let labels: [String]
    /// The header of the block, for findings about the block as a whole.
    let location: Location
    let body: BlockBody
  }

  let file: SyntaxFile
  let source: Source
  /// The range of the whole body.
  let location: Location

  init(_ file: SyntaxFile, _ id: BodyID) {
    self.file = file
    self.source = .native(id)
    self.location = file.tree.location(file.tree[id].range)
  }

  init(_ file: SyntaxFile, json id: ExpressionID) {
    self.file = file
    self.source = .json(id)
    self.location = file.tree.location(of: id)
  }

  /// Arguments and nested blocks. `schema`: block types and how many labels each has; needed for JSON only.
  func content(_ schema: [String: Int] = [:]) -> (arguments: [Argument], blocks: [Child]) {
    switch source {
    case .native(let id): native(id)
    case .json(let id): json(id, schema)
    }
  }

  private func native(_ id: BodyID) -> (arguments: [Argument], blocks: [Child]) {
    let tree = file.tree
    var arguments: [Argument] = []
    var blocks: [Child] = []
    for item in tree[id].items {
      switch item {
      case .attribute(let attribute):
        arguments.append(
          Argument(
            name: tree[attribute.name], nameLocation: tree.location(attribute.nameRange),
            location: tree.location(attribute.range), value: attribute.value, file: file))
      case .block(let block):
        blocks.append(
          Child(
            type: tree[block.type], typeLocation: tree.location(block.typeRange),
            labels: block.labels.map { tree[$0.name] }, location: tree.location(block.headerRange),
            body: BlockBody(file, block.body)))
      }
    }
    return (arguments, blocks)
  }

  private func json(_ id: ExpressionID, _ schema: [String: Int]) -> (arguments: [Argument], blocks: [Child]) {
    var arguments: [Argument] = []
    var blocks: [Child] = []
    for (key, value) in members(id) {
      let tree = file.tree
      guard let name = tree.literalString(key), name != "//" else { continue }
      let keyLocation = tree.location(of: key)
      if let labels = schema[name] {
        unpack(value, name, keyLocation, labels, [], keyLocation, &blocks)
      } else {
        let range = keyLocation.range.union(tree.range(of: value))
        arguments.append(
          Argument(
            name: name, nameLocation: keyLocation, location: tree.location(range), value: value, file: file))
      }
    }
    return (arguments, blocks)
  }

  /// The members of an object, or of all objects of an array.
  private func members(_ id: ExpressionID) -> [(key: ExpressionID, value: ExpressionID)] {
    let tree = file.tree
    switch tree[id] {
    case .object(let items):
      let ids = Array(tree[items])
      return stride(from: 0, to: ids.count - 1, by: 2).map { (ids[$0], ids[$0 + 1]) }
    case .tuple(let elements):
      return tree[elements].flatMap { element -> [(key: ExpressionID, value: ExpressionID)] in
        guard case .object = tree[element] else { return [] }
        return members(element)
      }
    default: return []
    }
  }

  private func unpack(
    _ value: ExpressionID, _ type: String, _ typeLocation: Location, _ labelsLeft: Int, _ labels: [String],
    _ header: Location, _ blocks: inout [Child]
  ) {
    let tree = file.tree
    if labelsLeft > 0 {
      for (key, inner) in members(value) {
        guard let label = tree.literalString(key), label != "//" else { continue }
        unpack(
          inner, type, typeLocation, labelsLeft - 1, labels + [label], tree.location(of: key), &blocks)
      }
      return
    }
    switch tree[value] {
    case .object:
      blocks.append(
        Child(
          type: type, typeLocation: typeLocation, labels: labels, location: header,
          body: BlockBody(file, json: value)))
    case .tuple(let elements):
      for element in tree[elements] {
        guard case .object = tree[element] else { continue }
        blocks.append(
          Child(
            type: type, typeLocation: typeLocation, labels: labels, location: header,
            body: BlockBody(file, json: element)))
      }
    default: break
    }
  }
}
