internal import CZstd

/// Compression by the system's libzstd; one context serves many pages.
@safe final class Zstandard {
  private let context: OpaquePointer

  init() throws(PipelineError) {
    guard let made = unsafe ZSTD_createCCtx() else {
      throw PipelineError(.output, "zstd: no memory for a context")
    }
    unsafe context = made
  }

  deinit {
    _ = unsafe ZSTD_freeCCtx(context)
  }

  /// Appends one frame.
  func compress(_ bytes: RawSpan, level: Int32, onto target: inout [UInt8]) throws(PipelineError) {
    let capacity = ZSTD_compressBound(bytes.byteCount)
    var written = 0
    target.append(addingCapacity: capacity) { output in
      unsafe output.withUnsafeMutableBufferPointer { free, count in
        written = unsafe bytes.withUnsafeBytes { source in
          unsafe ZSTD_compressCCtx(
            context, free.baseAddress.map { unsafe $0 + count }, capacity, source.baseAddress, source.count,
            level)
        }
        if ZSTD_isError(written) == 0 { count += written }
      }
    }
    guard ZSTD_isError(written) == 0 else {
      throw PipelineError(.output, "zstd: \(unsafe String(cString: ZSTD_getErrorName(written)))")
    }
  }

  /// - Parameter count: of the values that must come out, exactly; anything else is an error.
  static func decompress<Value: BitwiseCopyable>(
    _ bytes: ArraySlice<UInt8>, into type: Value.Type, count: Int, name: String
  ) throws(PipelineError) -> [Value] {
    var isExact = false
    let size = count * MemoryLayout<Value>.stride
    let values = unsafe [Value](unsafeUninitializedCapacity: count) { target, initialized in
      let written = unsafe bytes.withUnsafeBytes { source in
        unsafe ZSTD_decompress(target.baseAddress, size, source.baseAddress, source.count)
      }
      isExact = ZSTD_isError(written) == 0 && written == size
      initialized = isExact ? count : 0
    }
    guard isExact else {
      throw PipelineError(
        .input, "a compressed page is damaged", at: name, fix: "run 'mlpipe transform' again")
    }
    return values
  }
}
