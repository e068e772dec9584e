import Foundation
import Testing

@testable import PipelineCore

@Suite struct StepTests {
  private let market = SyntheticMarket(symbolCount: 5, dayCount: 90)

  private func shard(_ text: String) throws -> Shard { try #require(Shard(text)) }

  @Test func `two shards give the rows of one`() async throws {
    try await withTemporaryFolder { folder in
      let source = OfflineSource(market: market, sampleFolder: nil)
      func rows(_ names: [String], _ root: String) async throws -> [String] {
        let workspace = Workspace("\(folder)/\(root)")
        var result: [String] = []
        for name in names {
          let part = try shard(name)
          _ = try await FetchStep(workspace: workspace, source: source).run(part)
          let manifest = try TransformStep(workspace: workspace, horizon: 5, gitCommit: nil).run(part)
          result += manifest.symbols.map { "\($0.symbol) \($0.rows)" }
        }
        return result
      }
      let whole = try await rows(["0/1"], "a")
      #expect(try await rows(["0/2", "1/2"], "b") == whole)
      #expect(whole == (0..<5).map { "SYN000\($0) 30" })
    }
  }

  @Test func `an interrupted fetch asks only for what is missing`() async throws {
    try await withTemporaryFolder { folder in
      let workspace = Workspace(folder)
      let source = FailingSource(market: market)
      let part = try shard("0/1")
      await #expect(throws: PipelineError(.service, "no answer", at: "SYN0003")) {
        try await FetchStep(workspace: workspace, source: source).run(part)
      }
      #expect(LocalFile.exists(workspace.fetchJournal(part)))
      #expect(!LocalFile.exists(workspace.rawManifest(part)))
      source.heal()
      let manifest = try await FetchStep(workspace: workspace, source: source).run(part)
      #expect(manifest.symbols.count == 5)
      #expect(source.asked == ["SYN0000", "SYN0001", "SYN0002", "SYN0003", "SYN0003", "SYN0004"])
      #expect(!LocalFile.exists(workspace.fetchJournal(part)))
    }
  }

  @Test func `a raw object that changed on the disk is refused`() async throws {
    try await withTemporaryFolder { folder in
      let workspace = Workspace(folder)
      let part = try shard("0/1")
      let source = OfflineSource(market: SyntheticMarket(symbolCount: 1, dayCount: 70), sampleFolder: nil)
      let manifest = try await FetchStep(workspace: workspace, source: source).run(part)
      let hash = try #require(ContentHash(hex: manifest.symbols[0].objects[0].sha256))
      let path = workspace.rawObject(hash)
      try LocalFile.write(LocalFile.read(path) + [10], to: path)
      let step = TransformStep(workspace: workspace, horizon: 5, gitCommit: nil)
      #expect(
        message { _ = try step.run(part) } == """
          \(path): content no longer has the hash it is named by
            = fix: remove it and run 'mlpipe fetch' again
          """)
    }
  }

  @Test func `transform before fetch says what to type`() async throws {
    try await withTemporaryFolder { folder in
      let step = TransformStep(workspace: Workspace(folder), horizon: 5, gitCommit: nil)
      let part = try shard("1/4")
      #expect(
        message { _ = try step.run(part) } == """
          \(folder)/raw/part-0001-of-0004.json: cannot be read: No such file or directory
            = fix: run 'mlpipe fetch --shard 1/4' first
          """)
    }
  }

  @Test func `a missing part is named`() async throws {
    try await withTemporaryFolder { folder in
      for name in ["0/4", "2/4", "3/4"] {
        try LocalFile.write([], to: "\(folder)/\(try shard(name).fileName).json")
      }
      let found = message { _ = try PartSet.whole(in: folder, suffix: ".json", step: "fetch") }
      #expect(
        found == """
          \(folder): 1 of 4 parts are missing: 1/4
            = fix: run 'mlpipe fetch --shard 1/4'
          """)
    }
  }

  @Test func `a write that fails leaves the old file whole and nothing beside it`() async throws {
    try await withTemporaryFolder { folder in
      try LocalFile.makeFolder("\(folder)/taken")
      try LocalFile.write([1, 2, 3], to: "\(folder)/taken/file")
      let fault = message { try LocalFile.write([1], to: "\(folder)/taken") }
      #expect(fault.hasPrefix("\(folder)/taken: cannot be written: "))
      #expect(try LocalFile.read("\(folder)/taken/file") == [1, 2, 3])
      #expect(LocalFile.names(in: folder) == ["taken"])
    }
  }

  @Test func `shards split any list evenly and lose nothing`() {
    let symbols = (0..<23).map { "S\($0)" }
    for count in [1, 2, 7, 23, 40] {
      let shards = Shard.all(count: count, symbolCount: symbols.count)
      #expect(shards.flatMap { $0.symbols(of: symbols) } == symbols)
      #expect(shards.allSatisfy { !$0.symbols(of: symbols).isEmpty })
    }
    #expect(["3/3", "-1/2", "1", "a/b", "1/2/3"].allSatisfy { Shard($0) == nil })
  }
}

/// Answers like a network source (its origins are addresses), and fails at the fourth symbol until healed.
private final class FailingSource: MarketSource {
  let name = "failing"
  private let offline: OfflineSource
  private let state = Locked((isHealed: false, asked: [String]()))

  init(market: SyntheticMarket) {
    offline = OfflineSource(market: market, sampleFolder: nil)
  }

  var asked: [String] { state.withLock { $0.asked } }
  func heal() { state.withLock { $0.isHealed = true } }

  func symbols() throws(PipelineError) -> [String] { try offline.symbols() }

  func requests(for symbol: String) -> [RawRequest] {
    [RawRequest(symbol: symbol, origin: "https://example.test/\(symbol)", format: .csv)]
  }

  func response(to request: RawRequest) async throws(PipelineError) -> [UInt8]? {
    let isHealed = state.withLock { state in
      state.asked.append(request.symbol)
      return state.isHealed
    }
    if request.symbol == "SYN0003", !isHealed {
      throw PipelineError(.service, "no answer", at: request.symbol)
    }
    return try await offline.response(to: request)
  }
}
