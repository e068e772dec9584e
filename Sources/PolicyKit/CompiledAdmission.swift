internal import CEL
internal import ResourceModel
internal import SourceText
internal import Values

/// An admission policy ready to judge the objects of a repository as a cluster would judge them on creation.
struct CompiledAdmission: Sendable {
  struct Validation: Sendable {
    var expression: CELProgram
    var text: String
    var message: String?
    var messageExpression: CELProgram?
  }

  let policy: Policy
  let admission: AdmissionPolicy
  let environment: CELEnvironment
  let conditions: [CELProgram]
  let variables: [(slot: Int, program: CELProgram)]
  let validations: [Validation]
  let auditAnnotations: [(key: String, program: CELProgram)]

  init?(
    _ policy: Policy, _ admission: AdmissionPolicy, file: SourceFile, faults: inout [ConfigurationFault]
  ) {
    var list = FaultList(file)
    var environment = CELEnvironment(.latestKubernetes)
    for name in ["object", "oldObject", "request", "params", "namespaceObject", "authorizer"] {
      environment.declare(variable: name, as: .dyn)
    }
    func compile(_ expression: SourceExpression, _ list: inout FaultList) -> CELProgram? {
      switch environment.compile(expression.text) {
      case .success(let program): return program
      case .failure(let failure):
        for issue in failure.issues {
          list.add(
            issue.message, advice: issue.suggestion.map { "did you mean '\($0)'?" },
            at: expression.range(at: issue.offset))
        }
        return nil
      }
    }
    conditions = admission.conditions.compactMap { compile($0, &list) }
    var variables: [(slot: Int, program: CELProgram)] = []
    for variable in admission.variables {
      let name = "variables.\(variable.name)"
      let program = compile(variable.expression, &list)
      environment.declare(variable: name, as: program?.resultType ?? .dyn)
      if let program, let slot = environment.slot(of: name) { variables.append((slot, program)) }
    }
    self.variables = variables
    validations = admission.validations.compactMap { validation in
      compile(validation.expression, &list).map {
        Validation(
          expression: $0, text: validation.expression.text, message: validation.message,
          messageExpression: validation.messageExpression.flatMap { compile($0, &list) })
      }
    }
    auditAnnotations = admission.auditAnnotations.compactMap { annotation in
      compile(annotation.valueExpression, &list).map { (annotation.key, $0) }
    }
    self.policy = policy
    self.admission = admission
    self.environment = environment
    faults += list.faults
    guard list.faults.isEmpty else { return nil }
  }

  /// What is held against the policy: the object itself; for a policy over pods that does not name the object's
  /// kind, the pods that its templates make.
  func judge(
    _ resource: Resource, _ index: Int, templates: [PodTemplate], in run: PolicyRun,
    _ judgement: inout Judgement
  ) {
    guard resource.domain == .kubernetes else { return }
    if matches(group: resource.group, version: resource.version, kind: resource.type, name: resource.name) {
      var trial = AdmissionTrial(
        policy: self, run: run, index: index, object: resource.value, kind: resource.type, note: nil)
      trial.judge(&judgement)
      return
    }
    guard resource.type != "Pod" || !resource.group.isEmpty,
      matches(group: "", version: "v1", kind: "Pod", name: resource.name)
    else { return }
    for template in templates {
      var trial = AdmissionTrial(
        policy: self, run: run, index: index, object: Bench.pod(from: template, of: resource),
        kind: "Pod",
        note:
          "the policy is about pods; judged on the pod template \(template.path) of \(resource.address)")
      trial.judge(&judgement)
    }
  }

  private func matches(group: String, version: String, kind: String, name: String) -> Bool {
    admission.match.matchesKind(group: group, version: version, kind: kind, name: name)
      && (admission.bindingMatch.map {
        $0.rules.isEmpty || $0.matchesKind(group: group, version: version, kind: kind, name: name)
      } ?? true)
  }
}

/// One admission policy over one object.
struct AdmissionTrial {
  let policy: CompiledAdmission
  let run: PolicyRun
  let index: Int
  let resource: Resource
  let object: Value
  let kind: String
  let note: String?
  private var doubts: [Unknown.Reason] = []

