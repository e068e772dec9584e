internal import ArgumentParser
internal import PolicyKit
internal import Reporting
internal import Scanner

/// `mlguard baseline`: writes down the violations that there are, so that a scan tells new ones from old ones.
struct WriteBaseline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Writes the violations that there are to .mlguard/baseline.yaml.",
    discussion: """
      Scans the whole repository and replaces the file, one line for each finding, sorted. Commit it: a scan then calls
      these findings old, and scan --fail-on-new lets them pass. What is exempted is not written down.
      """)

  @Argument(help: "A folder of the repository (default: the current folder).")
  var folder = "."

  @Option(help: "Another file than .mlguard/baseline.yaml.")
  var output: String?

  @Option(help: "A profile instead of the repository's .mlguard.yaml.")
  var profile: String?

  mutating func run() async throws {
    do {
      var request = ScanRequest(paths: [folder], profilePath: profile, threads: Terminal.coreCount)
      request.ignoresBaseline = true
      let result = try await Scanner.scanWhole(request)
      let path = output ?? result.pathPrefix + ".mlguard/baseline.yaml"
      if let reason = FileOutput.writeMakingFolders(BaselineText.text(result.report), to: path) {
        Terminal.complain("mlguard: cannot write \(path): \(reason)")
        throw ExitCode(2)
      }
      let count = result.report.findings.count
      Terminal.print("\(path): \(count) \(count == 1 ? "finding" : "findings")\n")
      if result.report.isIncomplete {
        Terminal.complain(
          "mlguard: not everything was read: what is found there later will be new; mlguard scan says why")
        throw ExitCode(3)
      }
    } catch let failure as ScanFailure {
      for message in failure.messages { Terminal.complain("mlguard: \(message)") }
      throw ExitCode(2)
    }
  }
}
