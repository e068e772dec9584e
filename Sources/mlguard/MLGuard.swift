internal import ArgumentParser

@main
struct MLGuard: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "mlguard",
    abstract: "Checks a GitOps repository against policies, whole and per environment.",
    discussion: """
      Examples:
        mlguard init                  write a first .mlguard.yaml
        mlguard scan                  judge this repository
        mlguard explain IMG-01        what a policy finds, why, and what to do
        mlguard fix | git apply       apply the edits that remove findings

      Exit codes: 0 clean, 1 violations, 2 wrong usage or configuration, 3 the analysis is incomplete.
      """,
    version: "\(version) (\(BuiltFrom.commit.isEmpty ? "development" : "commit \(BuiltFrom.commit)"))",
    subcommands: [
      Scan.self,
      WriteBaseline.self,
      Fix.self,
      Init.self,
      LSP.self,
      Gate.self,
      PolicyCommand.self,
      Explain.self,
      Environments.self,
      Inspect.self,
    ])

  /// The command that the arguments ask for. `scan` is parsed by itself: to take in all the other commands first is a
  /// fifth of the time in which an empty folder is scanned.
  private static func parsed() throws -> any ParsableCommand {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard Scan.isAsked(by: arguments) else { return try parseAsRoot() }
    return try Scan.parseAsRoot(Array(arguments.dropFirst()))
  }

  /// As `AsyncParsableCommand` does it, but wrong usage ends with exit code 2.
  static func main() async {
    do {
      var command = try parsed()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      // Of a command that is parsed by itself the hint leaves out whose it is.
      Terminal.complain(fullMessage(for: error).replacing("See 'scan ", with: "See 'mlguard scan "))
      exit(withError: ExitCode(2))
    }
  }
}
