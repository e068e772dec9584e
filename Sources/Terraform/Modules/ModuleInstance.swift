internal import HCLSyntax
internal import SourceText
internal import Values

/// One module with the inputs of one call. Everything in it is evaluated when something refers to it, once.
final class ModuleInstance: NameScope {
  /// Where the inputs come from.
  enum Inputs {
    case root([String: InputValue])
    case call(ModuleSource.Declaration, InstanceScope)
  }

  private enum Memo<Content> {
    case running
    case done(Content)
  }

  /// An evaluated resource: one value for references, and its instances.
  struct Collection {
    var value: Value
    var instances: [ResourceInstance] = []
  }

  /// The instances of a module call. Their outputs are evaluated one by one, when something refers to them: a
  /// module's input may depend on another of its outputs.
  struct Call {
    enum Shape {
      case single
      case count
      /// The keys with their places.
      case forEach([(key: String, location: Location?)])
      /// Unknown instances or a module that is not there.
      case open(Value)
    }

    var shape: Shape
    var modules: [ModuleInstance] = []
  }

  let source: ModuleSource
  let evaluation: RootEvaluation
  /// `module.a[0].module.b`, empty for the root.
  let address: String
  /// `a.b`: the key in `.terraform/modules/modules.json`.
  let manifestKey: String
  let depth: Int
  let inputs: Inputs
  /// Provider configurations by the module's own names: `aws`, `aws.west`.
  var providers: [String: Int] = [:]

  private var variables: [String: Memo<Value>] = [:]
  private var localValues: [String: Memo<Value>] = [:]
  private var resources: [String: Memo<Collection>] = [:]
  private var calls: [String: Memo<Call>] = [:]
  private var outputValues: [String: Memo<Value>] = [:]

  init(
    _ source: ModuleSource, _ evaluation: RootEvaluation, address: String, manifestKey: String, depth: Int,
    inputs: Inputs
  ) {
    self.source = source
    self.evaluation = evaluation
    self.address = address
    self.manifestKey = manifestKey
    self.depth = depth
    self.inputs = inputs
  }

  var session: EvaluationSession { evaluation.session }

  func evaluate(_ id: ExpressionID, in file: SyntaxFile, _ scope: (any NameScope)? = nil) -> Value {
    session.isolated { ExpressionEvaluator(file, scope: scope ?? self, session: session).evaluate(id) }
  }

  private func cycle(_ name: String, _ location: Location) -> Value {
    session.report(
      Problem(.error, .semantics, "\(name) refers to itself, directly or through others", at: location))
    return .unknown(because: [.init("\(name) refers to itself", at: location)])
  }

  // The names.

  func resolve(_ reference: ScopeReference) -> ScopeResolution? {
    switch reference.root {
    case "var": return named(reference, "variable", variable)
    case "local": return named(reference, "local", local)
    case "module": return resolveModule(reference)
    case "path":
      return .value(evaluation.paths(of: source.folder), steps: 0, note: nil)
    case "terraform", "tofu":
      return .value(evaluation.workspaceObject, steps: 0, note: nil)
    case "data", "ephemeral", "resource":
      guard let type = reference.name(at: 0), let name = reference.name(at: 1) else {
        return .failure("a reference to \(reference.root) needs a type and a name")
      }
      let prefix = reference.root == "resource" ? "" : reference.root + "."
      return resolveResource("\(prefix)\(type).\(name)", steps: 2)
    default:
      guard let name = reference.name(at: 0) else { return nil }
      return resolveResource("\(reference.root).\(name)", steps: 1)
    }
  }

  private func named(
    _ reference: ScopeReference, _ kind: String, _ lookup: (String) -> Value?
  ) -> ScopeResolution {
    guard let name = reference.name(at: 0) else { return .failure("a reference to a \(kind) needs its name") }
    guard let value = lookup(name) else {
      return .failure("there is no \(kind) named \(name.quotedAsGo)")
    }
    return .value(value, steps: 1, note: "\(kind) \(name.quotedAsGo)")
  }

  private func resolveResource(_ address: String, steps: Int) -> ScopeResolution? {
    guard let collection = resource(address) else {
      return .failure("there is no \(address) in this module")
    }
    return .value(collection.value, steps: steps, note: address)
  }

