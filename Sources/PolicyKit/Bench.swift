internal import CEL
internal import ResourceModel
internal import SourceText
internal import Values

/// What a rule is held against.
enum Subject {
  case resource
  case pod(PodTemplate)
  /// The template of a controller, judged as the pod that it makes.
  case templateAsPod(PodTemplate)
  case container(Container, PodTemplate)
}

/// One resource before its judges: the variables that all policies share are bound once.
struct Bench {
  private let run: PolicyRun
  private let index: Int
  private let resource: Resource
  /// The whole object; made once, because most objects are still syntax.
  private let value: Value
  private let shared: [(slot: Int, value: CELValue)]

  /// - Parameter index: of the resource.
  init(_ run: PolicyRun, _ index: Int, _ environment: CELEnvironment) {
    self.run = run
    self.index = index
    let resource = run.facts.resources[index]
    self.resource = resource
    value = resource.value
    let namespace = run.namespaces[index]
    func list(_ values: [Value]) -> CELValue { .list(values.map { .document($0) }) }
    let path =
      run.files.indices.contains(Int(resource.location.file.raw))
      ? run.files[Int(resource.location.file.raw)].path : ""
    let values: [(String, CELValue)] = [
      (PolicyVocabulary.workload, .document(value)),
      (PolicyVocabulary.environments, .list(resource.environments.map { .string($0) })),
      (PolicyVocabulary.resourceKind, .string(resource.type)),
      (PolicyVocabulary.resourceGroup, .string(resource.group)),
      (PolicyVocabulary.resourceName, .string(resource.name)),
      (PolicyVocabulary.resourceNamespace, .string(resource.namespace ?? "")),
      (PolicyVocabulary.resourceAddress, .string(resource.address)),
      (PolicyVocabulary.resourcePath, .string(path)),
      (PolicyVocabulary.isBoundary, .bool(run.boundaries.contains(index))),
      (PolicyVocabulary.limitRanges, list(namespace.limitRanges)),
      (PolicyVocabulary.resourceQuotas, list(namespace.resourceQuotas)),
      (PolicyVocabulary.namespaceObject, namespace.object.map { .document($0) } ?? .null),
      (PolicyVocabulary.bindings, list(run.roleBindings[index])),
    ]
    shared = values.compactMap { name, value in environment.slot(of: name).map { ($0, value) } }
  }

  mutating func judge(
    _ policy: CompiledPolicy, _ place: Int, _ subject: Subject, _ judgement: inout Judgement
  ) {
    let (object, activation) = bind(policy, subject)
    judgement.subjects[place, default: 0] += 1
    var trial = Trial(run: run, policy: policy, resource: resource, subject: subject, object: object)
    trial.judge(activation)
    judgement.findings += trial.findings
    judgement.undetermined += trial.undetermined
    judgement.problems += trial.problems
  }

  private func bind(_ policy: CompiledPolicy, _ subject: Subject) -> (Value, CELActivation) {
    var activation = CELActivation(policy.environment)
    for (slot, value) in shared { activation[slot: slot] = value }
    for (slot, value) in policy.parameters { activation[slot: slot] = value }
    var object = value
    var pod: PodTemplate?
    activation[PolicyVocabulary.containerRole] = .string("")
    activation[PolicyVocabulary.containerPath] = .string("")
    switch subject {
    case .resource: break
    case .pod(let template):
      object = template.spec
      pod = template
    case .templateAsPod(let template):
      object = Self.pod(from: template, of: resource)
      pod = template
    case .container(let container, let template):
      object = container.value
      pod = template
      activation[PolicyVocabulary.containerRole] = .string(container.role.rawValue)
      activation[PolicyVocabulary.containerPath] = .string(container.path)
    }
    activation[PolicyVocabulary.object] = .document(object)
    activation[PolicyVocabulary.pod] = pod.map { .document($0.spec) } ?? .null
    activation[PolicyVocabulary.podMetadata] = pod?.metadata.map { .document($0) } ?? .null
    let account = policy.usesAccount ? pod.map { run.accounts.account(of: $0.spec, in: index) } : nil
    activation[PolicyVocabulary.accountObject] = account?.object.map { .document($0) } ?? .null
    activation[PolicyVocabulary.accountBindings] = .list(account?.bindings.map { .document($0) } ?? [])
    for (slot, program) in policy.variables {
      activation.set(slot: slot) { program.evaluate($0) }
    }
    return (object, activation)
  }

  /// The pod that a controller would make from its template.
  static func pod(from template: PodTemplate, of resource: Resource) -> Value {
    var metadata = template.metadata?.object ?? ObjectFields()
    if metadata["name"] == nil {
      metadata["name"] = Value(.string(resource.name), origin: Origin(resource.location))
    }
    if metadata["namespace"] == nil, let namespace = resource.namespace {
      metadata["namespace"] = Value(.string(namespace))
    }
    return Value(
      .object(
        ObjectFields([
          .init("apiVersion", Value(.string("v1"))),
          .init("kind", Value(.string("Pod"))),
          .init("metadata", Value(.object(metadata), origin: template.metadata?.origin ?? .none)),
          .init("spec", template.spec),
        ])), origin: template.spec.origin)
  }
}
