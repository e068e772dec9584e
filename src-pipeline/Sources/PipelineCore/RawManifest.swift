/// What `fetch` left for one shard; written last, so its presence means that every object is there, whole.
public struct RawManifest: Codable, Equatable, Sendable {
  public struct Object: Codable, Equatable, Sendable {
    public let origin: String
    public let format: RawFormat
    public let sha256: String
    public let bytes: Int
  }

  public struct Symbol: Codable, Equatable, Sendable {
    public let symbol: String
    public let objects: [Object]
    /// Asked for, and the source has none.
    public let absent: [String]
  }

  public let source: String
  public let shard: String
  public let codeVersion: String
  public let symbols: [Symbol]
}

/// What `transform` left for one shard.
public struct FeatureManifest: Codable, Equatable, Sendable {
  public struct Symbol: Codable, Equatable, Sendable {
    public let symbol: String
    public let rows: Int
  }

  public let shard: String
  public let codeVersion: String
  public let gitCommit: String?
  /// Trading days from a row to the close that labels it.
  public let horizon: Int
  public let rows: Int
  public let features: [String]
  /// Of the Parquet file.
  public let sha256: String
  public let bytes: Int
  /// Of the raw objects, in the order read: the same data gives the same hash, wherever it was fetched.
  public let rawSHA256: String
  public let symbols: [Symbol]
  public let quality: [DataQuality]
}

/// The version that manifests, runs and models name; bumped when the same raw data would give other features.
public enum CodeVersion {
  public static let current = "1.1.0"
}
