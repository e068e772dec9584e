internal import CEL
internal import ResourceModel
internal import SourceText
internal import Values

/// One resource before its judges: what all policies share is bound once.
struct Bench {
  private let run: PolicyRun
  private let index: Int
  /// The whole object; made once, because most objects are still syntax.
  private let value: Value
  private let shared: CELActivation

  /// - Parameter index: of the resource.
  init(_ run: PolicyRun, _ index: Int) {
    self.run = run
    self.index = index
    value = run.facts.resources[index].value
    let namespace = run.namespaces[index]
    func list(_ values: [Value]) -> CELValue { .list(values.map { .document($0) }) }
    let file = Int(run.facts.resources[index].location.file.raw)
    shared = CELActivation(
      run.plan.resourceEnvironment, over: nil,
      binding: [
        .document(value),
        .list(run.facts.resources[index].environments.map { .string($0) }),
        .string(run.facts.resources[index].type),
        .string(run.facts.resources[index].group),
        .string(run.facts.resources[index].name),
        .string(run.facts.resources[index].namespace ?? ""),
        .string(run.facts.resources[index].address),
        .string(run.files.indices.contains(file) ? run.files[file].path : ""),
        .bool(run.boundaries.contains(index)),
        list(namespace.limitRanges),
        list(namespace.resourceQuotas),
        namespace.object.map { .document($0) } ?? .null,
        list(run.roleBindings[index]),
      ])
  }

  /// The resource itself.
  var resource: Subject { subject(value) }

  func pod(_ template: PodTemplate) -> Subject { subject(template.spec, pod: template) }

  /// The template of a controller, judged as the pod that it makes.
  func asPod(_ template: PodTemplate) -> Subject {
    subject(Self.pod(from: template, of: run.facts.resources[index]), pod: template, isMade: true)
  }

  func container(_ container: Container, of template: PodTemplate) -> Subject {
    subject(container.value, pod: template, role: container.role, path: container.path)
  }

  private func subject(
    _ object: Value, pod template: PodTemplate? = nil, role: Container.Role? = nil, path: String = "",
    isMade: Bool = false
  ) -> Subject {
    var activation = CELActivation(
      run.plan.environment, over: shared,
      binding: [
        .document(object),
        template.map { .document($0.spec) } ?? .null,
        template?.metadata.map { .document($0) } ?? .null,
        .string(role?.rawValue ?? ""),
        .string(path),
        .null,
        .list([]),
      ])
    if let spec = template?.spec, let object = run.plan.accountSlots.object,
      let bindings = run.plan.accountSlots.bindings
    {
      let (run, index) = (run, index)
      activation.set(slot: object) { _ in
        let account = run.accounts.account(of: spec, in: index)
        return CELOutcome(result: account.object.map { .document($0) } ?? .null, cost: 0, blame: nil)
      }
      activation.set(slot: bindings) { _ in
        let account = run.accounts.account(of: spec, in: index)
        return CELOutcome(result: .list(account.bindings.map { .document($0) }), cost: 0, blame: nil)
      }
    }
    return Subject(
      object: object, isContainer: role != nil, template: isMade ? template?.path : nil,
      activation: activation)
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

/// What a rule is held against: a resource, a pod specification or a container, with the variables that tell of it.
final class Subject {
  let object: Value
  let isContainer: Bool
  /// Where the template stands of which the object is the pod that a controller makes; nil for everything else.
  let template: String?
  let activation: CELActivation

  init(object: Value, isContainer: Bool, template: String?, activation: CELActivation) {
    self.object = object
    self.isContainer = isContainer
    self.template = template
    self.activation = activation
  }
}
