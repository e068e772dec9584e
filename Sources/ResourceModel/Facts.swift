public import SourceText

/// All that a scan knows of the repository when policies are run: one value, built once, never changed.
public struct Facts: Sendable {
  /// In the order of files and of positions in them.
  public var resources: [Resource]
  public var podTemplates: [PodTemplate]
  public var typed = TypedResources()
  public var kustomizations: [Kustomization] = []
  public var charts: [HelmChart] = []
  /// Files that kustomizations patch others with: none of their objects is a resource.
  public var patches: [FileFacts] = []
  public var roleGraph = RoleGraph()
  /// What merging found: templates of a chart that read as YAML by chance.
  public var problems: [Problem] = []
  /// For each resource, what names its namespace: `name:shop`, or `folder:apps/web` where none is written, because
  /// one tool invocation applies a folder.
  public var namespaceKeys: [String] = []
  /// From the root of the scan, for the files that manifests were read from.
  public var paths: [FileID: String] = [:]
  /// In all files that were read.
  public var recognisedTokens: [RecognisedToken] = []
  /// One per root module and set of inputs.
  public var terraformRoots: [TerraformRoot] = []
  /// How things get their environment.
  public var labelling = EnvironmentLabelling()

  public init(resources: [Resource] = [], podTemplates: [PodTemplate] = []) {
    self.resources = resources
    self.podTemplates = podTemplates
  }
}
