internal import ArgumentParser
internal import LanguageServer

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// `mlguard lsp`: the language server, on standard input and output.
struct LSP: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serves an editor over the Language Server Protocol.",
    discussion: """
      Speaks on standard input and output. Diagnostics when a file is opened or saved, the policy's card on hover, quick
      fixes (those of mlguard fix) as code actions. The whole repository is judged and kept in memory; on a save only
      the files that changed are read again. Nothing is written: edits are the editor's.

      docs/local.md shows how to set editors up. Exit codes: 0 after shutdown and exit, 1 otherwise.
      """)

  @Option(help: "How many threads read and judge (default: one for each core).")
  var threads: Int?

  mutating func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads has to be at least 1") }
  }

  mutating func run() async throws {
    var server = LanguageServer(version: MLGuard.version, threads: threads ?? Terminal.coreCount)
    var reader = MessageReader()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let size = chunk.count
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in unsafe read(0, buffer.baseAddress, size) }
      if count < 0, errno == EINTR { continue }
      // The editor is gone.
      guard count > 0 else { throw ExitCode(1) }
      reader.append(chunk[..<count])
      while let body = reader.next() {
        Terminal.write(await server.handle(body), to: 1)
        if let code = server.exitCode { throw ExitCode(code) }
      }
    }
  }
}
