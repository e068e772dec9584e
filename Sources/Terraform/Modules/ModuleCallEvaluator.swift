internal import HCLSyntax
internal import ResourceModel
internal import SourceText
internal import Values

/// Evaluates a `module` block: finds its folder, makes an instance per key.
struct ModuleCallEvaluator {
  let parent: ModuleInstance
  let call: ModuleSource.Declaration
  let name: String

  private static let depthLimit = 40
  private static let metaArguments: Set<String> = [
    "source", "version", "count", "for_each", "providers", "depends_on", "ignore_nested_deprecations",
  ]

  init(_ parent: ModuleInstance, _ call: ModuleSource.Declaration) {
    self.parent = parent
    self.call = call
    self.name = call.labels.first ?? ""
  }

  func evaluate() -> ModuleInstance.Call {
    let repetition = parent.repetition(call, parent)
    guard let source = find() else {
      let text = ModuleInstance.sourceText(call).map { " (\($0))" } ?? ""
      let reason = Unknown.Reason(
        "module \(name.quotedAsGo)\(text) is not in the repository", at: call.location)
      leaveOpen()
      return .init(shape: .open(.unknown(because: [reason])))
    }
    complainAboutArguments(source)
    switch repetition {
    case .single: return .init(shape: .single, modules: [instance(source, .none, [:])])
    case .count(let count, let value):
      let instances = (0..<count).map { index in
        self.instance(source, .index(index), ["count": Self.countObject(index, value.origin)])
      }
      return .init(shape: .count, modules: instances)
    case .forEach(let iteration):
      let instances = iteration.map { key, value in
        instance(source, .name(key.string ?? ""), ["each": Self.eachObject(key, value)])
      }
      return .init(
        shape: .forEach(iteration.map { ($0.key.string ?? "", $0.key.location) }), modules: instances)
    case .unknown(let unknown, let isForEach):
      let open = Value.unknown(.dynamic, unknown)
      let names = isForEach ? ["each": Self.eachObject(open, open)] : ["count": Self.countObject(open)]
      return .init(shape: .open(open), modules: [instance(source, .unknown(unknown), names)])
    }
  }

  static func countObject(_ index: Int, _ origin: Origin) -> Value {
    .object(ObjectFields([.init("index", .number(.count(index), origin: origin))]))
  }

  static func countObject(_ index: Value) -> Value { .object(ObjectFields([.init("index", index)])) }

  static func eachObject(_ key: Value, _ value: Value) -> Value {
    .object(ObjectFields([.init("key", key), .init("value", value)]))
  }

  /// Keeps the arguments, of which no instance will ask for the values.
  private func leaveOpen() {
    let unknown = Value.unknown(because: [
      Unknown.Reason("the module has several instances", at: call.location)
    ])
    let names = [
      "each": Self.eachObject(unknown, unknown), "count": Self.countObject(unknown),
    ]
    let scope = InstanceScope(parent, names)
    let fields = call.arguments.filter { !Self.metaArguments.contains($0.name) }.map { argument in
      ObjectFields.Field(
        argument.name, at: argument.nameLocation, parent.evaluate(argument.value, in: argument.file, scope))
    }
    guard !fields.isEmpty else { return }
    let address = (parent.address.isEmpty ? "" : parent.address + ".") + "module.\(name)"
    parent.evaluation.leaveOpen(
      .init(
        address: address, arguments: Value(.object(ObjectFields(fields)), origin: Origin(call.location)),
        location: call.location))
  }

  private func complainAboutArguments(_ source: ModuleSource) {
    for argument in call.arguments
    where !Self.metaArguments.contains(argument.name) && source.variables[argument.name] == nil {
      parent.session.report(
        Problem(
          .error, .semantics,
          "module \(name.quotedAsGo) has no variable named \(argument.name.quotedAsGo)",
          at: argument.nameLocation))
    }
  }

  private func instance(
    _ source: ModuleSource, _ key: Repetition.Key, _ names: [String: Value]
  ) -> ModuleInstance {
    let prefix = parent.address.isEmpty ? "" : parent.address + "."
    let instance = ModuleInstance(
      source, parent.evaluation, address: "\(prefix)module.\(name)\(key.text)", manifestKey: manifestKey,
      depth: parent.depth + 1, inputs: .call(call, InstanceScope(parent, names)))
    parent.evaluation.connectProviders(of: instance, call: call, parent: parent)
    return instance
  }

  private var manifestKey: String { parent.manifestKey.isEmpty ? name : parent.manifestKey + "." + name }

  /// The folder of the module: local, from the manifest of `terraform init`, or as the profile maps it.
  private func find() -> ModuleSource? {
    let evaluation = parent.evaluation
    guard parent.depth < Self.depthLimit else {
      parent.session.report(
        Problem(.error, .budget, "modules are nested more than \(Self.depthLimit) deep", at: call.location))
      return nil
    }
    guard let argument = call.argument("source"), let source = ModuleInstance.sourceText(call) else {
      parent.session.report(
        Problem(
          .error, .semantics, "the source of module \(name.quotedAsGo) is no literal string",
          at: call.location))
      return nil
    }
    let location = argument.file.tree.location(of: argument.value)
    let folder: String?
    if ModuleLibrary.isLocal(source) {
      folder = RepositoryFiles.resolve(source, from: parent.source.folder)
    } else {
      folder = evaluation.folder(ofModule: manifestKey, source: source)
    }
    if let folder, let module = evaluation.library.modules[folder] {
      evaluation.use(module)
      return module
    }
    evaluation.missing(source, at: location)
    return nil
  }
}
