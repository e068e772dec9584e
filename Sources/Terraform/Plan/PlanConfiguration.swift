internal import ResourceModel
internal import SourceText
internal import Values

/// The `configuration` and `variables` of a plan: which provider a resource has, and how it is set up.
struct PlanConfiguration {
  private(set) var providers: [TerraformRoot.Provider] = []
  private(set) var inputs: [TerraformRoot.Input] = []
  /// Keys of the provider configurations: `aws`, `aws.east`, `module.a:aws`.
  private var positions: [String: Int] = [:]
  /// By the resource's address without instance keys.
  private var providerKeys: [String: String] = [:]
  private var expressions: [String: Value] = [:]

  init(_ document: Value, _ location: Location) {
    let root = document.at("configuration", "root_module")
    for field in document["variables"]?.object?.sortedByName ?? [] {
      let isSensitive = root?["variables"]?[field.name]?["sensitive"]?.bool == true
      let value = (field.value["value"] ?? .null()).withMarks(isSensitive ? .sensitive : [])
      inputs.append(.init(name: field.name, value: value, source: .unset, location: location))
    }
    for field in document.at("configuration", "provider_config")?.object?.sortedByName ?? [] {
      let module = field.value["module_address"]?.string ?? ""
      positions[field.name] = providers.count
      providers.append(
        .init(
          name: field.value["name"]?.string ?? field.name, alias: field.value["alias"]?.string,
          settings: PlanExpressions.value(field.value["expressions"] ?? .object(ObjectFields())),
          module: module,
          location: location))
    }
    collect(root, prefix: "")
  }

  private mutating func collect(_ module: Value?, prefix: String) {
    guard let module else { return }
    for resource in module["resources"]?.list ?? [] {
      guard let address = resource["address"]?.string else { continue }
      if let written = resource["expressions"] { expressions[prefix + address] = written }
      if let key = resource["provider_config_key"]?.string { providerKeys[prefix + address] = key }
    }
    for call in module["module_calls"]?.object?.fields ?? [] {
      collect(call.value["module"], prefix: "\(prefix)module.\(call.name).")
    }
  }

  /// The expressions of a resource's configuration, an object; dynamic blocks are not in it. nil where the plan has no
  /// configuration of the resource.
  func expressions(of address: String) -> Value? { expressions[PlanJoin.withoutKeys(address)] }

  /// nil where the provider has no configuration of its own in the plan.
  func provider(of address: String) -> Int? {
    providerKeys[PlanJoin.withoutKeys(address)].flatMap { positions[$0] }
  }
}

/// Expressions of a plan's configuration: `constant_value`, or `references`, which do not say what is made of them.
enum PlanExpressions {
  static func value(_ expression: Value) -> Value {
    switch expression.content {
    case .object(let fields):
      if let constant = fields["constant_value"] { return constant }
      if let references = fields["references"]?.list {
        let names = references.compactMap(\.string).prefix(3).joined(separator: ", ")
        return .unknown(because: [Unknown.Reason("the plan says only that the setting refers to \(names)")])
      }
      return .object(ObjectFields(fields.fields.map { .init($0.name, value($0.value)) }))
    case .list(let elements): return .tuple(elements.map(value))
    case .null, .bool, .number, .string, .unknown: return expression
    }
  }
}
