import ArgumentParser
import Foundation
import PipelineCore

struct WorkspaceOptions: ParsableArguments {
  @Option(help: "Folder that holds this pipeline's files.")
  var workspace = "mlpipe-data"

  var folder: Workspace { Workspace(workspace) }
}

struct ShardOptions: ParsableArguments {
  @Option(help: "How many parts the symbols are split into (never more than there are symbols).")
  var shards = 8

  @Option(
    help: "Work on one part only, such as 3/8 (from zero); without it, on all, two at a time.",
    transform: shardArgument)
  var shard: Shard?

  func validate() throws {
    guard (1...9999).contains(shards) else { throw ValidationError("--shards must be 1 to 9999") }
  }

  func selected(symbolCount: Int) -> [Shard] {
    shard.map { [$0] } ?? Shard.all(count: shards, symbolCount: symbolCount)
  }
}

@Sendable private func shardArgument(_ text: String) throws -> Shard {
  guard let shard = Shard(text) else {
    throw ValidationError("'\(text)' is no shard: write 3/8, from 0/8 to 7/8")
  }
  return shard
}

/// Runs `body` for every element, at most `width` at a time; results in the order of the elements. The first
/// failure ends it once those under way have ended.
func concurrently<Element: Sendable, Output: Sendable>(
  _ elements: [Element], width: Int = 2, _ body: @Sendable @escaping (Element) async throws -> Output
) async throws -> [Output] {
  try await withThrowingTaskGroup(of: (Int, Output).self) { group in
    var results: [Int: Output] = [:]
    for (index, element) in elements.enumerated() {
      if index >= width, let (done, output) = try await group.next() { results[done] = output }
      group.addTask { (index, try await body(element)) }
    }
    for try await (done, output) in group { results[done] = output }
    return elements.indices.compactMap { results[$0] }
  }
}
