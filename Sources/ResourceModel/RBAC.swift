public import Values

/// A Role or ClusterRole.
public struct Role: Sendable, ResourcePart {
  public var resource: Int
  public var isClusterRole: Bool
  public var name: String
  /// The rules written in it. With `aggregation` the cluster replaces them: see `Facts.rules(of:)`.
  public var rules: [RoleRule]
  public var labels: Value?
  /// Label selectors of the ClusterRoles whose rules this one collects.
  public var aggregation: [Value]

  public init(
    resource: Int, isClusterRole: Bool, name: String, rules: [RoleRule], labels: Value?, aggregation: [Value]
  ) {
    self.resource = resource
    self.isClusterRole = isClusterRole
    self.name = name
    self.rules = rules
    self.labels = labels
    self.aggregation = aggregation
  }
}

/// One rule: any of the verbs on any of the resources.
public struct RoleRule: Sendable {
  public var value: Value
  public var apiGroups: [Value]
  public var resources: [Value]
  public var verbs: [Value]
  public var resourceNames: [Value]
  public var nonResourceURLs: [Value]

  public init(_ value: Value) {
    self.value = value
    apiGroups = value["apiGroups"]?.list ?? []
    resources = value["resources"]?.list ?? []
    verbs = value["verbs"]?.list ?? []
    resourceNames = value["resourceNames"]?.list ?? []
    nonResourceURLs = value["nonResourceURLs"]?.list ?? []
  }
}

/// A RoleBinding or ClusterRoleBinding.
public struct RoleBinding: Sendable, ResourcePart {
  public struct Subject: Sendable {
    public var kind: String
    public var name: String
    /// As written; a service account without one belongs to the binding's namespace.
    public var namespace: String?
    public var value: Value

    public init(_ value: Value) {
      self.value = value
      kind = value["kind"]?.string ?? ""
      name = value["name"]?.string ?? ""
      namespace = value["namespace"]?.string
    }
  }

  public var resource: Int
  public var isClusterBinding: Bool
  public var roleKind: String
  public var roleName: String
  public var roleReference: Value?
  public var subjects: [Subject]

  public init(resource: Int, isClusterBinding: Bool, roleReference: Value?, subjects: [Subject]) {
    self.resource = resource
    self.isClusterBinding = isClusterBinding
    self.roleReference = roleReference
    roleKind = roleReference?["kind"]?.string ?? ""
    roleName = roleReference?["name"]?.string ?? ""
    self.subjects = subjects
  }
}

public struct ServiceAccount: Sendable, ResourcePart {
  public var resource: Int
  public var name: String
  /// Nil when it is not written: Kubernetes then mounts the token.
  public var automountsToken: Value?
  /// Holds `eks.amazonaws.com/role-arn` for IRSA.
  public var annotations: Value?

  public init(resource: Int, name: String, automountsToken: Value?, annotations: Value?) {
    self.resource = resource
    self.name = name
    self.automountsToken = automountsToken
    self.annotations = annotations
  }
}
