public import SourceText
public import Values

/// One object that policies judge: a Kubernetes object, a Terraform resource, a workflow, a Dockerfile.
public struct Resource: Sendable {
  /// The language that the object comes from.
  public enum Domain: String, Hashable, Sendable, CaseIterable {
    case kubernetes
    case terraform
    case workflow
    case dockerfile
  }

  public var domain: Domain
  /// Kubernetes: the kind. Terraform: the resource type. Otherwise the domain's own word.
  public var type: String
  /// Kubernetes API group (empty for the core group); empty elsewhere.
  public var group: String
  /// Kubernetes API version without the group; empty elsewhere.
  public var version: String
  public var name: String
  /// Kubernetes namespace as written; nil when none is written.
  public var namespace: String?
  /// How people call it: `Deployment/shop/web`, `module.db.aws_db_instance.main[0]`.
  public var address: String
  /// The whole object, evaluated.
  public var value: Value
  /// The environments that this evaluation belongs to; empty when none is known.
  public var environments: [String]
  public var location: Location
  /// Said with each finding on this resource: `judged as a base: an overlay may complete it`.
  public var remarks: [String]

  public init(
    domain: Domain, type: String, group: String = "", version: String = "", name: String,
    namespace: String? = nil, address: String, value: Value, environments: [String] = [], location: Location,
    remarks: [String] = []
  ) {
    self.domain = domain
    self.type = type
    self.group = group
    self.version = version
    self.name = name
    self.namespace = namespace
    self.address = address
    self.value = value
    self.environments = environments
    self.location = location
    self.remarks = remarks
  }
}
