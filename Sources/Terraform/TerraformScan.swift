internal import HCLSyntax
public import ResourceModel
public import SourceText
public import Values

/// A root module to be evaluated, under one set of inputs.
public struct RootInputs: Sendable {
  public var folder: String
  /// The environment that the inputs are for; nil where there is one set only.
  public var name: String?
  /// Variable files beside those that Terraform loads by itself, lowest precedence first.
  public var variableFiles: [String]
  /// Files of backend settings (`-backend-config`).
  public var backendFiles: [String]
  public var workspace: String
  /// How many expressions may be evaluated, each time counted. Large real repositories take some 200,000.
  public var stepBudget = standardStepBudget
  public static let standardStepBudget = 3_000_000
  public var planning = Planning()

  /// What a plan knows and a repository does not: for comparing an evaluation with a plan.
  public struct Planning: Sendable {
    /// What data sources answered, by address (`module.a.data.b.c[0]`).
    public var dataResults: [String: Value] = [:]
    /// `path.cwd`.
    public var workingFolder: String?
    /// Arguments that are written as null have the provider's default.
    public var fillsDefaults = false

    public init() {}
  }

  public init(
    folder: String, name: String? = nil, variableFiles: [String] = [], backendFiles: [String] = [],
    workspace: String = "default"
  ) {
    self.folder = folder
    self.name = name
    self.variableFiles = variableFiles
    self.backendFiles = backendFiles
    self.workspace = workspace
  }
}

/// What the evaluation of one root gives.
public struct RootResult: Sendable {
  public var root: TerraformRoot
  /// Their `terraform.root` is 0: whoever gathers roots counts on.
  public var resources: [Resource]
  /// What the evaluation met; what is wrong in the files themselves is the library's.
  public var problems: [Problem]
}

extension ModuleLibrary {
  /// The sets of inputs that the repository has for a root: its variable files that Terraform does not load by
  /// itself, beside the root or in a folder below it that holds no configuration.
  public func inferredInputs(of folder: String) -> [RootInputs] {
    var found: [RootInputs] = []
    let prefix = folder.isEmpty ? "" : folder + "/"
    for path in repository.paths(below: folder) ?? [] {
      let name = RepositoryFiles.name(of: path)
      guard InputFiles.isVariableFile(name) else { continue }
      let place = RepositoryFiles.folder(of: path)
      if place.isEmpty, InputFiles.isAutomatic(name) { continue }
      if place.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      if !place.isEmpty, modules[prefix + place] != nil { continue }
      let stem = name.components(before: ".")
      let isNamed = !["terraform", "variables", "vars", "main", "default"].contains(stem)
      let environment = isNamed ? stem : place.split(separator: "/").last.map(String.init) ?? stem
      found.append(RootInputs(folder: folder, name: environment, variableFiles: [prefix + path]))
    }
    // Files that Terraform loads by itself make a set of their own, which the named files then change.
    if found.isEmpty || !InputFiles.automatic(in: folder, repository).isEmpty {
      found.insert(RootInputs(folder: folder), at: 0)
    }
    for index in found.indices {
      let name = found[index].name ?? ""
      found[index].backendFiles = backendFiles(for: name, below: folder)
    }
    return found
  }

  /// The roots, and those that are declared besides.
  public func roots(declaredIn environments: [DeclaredEnvironment]) -> [String] {
    let declared = environments.flatMap(\.roots).map(\.folder).filter { modules[$0] != nil }
    return Set(roots + declared).sorted()
  }

  /// The sets of inputs of a root: declared ones, and those that are inferred from files that no declaration takes.
  public func inputs(of folder: String, declaredIn environments: [DeclaredEnvironment]) -> [RootInputs] {
    var declared: [RootInputs] = []
    for environment in environments {
      for root in environment.roots
      where root.folder == folder && !(root.variableFiles.isEmpty && root.workspace == nil) {
        var inputs = RootInputs(
          folder: folder, name: environment.name, variableFiles: root.variableFiles,
          backendFiles: root.backendFiles, workspace: root.workspace ?? "default")
        if root.backendFiles.isEmpty {
          inputs.backendFiles = backendFiles(for: environment.name, below: folder)
        }
        declared.append(inputs)
      }
    }
    if declared.isEmpty { return inferredInputs(of: folder) }
    let taken = Set(declared.flatMap(\.variableFiles))
    return declared
      + inferredInputs(of: folder).filter { inputs in
        !inputs.variableFiles.isEmpty && !inputs.variableFiles.contains(where: taken.contains)
      }
  }

