internal import ArgumentParser

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads the files that are named on the command line.
enum InputFile {
  /// The whole file; an exit with code 2 and a message when it cannot be read.
  static func bytes(of path: String) throws -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let size = chunk.count
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress, size)
      }
      if count < 0 { throw failure(path) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  private static func failure(_ path: String) -> any Error {
    let reason = unsafe String(cString: strerror(errno))
    let message = "mlguard: cannot read \(path): \(reason)\n"
    _ = unsafe message.withCString { unsafe write(2, $0, message.utf8.count) }
    return ExitCode(2)
  }
}
