internal import Foundation
internal import PipelineCore

/// A row-major matrix that lies in an unnamed file of the workspace instead of in memory: it is written once, row by
/// row, and read when a fold needs it; in between the kernel holds it for as long as nothing else needs the room.
@safe final class ScratchMatrix {
  let rowCount: Int
  let columnCount: Int
  private let start: UnsafeMutablePointer<Float>
  private var size: Int { max(1, rowCount * columnCount) * MemoryLayout<Float>.stride }

  /// All zero. The room is taken at once, so that a full disk is an error here and not a fault later.
  init(rowCount: Int, columnCount: Int, folder: String) throws(PipelineError) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    try LocalFile.makeFolder(folder)
    let path = "\(folder)/scratch-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(errno, folder) }
    defer { close(descriptor) }
    unsafe unlink(path)
    let size = max(1, rowCount * columnCount) * MemoryLayout<Float>.stride
    #if os(Linux)
      let code = posix_fallocate(descriptor, 0, off_t(size))
    #else
      let code = ftruncate(descriptor, off_t(size)) == 0 ? 0 : errno
    #endif
    guard code == 0 else { throw Self.failure(code, folder) }
    let mapped = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else { throw Self.failure(errno, folder) }
    unsafe start = mapped.bindMemory(to: Float.self, capacity: max(1, rowCount * columnCount))
  }

  deinit {
    unsafe munmap(start, size)
  }

  subscript(row: Int, column: Int) -> Float {
    get { unsafe start[offset(row, column)] }
    set { unsafe start[offset(row, column)] = newValue }
  }

  /// The values of adjacent rows, row after row.
  func withRows<Result>(
    _ rows: Range<Int>, _ body: (Span<Float>) throws(PipelineError) -> Result
  ) throws(PipelineError) -> Result {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= rowCount)
    let part = unsafe UnsafeBufferPointer(
      start: start + rows.lowerBound * columnCount, count: rows.count * columnCount)
    return unsafe try body(part.span)
  }

  /// Adjacent columns of adjacent rows, read block by block, so that a row's line is fetched once for all of them.
  func columns(_ columns: Range<Int>, rows: Range<Int>) -> [[Float]] {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= rowCount && columns.upperBound <= columnCount)
    var result = columns.map { _ in [Float](repeating: 0, count: rows.count) }
    for block in stride(from: 0, to: rows.count, by: 256) {
      let part = block..<min(block + 256, rows.count)
      for column in columns {
        var target = result[column - columns.lowerBound].mutableSpan
        let first = unsafe start + (rows.lowerBound * columnCount + column)
        for row in part { unsafe target[unchecked: row] = first[row * columnCount] }
      }
    }
    return result
  }

  /// Takes the pages out of this process's memory; the next read finds them in the file.
  func release() {
    _ = unsafe madvise(start, size, MADV_DONTNEED)
  }

  private func offset(_ row: Int, _ column: Int) -> Int {
    precondition((0..<rowCount).contains(row) && (0..<columnCount).contains(column))
    return row * columnCount + column
  }

  private static func failure(_ code: Int32, _ folder: String) -> PipelineError {
    PipelineError(
      .output, "no room for the training rows: \(unsafe String(cString: strerror(code)))", at: folder,
      fix: "free some space or choose another folder with --workspace, then run the step again")
  }
}
