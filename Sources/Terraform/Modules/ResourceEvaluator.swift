internal import HCLSyntax
internal import SourceText
internal import Values

/// One instance of a resource or data source, evaluated.
struct ResourceInstance {
  var address: String
  var key: Repetition.Key
  /// As expressions see it: all attributes; what only the provider knows is unknown.
  var value: Value
  /// As it is written: arguments and nested blocks, evaluated.
  var written: Value
  /// Index of the provider configuration in the root's list.
  var provider: Int?
  var resource: ModuleSource.Resource
  var module: ModuleInstance
}

/// Evaluates a `resource`, `data` or `ephemeral` block.
struct ResourceEvaluator {
  let module: ModuleInstance
  let resource: ModuleSource.Resource

  static let metaArguments: Set<String> = ["count", "for_each", "provider", "depends_on"]
  static let metaBlocks: Set<String> = ["lifecycle", "provisioner", "connection", "_"]

  init(_ module: ModuleInstance, _ resource: ModuleSource.Resource) {
    self.module = module
    self.resource = resource
  }

  func evaluate() -> ModuleInstance.Collection {
    switch module.repetition(resource.declaration, module) {
    case .single:
      let instance = instance(.none, [:])
      return .init(value: instance.value, instances: [instance])
    case .count(let count, let value):
      let instances = (0..<count).map { index in
        instance(.index(index), ["count": ModuleCallEvaluator.countObject(index, value.origin)])
      }
      return .init(value: .tuple(instances.map(\.value)), instances: instances)
    case .forEach(let iteration):
      var fields = ObjectFields()
      var instances: [ResourceInstance] = []
      for (key, value) in iteration {
        let name = key.string ?? ""
        let instance = instance(.name(name), ["each": ModuleCallEvaluator.eachObject(key, value)])
        instances.append(instance)
        fields.append(.init(name, at: key.location, instance.value))
      }
      return .init(value: .object(fields), instances: instances)
    case .unknown(let unknown, let isForEach):
      let open = Value.unknown(.dynamic, unknown)
      let names =
        isForEach
        ? ["each": ModuleCallEvaluator.eachObject(open, open)]
        : ["count": ModuleCallEvaluator.countObject(open)]
      return .init(value: open, instances: [instance(.unknown(unknown), names)])
    }
  }

  private func instance(_ key: Repetition.Key, _ names: [String: Value]) -> ResourceInstance {
    let scope = InstanceScope(module, names)
    let prefix = module.address.isEmpty ? "" : module.address + "."
    let address = prefix + resource.address + key.text
    let provider = module.evaluation.provider(of: resource, in: module)
    var fields = BlockEvaluator(module).fields(
      arguments: resource.declaration.arguments.filter { !Self.metaArguments.contains($0.name) },
      blocks: resource.declaration.blocks.filter { !Self.metaBlocks.contains($0.type) }, scope)
    let reason = Unknown.Reason("\(address) is known only after apply", at: resource.declaration.location)
    let origin = Origin(resource.declaration.location)
    let schema = module.evaluation.schema(of: resource.mode.rawValue + resource.type)
    let application = SchemaApplication(catalogue: .aws, reason: reason)
    if let schema {
      fields = application.written(fields, schema, fillsDefaults: module.evaluation.planning.fillsDefaults)
    }
    addFacts(&fields, address, provider, reason)
    let written = Value.object(fields, origin: origin)
    if let schema {
      fields = application.completed(fields, schema)
      SensitiveAttributes.unmarkPlainParameter(&fields, resource.type)
      // The AWS provider plans empty tags as none.
      if resource.type.hasPrefix("aws_"), fields["tags"]?.object?.isEmpty == true {
        fields["tags"] = .null(.map(.string), origin: fields["tags"]?.origin ?? .none)
      }
    } else if resource.type == "terraform_data" {
      TerraformData.complete(&fields, reason)
    } else {
      fields = SchemaApplication.open(fields, blocks: blockTypes, reason)
      SensitiveAttributes.mark(&fields, resource.mode.rawValue + resource.type, reason)
    }
    if resource.mode == .data, let answer = module.evaluation.planning.dataResults[address]?.object {
      for field in answer.fields { fields.set(field) }
    }
    return ResourceInstance(
      address: address, key: key, value: .object(fields, origin: origin), written: written,
      provider: provider,
      resource: resource, module: module)
  }

