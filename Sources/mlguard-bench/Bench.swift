#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// `mlguard-bench NAME [ARGUMENTS]`: measures one part in CPU seconds, which other processes do not disturb.
@main
struct Bench {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let benches: [String: ([String]) -> Void] = [
      "cel": CELBench.run,
      "hcl": HCLBench.run, "terraform": TerraformBench.run,
      "yaml": YAMLBench.run,
    ]
    guard let name = arguments.first, let bench = benches[name] else {
      print("usage: mlguard-bench \(benches.keys.sorted().joined(separator: "|")) [ARGUMENTS]")
      exit(2)
    }
    bench(Array(arguments.dropFirst()))
  }

  /// CPU seconds of this process so far.
  static var processorSeconds: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The median of the CPU seconds of several runs, after one that is not counted.
  static func median(of runs: Int = 7, _ body: () -> Void) -> Double {
    body()
    let times = (0..<runs).map { _ in
      let start = processorSeconds
      body()
      return processorSeconds - start
    }
    return times.sorted()[runs / 2]
  }

  /// The bytes of a file; empty, with a message, when it cannot be read.
  static func bytes(of path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else {
      print("cannot read \(path)")
      return []
    }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let size = chunk.count
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, size, file) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}
