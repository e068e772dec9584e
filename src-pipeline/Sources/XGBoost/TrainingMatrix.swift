internal import PipelineCore

/// Rows that libxgboost has copied into its own form.
@safe public final class TrainingMatrix {
  let handle: XGBoostLibrary.Handle
  private let library: XGBoostLibrary
  public let rowCount: Int

  /// - Parameter values: row after row; NaN is missing.
  init(
    _ library: XGBoostLibrary, values: Span<Float>, columnCount: Int, labels: [Float]?, threads: Int32
  ) throws(PipelineError) {
    let rowCount = columnCount > 0 ? values.count / columnCount : 0
    guard rowCount * columnCount == values.count, labels.map({ $0.count == rowCount }) ?? true else {
      throw PipelineError(.input, "rows, columns and labels do not fit together")
    }
    self.library = library
    self.rowCount = rowCount
    var created: XGBoostLibrary.Handle?
    let code = unsafe values.withUnsafeBufferPointer { buffer in
      unsafe library.createMatrix(
        buffer.baseAddress, UInt64(rowCount), UInt64(columnCount), .nan, &created, threads)
    }
    try library.check(code, "take the training rows")
    guard let created = unsafe created else { throw PipelineError(.input, "XGBoost gave no matrix") }
    unsafe handle = created
    if let labels {
      try library.check(
        unsafe labels.withUnsafeBufferPointer {
          unsafe library.setFloats(created, "label", $0.baseAddress, UInt64(labels.count))
        }, "take the labels")
    }
  }

  deinit {
    _ = unsafe library.freeMatrix(handle)
  }
}
