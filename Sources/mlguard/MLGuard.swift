internal import ArgumentParser

@main
struct MLGuard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mlguard",
    abstract: "Checks a GitOps repository against policies, whole and per environment.",
    subcommands: [Inspect.self])
}
