/// Asks a source for every response of a shard and stores each under its content hash.
public struct FetchStep: Sendable {
  let workspace: Workspace
  let source: any MarketSource

  public init(workspace: Workspace, source: any MarketSource) {
    self.workspace = workspace
    self.source = source
  }

  /// Continues an interrupted fetch of the same shard: a response that the journal names, and whose object still
  /// has its hash, is not asked for again.
  /// - Parameter progress: called after each symbol with how many are done.
  public func run(
    _ shard: Shard, progress: (Int) -> Void = { _ in }
  ) async throws(PipelineError) -> RawManifest {
    var journal = try Journal(path: workspace.fetchJournal(shard))
    var symbols: [RawManifest.Symbol] = []
    for symbol in shard.symbols(of: try source.symbols()) {
      var objects: [RawManifest.Object] = []
      var absent: [String] = []
      for request in try source.requests(for: symbol) {
        if let object = try await object(request, &journal) {
          objects.append(object)
        } else {
          absent.append(request.origin)
        }
      }
      guard !objects.isEmpty else {
        throw PipelineError(
          .input, "the source has nothing for '\(symbol)'", at: absent.last ?? source.name,
          fix: "check the symbol's spelling and the days asked for")
      }
      symbols.append(RawManifest.Symbol(symbol: symbol, objects: objects, absent: absent))
      progress(symbols.count)
    }
    let manifest = RawManifest(
      source: source.name, shard: shard.description, codeVersion: CodeVersion.current, symbols: symbols)
    try LocalFile.write(JSONText.encode(manifest), to: workspace.rawManifest(shard))
    try journal.close()
    return manifest
  }

  private func object(
    _ request: RawRequest, _ journal: inout Journal
  ) async throws(PipelineError) -> RawManifest.Object? {
    if let known = journal.hash(of: request.origin),
      let bytes = try? LocalFile.read(workspace.rawObject(known)), ContentHash(of: bytes) == known
    {
      return RawManifest.Object(
        origin: request.origin, format: request.format, sha256: known.hex, bytes: bytes.count)
    }
    guard let bytes = try await source.response(to: request) else { return nil }
    _ = try RawDecoding.bars(bytes, format: request.format, name: request.origin)
    let hash = ContentHash(of: bytes)
    if !LocalFile.exists(workspace.rawObject(hash)) {
      try LocalFile.write(bytes, to: workspace.rawObject(hash))
    }
    try journal.append(request.origin, hash)
    return RawManifest.Object(
      origin: request.origin, format: request.format, sha256: hash.hex, bytes: bytes.count)
  }
}

/// The responses stored so far by a fetch that has not finished: `hash origin` lines. A line cut off by a crash is
/// not counted.
private struct Journal {
  private let path: String
  private var hashes: [String: ContentHash] = [:]
  private var text = ""

  init(path: String) throws(PipelineError) {
    self.path = path
    guard LocalFile.exists(path) else { return }
    text = String(decoding: try LocalFile.read(path), as: UTF8.self)
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2, let hash = ContentHash(hex: String(parts[0])) { hashes[String(parts[1])] = hash }
    }
  }

  func hash(of origin: String) -> ContentHash? { hashes[origin] }

  mutating func append(_ origin: String, _ hash: ContentHash) throws(PipelineError) {
    // A generated or local file is cheaper to make again than to write down.
    guard origin.hasPrefix("http") else { return }
    text += "\(hash.hex) \(origin)\n"
    try LocalFile.write(Array(text.utf8), to: path)
  }

  func close() throws(PipelineError) {
    try LocalFile.remove(path)
  }
}
