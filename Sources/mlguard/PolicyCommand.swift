internal import ArgumentParser
internal import PolicyKit
internal import Reporting
internal import Scanner

/// `mlguard policy`: what there is, whether it is right, and a start for a new one.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Lists, tests and starts policies.",
    subcommands: [List.self, Test.self, New.self, Export.self, Document.self, Schema.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists every policy that a scan here can use.")

    mutating func run() throws {
      try Configuration.check { () throws(ScanFailure) in
        let policies = try PolicyLibrary.here().policies.sorted { $0.card.id < $1.card.id }
        let width = policies.map(\.card.id.count).max() ?? 0
        for card in policies.map(\.card) {
          let id = card.id + String(repeating: " ", count: width - card.id.count)
          let level = card.isOnByDefault ? card.level.rawValue : "off"
          Terminal.print(
            "\(id)  \(level + String(repeating: " ", count: 7 - level.count))  \(card.name): \(card.summary)\n"
          )
        }
      }
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Runs the examples of policy files.",
      discussion: """
        A policy fails that has fewer than two violating or three passing examples, that matches nothing, or one
        of whose validations can be replaced by true with every example still green.
        Exit codes: 0 all green, 1 an example fails, 2 a policy file is broken.
        """)

    @Argument(help: "Policy files and folders of them (default: all that a scan here can use).")
    var paths: [String] = []

    mutating func run() throws {
      var trial = PolicyTrial()
      var count = 0
      try Configuration.check { () throws(ScanFailure) in
        let library = paths.isEmpty ? try PolicyLibrary.here() : try PolicyLibrary.reading(paths)
        try library.compile()
        for policy in library.policies { trial.run(policy, of: library) }
        count = library.policies.count
      }
      for fault in trial.faults { Terminal.print("\(fault)\n") }
      Terminal.print(
        "\(count) policies, \(trial.exampleCount) examples, \(trial.mutationCount) mutations: "
          + (trial.faults.isEmpty ? "all green\n" : "\(trial.faults.count) faults\n"))
      if !trial.faults.isEmpty { throw ExitCode(1) }
    }
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the start of a policy file.",
      discussion: "Into policies/FAMILY of this project, into .mlguard/policies/FAMILY everywhere else.")

    @Argument(help: "The group of policies it belongs to: images.")
    var family: String

    @Argument(help: "The defect in a few words with hyphens: mutable-image-tag.")
    var name: String

    @Option(help: "Its id (default: the next one of the family).")
    var id: String?

    mutating func run() throws {
      try Configuration.check { () throws(ScanFailure) in
        let path = try NewPolicy(family: family, name: name, id: id).write()
        Terminal.print(
          "\(path)\nwrite the examples first, then the rule, until mlguard policy test \(path) is green\n")
      }
    }
  }

  struct Document: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "document", abstract: "Prints the pages of all policies as Markdown (docs/policies.md).")

    mutating func run() throws {
      try Configuration.check { () throws(ScanFailure) in
        Terminal.print(PolicyPage.document(try PolicyLibrary.shipped().policies))
      }
    }
  }

  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints the JSON Schema of a policy file or a profile (docs/schemas/).")

    enum Kind: String, ExpressibleByArgument, CaseIterable { case policy, profile }

    @Argument(help: "policy or profile.")
    var kind: Kind

    mutating func run() throws {
      switch kind {
      case .policy: Terminal.print(FormSchema.text(of: .policy, title: "mlguard policy"))
      case .profile: Terminal.print(FormSchema.text(of: .profile, title: "mlguard profile"))
      }
    }
  }
}