  /// `backend-dev.hcl`, `envs/dev.backend.hcl`, `dev.tfbackend`.
  private func backendFiles(for environment: String, below folder: String) -> [String] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    return (repository.paths(below: folder) ?? []).filter { path in
      let name = RepositoryFiles.name(of: path)
      guard name.hasSuffix(".tfbackend") || (name.hasSuffix(".hcl") && name.contains("backend")) else {
        return false
      }
      return path.split { "/.-_".contains($0) }.contains { $0 == environment }
    }.map { prefix + $0 }
  }

  /// Evaluates a root module.
  /// - Parameters:
  ///   - mapping: where modules lie that are not local.
  ///   - states: outputs of roots that were evaluated before, which this one may read.
  public func evaluate(
    _ inputs: RootInputs, modules mapping: ModuleMapping = ModuleMapping(),
    states: RemoteStates = RemoteStates()
  ) -> RootResult? {
    guard let module = modules[inputs.folder], let first = module.files.first else { return nil }
    let files =
      InputFiles.automatic(in: inputs.folder, repository) + inputs.variableFiles.compactMap { repository[$0] }
    var (values, problems) = InputFiles.values(files)
    for path in inputs.variableFiles where repository[path] == nil {
      problems.append(
        Problem(
          .error, .missing, "the variable file \(path) is not in the repository",
          at: Location(file: first.tree.file, range: ByteRange(start: 0, end: 0))))
    }
    for name in values.keys where module.variables[name] == nil { values[name] = nil }
    guard
      let evaluation = RootEvaluation(
        self, folder: inputs.folder, inputs: values, workspace: inputs.workspace,
        stepBudget: inputs.stepBudget, planning: inputs.planning, mapping: mapping, states: states,
        functions: Self.functions), let root = evaluation.root
    else { return nil }
    var collector = RootCollector(evaluation)
    collector.collect(root)
    for module in evaluation.usedModules {
      for resource in module.resources {
        guard let schema = evaluation.schema(of: resource.mode.rawValue + resource.type) else { continue }
        let application = SchemaApplication(catalogue: .aws, reason: .init(""))
        problems += application.notes(resource, schema)
      }
    }
    root.checkValidations()
    var facts = collector.facts(root, inputs, files: files, values: values)
    facts.workspaces = WorkspaceUses(module).facts
    facts.moduleDefaults = collector.moduleDefaults
    facts.openCalls = evaluation.openCalls
    problems += evaluation.session.reported
    problems += evaluation.missingModules.map { missing in
      if let reason = mapping.acceptance(of: missing.source) {
        return Problem(
          .note, .missing,
          "module \(missing.source) is not in the repository, which the profile accepts: \(reason)",
          at: missing.location)
      }
      return Problem(
        .error, .missing, "module \(missing.source) is not in the repository",
        advice:
          "run terraform init and keep .terraform/modules, or map the source to a folder under modules: in "
          + ".mlguard.yaml", at: missing.location)
    }
    return RootResult(root: facts, resources: collector.resources, problems: problems)
  }

  private static let functions = FunctionTable()
}

/// Walks the instances of a root and turns them into resources and facts.
private struct RootCollector {
  let evaluation: RootEvaluation
  private(set) var resources: [Resource] = []
  private var remoteStates: [TerraformRoot.RemoteState] = []
  private var requirements: [TerraformRoot.Requirement] = []
  private(set) var moduleDefaults: [TerraformRoot.ModuleDefault] = []

  init(_ evaluation: RootEvaluation) { self.evaluation = evaluation }

  mutating func collect(_ module: ModuleInstance) {
    for name in module.source.locals.keys.sorted() { _ = module.local(name) }
    // Also what nothing refers to may be a mistake.
    for name in module.source.variableOrder { _ = module.variable(name) }
    for resource in module.source.resources {
      for instance in module.resource(resource.address)?.instances ?? [] { add(instance) }
    }
    for call in module.source.moduleCalls {
      for inner in module.call(call.labels.first ?? "")?.modules ?? [] { collect(inner) }
    }
    _ = module.outputs
    readRequirements(module)
    readDefaults(module)
  }

  private mutating func readDefaults(_ module: ModuleInstance) {
    guard case .call(let call, _) = module.inputs else { return }
    for name in module.source.variableOrder where call.argument(name) == nil {
      guard let variable = module.source.variables[name], variable.defaultValue != nil,
        let value = module.variable(name), value.string?.isEmpty == false
      else { continue }
      moduleDefaults.append(
        .init(
          name: name, value: value, module: module.address, location: variable.location, call: call.location))
    }
  }

  private mutating func add(_ instance: ResourceInstance) {
    let declaration = instance.resource.declaration
    if instance.resource.type == "terraform_remote_state", instance.resource.mode == .data {
      remoteStates.append(
        .init(
          address: instance.address, backend: instance.value["backend"] ?? .null(),
          settings: instance.value["config"] ?? .null(),
          workspace: instance.written["workspace"], location: declaration.location))
    }
    let mode: TerraformPlace.Mode =
      switch instance.resource.mode {
      case .managed: .managed
      case .data: .data
      case .ephemeral: .ephemeral
      }
    var isUnknown = false
    if case .unknown = instance.key { isUnknown = true }
    var value = instance.written
    addLifecycle(declaration, instance.module, &value)
    value = value.openedUp
    resources.append(
      Resource(
        domain: .terraform, type: instance.resource.mode.rawValue + instance.resource.type,
        name: instance.resource.name, address: instance.address, value: value, location: declaration.location,
        terraform: TerraformPlace(
          root: 0, mode: mode, module: instance.module.address, provider: instance.provider,
          isUnknownInstance: isUnknown)))
  }