  private func resolveModule(_ reference: ScopeReference) -> ScopeResolution {
    guard let name = reference.name(at: 0) else { return .failure("a reference to a module needs its name") }
    guard let call = call(name) else {
      return .failure("there is no module call named \(name.quotedAsGo)")
    }
    let note = "module \(name.quotedAsGo)"
    switch call.shape {
    case .open(let value): return .value(value, steps: 1, note: note)
    case .single:
      guard let module = call.modules.first, let output = reference.name(at: 1),
        let value = module.output(output)
      else { break }
      return .value(value, steps: 2, note: note)
    case .count:
      guard let index = reference.index(at: 1), call.modules.indices.contains(index),
        let output = reference.name(at: 2), let value = call.modules[index].output(output)
      else { break }
      return .value(value, steps: 3, note: note)
    case .forEach(let keys):
      guard let key = reference.name(at: 1), let index = keys.firstIndex(where: { $0.key == key }),
        let output = reference.name(at: 2), let value = call.modules[index].output(output)
      else { break }
      return .value(value, steps: 3, note: note)
    }
    return .value(Self.value(of: call), steps: 1, note: note)
  }

  /// All outputs of all instances of a call.
  private static func value(of call: Call) -> Value {
    switch call.shape {
    case .open(let value): value
    case .single: call.modules.first?.outputs ?? .null()
    case .count: .tuple(call.modules.map(\.outputs))
    case .forEach(let keys):
      .object(ObjectFields(zip(keys, call.modules).map { .init($0.key, at: $0.location, $1.outputs) }))
    }
  }

  // Variables, locals, outputs.

  func variable(_ name: String) -> Value? {
    guard let declaration = source.variables[name] else { return nil }
    switch variables[name] {
    case .done(let value): return value
    case .running: return cycle("variable \(name.quotedAsGo)", declaration.location)
    case nil: break
    }
    variables[name] = .running
    let value = computeVariable(declaration)
    variables[name] = .done(value)
    return value
  }

  private func computeVariable(_ variable: ModuleSource.Variable) -> Value {
    var value = given(variable.name) ?? standard(variable)
    if value.isNull, !variable.isNullable, variable.defaultValue != nil { value = standard(variable) }
    do throws(ConversionFailure) {
      value = try variable.typeDefaults.applied(to: value).converted(to: variable.type)
    } catch {
      let location = value.location ?? variable.location
      let message =
        "the value of variable \(variable.name.quotedAsGo) does not fit its type: \(error.description)"
      session.report(Problem(.error, .semantics, message, at: location))
      value = .unknown(
        variable.type.withoutOptionalAttributes, because: [.init(message, at: location)], origin: value.origin
      )
    }
    if variable.isSensitive { value = value.withMarks(.sensitive) }
    if variable.isEphemeral { value = value.withMarks(.ephemeral) }
    return value
  }

  /// The value that the root's inputs or the module call give.
  private func given(_ name: String) -> Value? {
    switch inputs {
    case .root(let values): return values[name]?.value
    case .call(let call, let scope):
      guard let argument = call.argument(name) else { return nil }
      var value = scope.module.evaluate(argument.value, in: argument.file, scope)
      if value.origin.location == nil {
        value.origin.location = argument.file.tree.location(of: argument.value)
      }
      value.origin.trace = Trace(
        "module call \((call.labels.first ?? "").quotedAsGo)", at: argument.location,
        previous: value.origin.trace)
      return value
    }
  }

  private func standard(_ variable: ModuleSource.Variable) -> Value {
    guard let id = variable.defaultValue, let file = variable.defaultFile else {
      return .unknown(
        variable.type.withoutOptionalAttributes,
        Unknown(
          [.init("variable \(variable.name.quotedAsGo) has no value", at: variable.location)],
          isNotNull: !variable.isNullable),
        origin: Origin(variable.location))
    }
    return session.isolated { ExpressionEvaluator(file, scope: nil, session: session).evaluate(id) }
  }

  /// Reports validations that a known value fails.
  func checkValidations() {
    for name in source.variableOrder {
      guard let declaration = source.variables[name], !declaration.validations.isEmpty,
        let value = variable(name)
      else { continue }
      for check in declaration.validations {
        let result = evaluate(check.condition, in: check.file)
        guard (try? result.converted(to: .bool))?.bool == false else { continue }
        let message = check.message.flatMap { evaluate($0, in: check.file).string }
        session.report(
          Problem(
            .warning, .semantics,
            "variable \(name.quotedAsGo) fails its validation" + (message.map { ": " + $0 } ?? ""),
            at: value.deepMarks.isEmpty ? value.location ?? declaration.location : declaration.location))
      }
    }
  }

  func local(_ name: String) -> Value? {
    guard let definition = source.locals[name] else { return nil }
    switch localValues[name] {
    case .done(let value): return value
    case .running: return cycle("local \(name.quotedAsGo)", definition.location)
    case nil: break
    }
    localValues[name] = .running
    let value = evaluate(definition.value, in: definition.file)
    localValues[name] = .done(value)
    return value
  }

