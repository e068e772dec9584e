import Testing

@testable import PipelineCore

@Suite struct ParquetTests {
  private func table(rows: Int) -> FeatureTable {
    let market = SyntheticMarket(symbolCount: 2, dayCount: FeatureTable.warmUp + rows)
    var table = FeatureTable()
    for index in 0..<2 {
      table.append(
        market.history(index, days: market.days, marketShocks: market.marketShocks), horizon: 5)
    }
    return table
  }

  @Test func `a table reads back equal`() throws {
    for rows in [1, 2, 130] {
      let bytes = try FeatureFile.encode(table(rows: rows), horizon: 5)
      #expect(try FeatureFile.decode(bytes, name: "f") == table(rows: rows))
    }
  }

  @Test func `row groups are joined`() throws {
    let part: ParquetFile.Columns = [("x", .int32([1, 2])), ("s", .string([(text: "a", rows: 2)]))]
    let read = try ParquetFile.decode(ParquetFile.encode([part, part]), name: "f")
    #expect(read[0].values == .int32([1, 2, 1, 2]))
    #expect(read[1].values.count == 4)
  }

  @Test func `a missing column is named`() throws {
    let bytes = try ParquetFile.encode([[("symbol", .string([(text: "a", rows: 1)]))]])
    #expect(
      message { _ = try FeatureFile.decode(bytes, name: "f.parquet") } == """
        f.parquet: no column 'date'
          = fix: run 'mlpipe transform' again with this version
        """)
  }

  @Test func `no cut and no changed byte goes unnoticed or traps`() throws {
    let original = table(rows: 40)
    let bytes = try FeatureFile.encode(original, horizon: 5)
    for length in stride(from: 0, to: bytes.count, by: 37) {
      #expect(throws: PipelineError.self) { try FeatureFile.decode(Array(bytes.prefix(length)), name: "f") }
    }
    var stream = SplitMix64(seed: 1)
    for _ in 0..<3000 {
      var changed = bytes
      changed[Int(stream.next() % UInt64(bytes.count))] ^= UInt8(truncatingIfNeeded: stream.next() | 1)
      // A changed value may still decode: that is what the manifest's hash is for. It must not trap or hang.
      _ = try? FeatureFile.decode(changed, name: "f")
    }
  }
}
