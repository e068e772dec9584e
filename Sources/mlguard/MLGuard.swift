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
    subcommands: subcommands(for: CommandLine.arguments.dropFirst().first))

  static let commands: [any ParsableCommand.Type] = [
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
  ]

  /// All commands, or the one that the first argument names: to take in the arguments of all takes a sixth of the time
  /// in which an empty folder is scanned.
  static func subcommands(for name: String?) -> [any ParsableCommand.Type] {
    if name == Scan.configuration.commandName { return [Scan.self] }
    return commands
  }

  /// As `AsyncParsableCommand` does it, but wrong usage ends with exit code 2.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Terminal.complain(fullMessage(for: error))
      exit(withError: ExitCode(2))
    }
  }
}
