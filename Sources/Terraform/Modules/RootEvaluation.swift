internal import HCLSyntax
internal import ResourceModel
internal import SourceText
internal import Values

/// One root module under one set of inputs.
final class RootEvaluation {
  /// A provider block, evaluated.
  struct Provider {
    var name: String
    var alias: String?
    var value: Value
    var location: Location
    var module: String
  }

  let library: ModuleLibrary
  let folder: String
  let session: EvaluationSession
  let workspace: String
  let planning: RootInputs.Planning
  private(set) var providers: [Provider] = []
  /// Modules that are named but are not in the repository: source → places.
  private(set) var missingModules: [(source: String, location: Location)] = []
  private(set) var openCalls: [TerraformRoot.OpenCall] = []
  private(set) var usedModules: [ModuleSource] = []
  private var usedFolders: Set<String> = []
  private var remainingInstances = 200_000
  private let manifest: [String: String]
  private let mapping: ModuleMapping
  let states: RemoteStates
  private(set) var root: ModuleInstance?

  /// `mapping`: folders for module sources that are not local.
  init?(
    _ library: ModuleLibrary, folder: String, inputs: [String: InputValue], workspace: String = "default",
    stepBudget: Int = RootInputs.standardStepBudget, planning: RootInputs.Planning,
    mapping: ModuleMapping, states: RemoteStates,
    functions: FunctionTable
  ) {
    guard let module = library.modules[folder] else { return nil }
    self.library = library
    self.folder = folder
    self.workspace = workspace
    self.planning = planning
    self.mapping = mapping
    self.states = states
    let files = RootFileAccess(repository: library.repository, folder: folder)
    session = EvaluationSession(
      functions: functions, context: TemplateRendering.context(functions: functions, files: files),
      steps: stepBudget)
    manifest = ModuleManifest.read(library.repository, root: folder)
    let root = ModuleInstance(module, self, address: "", manifestKey: "", depth: 0, inputs: .root(inputs))
    self.root = root
    use(module)
    connectProviders(of: root, call: nil, parent: nil)
  }

  private var schemas: [String: BlockSchema?] = [:]

  /// The provider's schema of a resource type (`data.` before a data source); nil where none is carried.
  func schema(of type: String) -> BlockSchema? {
    if let schema = schemas[type] { return schema }
    let schema = SchemaCatalogue.aws.body(of: type)
    schemas[type] = .some(schema)
    return schema
  }

  func use(_ module: ModuleSource) {
    if usedFolders.insert(module.folder).inserted { usedModules.append(module) }
  }

  func missing(_ source: String, at location: Location) {
    if !missingModules.contains(where: { $0.location == location }) {
      missingModules.append((source, location))
    }
  }

  func leaveOpen(_ call: TerraformRoot.OpenCall) { openCalls.append(call) }

  func takeInstances(_ count: Int, at location: Location) -> Bool {
    guard count <= remainingInstances else {
      session.report(
        Problem(.error, .budget, "more than 200000 instances of resources, modules and blocks", at: location))
      return false
    }
    remainingInstances -= count
    return true
  }

  /// The folder of a module that is not local: by the manifest of `terraform init`, by the profile, or vendored
  /// under the name of the source.
  func folder(ofModule key: String, source: String) -> String? {
    if let folder = mapping.folder(of: source) { return folder }
    if let folder = manifest[key], library.modules[folder] != nil { return folder }
    return nil
  }

  /// `path.module`, `path.root`, `path.cwd`, relative to the root's folder as Terraform has them.
  func paths(of module: String) -> Value {
    .object(
      ObjectFields([
        .init("module", .string(Self.relative(module, to: folder))), .init("root", .string(".")),
        .init(
          "cwd",
          planning.workingFolder.map { .string($0) }
            ?? .unknown(.string, because: [.init("path.cwd is where Terraform runs")])),
      ]))
  }

  static func relative(_ path: String, to folder: String) -> String {
    if path == folder { return "." }
    let target = path.split(separator: "/")
    let base = folder.split(separator: "/")
    var common = 0
    while common < min(target.count, base.count), target[common] == base[common] { common += 1 }
    let up = Array(repeating: "..", count: base.count - common)
    let down = target[common...].map(String.init)
    return (up + down).joined(separator: "/")
  }

