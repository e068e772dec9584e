internal import Foundation

/// Whole files, read and written so that nobody ever sees half of one.
public enum LocalFile {
  public static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// - Parameter fix: what to type when the file is not there.
  public static func read(_ path: String, fix: String? = nil) throws(PipelineError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw PipelineError(.input, "cannot be read: \(systemError(errno))", at: path, fix: fix)
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw PipelineError(.input, "is not a regular file", at: path, fix: fix)
    }
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let part = unsafe Foundation.read(
          descriptor, buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count)
        if part < 0 && errno == EINTR { continue }
        if part < 0 { failure = errno }
        if part <= 0 { break }
        count += part
      }
    }
    guard failure == 0 else {
      throw PipelineError(.input, "cannot be read: \(systemError(failure))", at: path, fix: fix)
    }
    return bytes
  }

  /// Writes beside the target, flushes to the disk, then renames: after a crash or a full disk the old file is
  /// still there, whole. Makes missing folders.
  public static func write(_ bytes: [UInt8], to path: String) throws(PipelineError) {
    try write(to: path) { (output) throws(PipelineError) in unsafe try output.append(bytes.span.bytes) }
  }

  /// The same for bytes that come in parts, none of which is kept.
  static func write(
    to path: String, _ body: (inout Output) throws(PipelineError) -> Void
  ) throws(PipelineError) {
    let folder = (path as NSString).deletingLastPathComponent
    try makeFolder(folder)
    let partial = "\(path).partial-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    do throws(PipelineError) {
      var output = try Output(partial)
      defer { output.close() }
      try body(&output)
      try output.flush()
    } catch {
      unsafe unlink(partial)
      throw PipelineError(error.reason, error.message, at: path, fix: error.fix)
    }
    guard unsafe rename(partial, path) == 0 else {
      let code = errno
      unsafe unlink(partial)
      throw PipelineError(.output, "cannot be written: \(systemError(code))", at: path)
    }
  }

  /// A new file that is being written.
  struct Output {
    private let path: String
    private let descriptor: Int32

    fileprivate init(_ path: String) throws(PipelineError) {
      self.path = path
      descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else {
        throw PipelineError(.output, "cannot be written: \(systemError(errno))", at: path)
      }
    }

    mutating func append(_ bytes: RawSpan) throws(PipelineError) {
      var written = 0
      while written < bytes.byteCount {
        let part = unsafe bytes.withUnsafeBytes {
          unsafe Foundation.write(descriptor, $0.baseAddress.map { unsafe $0 + written }, $0.count - written)
        }
        if part < 0 && errno == EINTR { continue }
        guard part > 0 else {
          throw PipelineError(
            .output, "cannot be written: \(systemError(errno))", at: path,
            fix: "free some space or choose another folder with --workspace, then run the step again")
        }
        written += part
      }
    }

    fileprivate func flush() throws(PipelineError) {
      guard fsync(descriptor) == 0 || errno == EINVAL else {
        throw PipelineError(.output, "cannot be flushed: \(systemError(errno))", at: path)
      }
    }

    fileprivate func close() { _ = Foundation.close(descriptor) }
  }

  public static func makeFolder(_ path: String) throws(PipelineError) {
    guard !path.isEmpty else { return }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw PipelineError(.output, "folder cannot be made: \(systemError(errno))", at: path)
    }
  }

  /// Names (not paths) in a folder, sorted; empty when there is no such folder.
  public static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  public static func remove(_ path: String) throws(PipelineError) {
    guard exists(path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw PipelineError(.output, "cannot be removed: \(systemError(errno))", at: path)
    }
  }

  fileprivate static func systemError(_ code: Int32) -> String {
    unsafe String(cString: strerror(code))
  }
}

/// JSON in one form everywhere: sorted keys, so that equal values are equal bytes.
public enum JSONText {
  public static func encode(_ value: some Encodable, isPretty: Bool = true) throws(PipelineError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    do {
      return try Array(encoder.encode(value)) + (isPretty ? Array("\n".utf8) : [])
    } catch {
      throw PipelineError(.output, "cannot be written as JSON: \(error)")
    }
  }

  public static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8], name: String, fix: String? = nil
  ) throws(PipelineError) -> Value {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    do {
      return try decoder.decode(type, from: Data(bytes))
    } catch let DecodingError.keyNotFound(key, _) {
      throw PipelineError(.input, "JSON lacks '\(key.stringValue)'", at: name, fix: fix)
    } catch {
      throw PipelineError(.input, "not the JSON that belongs here", at: name, fix: fix)
    }
  }
}
