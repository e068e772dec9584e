public import Values

/// A secret that stays outside of the repository: External Secrets Operator, v1 and v1beta1.
public struct ExternalSecret: Sendable, ResourcePart {
  public var resource: Int
  /// `ExternalSecret` or `ClusterExternalSecret`.
  public var kind: String
  public var storeName: Value?
  /// `SecretStore` when it is not written.
  public var storeKind: String
  /// The name of the Secret that it makes; nil when that is the object's own.
  public var targetName: Value?
  /// The keys in the store: of `data` and of `dataFrom`.
  public var remoteKeys: [Value]

  public init(resource: Int, kind: String, spec: Value) {
    self.resource = resource
    self.kind = kind
    let reference = spec["secretStoreRef"]
    storeName = reference?["name"]
    storeKind = reference?["kind"]?.string ?? "SecretStore"
    targetName = spec.at("target", "name")
    remoteKeys =
      (spec["data"]?.list ?? []).compactMap { $0.at("remoteRef", "key") }
      + (spec["dataFrom"]?.list ?? []).compactMap { $0.at("extract", "key") ?? $0.at("find", "path") }
  }
}

public struct SecretStore: Sendable, ResourcePart {
  public var resource: Int
  public var name: String
  /// A ClusterSecretStore serves every namespace that its conditions admit.
  public var isClusterStore: Bool
  public var provider: Value?
  public var conditions: [Value]

  public init(resource: Int, name: String, isClusterStore: Bool, spec: Value) {
    self.resource = resource
    self.name = name
    self.isClusterStore = isClusterStore
    provider = spec["provider"]
    conditions = spec["conditions"]?.list ?? []
  }
}