  init(
    policy: CompiledAdmission, run: PolicyRun, index: Int, object: Value, kind: String, note: String?
  ) {
    self.policy = policy
    self.run = run
    self.index = index
    resource = run.facts.resources[index]
    self.object = object
    self.kind = kind
    self.note = note
  }

  mutating func judge(_ judgement: inout Judgement) {
    let namespace = run.namespaces[index]
    for match in [policy.admission.match, policy.admission.bindingMatch].compactMap({ $0 }) {
      switch match.selects(
        object, kind: kind, namespace: resource.namespace, namespaceObject: namespace.object)
      {
      case .yes: continue
      case .no: return
      case .unknown(let reason): doubts.append(Unknown.Reason(reason))
      }
    }
    let activation = activation(namespace: namespace.object)
    for condition in policy.conditions {
      let outcome = condition.evaluate(activation)
      switch outcome.bool {
      case true?: continue
      case false?: return
      case nil:
        if !outcome.unknownReasons.isEmpty {
          doubts += outcome.unknownReasons
        } else {
          refuse(outcome, &judgement)
          return
        }
      }
    }
    for validation in policy.validations {
      let outcome = validation.expression.evaluate(activation)
      switch outcome.bool {
      case true?: continue
      case false?:
        if doubts.isEmpty {
          report(message(validation, activation), outcome.blame, activation, &judgement)
        } else {
          leaveOpen(doubts, outcome.blame, &judgement)
        }
      case nil:
        if outcome.unknownReasons.isEmpty {
          refuse(outcome, &judgement)
        } else {
          leaveOpen(doubts + outcome.unknownReasons, outcome.blame, &judgement)
        }
      }
    }
  }

  private func activation(namespace: Value?) -> CELActivation {
    var activation = CELActivation(policy.environment)
    var object = Self.admitted(object, namespace: Self.namespace(of: resource, kind: kind))
    if kind == "Pod" { object = AdmittedPod.filled(object, from: run.namespaces[index].limitRanges) }
    activation["object"] = .document(object)
    activation["oldObject"] = .null
    activation["params"] = parameters
    activation["namespaceObject"] =
      namespace.map { .document(Self.admitted($0.withoutOrigin, namespace: nil)) }
      ?? (AdmissionMatch.clusterScoped.contains(kind)
        ? .null : .unknown(Unknown([.init("the Namespace object is not in the repository")])))
    activation["authorizer"] = .unknown(Unknown([.init("only the cluster knows who may do what")]))
    activation["request"] = request
    for (slot, program) in policy.variables { activation.set(slot: slot) { program.evaluate($0) } }
    return activation
  }

  private var request: CELValue {
    let group = kind == "Pod" ? "" : resource.group
    let version = kind == "Pod" ? "v1" : resource.version
    func map(_ last: String, _ name: String) -> CELValue {
      .map(CELMap([("group", .string(group)), ("version", .string(version)), (last, .string(name))]))
    }
    let resourceName = AdmissionMatch.plural(of: kind)
    return .map(
      CELMap([
        ("kind", map("kind", kind)), ("requestKind", map("kind", kind)),
        ("resource", map("resource", resourceName)), ("requestResource", map("resource", resourceName)),
        ("subResource", .string("")), ("operation", .string("CREATE")), ("name", .string(resource.name)),
        ("namespace", .string(resource.namespace ?? "")), ("dryRun", .bool(false)),
        ("userInfo", .unknown(Unknown([.init("only the cluster knows who asks")]))),
        ("options", .map(CELMap())),
      ]))
  }

  private var parameters: CELValue {
    switch policy.admission.parameters {
    case .none: return .null
    case .value(let value): return .document(Self.admitted(value, namespace: nil))
    case .unbound(let kind):
      return .unknown(Unknown([.init("no binding says which \(kind) holds the parameters")]))
    case .named(let kind, let name, let namespace):
      let found = run.facts.resources.first {
        kind.matches($0) && $0.name == name && (namespace == nil || $0.namespace == namespace)
      }
      if let found { return .document(Self.admitted(found.value.withoutOrigin, namespace: nil)) }
      return .unknown(Unknown([.init("the repository has no \(kind.kind) '\(name)' with the parameters")]))
    }
  }

