internal import ArgumentParser
internal import Reporting
internal import Scanner

/// `mlguard explain IMG-01`: the page of a policy.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Shows what a policy finds, why, and what to do.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown }

  @Argument(help: "Id or name: IMG-01, mutable-image-tag.")
  var policy: String

  @Option(help: "text or markdown.")
  var format: Format = .text

  mutating func run() throws {
    try Configuration.check { () throws(ScanFailure) in
      let policy = try PolicyLibrary.here().policy(named: policy)
      switch format {
      case .text: Terminal.print(PolicyPage.text(policy))
      case .markdown: Terminal.print(PolicyPage.markdown(policy))
      }
    }
  }
}

/// Turns faults of the configuration into messages and exit code 2.
enum Configuration {
  static func check(_ body: () throws(ScanFailure) -> Void) throws {
    do {
      try body()
    } catch {
      for message in error.messages { Terminal.complain("mlguard: \(message)") }
      throw ExitCode(2)
    }
  }
}
