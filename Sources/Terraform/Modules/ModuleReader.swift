internal import HCLSyntax
internal import SourceText
internal import Values

/// Reads the files of a folder into a module.
struct ModuleReader {
  let folder: String
  private(set) var files: [SyntaxFile] = []
  private(set) var variables: [String: ModuleSource.Variable] = [:]
  private(set) var variableOrder: [String] = []
  private(set) var locals: [String: ModuleSource.Definition] = [:]
  private(set) var outputs: [ModuleSource.Output] = []
  private(set) var resources: [ModuleSource.Resource] = []
  private(set) var moduleCalls: [ModuleSource.Declaration] = []
  private(set) var providers: [ModuleSource.Declaration] = []
  private(set) var settings: [ModuleSource.Declaration] = []
  private(set) var problems: [Problem] = []

  /// Root blocks of Terraform and OpenTofu, with the number of their labels.
  static let rootBlocks: [String: Int] = [
    "terraform": 0, "provider": 1, "variable": 1, "locals": 0, "output": 1, "module": 1, "resource": 2,
    "data": 2,
    "ephemeral": 2, "action": 2, "moved": 0, "removed": 0, "import": 0, "check": 1, "language": 0,
  ]
  /// Nested blocks that the JSON syntax needs to know.
  private static let nestedBlocks: [String: [String: Int]] = [
    "terraform": [
      "backend": 1, "cloud": 0, "required_providers": 0, "provider_meta": 1, "state_store": 1,
      "encryption": 0,
    ],
    "variable": ["validation": 0],
    "output": ["precondition": 0],
    "resource": ["lifecycle": 0, "connection": 0, "provisioner": 1, "dynamic": 1],
    "data": ["lifecycle": 0, "dynamic": 1],
    "ephemeral": ["lifecycle": 0, "dynamic": 1],
    "check": ["data": 2, "assert": 0],
    "provider": [:], "module": [:],
  ]

  init(folder: String, files: [SyntaxFile]) {
    self.folder = folder
    self.files = files
    let isOverride: (SyntaxFile) -> Bool = { file in
      let stem = Self.stem(RepositoryFiles.name(of: file.path))
      return stem == "override" || stem.hasSuffix("_override")
    }
    for file in files { problems += file.problems }
    for file in files where !isOverride(file) { read(file, overrides: false) }
    for file in files where isOverride(file) { read(file, overrides: true) }
  }

  /// Whether the name is that of a configuration file, and of none that is ignored.
  static func isConfiguration(_ name: String) -> Bool {
    guard !name.hasPrefix("."), !name.hasSuffix("~"), !(name.hasPrefix("#") && name.hasSuffix("#")) else {
      return false
    }
    for ending in [".tftest", ".tfmock", ".tfquery", ".tfstack", ".tfdeploy", ".tfcomponent", ".tfmigrate"]
    where name.hasSuffix(ending + ".hcl") || name.hasSuffix(ending + ".json") { return false }
    return [".tf", ".tf.json", ".tofu", ".tofu.json"].contains { name.hasSuffix($0) }
  }

