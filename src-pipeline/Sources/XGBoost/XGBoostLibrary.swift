internal import Foundation
internal import PipelineCore

/// The part of XGBoost's C API that exists, unchanged, from 1.7 to 3.2, loaded when the process runs.
///
/// Nothing of XGBoost is needed to build. Loading instead of linking lets one binary use Debian's library (1.7.4), the
/// one inside the PyPI wheel `xgboost-cpu` (3.2.0), or the image's.
@safe final class XGBoostLibrary {
  typealias Handle = UnsafeMutableRawPointer
  typealias Text = UnsafePointer<CChar>

  let createMatrix:
    @convention(c) (UnsafePointer<Float>?, UInt64, UInt64, Float, UnsafeMutablePointer<Handle?>, Int32) ->
      Int32
  let freeMatrix: @convention(c) (Handle) -> Int32
  let setFloats: @convention(c) (Handle, Text, UnsafePointer<Float>?, UInt64) -> Int32
  let createBooster: @convention(c) (UnsafePointer<Handle?>?, UInt64, UnsafeMutablePointer<Handle?>) -> Int32
  let freeBooster: @convention(c) (Handle) -> Int32
  let setParameter: @convention(c) (Handle, Text, Text) -> Int32
  let updateOneRound: @convention(c) (Handle, Int32, Handle) -> Int32
  let evaluateOneRound:
    @convention(c) (
      Handle, Int32, UnsafeMutablePointer<Handle?>, UnsafeMutablePointer<Text?>, UInt64,
      UnsafeMutablePointer<Text?>
    ) -> Int32
  let predict:
    @convention(c) (
      Handle, Handle, Text, UnsafeMutablePointer<UnsafePointer<UInt64>?>, UnsafeMutablePointer<UInt64>,
      UnsafeMutablePointer<UnsafePointer<Float>?>
    ) -> Int32
  let setStrings: @convention(c) (Handle, Text, UnsafeMutablePointer<Text?>, UInt64) -> Int32
  let saveModel: @convention(c) (Handle, Text) -> Int32
  let loadModel: @convention(c) (Handle, Text) -> Int32
  let lastError: @convention(c) () -> Text?

  /// Where it was found.
  let path: String
  /// Such as `3.2.0`.
  let version: String

  /// Looks at `MLPIPE_XGBOOST_LIBRARY` (a path), then where the system's loader looks.
  init() throws(PipelineError) {
    // Threads that spin while they wait cost seven times the CPU on a busy machine; read when libgomp is loaded.
    unsafe setenv("OMP_WAIT_POLICY", "PASSIVE", 0)
    let named = ProcessInfo.processInfo.environment["MLPIPE_XGBOOST_LIBRARY"]
    let candidates = named.map { [$0] } ?? ["libxgboost.so", "libxgboost.so.0", "libxgboost.dylib"]
    var found: (handle: Handle, path: String)?
    for candidate in candidates where unsafe found == nil {
      if let handle = unsafe dlopen(candidate, RTLD_NOW | RTLD_LOCAL) { unsafe found = (handle, candidate) }
    }
    guard let library = unsafe found else {
      let detail = unsafe dlerror().map { unsafe String(cString: $0) } ?? "not found"
      throw PipelineError(
        .configuration, "XGBoost cannot be loaded: \(detail)", at: candidates[0],
        fix: "run 'apt-get install libxgboost-dev', or set MLPIPE_XGBOOST_LIBRARY to a libxgboost.so")
    }
    let symbols = unsafe Symbols(library: library.handle, path: library.path)
    unsafe createMatrix = try symbols.function("XGDMatrixCreateFromMat_omp")
    unsafe freeMatrix = try symbols.function("XGDMatrixFree")
    unsafe setFloats = try symbols.function("XGDMatrixSetFloatInfo")
    unsafe createBooster = try symbols.function("XGBoosterCreate")
    unsafe freeBooster = try symbols.function("XGBoosterFree")
    unsafe setParameter = try symbols.function("XGBoosterSetParam")
    unsafe updateOneRound = try symbols.function("XGBoosterUpdateOneIter")
    unsafe evaluateOneRound = try symbols.function("XGBoosterEvalOneIter")
    unsafe predict = try symbols.function("XGBoosterPredictFromDMatrix")
    unsafe setStrings = try symbols.function("XGBoosterSetStrFeatureInfo")
    unsafe saveModel = try symbols.function("XGBoosterSaveModel")
    unsafe loadModel = try symbols.function("XGBoosterLoadModel")
    unsafe lastError = try symbols.function("XGBGetLastError")
    unsafe path = library.path
    let number:
      @convention(c) (UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>)
        -> Void
    unsafe number = try symbols.function("XGBoostVersion")
    var parts: (Int32, Int32, Int32) = (0, 0, 0)
    unsafe number(&parts.0, &parts.1, &parts.2)
    version = "\(parts.0).\(parts.1).\(parts.2)"
  }

  /// Every call answers 0 or leaves a message behind.
  func check(_ code: Int32, _ what: String) throws(PipelineError) {
    guard code != 0 else { return }
    let detail = unsafe lastError().map { unsafe String(cString: $0) } ?? ""
    let firstLine = detail.split(separator: "\n").first.map(String.init) ?? "no message"
    throw PipelineError(.input, "XGBoost could not \(what): \(firstLine)", at: path)
  }
}

@safe private struct Symbols {
  let library: UnsafeMutableRawPointer
  let path: String

  func function<Function>(_ name: String) throws(PipelineError) -> Function {
    guard let address = unsafe dlsym(library, name) else {
      throw PipelineError(
        .configuration, "lacks the function \(name)", at: path, fix: "use XGBoost 1.7 to 3.2")
    }
    return unsafe unsafeBitCast(address, to: Function.self)
  }
}
