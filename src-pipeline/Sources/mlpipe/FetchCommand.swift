import ArgumentParser
import PipelineCore

struct FetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Store a source's responses, each under its content hash.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var sharding: ShardOptions

  func run() async throws {
    let market = source.marketSource()
    let symbols = try market.symbols()
    let shards = sharding.selected(symbolCount: symbols.count)
    let step = FetchStep(workspace: workspace.folder, source: market)
    let progress = ProgressBar("fetch", total: shards.reduce(0) { $0 + $1.symbols(of: symbols).count })
    if sharding.shard == nil { try StaleParts.remove(in: workspace.folder.rawFolder, keeping: shards) }
    let manifests = try await concurrently(shards) { shard in
      try await step.run(shard) { _ in progress.advance() }
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
  @OptionGroup var sharding: ShardOptions

  func run() async throws {
    let shards = sharding.selected(symbolCount: try source.marketSource().symbols().count)
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