  static func stem(_ name: String) -> String {
    for ending in [".tf.json", ".tofu.json", ".tf", ".tofu"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  private mutating func read(_ file: SyntaxFile, overrides: Bool) {
    let body =
      file.tree.isJSON
      ? file.tree.documentObject.map { BlockBody(file, json: $0) } : BlockBody(file, file.tree.root)
    guard let body else { return }
    let (arguments, blocks) = body.content(Self.rootBlocks)
    for argument in arguments {
      complain("an argument named \"\(argument.name)\" is not expected here", at: argument.nameLocation)
    }
    for block in blocks { read(block, overrides: overrides) }
  }

  private mutating func complain(_ message: String, advice: String? = nil, at location: Location) {
    problems.append(Problem(.error, .semantics, message, advice: advice, at: location))
  }

  private mutating func read(_ block: BlockBody.Child, overrides: Bool) {
    guard let labels = Self.rootBlocks[block.type] else {
      complain("blocks of type \"\(block.type)\" are not expected here", at: block.typeLocation)
      return
    }
    guard block.labels.count == labels else {
      complain(
        "a \(block.type) block has \(labels) label\(labels == 1 ? "" : "s"), this one \(block.labels.count)",
        at: block.location)
      return
    }
    let declaration = declare(block)
    switch block.type {
    case "variable": readVariable(declaration, block, overrides: overrides)
    case "locals":
      for argument in declaration.arguments {
        if !overrides, let first = locals[argument.name] {
          complain("local value \"\(argument.name)\" is defined twice", at: argument.nameLocation)
          _ = first
          continue
        }
        locals[argument.name] = .init(
          name: argument.name, location: argument.location, file: argument.file, value: argument.value)
      }
    case "output": readOutput(declaration, block, overrides: overrides)
    case "resource": readResource(.managed, declaration, overrides: overrides)
    case "data": readResource(.data, declaration, overrides: overrides)
    case "ephemeral": readResource(.ephemeral, declaration, overrides: overrides)
    case "module":
      if overrides { Self.merge(declaration, into: &moduleCalls) } else { moduleCalls.append(declaration) }
    case "provider":
      if overrides { mergeProvider(declaration) } else { providers.append(declaration) }
    case "terraform":
      if overrides { mergeSettings(declaration) } else { settings.append(declaration) }
    case "check":
      for nested in declaration.blocks where nested.type == "data" && nested.labels.count == 2 {
        readResource(.data, declare(nested), overrides: false)
      }
    default: break
    }
  }

  private func declare(_ block: BlockBody.Child) -> ModuleSource.Declaration {
    let (arguments, blocks) = block.body.content(Self.nestedBlocks[block.type] ?? [:])
    return .init(labels: block.labels, location: block.location, arguments: arguments, blocks: blocks)
  }

  private mutating func readVariable(
    _ declaration: ModuleSource.Declaration, _ block: BlockBody.Child, overrides: Bool
  ) {
    let name = declaration.labels[0]
    var variable =
      variables[name] ?? .init(name: name, location: declaration.location, file: block.body.file)
    if variables[name] == nil {
      variableOrder.append(name)
    } else if !overrides {
      complain("variable \"\(name)\" is declared twice", at: declaration.location)
      return
    }
    for argument in declaration.arguments {
      switch argument.name {
      case "type":
        var constraint = TypeExpression(argument.file)
        (variable.type, variable.typeDefaults) = constraint.read(argument.value)
        problems += constraint.problems
      case "default":
        variable.defaultValue = argument.value
        variable.defaultFile = argument.file
      case "sensitive": variable.isSensitive = flag(argument) ?? false
      case "ephemeral": variable.isEphemeral = flag(argument) ?? false
      case "nullable": variable.isNullable = flag(argument) ?? true
      default: break
      }
    }
    for nested in declaration.blocks where nested.type == "validation" {
      let arguments = nested.body.content().arguments
      guard let condition = arguments.last(where: { $0.name == "condition" }) else { continue }
      variable.validations.append(
        .init(
          file: condition.file, condition: condition.value,
          message: arguments.last { $0.name == "error_message" }?.value))
    }
    variables[name] = variable
  }

  private func flag(_ argument: BlockBody.Argument) -> Bool? {
    if case .bool(let flag) = argument.file.tree[argument.value] { return flag }
    return argument.file.tree.literalString(argument.value).map { $0 == "true" }
  }

  private mutating func readOutput(
    _ declaration: ModuleSource.Declaration, _ block: BlockBody.Child, overrides: Bool
  ) {
    let name = declaration.labels[0]
    var output = ModuleSource.Output(name: name, location: declaration.location, file: block.body.file)
    let existing = outputs.firstIndex { $0.name == name }
    if let existing, overrides { output = outputs[existing] }
    if let value = declaration.argument("value") {
      output.value = value.value
      output.file = value.file
    }
    if let sensitive = declaration.argument("sensitive") { output.isSensitive = flag(sensitive) ?? false }
    if let ephemeral = declaration.argument("ephemeral") { output.isEphemeral = flag(ephemeral) ?? false }
    if let existing {
      if overrides {
        outputs[existing] = output
      } else {
        complain("output \"\(name)\" is declared twice", at: declaration.location)
      }
    } else {
      outputs.append(output)
    }
  }

  private mutating func readResource(
    _ mode: ModuleSource.Mode, _ declaration: ModuleSource.Declaration, overrides: Bool
  ) {
    let resource = ModuleSource.Resource(
      mode: mode, type: declaration.labels[0], name: declaration.labels[1], declaration: declaration)
    if let existing = resources.firstIndex(where: { $0.address == resource.address }) {
      if overrides {
        resources[existing].declaration = Self.merged(resources[existing].declaration, declaration)
      } else {
        complain("\(resource.address) is declared twice", at: declaration.location)
      }
    } else {
      resources.append(resource)
    }
  }

  private static func merge(
    _ declaration: ModuleSource.Declaration, into list: inout [ModuleSource.Declaration]
  ) {
    guard let index = list.firstIndex(where: { $0.labels == declaration.labels }) else { return }
    list[index] = merged(list[index], declaration)
  }

  private mutating func mergeProvider(_ declaration: ModuleSource.Declaration) {
    func alias(_ declaration: ModuleSource.Declaration) -> String? {
      declaration.argument("alias").flatMap { $0.file.tree.literalString($0.value) }
    }
    guard
      let index = providers.firstIndex(where: {
        $0.labels == declaration.labels && alias($0) == alias(declaration)
      })
    else {
      providers.append(declaration)
      return
    }
    providers[index] = Self.merged(providers[index], declaration)
  }

  /// A backend or cloud block in an override replaces the one that is there.
  private mutating func mergeSettings(_ declaration: ModuleSource.Declaration) {
    let replacing: Set<String> = ["backend", "cloud", "state_store"]
    if declaration.blocks.contains(where: { replacing.contains($0.type) }) {
      for index in settings.indices { settings[index].blocks.removeAll { replacing.contains($0.type) } }
    }
    settings.append(declaration)
  }

  /// Arguments replace arguments, a nested block type hides all base blocks of that type, a dynamic block too.
  /// `lifecycle` is merged setting by setting.
  static func merged(
    _ base: ModuleSource.Declaration, _ override: ModuleSource.Declaration
  ) -> ModuleSource.Declaration {
    func type(_ block: BlockBody.Child) -> String {
      block.type == "dynamic" ? block.labels.first ?? "" : block.type
    }
    var result = base
    let replaced = Set(override.arguments.map(\.name))
    result.arguments = base.arguments.filter { !replaced.contains($0.name) } + override.arguments
    let hidden = Set(override.blocks.map(type)).subtracting(["lifecycle"])
    result.blocks = base.blocks.filter { !hidden.contains(type($0)) } + override.blocks
    return result
  }
}
