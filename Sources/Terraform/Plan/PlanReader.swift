internal import ResourceModel
internal import SourceText
internal import Values

/// Reads a plan's JSON.
struct PlanReader {
  private let file: SourceFile
  private let location: Location
  private var problems: [Problem] = []
  private var addresses: PlanAddresses?

  init(_ file: SourceFile) {
    self.file = file
    location = Location(file: file.id, range: ByteRange(start: 0, end: 0))
  }

  mutating func read() -> TerraformPlan.Reading {
    guard let document = document() else { return .init(plan: nil, problems: problems) }
    if document["errored"]?.bool == true {
      report("the plan ended with an error: only what was planned before it is judged")
    }
    if document["complete"]?.bool == false {
      report(
        "the plan is not complete: deferred changes are not in it", "plan again after this one is applied")
    }
    let configuration = PlanConfiguration(document, location)
    addresses = PlanAddresses(file, of: Self.addresses(document))
    var instances = (document["resource_changes"]?.list ?? []).compactMap { instance($0, configuration) }
    let known = Set(instances.map(\.address))
    instances += readData(document["prior_state"]?.at("values", "root_module"), configuration)
      .filter { !known.contains($0.address) }
    return .init(
      plan: TerraformPlan(
        instances: instances, providers: configuration.providers, inputs: configuration.inputs,
        outputs: outputs(document), terraformVersion: document["terraform_version"]?.string ?? "",
        quotable: addresses?.quotable ?? SourceFile(id: file.id, path: file.path, bytes: []),
        sensitiveTexts: sensitiveTexts(document, instances, configuration),
        location: location),
      problems: problems)
  }

  private mutating func report(_ message: String, _ advice: String? = nil) {
    problems.append(Problem(.error, .unreadable, message, advice: advice, at: location))
  }

  /// nil, with a problem, for what is no plan.
  private mutating func document() -> Value? {
    let command = "terraform show -json tfplan > plan.json"
    if file.bytes.starts(with: "PK".utf8) {
      report("\(file.path) is a binary plan", command)
      return nil
    }
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      report("\(file.path) is not UTF-8", command)
      return nil
    }
    let document: Value
    do throws(FunctionFailure) {
      document = try JSONText.value(text)
    } catch {
      // The parser's message quotes a character of the plan at most; even that stays out.
      report("\(file.path) is no JSON text", command)
      return nil
    }
    guard let version = document["format_version"]?.string else {
      report("\(file.path) is no plan: it has no format_version", command)
      return nil
    }
    guard version == "1" || version.hasPrefix("1.") else {
      report("\(file.path) has plan format \(version.prefix(20)); 1.x is read")
      return nil
    }
    guard document["resource_changes"] != nil || document["planned_values"] != nil else {
      report(
        document["values"] == nil
          ? "\(file.path) has no planned values" : "\(file.path) is a state, not a plan",
        command)
      return nil
    }
    return document
  }

  private static func addresses(_ document: Value) -> Set<String> {
    func inState(_ module: Value?) -> [String] {
      guard let module else { return [] }
      return (module["resources"]?.list ?? []).compactMap { $0["address"]?.string }
        + (module["child_modules"]?.list ?? []).flatMap { inState($0) }
    }
    let changes = document["resource_changes"]?.list ?? []
    return Set(changes.compactMap { $0["address"]?.string })
      .union(inState(document["prior_state"]?.at("values", "root_module")))
  }

  private func instance(_ change: Value, _ configuration: PlanConfiguration) -> TerraformPlan.Instance? {
    guard let address = change["address"]?.string, let type = change["type"]?.string,
      change["deposed"] == nil,
      let planned = change["change"]
    else { return nil }
    let actions = (planned["actions"]?.list ?? []).compactMap(\.string)
    guard actions.contains(where: { ["create", "update", "no-op", "read"].contains($0) }) else { return nil }
    let module = change["module_address"]?.string ?? ""
    return TerraformPlan.Instance(
      address: address, module: module,
      mode: change["mode"]?.string.flatMap(TerraformPlace.Mode.init) ?? .managed, type: type,
      name: change["name"]?.string ?? "", actions: actions,
      provider: configuration.provider(of: address), location: addresses?[address] ?? location,
      configured: configuration.expressions(of: address), after: planned["after"] ?? .null(),
      afterUnknown: planned["after_unknown"] ?? .null(), afterSensitive: planned["after_sensitive"] ?? .null()
    )
  }

  /// Data sources that were read before planning: they change nothing, so they are in the prior state only.
  private func readData(_ module: Value?, _ configuration: PlanConfiguration) -> [TerraformPlan.Instance] {
    guard let module else { return [] }
    let place = module["address"]?.string ?? ""
    let own = (module["resources"]?.list ?? []).compactMap { resource -> TerraformPlan.Instance? in
      guard resource["mode"]?.string == "data", let address = resource["address"]?.string,
        let type = resource["type"]?.string
      else { return nil }
      return TerraformPlan.Instance(
        address: address, module: place, mode: .data, type: type, name: resource["name"]?.string ?? "",
        actions: ["no-op"], provider: configuration.provider(of: address),
        location: addresses?[address] ?? location, configured: nil, after: resource["values"] ?? .null(),
        afterUnknown: .null(),
        afterSensitive: resource["sensitive_values"] ?? .null())
    }
    return own + (module["child_modules"]?.list ?? []).flatMap { readData($0, configuration) }
  }

  /// Of resources, variables and outputs, before the change and after it.
  private func sensitiveTexts(
    _ document: Value, _ instances: [TerraformPlan.Instance], _ configuration: PlanConfiguration
  ) -> Set<String> {
    var texts: Set<String> = []
    func add(_ value: Value?, _ sensitive: Value?) {
      guard let value, let sensitive, sensitive.bool != false else { return }
      let isWhole = sensitive.bool == true
      switch value.content {
      case .string(let text): if isWhole, text.utf8.count >= 4 { texts.insert(text) }
      case .list(let elements):
        for (index, element) in elements.enumerated() { add(element, isWhole ? sensitive : sensitive[index]) }
      case .object(let fields):
        for field in fields.fields { add(field.value, isWhole ? sensitive : sensitive[field.name]) }
      case .null, .bool, .number, .unknown: break
      }
    }
    for change in document["resource_changes"]?.list ?? [] {
      add(change["change"]?["before"], change["change"]?["before_sensitive"])
      add(change["change"]?["after"], change["change"]?["after_sensitive"])
    }
    for field in document["output_changes"]?.object?.fields ?? [] {
      add(field.value["before"], field.value["before_sensitive"])
      add(field.value["after"], field.value["after_sensitive"])
    }
    for instance in instances { add(instance.after, instance.afterSensitive) }
    for input in configuration.inputs where input.value.marks.contains(.sensitive) {
      add(input.value, .bool(true))
    }
    return texts
  }

  private func outputs(_ document: Value) -> [TerraformRoot.Output] {
    (document["output_changes"]?.object?.fields ?? []).map { field in
      let values = PlanValues(
        reason: Unknown.Reason("output \(field.name.quotedAsGo) is known only after apply"),
        fallback: Origin(location))
      let sensitive = field.value["after_sensitive"] ?? .null()
      return TerraformRoot.Output(
        name: field.name,
        value: values.value(
          field.value["after"] ?? .null(), field.value["after_unknown"] ?? .null(), sensitive, written: nil),
        isSensitive: sensitive.bool == true, location: location)
    }
  }
}
