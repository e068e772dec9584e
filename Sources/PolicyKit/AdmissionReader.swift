internal import ResourceModel
internal import SourceText
internal import Values
internal import YAMLSyntax

/// Collects admission policies, their bindings and their parameter objects from the policy files.
struct AdmissionReader {
  private struct Draft {
    var name: YAMLNode
    var file: SourceFile
    var spec: YAMLNode
    var annotations: YAMLNode?
  }

  private struct ParameterObject {
    var node: YAMLNode
    var file: SourceFile
    var isUsed = false
  }

  private var drafts: [Draft] = []
  private var bindings: [(node: YAMLNode, file: SourceFile)] = []
  private var parameterObjects: [ParameterObject] = []

  /// Documents that are neither policies nor profiles may be the parameters of one.
  func accepts(parameterDocument root: YAMLNode) -> Bool {
    guard let version = root["apiVersion"]?.text, let kind = root["kind"], kind.kind == .scalar else {
      return false
    }
    return !version.hasPrefix("mlguard.dev")
  }

  mutating func addParameters(_ root: YAMLNode, file: SourceFile) {
    parameterObjects.append(ParameterObject(node: root, file: file))
  }

  mutating func add(_ root: YAMLNode, file: SourceFile, _ list: inout FaultList) {
    guard let kind = root["kind"] else {
      list.add("the object has no 'kind'", at: root.range)
      return
    }
    switch kind.text {
    case "ValidatingAdmissionPolicy":
      guard let name = root.at("metadata", "name") else {
        list.add("the policy has no metadata.name", at: root.range)
        return
      }
      guard let spec = root["spec"], spec.kind == .mapping else {
        list.add("the policy has no 'spec'", at: root.range)
        return
      }
      drafts.append(
        Draft(name: name, file: file, spec: spec, annotations: root.at("metadata", "annotations")))
    case "ValidatingAdmissionPolicyBinding": bindings.append((root, file))
    default:
      list.addUnknown(
        "kind", kind.text, among: ["ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding"],
        at: kind.range)
    }
  }

  /// One policy for each binding; a policy without a binding is judged as if one bound it everywhere.
  mutating func policies(_ faults: inout [ConfigurationFault]) -> [Policy] {
    var policies: [Policy] = []
    for draft in drafts {
      var list = FaultList(draft.file)
      let mine = bindings.filter { $0.node.at("spec", "policyName")?.isScalar(draft.name.text) == true }
      if mine.isEmpty {
        if let policy = policy(draft, binding: nil, suffix: "", &list) { policies.append(policy) }
      }
      for (index, binding) in mine.enumerated() {
        let suffix = mine.count == 1 ? "" : "/" + (binding.node.at("metadata", "name")?.text ?? "\(index)")
        if let policy = policy(draft, binding: binding.node, suffix: suffix, &list) {
          policies.append(policy)
        }
      }
      faults += list.faults
    }
    let names = drafts.map(\.name.text)
    for (binding, file) in bindings {
      var list = FaultList(file)
      if let name = binding.at("spec", "policyName") {
        if !names.contains(name.text) { list.addUnknown("policy", name.text, among: names, at: name.range) }
      } else {
        list.add("the binding has no spec.policyName", at: binding.range)
      }
      faults += list.faults
    }
    for object in parameterObjects where !object.isUsed {
      var list = FaultList(object.file)
      let kind = object.node["kind"]?.text ?? ""
      list.add(
        "'\(kind)' is neither a policy nor the parameters of one",
        advice: "a policy begins with apiVersion: mlguard.dev/v1", at: object.node.range)
      faults += list.faults
    }
    return policies
  }

  private mutating func policy(
    _ draft: Draft, binding: YAMLNode?, suffix: String, _ list: inout FaultList
  ) -> Policy? {
    let spec = draft.spec
    let before = list.faults.count
    var admission = AdmissionPolicy(match: Self.match(spec["matchConstraints"], &list))
    if admission.match.rules.isEmpty {
      list.add("the policy has no matchConstraints.resourceRules", at: spec.range)
    }
    if let more = binding?.at("spec", "matchResources") {
      admission.bindingMatch = Self.match(more, &list)
    }
    admission.conditions = Self.elements(spec["matchConditions"]).compactMap {
      Self.expression($0, "expression", &list)
    }
    for variable in Self.elements(spec["variables"]) {
      guard let name = variable["name"], let expression = Self.expression(variable, "expression", &list)
      else {
        continue
      }
      admission.variables.append(.init(name: name.text, expression: expression))
    }
    for validation in Self.elements(spec["validations"]) {
      guard let expression = Self.expression(validation, "expression", &list) else { continue }
      admission.validations.append(
        .init(
          expression: expression, message: validation["message"]?.text,
          messageExpression: validation["messageExpression"].map { SourceExpression($0) }))
    }
    for annotation in Self.elements(spec["auditAnnotations"]) {
      guard let key = annotation["key"], let value = Self.expression(annotation, "valueExpression", &list)
      else { continue }
      admission.auditAnnotations.append(.init(key: key.text, valueExpression: value))
    }
    if admission.validations.isEmpty, admission.auditAnnotations.isEmpty {
      list.add("the policy has neither validations nor auditAnnotations", at: spec.range)
    }
    if let failure = spec["failurePolicy"] {
      switch failure.text {
      case "Fail": admission.failurePolicy = .fail
      case "Ignore": admission.failurePolicy = .ignore
      default: list.addUnknown("failurePolicy", failure.text, among: ["Fail", "Ignore"], at: failure.range)
      }
    }
    admission.parameters = parameters(spec["paramKind"], binding)
    guard list.faults.count == before else { return nil }
    let card = Self.card(draft, level: Self.level(of: binding), suffix: suffix, admission)
    return Policy(
      card: card, match: PolicyMatch(), replaces: [], isSecret: false, examples: [],
      body: .admission(admission))
  }

