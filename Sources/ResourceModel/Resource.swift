public import SourceText
public import Values
public import YAMLSyntax

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
  /// Kubernetes namespace as written, or as the kustomization that lists the file sets it; nil when neither does.
  public var namespace: String?
  /// How people call it: `Deployment/shop/web`, `module.db.aws_db_instance.main[0]`.
  public var address: String
  public var body: Body
  /// The environments that this evaluation belongs to; empty when none is known.
  public var environments: [String]
  public var location: Location
  /// Said with each finding on this resource: `judged as a base: an overlay may complete it`.
  public var remarks: [String]
  /// For the Terraform domain only.
  public var terraform: TerraformPlace?

  /// Where the object's value comes from. Most documents match no policy: they stay nodes.
  public enum Body: Sendable {
    case value(Value)
    case node(YAMLNode)
  }

  /// The whole object, evaluated. O(nodes) at each call for a body that is still a node: keep the result.
  public var value: Value {
    switch body {
    case .value(let value): value
    case .node(let node): Value(node)
    }
  }

  public init(
    domain: Domain, type: String, group: String = "", version: String = "", name: String,
    namespace: String? = nil, address: String, value: Value, environments: [String] = [], location: Location,
    remarks: [String] = [], terraform: TerraformPlace? = nil
  ) {
    self.domain = domain
    self.type = type
    self.group = group
    self.version = version
    self.name = name
    self.namespace = namespace
    self.address = address
    self.body = .value(value)
    self.environments = environments
    self.location = location
    self.remarks = remarks
    self.terraform = terraform
  }
}
