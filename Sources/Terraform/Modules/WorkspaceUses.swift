internal import HCLSyntax
internal import ResourceModel
internal import SourceText

/// Where a root module asks for `terraform.workspace`, and whether the answer chooses the account.
struct WorkspaceUses {
  private let module: ModuleSource
  /// Locals whose value depends on the workspace.
  private var locals: Set<String> = []

  init(_ module: ModuleSource) {
    self.module = module
    // A local of a local of …: until nothing is added.
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (name, definition) in module.locals where !locals.contains(name) {
        guard depends(definition.file, definition.value) else { continue }
        locals.insert(name)
        isGrowing = true
      }
    }
  }

  var facts: TerraformRoot.Workspaces {
    var uses: [Location] = []
    for definition in module.locals.values { uses += places(definition.file, definition.value) }
    for resource in module.resources { visit(resource.declaration) { uses += places($0.file, $0.value) } }
    for call in module.moduleCalls { visit(call) { uses += places($0.file, $0.value) } }
    for output in module.outputs { if let value = output.value { uses += places(output.file, value) } }
    var chooses = false
    for provider in module.providers {
      visit(provider) { argument in
        if ["region", "tags"].contains(argument.name) { return }
        chooses = chooses || depends(argument.file, argument.value)
      }
    }
    uses.sort { ($0.file.raw, $0.range.start) < ($1.file.raw, $1.range.start) }
    return TerraformRoot.Workspaces(uses: uses, chooseAccount: chooses)
  }

  private func visit(_ declaration: ModuleSource.Declaration, _ body: (BlockBody.Argument) -> Void) {
    declaration.arguments.forEach(body)
    for block in declaration.blocks { visit(block.body, body) }
  }

  private func visit(_ block: BlockBody, _ body: (BlockBody.Argument) -> Void) {
    let (arguments, blocks) = block.content(["dynamic": 1, "content": 0])
    arguments.forEach(body)
    for child in blocks { visit(child.body, body) }
  }

  private func depends(_ file: SyntaxFile, _ value: ExpressionID) -> Bool {
    let tree = file.tree
    return tree.references(of: value).contains { reference in
      let root = tree[reference.root]
      guard case .attribute(let name)? = tree[reference.steps].first else { return false }
      return (root == "terraform" && tree[name] == "workspace")
        || (root == "local" && locals.contains(tree[name]))
    }
  }

  private func places(_ file: SyntaxFile, _ value: ExpressionID) -> [Location] {
    let tree = file.tree
    return tree.references(of: value).compactMap { reference in
      guard tree[reference.root] == "terraform", case .attribute(let name)? = tree[reference.steps].first,
        tree[name] == "workspace"
      else { return nil }
      return tree.location(of: reference.expression)
    }
  }
}