  var workspaceObject: Value { .object(ObjectFields([.init("workspace", .string(workspace))])) }

  /// Gives an instance its providers: its own blocks, those passed to it, and the unaliased ones of its caller.
  func connectProviders(of instance: ModuleInstance, call: ModuleSource.Declaration?, parent: ModuleInstance?)
  {
    if let parent {
      for (name, provider) in parent.providers where !name.contains(".") {
        instance.providers[name] = provider
      }
      if let argument = call?.argument("providers"),
        case .object(let items) = argument.file.tree[argument.value]
      {
        let tree = argument.file.tree
        let ids = Array(tree[items])
        for position in stride(from: 0, to: ids.count - 1, by: 2) {
          guard let key = tree.referenceText(ids[position]), let value = tree.referenceText(ids[position + 1])
          else { continue }
          instance.providers[key] = parent.providers[value]
        }
      }
    }
    for block in instance.source.providers {
      let name = block.labels.first ?? ""
      let alias = block.argument("alias").flatMap { $0.file.tree.literalString($0.value) }
      let index = providers.count
      providers.append(
        Provider(
          name: name, alias: alias, value: .object(ObjectFields()), location: block.location,
          module: instance.address))
      instance.providers[alias.map { "\(name).\($0)" } ?? name] = index
    }
    for (block, index) in zip(
      instance.source.providers, (providers.count - instance.source.providers.count)...)
    {
      let fields = BlockEvaluator(instance).fields(
        arguments: block.arguments.filter {
          $0.name != "alias" && $0.name != "version" && $0.name != "for_each"
        },
        blocks: block.blocks, InstanceScope(instance))
      providers[index].value = .object(fields, origin: Origin(block.location))
    }
  }

  /// The provider configuration of a resource; nil when the module has no block for it.
  func provider(of resource: ModuleSource.Resource, in module: ModuleInstance) -> Int? {
    if let argument = resource.declaration.argument("provider"),
      let name = argument.file.tree.referenceText(argument.value)
    {
      return module.providers[name]
    }
    let name = resource.type.split(separator: "_", maxSplits: 1).first.map(String.init) ?? resource.type
    return module.providers[name]
  }
}

extension String {
  /// The text before the first appearance of a mark.
  func components(before mark: Character) -> String {
    firstIndex(of: mark).map { String(self[..<$0]) } ?? self
  }
}

extension HCLTree {
  /// `aws.west` of a reference, or of a string in the JSON syntax.
  func referenceText(_ id: ExpressionID) -> String? {
    switch self[id] {
    case .traversal(let root, let steps):
      text(of: Reference(root: root, steps: steps, expression: id))
    case .string(let reference), .jsonString(let reference, _): text(reference)
    default: nil
    }
  }
}

/// `.terraform/modules/modules.json`: where `terraform init` put the modules.
enum ModuleManifest {
  /// Module key (`a.b`) → folder.
  static func read(_ repository: RepositoryFiles, root: String) -> [String: String] {
    let path = (root.isEmpty ? "" : root + "/") + ".terraform/modules/modules.json"
    guard let file = repository[path] else { return [:] }
    let tree = HCLTree.parseJSON(file.bytes, file: file.id).tree
    guard let document = tree.documentObject else { return [:] }
    var folders: [String: String] = [:]
    for entry in tree.elements(tree.member("Modules", of: document)) {
      guard let key = tree.member("Key", of: entry).flatMap(tree.literalString),
        let folder = tree.member("Dir", of: entry).flatMap(tree.literalString),
        let resolved = RepositoryFiles.resolve(folder, from: root)
      else { continue }
      folders[key] = resolved
    }
    return folders
  }
}

extension HCLTree {
  func member(_ name: String, of object: ExpressionID) -> ExpressionID? {
    guard case .object(let items) = self[object] else { return nil }
    let ids = Array(self[items])
    for position in stride(from: 0, to: ids.count - 1, by: 2) where literalString(ids[position]) == name {
      return ids[position + 1]
    }
    return nil
  }

  func elements(_ id: ExpressionID?) -> [ExpressionID] {
    guard let id, case .tuple(let elements) = self[id] else { return [] }
    return Array(self[elements])
  }
}
