internal import ArgumentParser
internal import Scanner

/// `mlguard envs`: which environment everything belongs to, and why.
struct Environments: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "envs",
    abstract: "Shows the environment of every root, overlay, application and namespace, with the reason.",
    discussion: """
      What is not declared under environments: in .mlguard.yaml is inferred; a wrong label is corrected there.
      Exit codes: 0, 2 wrong usage or configuration, 3 something was not read.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(help: "Files and folders of one repository (default: the current folder).")
  var paths: [String] = []

  @Option(help: "What is printed: text or json.")
  var format = Format.text

  @Option(help: "A profile instead of the repository's .mlguard.yaml.")
  var profile: String?

  mutating func run() async throws {
    let listing: EnvironmentListing
    do {
      listing = try await Scanner.environments(
        ScanRequest(paths: paths, profilePath: profile, threads: Terminal.coreCount))
    } catch {
      for message in error.messages { Terminal.complain("mlguard: \(message)") }
      throw ExitCode(2)
    }
    switch format {
    case .text: Terminal.print(Self.text(listing))
    case .json: Terminal.print(Self.json(listing) + "\n")
    }
    for problem in listing.problems { Terminal.complain("not read: \(problem)") }
    if !listing.problems.isEmpty { throw ExitCode(3) }
  }

  /// One line an entry, in columns: kind, environment, name, reason.
  static func text(_ listing: EnvironmentListing) -> String {
    guard !listing.entries.isEmpty else { return "no roots, overlays, applications or namespaces\n" }
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
    }
    let labels = listing.entries.map { $0.environment ?? "-" }
    let width = labels.map(\.unicodeScalars.count).max() ?? 0
    var text = ""
    for (entry, label) in zip(listing.entries, labels) {
      let details = entry.details.isEmpty ? "" : " (\(entry.details.joined(separator: ", ")))"
      let because = entry.environment == nil ? "none: " : "because "
      text += "\(padded(entry.kind.rawValue, 12))\(padded(label, width))  \(entry.name)\(details)\n"
      text += String(repeating: " ", count: 14 + width) + because + entry.reason + "\n"
    }
    let counts = Dictionary(grouping: labels, by: { $0 }).mapValues(\.count)
    let total = counts.sorted { $0.key < $1.key }.map { "\($0.key == "-" ? "without" : $0.key) \($0.value)" }
    return text + "\n" + total.joined(separator: ", ") + "\n"
  }

  static func json(_ listing: EnvironmentListing) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("declared")
      writer.array { writer in for name in listing.declared { writer.string(name) } }
      writer.key("entries")
      writer.array { writer in
        for entry in listing.entries { write(entry, &writer) }
      }
      writer.key("problems")
      writer.array { writer in for problem in listing.problems { writer.string(problem) } }
    }
    return writer.text
  }

  private static func write(_ entry: EnvironmentListing.Entry, _ writer: inout JSONWriter) {
    writer.object { writer in
      for (name, text) in [("kind", entry.kind.rawValue), ("name", entry.name)] {
        writer.key(name)
        writer.string(text)
      }
      writer.key("details")
      writer.array { writer in for detail in entry.details { writer.string(detail) } }
      writer.key("environment")
      if let environment = entry.environment { writer.string(environment) } else { writer.null() }
      for (name, text) in [("reason", entry.reason), ("file", entry.path)] {
        writer.key(name)
        writer.string(text)
      }
      writer.key("line")
      writer.integer(entry.line)
    }
  }
}
