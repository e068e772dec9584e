public import SourceText
public import Values

/// A `kustomization.yaml`: which files it takes, and which it patches them with.
public struct Kustomization: Sendable {
  public var file: FileID
  /// The folder that it stands in, from the root of the scan; empty for the root.
  public var folder: String
  public var value: Value
  /// Paths from the root of the scan: files and folders of `resources`, `bases`, `components`. Remote ones are in
  /// `remote`.
  public var resources: [String]
  public var remote: [Value]
  /// Files that change other resources and are none themselves.
  public var patches: [String]
  /// The namespace that it sets on everything below.
  public var namespace: Value?

  public init(file: FileID, path: String, value: Value) {
    self.file = file
    self.value = value
    let folder = RelativePath.folder(of: path)
    self.folder = folder
    namespace = value["namespace"]
    var resources: [String] = []
    var remote: [Value] = []
    for key in ["resources", "bases", "components"] {
      for entry in value[key]?.list ?? [] {
        guard let text = entry.string else { continue }
        if let path = RelativePath.joined(folder, text) {
          resources.append(path)
        } else {
          remote.append(entry)
        }
      }
    }
    self.resources = resources
    self.remote = remote
    var patches = (value["patches"]?.list ?? []).compactMap { $0["path"]?.string }
    patches += (value["patchesStrategicMerge"]?.list ?? []).compactMap(\.string).filter { !$0.contains("\n") }
    patches += (value["patchesJson6902"]?.list ?? []).compactMap { $0["path"]?.string }
    for key in ["configurations", "transformers", "generators", "validators", "replacements", "crds"] {
      patches += (value[key]?.list ?? []).compactMap { $0.string ?? $0["path"]?.string }.filter {
        !$0.contains("\n")
      }
    }
    self.patches = patches.compactMap { RelativePath.joined(folder, $0) }
  }
}

/// A Helm chart: its templates are text until they are rendered.
public struct HelmChart: Sendable {
  public var file: FileID
  public var folder: String
  public var name: String
  public var value: Value

  public init(file: FileID, path: String, name: String, value: Value) {
    self.file = file
    folder = RelativePath.folder(of: path)
    self.name = name
    self.value = value
  }
}
