/// Parquet files of one shape: flat, required columns, PLAIN encoding, zstd, one page per column chunk.
///
/// Source: apache/parquet-format, src/main/thrift/parquet.thrift; field numbers are from there.
public enum ParquetFile {
  static let magic = Array("PAR1".utf8)
  /// zstd's fast levels find what repeats (days, labels, symbols) and store the rest as it is. Returns and ratios are noise:
  /// level 1 takes 8 to 15 % off them, at 0.5 GB/s to write and 1.3 to read; stored they move at 9 and 40 GB/s.
  static let compressionLevel: Int32 = -5

  public typealias Columns = [(name: String, values: ParquetColumn)]

  /// - Parameter rowGroups: each with the same columns in the same order.
  /// - Parameter metadata: key and value pairs in the footer.
  public static func encode(
    _ rowGroups: [Columns], metadata: [(String, String)] = []
  ) throws(PipelineError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rowGroups.joined().reduce(4096) { $0 + $1.values.sizeEstimate })
    try write(rowGroups, metadata: metadata) { (part) in
      unsafe part.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  /// The same bytes, handed over page by page.
  static func write(
    _ rowGroups: [Columns], metadata: [(String, String)] = [],
    to output: (RawSpan) throws(PipelineError) -> Void
  ) throws(PipelineError) {
    var offset = 0
    func append(_ bytes: [UInt8]) throws(PipelineError) {
      offset += bytes.count
      unsafe try output(bytes.span.bytes)
    }
    try append(magic)
    let zstandard = try Zstandard()
    var page: [UInt8] = []
    var chunks: [[Chunk]] = []
    for group in rowGroups {
      var written: [Chunk] = []
      for column in group {
        let plainSize = try column.values.withPlainBytes { (plain) throws(PipelineError) in
          page.removeAll(keepingCapacity: true)
          try zstandard.compress(plain, level: compressionLevel, onto: &page)
          return plain.byteCount
        }
        let header = pageHeader(values: column.values.count, plainSize: plainSize, storedSize: page.count)
        written.append(
          Chunk(offset: offset, plainSize: header.count + plainSize, storedSize: header.count + page.count))
        try append(header)
        try append(page)
      }
      chunks.append(written)
    }
    let footer = footer(rowGroups, chunks, metadata)
    try append(footer + (0..<4).map { UInt8(truncatingIfNeeded: footer.count >> (8 * $0)) } + magic)
  }

  /// Reads back what `encode` writes, row groups joined. Any other shape, and any damage, is an input error.
  ///
  /// - Parameter isWanted: by name, the columns to read; the pages of others are not looked at.
  public static func decode(
    _ bytes: [UInt8], name: String, where isWanted: (String) -> Bool = { _ in true }
  ) throws(PipelineError) -> Columns {
    let footer = try readFooter(bytes, name: name)
    guard let schema = footer[2]?.list, let groups = footer[4]?.list, !groups.isEmpty else {
      throw damaged(name)
    }
    let leaves = schema.dropFirst()
    var result: Columns = []
    for (index, leaf) in leaves.enumerated() {
      guard let columnName = leaf[4]?.string, let type = leaf[1]?.integer, leaf[3]?.integer == 0 else {
        throw PipelineError(.input, "not a flat table without nulls", at: name)
      }
      guard isWanted(columnName) else { continue }
      let isDate = leaf[6]?.integer == 6
      var parts: [ParquetColumn] = []
      for group in groups {
        guard let columns = group[1]?.list, index < columns.count, let chunk = columns[index][3] else {
          throw damaged(name)
        }
        parts.append(
          try read(chunk, bytes, Leaf(name: columnName, type: type, isDate: isDate, file: name)))
      }
      result.append((columnName, parts.dropFirst().reduce(parts[0]) { $0.joined(with: $1) }))
    }
    return result
  }

  private struct Chunk {
    let offset: Int
    let plainSize: Int
    let storedSize: Int
  }

  private struct Leaf {
    let name: String
    let type: Int
    let isDate: Bool
    let file: String
  }

  private static func pageHeader(values: Int, plainSize: Int, storedSize: Int) -> [UInt8] {
    var header = ThriftWriter()
    header.structure { entry in
      entry.i32(1, 0)  // DATA_PAGE
      entry.i32(2, plainSize)
      entry.i32(3, storedSize)
      entry.structure(field: 5) { data in
        data.i32(1, values)
        data.i32(2, 0)  // PLAIN
        data.i32(3, 3)  // RLE, for the levels that a required column does not have
        data.i32(4, 3)
      }
    }
    return header.bytes
  }

  private static func footer(
    _ rowGroups: [Columns], _ chunks: [[Chunk]], _ metadata: [(String, String)]
  ) -> [UInt8] {
    let columns = rowGroups.first ?? []
    var writer = ThriftWriter()
    writer.structure { file in
      file.i32(1, 1)
      file.list(2, elementType: 12, count: columns.count + 1) { list in
        list.structure { root in
          root.string(4, "schema")
          root.i32(5, columns.count)
        }
        for column in columns {
          list.structure { leaf in
            leaf.i32(1, column.values.physicalType)
            leaf.i32(3, 0)  // REQUIRED
            leaf.string(4, column.name)
            if let type = column.values.convertedType { leaf.i32(6, type) }
          }
        }
      }
      file.i64(3, rowGroups.reduce(0) { $0 + ($1.first?.values.count ?? 0) })
      file.list(4, elementType: 12, count: rowGroups.count) { list in
        for (group, written) in zip(rowGroups, chunks) { appendRowGroup(group, written, to: &list) }
      }
      file.list(5, elementType: 12, count: metadata.count) { list in
        for (key, value) in metadata {
          list.structure { pair in
            pair.string(1, key)
            pair.string(2, value)
          }
        }
      }
      file.string(6, "mlpipe")
    }
    return writer.bytes
  }

  private static func appendRowGroup(_ group: Columns, _ chunks: [Chunk], to list: inout ThriftWriter) {
    list.structure { row in
      row.list(1, elementType: 12, count: group.count) { columns in
        for (column, chunk) in zip(group, chunks) {
          columns.structure { entry in
            entry.i64(2, chunk.offset)
            entry.structure(field: 3) { meta in
              meta.i32(1, column.values.physicalType)
              meta.list(2, elementType: 5, count: 2) { encodings in
                encodings.zigzag(0)
                encodings.zigzag(3)
              }
              meta.list(3, elementType: 8, count: 1) { path in path.text(column.name) }
              meta.i32(4, 6)  // ZSTD
              meta.i64(5, column.values.count)
              meta.i64(6, chunk.plainSize)
              meta.i64(7, chunk.storedSize)
              meta.i64(9, chunk.offset)
            }
          }
        }
      }
      row.i64(2, chunks.reduce(0) { $0 + $1.plainSize })
      row.i64(3, group.first?.values.count ?? 0)
    }
  }

  private static func readFooter(_ bytes: [UInt8], name: String) throws(PipelineError) -> ThriftValue {
    guard bytes.count >= 12, bytes.prefix(4).elementsEqual(magic), bytes.suffix(4).elementsEqual(magic) else {
      throw damaged(name)
    }
    let lengthAt = bytes.count - 8
    let length = (0..<4).reduce(0) { $0 | Int(bytes[lengthAt + $1]) << (8 * $1) }
    guard length <= lengthAt - 4 else { throw damaged(name) }
    var reader = ThriftReader(bytes[(lengthAt - length)..<lengthAt])
    guard let footer = reader.structure() else { throw damaged(name) }
    return footer
  }

  private static func read(_ chunk: ThriftValue, _ bytes: [UInt8], _ leaf: Leaf) throws(PipelineError)
    -> ParquetColumn
  {
    guard chunk[4]?.integer == 6, let offset = chunk[9]?.integer, let size = chunk[7]?.integer,
      let count = chunk[5]?.integer, offset >= 4, size > 0, offset <= bytes.count,
      size <= bytes.count - offset,
      count >= 0
    else { throw damaged(leaf.file) }
    var reader = ThriftReader(bytes[offset..<(offset + size)])
    guard let page = reader.structure(), page[1]?.integer == 0, page[5]?[2]?.integer == 0,
      page[5]?[1]?.integer == count, let plainSize = page[2]?.integer, let storedSize = page[3]?.integer,
      storedSize == offset + size - reader.offset, (0...(1 << 31)).contains(plainSize)
    else { throw damaged(leaf.file) }
    let column = try ParquetColumn.decode(
      bytes[reader.offset..<(offset + size)], plainSize: plainSize, count: count, physicalType: leaf.type,
      isDate: leaf.isDate, name: leaf.file)
    guard let column else { throw damaged(leaf.file) }
    return column
  }

  private static func damaged(_ name: String) -> PipelineError {
    PipelineError(
      .input, "not a whole Parquet file written by mlpipe", at: name, fix: "run 'mlpipe transform' again")
  }
}

extension ParquetColumn {
  /// Both of the same type; a mismatch cannot come from one schema.
  fileprivate func joined(with other: ParquetColumn) -> ParquetColumn {
    switch (self, other) {
    case (.date(let a), .date(let b)): .date(a + b)
    case (.int32(let a), .int32(let b)): .int32(a + b)
    case (.float(let a), .float(let b)): .float(a + b)
    case (.double(let a), .double(let b)): .double(a + b)
    case (.string(let a), .string(let b)): .string(a + b)
    case (.date, _), (.int32, _), (.float, _), (.double, _), (.string, _): self
    }
  }
}
