internal import HCLSyntax
internal import ResourceModel
internal import SourceText
internal import Terraform
internal import Values

/// Module calls as resources of type `module`: where the module comes from, which Terraform wants literal.
enum ModuleCalls {
  /// O(bytes) of the configuration files that hold a call.
  static func read(_ files: [SourceFile]) -> [Resource] {
    files.flatMap { file -> [Resource] in
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      guard ModuleLibrary.isConfiguration(name) else { return [] }
      return name.hasSuffix(".json") ? json(file) : native(file)
    }
  }

  private static func native(_ file: SourceFile) -> [Resource] {
    let tree = HCLTree.parse(file.bytes, file: file.id).tree
    return tree[tree.root].items.compactMap { item in
      guard case .block(let block) = item, tree[block.type] == "module", let label = block.labels.first else {
        return nil
      }
      let attributes = tree[block.body].items.compactMap { item -> Attribute? in
        if case .attribute(let attribute) = item { attribute } else { nil }
      }
      return call(tree[label.name], attributes, tree, at: tree.location(block.headerRange))
    }
  }

  private static func json(_ file: SourceFile) -> [Resource] {
    var tree = HCLTree.parseJSON(file.bytes, file: file.id).tree
    guard let root = tree.documentObject else { return [] }
    var found: [Resource] = []
    for block in tree.members(root) where tree[block.name] == "module" {
      for module in tree.members(block.value) {
        let attributes = tree.members(module.value)
        found.append(call(tree[module.name], attributes, tree, at: tree.location(module.nameRange)))
      }
    }
    return found
  }

  private static func call(
    _ name: String, _ attributes: [Attribute], _ tree: HCLTree, at location: Location
  ) -> Resource {
    var fields = ObjectFields()
    for attribute in attributes where ["source", "version"].contains(tree[attribute.name]) {
      guard let text = tree.literalString(attribute.value) else { continue }
      let value = Value(.string(text), origin: Origin(tree.location(of: attribute.value)))
      fields.set(.init(tree[attribute.name], at: tree.location(attribute.nameRange), value))
    }
    return Resource(
      domain: .terraform, type: "module", name: name, address: "module." + name,
      value: Value(.object(fields), origin: Origin(location)), location: location)
  }
}
