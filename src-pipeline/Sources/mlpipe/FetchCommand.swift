import ArgumentParser
import ObjectStorage
import PipelineCore

struct FetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Store a source's responses, each under its content hash.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var sharding: ShardOptions
  @OptionGroup var remote: RunOptions

  func run() async throws {
    let market = try source.marketSource()
    let storage = try remote.storage(workspace.folder)
    let symbols = try market.symbols()
    let shards = sharding.selected(symbolCount: symbols.count)
    let step = FetchStep(workspace: workspace.folder, source: market)
    let progress = ProgressBar("fetch", total: shards.reduce(0) { $0 + $1.symbols(of: symbols).count })
    if sharding.shard == nil { try StaleParts.remove(in: workspace.folder.rawFolder, keeping: shards) }
    let manifests = try await concurrently(shards) { shard in
      let manifest = try await step.run(shard) { _ in progress.advance() }
      try await storage?.pushRaw(shard)
      return manifest
    }
    let objects = manifests.flatMap(\.symbols).flatMap(\.objects)
    let bytes = objects.reduce(0) { $0 + $1.bytes }
    print(
      "fetched \(symbols.count) symbols: \(objects.count) responses, \(bytes) bytes, source \(market.name)")
  }
}

struct ShardsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shards", abstract: "Print the shard list as JSON, for an Argo Workflow's withParam.")

  @OptionGroup var source: SourceOptions

  @Option(
    name: [.customLong("count"), .customLong("shards")],
    help: "How many parts, never more than there are symbols.")
  var count = 8

  func validate() throws {
    guard (1...9999).contains(count) else { throw ValidationError("--count must be 1 to 9999") }
  }

  func run() async throws {
    let shards = Shard.all(count: count, symbolCount: try source.symbolList().count)
    print("[" + shards.map { "\"\($0)\"" }.joined(separator: ",") + "]")
  }
}

/// Parts of an earlier run with another shard count would be taken for this run's.
enum StaleParts {
  static func remove(in folder: String, keeping shards: [Shard]) throws {
    let kept = Set(shards.map(\.fileName))
    for name in LocalFile.names(in: folder) where name.hasPrefix("part-") {
      if !kept.contains(String(name.prefix { $0 != "." })) { try LocalFile.remove("\(folder)/\(name)") }
    }
  }
}
