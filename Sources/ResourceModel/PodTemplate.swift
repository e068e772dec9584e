public import Values

/// A pod specification inside a resource, with its containers, wherever the kind keeps it.
public struct PodTemplate: Sendable, ResourcePart {
  /// Index of the resource in `Facts.resources`.
  public var resource: Int
  /// Where the specification stands in the object: `spec.template.spec`.
  public var path: String
  /// The pod specification (a mapping with `containers`). For kinds that have none of their own (an Argo template, a
  /// Tekton task, a SparkApplication's driver) the one that the controller makes, as far as it is written.
  public var spec: Value
  /// The pod's own metadata where the kind has it.
  public var metadata: Value?
  public var containers: [Container]

  public init(resource: Int, path: String, spec: Value, metadata: Value? = nil, containers: [Container]) {
    self.resource = resource
    self.path = path
    self.spec = spec
    self.metadata = metadata
    self.containers = containers
  }

  /// It stands for an ECS task or a function: only its containers are like those of a pod.
  public var isTask: Bool { containers.contains { $0.role == .task } }
}

/// A container of a pod template (or what an Argo Workflow or an ECS task runs as one).
public struct Container: Sendable {
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case container = "containers"
    case initContainer = "initContainers"
    case ephemeralContainer = "ephemeralContainers"
    /// Of an ECS task or a Lambda function: an image that is run, but in no pod.
    case task = "tasks"

    /// Where a pod specification keeps its containers.
    public static let ofPods: [Role] = [.container, .initContainer, .ephemeralContainer]
  }

  public var role: Role
  /// Where it stands in the object: `spec.template.spec.containers[0]`.
  public var path: String
  public var value: Value

  public init(role: Role, path: String, value: Value) {
    self.role = role
    self.path = path
    self.value = value
  }
}