  /// `lifecycle` as an object; references in it (`ignore_changes`) as their text.
  private func addLifecycle(
    _ declaration: ModuleSource.Declaration, _ module: ModuleInstance, _ value: inout Value
  ) {
    guard case .object(var fields) = value.content else { return }
    var lifecycle = ObjectFields()
    for block in declaration.blocks where block.type == "lifecycle" {
      for argument in block.body.content().arguments {
        let tree = argument.file.tree
        let location = tree.location(of: argument.value)
        if case .tuple(let elements) = tree[argument.value] {
          let names = tree[elements].map {
            Value.string(tree.referenceText($0) ?? "", origin: Origin(location))
          }
          lifecycle.set(
            .init(argument.name, at: argument.nameLocation, .tuple(names, origin: Origin(location))))
        } else if let text = tree.literalKey(argument.value), text == "all" {
          lifecycle.set(
            .init(argument.name, at: argument.nameLocation, .string(text, origin: Origin(location))))
        } else {
          let setting = module.evaluate(argument.value, in: argument.file)
          lifecycle.set(.init(argument.name, at: argument.nameLocation, setting))
        }
      }
    }
    guard !lifecycle.isEmpty else { return }
    fields.set(.init("lifecycle", .object(lifecycle)))
    value.content = .object(fields)
  }

  private mutating func readRequirements(_ module: ModuleInstance) {
    for settings in module.source.settings {
      for block in settings.blocks where block.type == "required_providers" {
        for argument in block.body.content().arguments {
          let tree = argument.file.tree
          var requirement = TerraformRoot.Requirement(
            name: argument.name, source: nil, version: nil, module: module.address,
            location: argument.nameLocation)
          if case .object = tree[argument.value] {
            requirement.source = tree.member(named: "source", of: argument.value)
            requirement.version = tree.member(named: "version", of: argument.value)
          } else {
            requirement.version = tree.literalString(argument.value)
          }
          requirements.append(requirement)
        }
      }
    }
  }

  func facts(
    _ root: ModuleInstance, _ inputs: RootInputs, files: [SourceFile], values: [String: InputValue]
  ) -> TerraformRoot {
    let repository = evaluation.library.repository
    let lock = (inputs.folder.isEmpty ? "" : inputs.folder + "/") + ".terraform.lock.hcl"
    let first = root.source.files[0]
    return TerraformRoot(
      folder: inputs.folder, inputName: inputs.name, inputFiles: files.map(\.path),
      workspace: inputs.workspace,
      backend: backend(root, inputs),
      providers: evaluation.providers.map {
        .init(name: $0.name, alias: $0.alias, settings: $0.value, module: $0.module, location: $0.location)
      },
      inputs: root.source.variableOrder.compactMap { name in
        guard let variable = root.source.variables[name], let value = root.variable(name) else { return nil }
        let source: TerraformRoot.Input.Source =
          values[name].map { .file($0.source) } ?? (variable.defaultValue == nil ? .unset : .standard)
        return .init(name: name, value: value, source: source, location: variable.location)
      },
      remoteStates: remoteStates, requirements: requirements, hasLockFile: repository[lock] != nil,
      outputs: outputs(root), location: Location(file: first.tree.file, range: ByteRange(start: 0, end: 0)))
  }

  private func outputs(_ root: ModuleInstance) -> [TerraformRoot.Output] {
    root.source.outputs.compactMap { output in
      root.output(output.name).map {
        .init(
          name: output.name, value: $0, isSensitive: output.isSensitive, isEphemeral: output.isEphemeral,
          location: output.location)
      }
    }
  }

  private func backend(_ root: ModuleInstance, _ inputs: RootInputs) -> TerraformRoot.Backend? {
    for settings in root.source.settings.reversed() {
      guard let block = settings.blocks.last(where: { $0.type == "backend" || $0.type == "cloud" }) else {
        continue
      }
      let (arguments, blocks) = block.body.content(["workspaces": 0, "assume_role": 0])
      var fields = BlockEvaluator(root).fields(arguments: arguments, blocks: blocks, InstanceScope(root))
      let files = inputs.backendFiles.compactMap { evaluation.library.repository[$0] }
      for (name, input) in InputFiles.values(files).values.sorted(by: { $0.key < $1.key }) {
        fields.set(.init(name, input.value))
      }
      return .init(
        type: block.type == "cloud" ? "cloud" : block.labels.first ?? "", settings: .object(fields),
        location: block.location)
    }
    return nil
  }
}

extension HCLTree {
  /// The literal string that an object of the native or JSON syntax has under a name.
  func member(named name: String, of object: ExpressionID) -> String? {
    guard case .object(let items) = self[object] else { return nil }
    let ids = Array(self[items])
    for position in stride(from: 0, to: ids.count - 1, by: 2)
    where literalKey(ids[position]) == name || literalString(ids[position]) == name {
      return literalString(ids[position + 1])
    }
    return nil
  }
}
