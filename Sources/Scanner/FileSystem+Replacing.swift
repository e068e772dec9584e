#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension FileSystem {
  /// Tells a changed file from an unchanged one without reading it.
  struct Stamp: Hashable, Sendable {
    var device: UInt64
    var inode: UInt64
    var size: Int64
    var seconds: Int64
    var nanoseconds: Int64
  }

  /// Nil when there is no such file. Links are followed.
  static func stamp(of path: Path) -> Stamp? {
    var status = stat()
    let code = unsafe withCString(path) { pointer in unsafe stat(pointer, &status) }
    guard code == 0 else { return nil }
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    return Stamp(
      device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino),
      size: Int64(status.st_size), seconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec))
  }

  /// Replaces a regular file as a whole or not at all, and keeps its permissions.
  ///
  /// The new bytes are written beside it under a name that nobody else has, and are on the disk before they take the
  /// file's place: a crash leaves the one or the other.
  /// - Parameter path: absolute and free of links (`resolved`).
  static func replace(_ path: Path, with bytes: [UInt8]) -> Failure? {
    var status = stat()
    guard unsafe withCString(path, { pointer in unsafe lstat(pointer, &status) }) == 0 else { return .last }
    guard status.st_mode & S_IFMT == S_IFREG else { return Failure(reason: "not a regular file") }
    let temporary = path + FileSystem.path(".mlguard-\(getpid())")
    let descriptor = unsafe withCString(temporary) {
      unsafe open($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    }
    guard descriptor >= 0 else { return .last }
    var failure = fill(descriptor, with: bytes)
    if failure == nil, fchmod(descriptor, status.st_mode & 0o7777) != 0 { failure = .last }
    if failure == nil, fsync(descriptor) != 0 { failure = .last }
    if close(descriptor) != 0, failure == nil { failure = .last }
    if failure == nil {
      let code = unsafe withCString(temporary) { old in
        unsafe withCString(path) { new in unsafe rename(old, new) }
      }
      if code != 0 { failure = .last }
    }
    if failure != nil { _ = unsafe withCString(temporary) { unsafe unlink($0) } }
    return failure
  }

  /// Writes a file that is not there yet; fails where anything has its name.
  static func create(_ path: Path, with bytes: [UInt8]) -> Failure? {
    let descriptor = unsafe withCString(path) {
      unsafe open($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    }
    guard descriptor >= 0 else { return .last }
    var failure = fill(descriptor, with: bytes)
    if close(descriptor) != 0, failure == nil { failure = .last }
    return failure
  }

  private static func fill(_ descriptor: Int32, with bytes: [UInt8]) -> Failure? {
    var offset = 0
    while offset < bytes.count {
      let step = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, buffer.baseAddress.map { unsafe $0 + offset }, bytes.count - offset)
      }
      if step < 0, errno == EINTR { continue }
      guard step > 0 else { return .last }
      offset += step
    }
    return nil
  }
}
