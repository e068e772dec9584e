/// A part of what is known of one resource.
public protocol ResourcePart {
  /// Index of the resource in `Facts.resources` (in `FileFacts`: in that file's own).
  var resource: Int { get set }
}

/// The kinds that analyses ask about by name, read once.
public struct TypedResources: Sendable {
  public var roles: [Role] = []
  public var roleBindings: [RoleBinding] = []
  public var serviceAccounts: [ServiceAccount] = []
  public var namespaces: [Namespace] = []
  public var limitRanges: [LimitRange] = []
  public var resourceQuotas: [ResourceQuota] = []
  public var networkPolicies: [NetworkPolicy] = []
  public var applications: [ArgoApplication] = []
  public var applicationSets: [ArgoApplicationSet] = []
  public var projects: [ArgoProject] = []
  public var workflows: [ArgoWorkflow] = []
  public var externalSecrets: [ExternalSecret] = []
  public var secretStores: [SecretStore] = []

  public init() {}

  /// `map` gives the new index of a resource, nil for one that is dropped.
  public mutating func append(_ other: TypedResources, _ map: (Int) -> Int?) {
    Self.append(other.roles, to: &roles, map)
    Self.append(other.roleBindings, to: &roleBindings, map)
    Self.append(other.serviceAccounts, to: &serviceAccounts, map)
    Self.append(other.namespaces, to: &namespaces, map)
    Self.append(other.limitRanges, to: &limitRanges, map)
    Self.append(other.resourceQuotas, to: &resourceQuotas, map)
    Self.append(other.networkPolicies, to: &networkPolicies, map)
    Self.append(other.applications, to: &applications, map)
    Self.append(other.applicationSets, to: &applicationSets, map)
    Self.append(other.projects, to: &projects, map)
    Self.append(other.workflows, to: &workflows, map)
    Self.append(other.externalSecrets, to: &externalSecrets, map)
    Self.append(other.secretStores, to: &secretStores, map)
  }

  /// Adds parts of a file's or an object's facts to all.
  public static func append<Part: ResourcePart>(
    _ parts: [Part], to all: inout [Part], _ map: (Int) -> Int?
  ) {
    for var part in parts {
      guard let index = map(part.resource) else { continue }
      part.resource = index
      all.append(part)
    }
  }
}