  private var blockTypes: Set<String> {
    Set(resource.declaration.blocks.map { $0.type == "dynamic" ? $0.labels.first ?? "" : $0.type })
  }

  /// Adds what follows from the configuration of the provider.
  private func addFacts(
    _ fields: inout ObjectFields, _ address: String, _ provider: Int?, _ reason: Unknown.Reason
  ) {
    switch resource.mode {
    case .managed: DefaultTags.apply(&fields, resource.type, module.evaluation, provider, reason)
    case .data: KnownData.complete(&fields, resource.type, module.evaluation, provider, address, resource)
    case .ephemeral: break
    }
  }
}

/// Evaluates the content of a block: arguments, and nested blocks with dynamic ones expanded.
struct BlockEvaluator {
  let module: ModuleInstance

  init(_ module: ModuleInstance) { self.module = module }

  func fields(
    arguments: [BlockBody.Argument], blocks: [BlockBody.Child], _ scope: InstanceScope
  ) -> ObjectFields {
    var fields = ObjectFields()
    for argument in arguments {
      var value = module.evaluate(argument.value, in: argument.file, scope)
      if value.origin.location == nil {
        value.origin.location = argument.file.tree.location(of: argument.value)
      }
      fields.set(.init(argument.name, at: argument.nameLocation, value))
    }
    var nested: [(type: String, location: Location, values: [Value], open: Value?)] = []
    func add(_ type: String, _ location: Location, _ values: [Value], _ open: Value? = nil) {
      if let index = nested.firstIndex(where: { $0.type == type }) {
        nested[index].values += values
        nested[index].open = nested[index].open ?? open
      } else {
        nested.append((type, location, values, open))
      }
    }
    for block in blocks {
      if block.type == "dynamic", let type = block.labels.first {
        let (values, open) = expand(block, scope)
        add(type, block.typeLocation, values, open)
      } else {
        add(block.type, block.typeLocation, [object(block.body, block.location, scope)])
      }
    }
    for group in nested {
      // Blocks whose number is unknown leave the list unknown as a whole; the others are in it all the same.
      var value = group.open ?? .tuple(group.values, origin: Origin(group.location))
      if let unknown = value.unknown, !group.values.isEmpty {
        let rest = Value.unknown(because: unknown.reasons, origin: value.origin)
        value.content = .unknown(unknown.consisting(of: .list(group.values + [rest])))
      }
      fields.set(.init(group.type, at: group.location, value))
    }
    return fields
  }

  private func object(_ body: BlockBody, _ location: Location, _ scope: InstanceScope) -> Value {
    let (arguments, blocks) = body.content(["dynamic": 1])
    return .object(fields(arguments: arguments, blocks: blocks, scope), origin: Origin(location))
  }

  private func expand(_ block: BlockBody.Child, _ scope: InstanceScope) -> (values: [Value], open: Value?) {
    let (arguments, blocks) = block.body.content(["content": 0])
    func argument(_ name: String) -> BlockBody.Argument? { arguments.last { $0.name == name } }
    guard let forEach = argument("for_each"), let content = blocks.last(where: { $0.type == "content" })
    else {
      let message = "a dynamic block needs for_each and a content block"
      module.session.report(Problem(.error, .semantics, message, at: block.location))
      return ([], .unknown(because: [.init(message, at: block.location)]))
    }
    let collection = module.evaluate(forEach.value, in: forEach.file, scope)
    let location = forEach.file.tree.location(of: forEach.value)
    let iterator =
      argument("iterator").flatMap { iterator in
        iterator.file.tree.literalKey(iterator.value) ?? iterator.file.tree.literalString(iterator.value)
      } ?? block.labels.first ?? ""
    guard let iteration = collection.iteration else {
      if collection.isNull {
        module.session.report(
          Problem(.error, .semantics, "for_each of a dynamic block must not be null", at: location))
      }
      let unknown = collection.unknown ?? Unknown([.init("for_each is no collection", at: location)])
      return ([], .unknown(.dynamic, unknown, origin: Origin(location)))
    }
    guard module.evaluation.takeInstances(iteration.count, at: location) else {
      return ([], .unknown(because: [.init("for_each is over the budget", at: location)]))
    }
    let values = iteration.map { key, value in
      let inner = InstanceScope(module, scope.names)
      inner.names[iterator] = ModuleCallEvaluator.eachObject(key, value.withMarks(collection.marks))
      return object(content.body, content.location, inner)
    }
    return (values, nil)
  }
}
