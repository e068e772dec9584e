/// The folder that holds one pipeline's files; what is where is documented in docs/pipeline.md.
public struct Workspace: Sendable {
  public let root: String

  public init(_ root: String) {
    self.root = root
  }

  /// A response as fetched, under its content hash.
  public func rawObject(_ hash: ContentHash) -> String {
    "\(root)/raw/objects/\(hash.hex.prefix(2))/\(hash.hex)"
  }
  public func rawManifest(_ shard: Shard) -> String { "\(root)/raw/\(shard.fileName).json" }
  /// One line per response of an unfinished fetch: what a restart need not ask for again.
  public func fetchJournal(_ shard: Shard) -> String { "\(root)/raw/\(shard.fileName).journal" }
  public var rawFolder: String { "\(root)/raw" }

  public var featuresFolder: String { "\(root)/features" }
  public func features(_ shard: Shard) -> String { "\(root)/features/\(shard.fileName).parquet" }
  public func featuresManifest(_ shard: Shard) -> String { "\(root)/features/\(shard.fileName).json" }

  public var modelFolder: String { "\(root)/model" }
  public var model: String { "\(root)/model/model.ubj" }
  public var trainingRecord: String { "\(root)/model/training.json" }
  public var holdout: String { "\(root)/model/holdout.parquet" }
  public var report: String { "\(root)/report.html" }
  public var trackingStore: String { "\(root)/mlruns" }
  public var logRecord: String { "\(root)/model/logged.json" }
}
