internal import ArgumentParser
internal import Scanner

/// `mlguard init`: a first `.mlguard.yaml`.
struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes .mlguard.yaml for a repository, with what was found in it as comments.",
    discussion: """
      The comments name the environments that were inferred, each with the reason, the policies that find something, and
      the files that could not be read. An existing .mlguard.yaml is never replaced.

      Examples:
        mlguard init              write it into the root of this repository
        mlguard init --print      show it, write nothing

      Exit codes: 0 written or shown, 2 there is one already, or it could not be written.
      """)

  @Argument(help: "A folder of the repository (default: the current one).")
  var path: String?

  @Flag(help: "Show the file, write nothing.")
  var print = false

  mutating func run() async throws {
    do throws(ScanFailure) {
      let draft = try await ProfileDraft(
        ScanRequest(paths: path.map { [$0] } ?? [], threads: Terminal.coreCount))
      if print {
        Terminal.print(draft.text)
      } else {
        Terminal.print("\(try draft.write())\nread its comments, then run mlguard scan\n")
      }
    } catch {
      for message in error.messages { Terminal.complain("mlguard: \(message)") }
      throw ExitCode(2)
    }
  }
}