  /// The outputs as an object.
  var outputs: Value {
    var fields = ObjectFields()
    for output in source.outputs {
      guard let value = self.output(output.name) else { continue }
      fields.append(.init(output.name, at: output.location, value))
    }
    return .object(fields)
  }

  /// One output; nil when the module has none of the name.
  func output(_ name: String) -> Value? {
    guard let output = source.outputs.first(where: { $0.name == name }), let id = output.value else {
      return nil
    }
    switch outputValues[name] {
    case .done(let value): return value
    case .running: return cycle("output \(name.quotedAsGo)", output.location)
    case nil: break
    }
    outputValues[name] = .running
    var value = evaluate(id, in: output.file)
    if output.isSensitive { value = value.withMarks(.sensitive) }
    if output.isEphemeral { value = value.withMarks(.ephemeral) }
    outputValues[name] = .done(value)
    return value
  }

  // Resources and module calls.

  func resource(_ address: String) -> Collection? {
    guard let index = source.resourceIndex[address] else { return nil }
    switch resources[address] {
    case .done(let collection): return collection
    case .running:
      return Collection(value: cycle(address, source.resources[index].declaration.location))
    case nil: break
    }
    resources[address] = .running
    let collection = ResourceEvaluator(self, source.resources[index]).evaluate()
    resources[address] = .done(collection)
    return collection
  }

  func call(_ name: String) -> Call? {
    guard let index = source.moduleIndex[name] else { return nil }
    switch calls[name] {
    case .done(let call): return call
    case .running:
      return Call(shape: .open(cycle("module \(name.quotedAsGo)", source.moduleCalls[index].location)))
    case nil: break
    }
    calls[name] = .running
    let call = ModuleCallEvaluator(self, source.moduleCalls[index]).evaluate()
    calls[name] = .done(call)
    return call
  }

  /// The literal source address of a module call.
  static func sourceText(_ call: ModuleSource.Declaration) -> String? {
    call.argument("source").flatMap { $0.file.tree.literalString($0.value) }
  }

  /// How often a resource or module is there.
  func repetition(_ declaration: ModuleSource.Declaration, _ scope: any NameScope) -> Repetition {
    if let count = declaration.argument("count") { return self.count(count, scope) }
    if let each = declaration.argument("for_each") { return forEach(each, scope) }
    return .single
  }

  private func count(_ argument: BlockBody.Argument, _ scope: any NameScope) -> Repetition {
    let value = evaluate(argument.value, in: argument.file, scope)
    let location = argument.file.tree.location(of: argument.value)
    guard let number = try? value.converted(to: .number) else {
      return invalid("count must be a number", location, isForEach: false)
    }
    if case .unknown(let unknown) = number.content { return .unknown(unknown, isForEach: false) }
    guard let count = number.number?.int, count >= 0 else {
      return invalid(
        value.isNull ? "count must not be null" : "count must be a whole number of at least 0", location,
        isForEach: false)
    }
    guard evaluation.takeInstances(count, at: location) else {
      return .unknown(Unknown([.init("count is over the budget", at: location)]), isForEach: false)
    }
    return .count(count, value)
  }

  private func forEach(_ argument: BlockBody.Argument, _ scope: any NameScope) -> Repetition {
    let value = evaluate(argument.value, in: argument.file, scope)
    let location = argument.file.tree.location(of: argument.value)
    if case .unknown(let unknown) = value.content { return .unknown(unknown, isForEach: true) }
    if value.isNull { return invalid("for_each must not be null", location, isForEach: true) }
    guard value.isSet || value.object != nil, let iteration = value.iteration else {
      return invalid(
        "for_each takes a map or a set of strings, this is a \(value.type.friendlyName)", location,
        isForEach: true)
    }
    for (key, _) in iteration where key.string == nil {
      if !key.isKnown {
        return .unknown(Unknown(key.unknownReasons), isForEach: true)
      }
      return invalid("for_each over a set takes strings only", location, isForEach: true)
    }
    guard evaluation.takeInstances(iteration.count, at: location) else {
      return .unknown(Unknown([.init("for_each is over the budget", at: location)]), isForEach: true)
    }
    return .forEach(iteration.map { ($0.key, $0.value.withMarks(value.marks)) })
  }

  private func invalid(_ message: String, _ location: Location, isForEach: Bool) -> Repetition {
    session.report(Problem(.error, .semantics, message, at: location))
    return .unknown(Unknown([.init(message, at: location)]), isForEach: isForEach)
  }
}
