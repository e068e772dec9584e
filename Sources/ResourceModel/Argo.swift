public import Values

/// What an Argo CD Application deploys, from where and to where. An ApplicationSet has the same as a template, in
/// which `{{…}}` stands for what its generators give.
public struct ArgoDeployment: Sendable {
  public struct Source: Sendable {
    public var value: Value
    public var repository: Value?
    public var path: Value?
    public var revision: Value?
    public var chart: Value?

    public init(_ value: Value) {
      self.value = value
      repository = value["repoURL"]
      path = value["path"]
      revision = value["targetRevision"]
      chart = value["chart"]
    }
  }

  public struct Destination: Sendable {
    public var value: Value
    public var server: Value?
    public var clusterName: Value?
    public var namespace: Value?

    public init(_ value: Value) {
      self.value = value
      server = value["server"]
      clusterName = value["name"]
      namespace = value["namespace"]
    }
  }

  public var project: Value?
  /// `source` or `sources`.
  public var sources: [Source]
  public var destination: Destination?
  public var syncPolicy: Value?

  /// `spec`: the `spec` of an Application.
  public init(spec: Value) {
    project = spec["project"]
    sources = (spec["sources"]?.list ?? spec["source"].map { [$0] } ?? []).map(Source.init)
    destination = spec["destination"].map(Destination.init)
    syncPolicy = spec["syncPolicy"]
  }
}

public struct ArgoApplication: Sendable, ResourcePart {
  public var resource: Int
  public var name: String
  public var deployment: ArgoDeployment

  public init(resource: Int, name: String, deployment: ArgoDeployment) {
    self.resource = resource
    self.name = name
    self.deployment = deployment
  }
}

public struct ArgoApplicationSet: Sendable, ResourcePart {
  public var resource: Int
  public var name: String
  public var generators: [Value]
  public var templateMetadata: Value?
  public var deployment: ArgoDeployment

  public init(
    resource: Int, name: String, generators: [Value], templateMetadata: Value?, deployment: ArgoDeployment
  ) {
    self.resource = resource
    self.name = name
    self.generators = generators
    self.templateMetadata = templateMetadata
    self.deployment = deployment
  }
}

/// An AppProject: what the Applications of a project may use.
public struct ArgoProject: Sendable, ResourcePart {
  public var resource: Int
  public var name: String
  public var sourceRepositories: [Value]
  public var destinations: [ArgoDeployment.Destination]
  public var spec: Value

  public init(resource: Int, name: String, spec: Value) {
    self.resource = resource
    self.name = name
    self.spec = spec
    sourceRepositories = spec["sourceRepos"]?.list ?? []
    destinations = (spec["destinations"]?.list ?? []).map(ArgoDeployment.Destination.init)
  }
}

/// A Workflow, WorkflowTemplate, ClusterWorkflowTemplate or CronWorkflow.
public struct ArgoWorkflow: Sendable, ResourcePart {
  public var resource: Int
  /// Where the workflow's specification stands: `spec`, in a CronWorkflow `spec.workflowSpec`.
  public var path: String
  public var spec: Value
  /// `arguments.parameters` with a value, by name.
  public var parameters: [String: Value]
  public var serviceAccountName: Value?

  public init(resource: Int, path: String, spec: Value, parameters: [String: Value]) {
    self.resource = resource
    self.path = path
    self.spec = spec
    self.parameters = parameters
    serviceAccountName = spec["serviceAccountName"]
  }
}
