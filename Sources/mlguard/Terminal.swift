#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Standard output and standard error.
enum Terminal {
  /// Output goes to a person who has not asked for plain text.
  static var wantsColour: Bool {
    let isPlain = unsafe getenv("NO_COLOR") != nil
    return isatty(1) == 1 && !isPlain && !isDumb
  }
  static var showsProgress: Bool { isatty(2) == 1 && !isDumb }

  private static var isDumb: Bool {
    guard let term = unsafe getenv("TERM") else { return true }
    return unsafe String(cString: term) == "dumb"
  }

  static func print(_ text: String) { write(text, to: 1) }

  /// To standard error, with a line feed.
  static func complain(_ text: String) { write(text.hasSuffix("\n") ? text : text + "\n", to: 2) }

  static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, buffer.baseAddress.map { unsafe $0 + offset }, bytes.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      // A reader that has gone away (`| head`) wants nothing more.
      guard count > 0 else { return }
      offset += count
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ pointer: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, pointer, count)
    #else
      unsafe Darwin.write(descriptor, pointer, count)
    #endif
  }

  static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Seconds on a clock that only goes forward.
  static var seconds: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