  private static func namespace(of resource: Resource, kind: String) -> Value? {
    guard resource.namespace == nil, !AdmissionMatch.clusterScoped.contains(kind) else { return nil }
    return Value(.unknown(Unknown([.init("the namespace is chosen when the object is applied")])))
  }

  /// The object as the API server sees it: fields that are null are absent, and the namespace is filled in.
  private static func admitted(_ value: Value, namespace: Value?) -> Value {
    var value = withoutNulls(value)
    guard let namespace, case .object(var fields) = value.content, var metadata = fields["metadata"],
      case .object(var names) = metadata.content, names["namespace"] == nil
    else { return value }
    names["namespace"] = namespace
    metadata.content = .object(names)
    fields["metadata"] = metadata
    value.content = .object(fields)
    return value
  }

  private static func withoutNulls(_ value: Value) -> Value {
    var value = value
    switch value.content {
    case .object(let fields):
      value.content = .object(
        ObjectFields(
          fields.fields.compactMap { field in
            field.value.isNull ? nil : .init(field.name, at: field.nameLocation, withoutNulls(field.value))
          }))
    case .list(let elements): value.content = .list(elements.map(withoutNulls))
    case .null, .bool, .number, .string, .unknown: break
    }
    return value
  }

  private func message(_ validation: CompiledAdmission.Validation, _ activation: CELActivation) -> String {
    if let computed = validation.messageExpression?.evaluate(activation).string {
      let text = computed.split(whereSeparator: \.isNewline).joined(separator: " ")
      if text.contains(where: { !$0.isWhitespace }) { return text }
    }
    return validation.message ?? "failed expression: \(validation.text)"
  }

  private func report(
    _ message: String, _ origin: Origin?, _ activation: CELActivation, _ judgement: inout Judgement
  ) {
    let card = policy.policy.card
    var notes = resource.remarks
    if let note { notes.append(note) }
    for (key, program) in policy.auditAnnotations {
      if let text = program.evaluate(activation).string, !text.isEmpty {
        notes.append("audit \(key): \(text)")
      }
    }
    judgement.findings.append(
      Finding(
        policy: card.id, name: card.name, family: card.family, level: card.level,
        message: message, fix: card.fix, notes: notes, location: place(of: origin),
        resource: resource.address, environments: resource.environments,
        trace: origin?.trace?.steps.map { .init($0.note, at: $0.location) } ?? []))
  }

  /// An expression that fails refuses the object under `failurePolicy: Fail` and lets it pass otherwise.
  private func refuse(_ outcome: CELOutcome, _ judgement: inout Judgement) {
    let error = outcome.error?.message ?? "it is neither true nor false"
    switch policy.admission.failurePolicy {
    case .fail:
      let card = policy.policy.card
      judgement.findings.append(
        Finding(
          policy: card.id, name: card.name, family: card.family, level: card.level,
          message: "an expression of the policy fails (\(error)), and failurePolicy Fail refuses the object",
          fix: "write what the expression reads", notes: resource.remarks + [note].compactMap { $0 },
          location: place(of: outcome.blame), resource: resource.address,
          environments: resource.environments))
    case .ignore:
      leaveOpen(
        [.init("an expression fails (\(error)), and failurePolicy Ignore lets the object pass")],
        outcome.blame, &judgement)
    }
  }

  private func leaveOpen(
    _ reasons: [Unknown.Reason], _ origin: Origin?, _ judgement: inout Judgement
  ) {
    let card = policy.policy.card
    var seen: Set<Unknown.Reason> = []
    judgement.undetermined.append(
      Undetermined(
        policy: card.id, name: card.name, family: card.family, level: card.level,
        message: "cannot tell whether the admission policy holds: \(card.summary)",
        reasons: reasons.filter { seen.insert($0).inserted }.map { .init($0.phrase, at: $0.location) },
        location: place(of: origin), resource: resource.address, environments: resource.environments))
  }

  private func place(of origin: Origin?) -> Location {
    // A location in a policy file (parameters) is no place in the repository.
    let location = origin?.location.flatMap { resource.location.file == $0.file ? $0 : nil }
    return run.firstLine(of: location ?? object.location ?? resource.location)
  }
}
