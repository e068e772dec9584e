public import SourceText

/// What one file gives to the facts: a pure function of its bytes and path, so that files are read in parallel.
/// Indices of resources count within the file.
public struct FileFacts: Sendable {
  public var file: FileID
  public var path: String
  public var resources: [Resource] = []
  public var podTemplates: [PodTemplate] = []
  public var typed = TypedResources()
  /// Objects that leave out their apiVersion: none, unless a kustomization with a target patches with the file.
  public var fragments: [Resource] = []
  public var kustomizations: [Kustomization] = []
  public var charts: [HelmChart] = []
  /// What each document is.
  public var classes: [DocumentClass] = []
  /// Of the reading of manifests; what the YAML parser said is in its stream.
  public var problems: [Problem] = []
  /// The first `{{` outside of comments in a file that reads as YAML all the same: a template, if a chart holds it.
  public var braces: Location?

  public init(file: FileID, path: String) {
    self.file = file
    self.path = path
  }
}
