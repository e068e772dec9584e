internal import ArgumentParser

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// `mlguard gate`: becomes the program `mlguard-gate` that stands beside this one, so that `scan` carries no HTTP.
struct Gate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lets a deployment pass, or stops it (Argo CD).",
    discussion: "Runs mlguard-gate, which stands beside mlguard: mlguard gate argocd --help.")

  @Argument(parsing: .captureForPassthrough, help: "argocd, and its options.")
  var arguments: [String] = []

  mutating func run() throws {
    let path = Self.sibling
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) }
    unsafe words.append(nil)
    unsafe execv(path, words)
    let reason = unsafe String(cString: strerror(errno))
    Terminal.complain("mlguard: cannot run \(path): \(reason); install mlguard-gate beside mlguard")
    throw ExitCode(2)
  }

  private static var sibling: String {
    let own = unsafe realpath("/proc/self/exe", nil)
    let path = unsafe own.map { unsafe String(cString: $0) } ?? CommandLine.arguments.first ?? "mlguard"
    unsafe free(own)
    let slash = path.lastIndex(of: "/")
    return (slash.map { String(path[...$0]) } ?? "") + "mlguard-gate"
  }
}
