import ArgumentParser
import Foundation
import ObjectStorage
import PipelineCore

struct TransformCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transform", abstract: "Compute the features of every symbol and write them as Parquet.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var sharding: ShardOptions
  @OptionGroup var remote: RunOptions

  @Option(help: "Trading days from a row to the close that labels it.")
  var horizon = 5

  func validate() throws {
    guard (1...250).contains(horizon) else { throw ValidationError("--horizon must be 1 to 250") }
  }

  func run() async throws {
    let storage = try remote.storage(workspace.folder)
    if let shard = sharding.shard { try await storage?.pullRaw(shard) }
    let shards = try sharding.shard.map { [$0] } ?? fetchedShards()
    let step = TransformStep(workspace: workspace.folder, horizon: horizon, gitCommit: GitCommit.current())
    let progress = ProgressBar("transform", total: shards.count)
    if sharding.shard == nil { try StaleParts.remove(in: workspace.folder.featuresFolder, keeping: shards) }
    HeapPolicy.keepFreedMemory()
    defer { HeapPolicy.keepSmallBlocks() }
    let manifests = try await concurrently(shards) { shard in
      defer { progress.advance() }
      let manifest = try step.run(shard)
      try await storage?.pushFeatures(shard)
      return manifest
    }
    let rows = manifests.reduce(0) { $0 + $1.rows }
    let quality = manifests.flatMap(\.quality)
    print("transformed \(quality.count) symbols: \(rows) rows, \(FeatureTable.names.count) features")
    print(QualityTable.text(quality))
  }

  private func fetchedShards() throws -> [Shard] {
    try PartSet.whole(in: workspace.folder.rawFolder, suffix: ".json", step: "fetch")
  }
}

enum GitCommit {
  /// `MLPIPE_GIT_COMMIT` (set in the image), or what git says about the current folder; nil outside of both.
  static func current() -> String? {
    if let commit = ProcessInfo.processInfo.environment["MLPIPE_GIT_COMMIT"], !commit.isEmpty {
      return commit
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "rev-parse", "HEAD"]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
    return process.terminationStatus == 0 && !text.isEmpty ? text : nil
  }
}
