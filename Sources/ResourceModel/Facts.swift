/// All that a scan knows of the repository when policies are run: one value, built once, never changed.
public struct Facts: Sendable {
  /// In the order of files and of positions in them.
  public var resources: [Resource]
  public var podTemplates: [PodTemplate]

  public init(resources: [Resource] = [], podTemplates: [PodTemplate] = []) {
    self.resources = resources
    self.podTemplates = podTemplates
  }
}
