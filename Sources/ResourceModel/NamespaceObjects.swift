public import Values

public struct Namespace: Sendable, ResourcePart {
  public var resource: Int
  public var name: String
  public var labels: Value?

  public init(resource: Int, name: String, labels: Value?) {
    self.resource = resource
    self.name = name
    self.labels = labels
  }
}

/// Defaults and bounds that the cluster applies to each container or pod of a namespace.
public struct LimitRange: Sendable, ResourcePart {
  public struct Item: Sendable {
    /// `Container`, `Pod`, `PersistentVolumeClaim`.
    public var type: String
    /// Limits of a container that writes none.
    public var defaultLimits: Value?
    public var defaultRequests: Value?
    public var maximum: Value?
    public var minimum: Value?

    public init(_ value: Value) {
      type = value["type"]?.string ?? ""
      defaultLimits = value["default"]
      defaultRequests = value["defaultRequest"]
      maximum = value["max"]
      minimum = value["min"]
    }
  }

  public var resource: Int
  public var items: [Item]

  public init(resource: Int, items: [Item]) {
    self.resource = resource
    self.items = items
  }
}

public struct ResourceQuota: Sendable, ResourcePart {
  public var resource: Int
  public var hard: Value?

  public init(resource: Int, hard: Value?) {
    self.resource = resource
    self.hard = hard
  }
}

public struct NetworkPolicy: Sendable, ResourcePart {
  public var resource: Int
  /// An empty selector means every pod of the namespace.
  public var podSelector: Value?
  public var policyTypes: [Value]
  /// Nil when the field is not written: then nothing is allowed, if the type is listed.
  public var ingress: Value?
  public var egress: Value?

  public init(resource: Int, podSelector: Value?, policyTypes: [Value], ingress: Value?, egress: Value?) {
    self.resource = resource
    self.podSelector = podSelector
    self.policyTypes = policyTypes
    self.ingress = ingress
    self.egress = egress
  }
}
