#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The few calls of the operating system that a scan needs. Paths are bytes: a file name need not be UTF-8.
enum FileSystem {
  typealias Path = [UInt8]

  enum Kind: Sendable {
    case file(size: Int)
    case folder
    case link
    case other
  }

  struct Entry: Sendable {
    var name: Path
    var kind: Kind
  }

  /// The reason, in the operating system's words, in lower case.
  struct Failure: Error {
    var reason: String

    static var last: Failure {
      let code = errno
      let text = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
      return Failure(reason: text.prefix(1).lowercased() + text.dropFirst())
    }
  }

  static func path(_ text: String) -> Path { Array(text.utf8) }

  static func join(_ folder: Path, _ name: Path) -> Path {
    if folder.isEmpty { return name }
    return folder.last == UInt8(ascii: "/") ? folder + name : folder + [UInt8(ascii: "/")] + name
  }

  static func kind(of path: Path, followsLinks: Bool) -> Result<Kind, Failure> {
    var status = stat()
    let code = unsafe withCString(path) { pointer in
      unsafe followsLinks ? stat(pointer, &status) : lstat(pointer, &status)
    }
    guard code == 0 else { return .failure(.last) }
    return .success(kind(status))
  }

  private static func kind(_ status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file(size: Int(status.st_size))
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// In no particular order, without `.` and `..`.
  static func entries(of folder: Path) -> Result<[Entry], Failure> {
    guard let stream = unsafe withCString(folder, { unsafe opendir($0) }) else { return .failure(.last) }
    defer { unsafe closedir(stream) }
    var entries: [Entry] = []
    errno = 0
    while let item = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &item.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
      if name == path(".") || name == path("..") { continue }
      switch kind(of: join(folder, name), followsLinks: false) {
      case .success(let kind): entries.append(Entry(name: name, kind: kind))
      case .failure: entries.append(Entry(name: name, kind: .other))
      }
      errno = 0
    }
    return errno == 0 ? .success(entries) : .failure(.last)
  }

  /// The path without links, `.` and `..`; fails when it does not exist or its links form a loop.
  static func resolved(_ path: Path) -> Result<Path, Failure> {
    guard let pointer = unsafe withCString(path, { unsafe realpath($0, nil) }) else { return .failure(.last) }
    defer { unsafe free(pointer) }
    return .success(unsafe Array(String(cString: pointer).utf8))
  }

  static var currentFolder: String {
    switch resolved(path(".")) {
    case .success(let path): String(decoding: path, as: UTF8.self)
    case .failure: "/"
    }
  }

  /// All bytes of a regular file. Reads no more than `limit` bytes, even when the file grows meanwhile.
  static func bytes(of path: Path, limit: Int) -> Result<[UInt8], Failure> {
    let descriptor = unsafe withCString(path) { unsafe open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { return .failure(.last) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return .failure(.last) }
    let capacity = min(Int(status.st_size), limit)
    var failure: Failure?
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity {
        let step = unsafe read(descriptor, buffer.baseAddress.map { unsafe $0 + count }, capacity - count)
        if step < 0, errno == EINTR { continue }
        if step < 0 { failure = .last }
        if step <= 0 { return }
        count += step
      }
    }
    if let failure { return .failure(failure) }
    if bytes.isEmpty, status.st_size == 0 { bytes = [] }
    return .success(bytes)
  }

  /// Replaces the file as a whole or not at all.
  static func write(_ bytes: [UInt8], to path: Path) -> Failure? {
    let temporary = path + FileSystem.path(".new")
    if let failure = write(bytes, to: temporary, flags: O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC) {
      return failure
    }
    let code = unsafe withCString(temporary) { old in
      unsafe withCString(path) { new in unsafe rename(old, new) }
    }
    return code == 0 ? nil : .last
  }

  /// Adds to what is there: a terminal, a pipe.
  static func append(_ bytes: [UInt8], to path: Path) -> Failure? {
    write(bytes, to: path, flags: O_WRONLY | O_APPEND | O_CLOEXEC)
  }

  private static func write(_ bytes: [UInt8], to path: Path, flags: Int32) -> Failure? {
    let descriptor = unsafe withCString(path) { unsafe open($0, flags, 0o644) }
    guard descriptor >= 0 else { return .last }
    if let failure = write(bytes, toDescriptor: descriptor) {
      close(descriptor)
      return failure
    }
    return close(descriptor) == 0 ? nil : .last
  }

  static func write(_ bytes: [UInt8], toDescriptor descriptor: Int32) -> Failure? {
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

  /// Makes the folder and those above it; existing ones are fine.
  static func makeFolders(_ path: Path) -> Failure? {
    if case .success(.folder) = kind(of: path, followsLinks: true) { return nil }
    if let slash = path.lastIndex(of: UInt8(ascii: "/")), slash > 0,
      let failure = makeFolders(Array(path[..<slash]))
    {
      return failure
    }
    let code = unsafe withCString(path) { unsafe mkdir($0, 0o755) }
    return code == 0 || errno == EEXIST ? nil : .last
  }

  static func systemWrite(_ descriptor: Int32, _ pointer: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, pointer, count)
    #else
      unsafe Darwin.write(descriptor, pointer, count)
    #endif
  }

  static func withCString<Result>(_ path: Path, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let terminated = path.map { CChar(bitPattern: $0) } + [0]
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      // The array holds at least the terminating zero.
      unsafe body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }
}
