internal import CZstd

/// One-shot compression by the system's libzstd.
enum Zstandard {
  static func compress(_ bytes: [UInt8], level: Int32) throws(PipelineError) -> [UInt8] {
    let capacity = ZSTD_compressBound(bytes.count)
    var result: Result<[UInt8], PipelineError> = .success([])
    let compressed = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
      let size = unsafe bytes.withUnsafeBytes { source in
        unsafe ZSTD_compress(target.baseAddress, capacity, source.baseAddress, source.count, level)
      }
      if ZSTD_isError(size) != 0 {
        result = .failure(PipelineError(.output, "zstd: \(unsafe String(cString: ZSTD_getErrorName(size)))"))
      } else {
        count = size
      }
    }
    _ = try result.get()
    return compressed
  }

  /// - Parameter size: the exact size that must come out; anything else is an error.
  static func decompress(_ bytes: ArraySlice<UInt8>, size: Int, name: String) throws(PipelineError) -> [UInt8]
  {
    var isExact = false
    let plain = unsafe [UInt8](unsafeUninitializedCapacity: size) { target, count in
      let written = unsafe bytes.withUnsafeBytes { source in
        unsafe ZSTD_decompress(target.baseAddress, size, source.baseAddress, source.count)
      }
      isExact = ZSTD_isError(written) == 0 && written == size
      count = isExact ? size : 0
    }
    guard isExact else {
      throw PipelineError(
        .input, "a compressed page is damaged", at: name, fix: "run 'mlpipe transform' again")
    }
    return plain
  }
}
