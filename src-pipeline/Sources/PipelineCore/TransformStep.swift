/// Raw objects of a shard to its feature file; memory holds one symbol's raw rows and the shard's features.
public struct TransformStep: Sendable {
  let workspace: Workspace
  let horizon: Int
  let gitCommit: String?

  public init(workspace: Workspace, horizon: Int, gitCommit: String?) {
    self.workspace = workspace
    self.horizon = horizon
    self.gitCommit = gitCommit
  }

  /// - Parameter progress: called after each symbol with how many are done.
  public func run(_ shard: Shard, progress: (Int) -> Void = { _ in }) throws(PipelineError) -> FeatureManifest
  {
    let path = workspace.rawManifest(shard)
    let fix = "run 'mlpipe fetch --shard \(shard)' first"
    let raw = try JSONText.decode(
      RawManifest.self, from: LocalFile.read(path, fix: fix), name: path, fix: fix)
    var table = FeatureTable()
    // A row of text takes at least 40 bytes; room that stays empty is never touched.
    table.reserve(rows: raw.symbols.reduce(0) { $0 + $1.objects.reduce(0) { $0 + $1.bytes } } / 40)
    var quality: [DataQuality] = []
    var rawHashes: [[UInt8]] = []
    for symbol in raw.symbols {
      let cleaned = BarCleaning.clean(try rows(symbol, &rawHashes), symbol: symbol.symbol)
      table.append(cleaned.history, horizon: horizon)
      quality.append(cleaned.quality)
      progress(quality.count)
    }
    let file = try FeatureFile.write(table, horizon: horizon, to: workspace.features(shard))
    let manifest = FeatureManifest(
      shard: shard.description, codeVersion: CodeVersion.current, gitCommit: gitCommit, horizon: horizon,
      rows: table.rowCount, features: FeatureTable.names, sha256: file.hash.hex, bytes: file.bytes,
      rawSHA256: ContentHash(ofConcatenated: rawHashes).hex,
      symbols: table.symbols.map { FeatureManifest.Symbol(symbol: $0.name, rows: $0.rows) }, quality: quality)
    try LocalFile.write(JSONText.encode(manifest), to: workspace.featuresManifest(shard))
    return manifest
  }

  private func rows(
    _ symbol: RawManifest.Symbol, _ hashes: inout [[UInt8]]
  ) throws(PipelineError) -> RawBars {
    var rows = RawBars()
    for object in symbol.objects {
      guard let hash = ContentHash(hex: object.sha256) else {
        throw PipelineError(.input, "'\(object.sha256)' is no SHA-256", at: object.origin)
      }
      let path = workspace.rawObject(hash)
      let fix = "remove it and run 'mlpipe fetch' again"
      let bytes = try LocalFile.read(path, fix: fix)
      guard ContentHash(of: bytes) == hash else {
        throw PipelineError(.input, "content no longer has the hash it is named by", at: path, fix: fix)
      }
      let part = try RawDecoding.bars(bytes, format: object.format, name: object.origin)
      if rows.bars.isEmpty { rows.bars = part.bars } else { rows.bars.append(contentsOf: part.bars) }
      rows.shiftedToUTC += part.shiftedToUTC
      for column in part.ignoredColumns where !rows.ignoredColumns.contains(column) {
        rows.ignoredColumns.append(column)
      }
      hashes.append(Array(object.sha256.utf8))
    }
    return rows
  }
}
