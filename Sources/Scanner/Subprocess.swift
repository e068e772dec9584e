#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A program that runs beside the scan, with pipes to its standard input, output and error.
struct Subprocess: Sendable {
  /// Why it could not be started.
  enum Failure: Error {
    case absent
    case other(String)
  }

  struct Outcome {
    var code: Int32
    var output: [UInt8]
    var errors: String
  }

  let id: pid_t
  let input: Int32
  let output: Int32
  let errors: Int32

  /// Looks the program up in `PATH`; of the environment it sees only these variables.
  private static let inherited = ["HOME", "PATH", "XDG_CONFIG_HOME", "TMPDIR", "SYSTEMROOT"]

  init(_ arguments: [String], environment: [String]) throws(Failure) {
    // A program that goes away early must not take the scan with it.
    signal(SIGPIPE, SIG_IGN)
    var pipes: [[Int32]] = []
    for _ in 0..<3 {
      var ends: [Int32] = [-1, -1]
      guard unsafe pipe(&ends) == 0 else {
        Self.close(pipes.joined())
        throw .other(FileSystem.Failure.last.reason)
      }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      pipes.append(ends)
    }
    let inherited = Self.inherited.compactMap { name in
      unsafe getenv(name).map { unsafe "\(name)=" + String(cString: $0) }
    }
    let child = [pipes[0][0], pipes[1][1], pipes[2][1]]
    let (code, id) = Self.spawn(arguments, inherited + environment, child)
    Self.close(child)
    guard code == 0 else {
      Self.close([pipes[0][1], pipes[1][0], pipes[2][0]])
      errno = code
      throw code == ENOENT ? .absent : .other(FileSystem.Failure.last.reason)
    }
    self.id = id
    input = pipes[0][1]
    output = pipes[1][0]
    errors = pipes[2][0]
  }

  /// Runs the program to its end without input.
  static func run(_ arguments: [String], environment: [String]) throws(Failure) -> Outcome {
    let process = try Subprocess(arguments, environment: environment)
    close([process.input])
    let output = process.all(of: process.output)
    let errors = process.all(of: process.errors)
    close([process.output, process.errors])
    return Outcome(
      code: process.wait(), output: output, errors: String(decoding: errors, as: UTF8.self))
  }

  /// Closes the pipes and waits for the end.
  func finish() {
    Self.close([input, output, errors])
    _ = wait()
  }

  /// False when the program reads no more.
  func write(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let step = unsafe bytes.withUnsafeBytes { buffer in
        unsafe FileSystem.systemWrite(
          input, buffer.baseAddress.map { unsafe $0 + offset }, bytes.count - offset)
      }
      if step < 0, errno == EINTR { continue }
      guard step > 0 else { return false }
      offset += step
    }
    return true
  }

  /// The next bytes of the output; empty at its end.
  func next(limit: Int = 65_536) -> [UInt8] { Self.next(of: output, limit: limit) }

  private func all(of descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let part = Self.next(of: descriptor, limit: 65_536)
      if part.isEmpty { return bytes }
      bytes += part
    }
  }

  private static func next(of descriptor: Int32, limit: Int) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      repeat { count = unsafe read(descriptor, buffer.baseAddress, limit) } while count < 0 && errno == EINTR
      count = max(0, count)
    }
  }

  private func wait() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
    // WIFEXITED and WEXITSTATUS, which are macros of C.
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }

  private static func close(_ descriptors: some Sequence<Int32>) {
    for descriptor in descriptors { _ = systemClose(descriptor) }
  }

  private static func systemClose(_ descriptor: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.close(descriptor)
    #else
      Darwin.close(descriptor)
    #endif
  }

  /// - Parameter descriptors: what the program has as 0, 1 and 2.
  private static func spawn(
    _ arguments: [String], _ environment: [String], _ descriptors: [Int32]
  ) -> (code: Int32, id: pid_t) {
    #if canImport(Glibc)
      var actions = unsafe posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in descriptors.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer {
      for index in unsafe words.indices { unsafe free(words[index]) }
      for index in unsafe variables.indices { unsafe free(variables[index]) }
    }
    var id: pid_t = 0
    let code = unsafe posix_spawnp(&id, arguments[0], &actions, nil, &words, &variables)
    return (code, id)
  }
}
