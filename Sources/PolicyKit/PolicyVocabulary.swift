internal import CEL
internal import Values

/// The names that every policy expression may use, beside its own params, variables and element.
///
/// Parts of a thing are dotted variables (`resource.kind`), so that a misspelt one is a compile error.
enum PolicyVocabulary {
  /// What is judged: a container, a pod specification, or the resource itself.
  static let object = "object"
  /// The resource that holds it.
  static let workload = "workload"
  /// The pod specification around a container; null elsewhere.
  static let pod = "pod"
  /// The metadata of the pod; null where the kind has none.
  static let podMetadata = "podMetadata"
  static let environments = "environments"
  static let resourceKind = "resource.kind"
  static let resourceGroup = "resource.group"
  static let resourceName = "resource.name"
  static let resourceNamespace = "resource.namespace"
  static let resourceAddress = "resource.address"
  /// The file's path from the root of the scan.
  static let resourcePath = "resource.path"
  /// An IAM policy that is a permissions boundary and nothing else.
  static let isBoundary = "resource.isBoundary"
  /// `containers`, `initContainers`, `ephemeralContainers`; empty for what is no container.
  static let containerRole = "container.role"
  /// Where it stands in its object: `spec.template.spec.containers[0]`.
  static let containerPath = "container.path"
  /// LimitRange, ResourceQuota and Namespace objects of the repository that apply to the resource's namespace.
  static let limitRanges = "ns.limitRanges"
  static let resourceQuotas = "ns.resourceQuotas"
  /// The Namespace object; null when the repository has none.
  static let namespaceObject = "ns.object"
  /// The bindings of the repository that name this role; empty for what is no role.
  static let bindings = "bindings"
  /// The service account of the pod: its object in the repository (null when it has none), and the bindings that
  /// name it. Null and empty for what is no pod and no container.
  static let accountObject = "account.object"
  static let accountBindings = "account.bindings"

  /// What all subjects of a resource share; in the order of `Bench`, which binds them by place.
  private static let resourceTypes: [(name: String, type: CELType)] = [
    (workload, .dyn), (environments, .list(.string)), (resourceKind, .string), (resourceGroup, .string),
    (resourceName, .string), (resourceNamespace, .string), (resourceAddress, .string),
    (resourcePath, .string),
    (isBoundary, .bool), (limitRanges, .list(.dyn)), (resourceQuotas, .list(.dyn)), (namespaceObject, .dyn),
    (bindings, .list(.dyn)),
  ]

  /// What a subject has of its own; in the order of `Subject`.
  private static let subjectTypes: [(name: String, type: CELType)] = [
    (object, .dyn), (pod, .dyn), (podMetadata, .dyn), (containerRole, .string), (containerPath, .string),
    (accountObject, .dyn), (accountBindings, .list(.dyn)),
  ]

  static let types = resourceTypes + subjectTypes

  /// First parts of all names: no element or variable may take one.
  static let names: Set<String> = Set(
    types.map { String($0.name.prefix { $0 != "." }) } + ["params", "variables"])

  /// With the variables that all subjects of a resource share.
  static func resourceEnvironment() -> CELEnvironment {
    var environment = CELEnvironment(.policy)
    for (name, type) in resourceTypes { environment.declare(variable: name, as: type) }
    environment.declare(object: PolicyFunctions.imageType)
    for function in PolicyFunctions.all { environment.declare(function: function) }
    return environment
  }

  /// The environment that all policies are compiled in; their own names are declared on top.
  static func environment(over resource: CELEnvironment = resourceEnvironment()) -> CELEnvironment {
    var environment = resource
    for (name, type) in subjectTypes { environment.declare(variable: name, as: type) }
    return environment
  }
}
