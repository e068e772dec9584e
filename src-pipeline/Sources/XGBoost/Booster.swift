internal import Foundation
public import PipelineCore

/// The loaded library: where matrices and boosters come from.
public struct XGBoostRuntime {
  private let library: XGBoostLibrary

  public init() throws(PipelineError) {
    library = try XGBoostLibrary()
  }

  public var version: String { library.version }
  public var path: String { library.path }

  public func matrix(
    values: Span<Float>, columnCount: Int, labels: [Float]? = nil, threads: Int
  ) throws(PipelineError) -> TrainingMatrix {
    try TrainingMatrix(
      library, values: values, columnCount: columnCount, labels: labels, threads: Int32(threads))
  }

  /// - Parameter parameters: in this order to XGBoost; `nthread` must be among them.
  public func booster(
    for matrices: [TrainingMatrix], parameters: [(String, String)]
  ) throws(PipelineError) -> Booster {
    try Booster(library, matrices: matrices, parameters: parameters)
  }

  /// What libxgboost answers with a saved model, one thread. XGBoost only reads from a path, so the model goes
  /// through a temporary file.
  public func predictions(
    model: [UInt8], values: [Float], columnCount: Int
  ) throws(PipelineError) -> [Float] {
    let path = NSTemporaryDirectory() + "mlpipe-\(getpid())-\(UInt32.random(in: 0 ... .max)).ubj"
    defer { try? LocalFile.remove(path) }
    try LocalFile.write(model, to: path)
    let booster = try Booster(library, matrices: [], parameters: [("nthread", "1")])
    try booster.load(path)
    let matrix = try matrix(values: values.span, columnCount: columnCount, threads: 1)
    return try booster.predict(matrix)
  }
}

/// A model in training.
@safe public final class Booster {
  private let library: XGBoostLibrary
  private let handle: XGBoostLibrary.Handle

  init(
    _ library: XGBoostLibrary, matrices: [TrainingMatrix], parameters: [(String, String)]
  ) throws(PipelineError) {
    self.library = library
    let handles: [XGBoostLibrary.Handle?] = unsafe matrices.map { unsafe $0.handle }
    var created: XGBoostLibrary.Handle?
    try library.check(
      unsafe handles.withUnsafeBufferPointer {
        unsafe library.createBooster($0.baseAddress, UInt64(handles.count), &created)
      }, "make a booster")
    guard let created = unsafe created else { throw PipelineError(.input, "XGBoost gave no booster") }
    unsafe handle = created
    for (name, value) in parameters {
      try library.check(unsafe library.setParameter(handle, name, value), "set \(name) to \(value)")
    }
  }

  public func update(round: Int, on matrix: TrainingMatrix) throws(PipelineError) {
    try library.check(
      unsafe library.updateOneRound(handle, Int32(round), matrix.handle), "train round \(round)")
  }

  /// The metrics that `eval_metric` names, by name.
  public func evaluate(round: Int, on matrix: TrainingMatrix) throws(PipelineError) -> [String: Double] {
    var handles: [XGBoostLibrary.Handle?] = unsafe [matrix.handle]
    var output: XGBoostLibrary.Text?
    let code = unsafe "e".withCString { name in
      var names: [XGBoostLibrary.Text?] = unsafe [name]
      return unsafe library.evaluateOneRound(handle, Int32(round), &handles, &names, 1, &output)
    }
    try library.check(code, "evaluate round \(round)")
    let line = unsafe output.map { unsafe String(cString: $0) } ?? ""
    var metrics: [String: Double] = [:]
    for part in line.split(separator: "\t") where part.hasPrefix("e-") {
      let pair = part.dropFirst(2).split(separator: ":")
      if pair.count == 2 { metrics[String(pair[0])] = Double(pair[1]) }
    }
    return metrics
  }

  /// One probability a row.
  public func predict(_ matrix: TrainingMatrix) throws(PipelineError) -> [Float] {
    let options =
      #"{"type":0,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":false}"#
    var shape: UnsafePointer<UInt64>?
    var dimensions: UInt64 = 0
    var output: UnsafePointer<Float>?
    try library.check(
      unsafe library.predict(handle, matrix.handle, options, &shape, &dimensions, &output), "predict")
    guard let output = unsafe output else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: output, count: matrix.rowCount))
  }

  /// Names that the saved model carries.
  public func setFeatureNames(_ names: [String]) throws(PipelineError) {
    let texts = names.map { $0.utf8CString }
    try library.check(
      unsafe withPointers(to: texts) { pointers in
        unsafe library.setStrings(handle, "feature_name", pointers, UInt64(names.count))
      }, "take the feature names")
  }

  private func withPointers(
    to texts: [ContiguousArray<CChar>], _ body: (UnsafeMutablePointer<XGBoostLibrary.Text?>) -> Int32
  ) -> Int32 {
    let joined = texts.flatMap { $0 }
    var starts: [Int] = []
    var offset = 0
    for text in texts {
      starts.append(offset)
      offset += text.count
    }
    return unsafe joined.withUnsafeBufferPointer { buffer in
      var pointers = unsafe starts.map { start in unsafe buffer.baseAddress.map { unsafe $0 + start } }
      return unsafe pointers.withUnsafeMutableBufferPointer { list in
        unsafe list.baseAddress.map { unsafe body($0) } ?? 0
      }
    }
  }

  /// The saved form, UBJSON. XGBoost only writes to a path, so it goes through a temporary file.
  public func modelBytes() throws(PipelineError) -> [UInt8] {
    let path = NSTemporaryDirectory() + "mlpipe-\(getpid())-\(UInt32.random(in: 0 ... .max)).ubj"
    defer { try? LocalFile.remove(path) }
    try library.check(unsafe library.saveModel(handle, path), "save the model")
    return try LocalFile.read(path)
  }

  func load(_ path: String) throws(PipelineError) {
    try library.check(unsafe library.loadModel(handle, path), "load the model \(path)")
  }

  deinit {
    _ = unsafe library.freeBooster(handle)
  }
}