  private mutating func parameters(_ kind: YAMLNode?, _ binding: YAMLNode?) -> AdmissionPolicy.Parameters {
    guard let kind, let kindName = kind["kind"]?.text else { return .none }
    let version = kind["apiVersion"]?.text ?? ""
    guard let reference = binding?.at("spec", "paramRef") else {
      // Without a binding the only object of the kind among the policy files is meant.
      let candidates = parameterObjects.indices.filter {
        parameterObjects[$0].node["kind"]?.isScalar(kindName) == true
      }
      guard binding == nil, candidates.count == 1 else { return .unbound(kind: kindName) }
      parameterObjects[candidates[0]].isUsed = true
      return .value(Value(parameterObjects[candidates[0]].node).withoutOrigin)
    }
    let name = reference["name"]?.text
    for index in parameterObjects.indices {
      let node = parameterObjects[index].node
      guard node["kind"]?.isScalar(kindName) == true, node["apiVersion"]?.isScalar(version) == true,
        name == nil || node.at("metadata", "name")?.text == name
      else { continue }
      parameterObjects[index].isUsed = true
      return .value(Value(node).withoutOrigin)
    }
    guard let name else { return .unbound(kind: kindName) }
    let group = version.contains("/") ? String(version.prefix { $0 != "/" }) : "core"
    return .named(
      kind: PolicyMatch.Kind("\(group)/\(kindName)"), name: name, namespace: reference["namespace"]?.text)
  }

  /// Deny refuses the object, Warn tells its author, Audit tells the cluster's owner.
  private static func level(of binding: YAMLNode?) -> Level {
    let actions = elements(binding?.at("spec", "validationActions")).map(\.text)
    if actions.isEmpty || actions.contains("Deny") { return .error }
    return actions.contains("Warn") ? .warning : .note
  }

  private static func card(
    _ draft: Draft, level: Level, suffix: String, _ admission: AdmissionPolicy
  ) -> PolicyCard {
    let name = draft.name.text
    let messages = admission.validations.compactMap(\.message)
    return PolicyCard(
      id: name + suffix, name: name + suffix, family: "admission", level: level,
      summary: messages.first ?? "refused by the admission policy \(name)",
      why: "The cluster's ValidatingAdmissionPolicy '\(name)' refuses the object.",
      fix: "change what the policy names", tags: ["kubernetes"], path: draft.file.path)
  }

  private static func expression(
    _ node: YAMLNode, _ key: String, _ list: inout FaultList
  ) -> SourceExpression? {
    guard let expression = node[key], expression.kind == .scalar, !expression.text.isEmpty else {
      list.add("there is no '\(key)'", at: node.range)
      return nil
    }
    return SourceExpression(expression)
  }

  private static func elements(_ node: YAMLNode?) -> [YAMLNode] { node?.elements.map { $0 } ?? [] }

  private static func match(_ node: YAMLNode?, _ list: inout FaultList) -> AdmissionMatch {
    AdmissionMatch(
      rules: elements(node?["resourceRules"]).map(rule),
      excluded: elements(node?["excludeResourceRules"]).map(rule),
      namespaceSelector: requirements(node?["namespaceSelector"], &list),
      objectSelector: requirements(node?["objectSelector"], &list))
  }

  private static func rule(_ node: YAMLNode) -> AdmissionMatch.Rule {
    func texts(_ key: String) -> [String] { elements(node[key]).map(\.text) }
    return AdmissionMatch.Rule(
      groups: texts("apiGroups"), versions: texts("apiVersions"), resources: texts("resources"),
      operations: texts("operations"), names: texts("resourceNames"))
  }

  private static func requirements(
    _ node: YAMLNode?, _ list: inout FaultList
  ) -> [AdmissionMatch.Requirement] {
    var requirements = (node?["matchLabels"]?.entries.map { $0 } ?? []).map {
      AdmissionMatch.Requirement(key: $0.key.text, operation: .isIn, values: [$0.value.text])
    }
    for element in elements(node?["matchExpressions"]) {
      guard let key = element["key"], let word = element["operator"] else {
        list.add("a label requirement needs a key and an operator", at: element.range)
        continue
      }
      guard let operation = AdmissionMatch.Requirement.Operation(rawValue: word.text) else {
        list.addUnknown(
          "operator", word.text, among: ["In", "NotIn", "Exists", "DoesNotExist"], at: word.range)
        continue
      }
      requirements.append(
        .init(key: key.text, operation: operation, values: elements(element["values"]).map(\.text)))
    }
    return requirements
  }
}
