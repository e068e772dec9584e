internal import ArgumentParser
internal import Fixes
internal import PolicyKit
internal import Scanner

/// `mlguard fix`: edits that remove findings, shown as a patch or written.
struct Fix: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows or writes edits that remove findings.",
    discussion: """
      Each edit is proved before it is shown: the repository is judged again in memory with the edited text; the
      finding has to be gone, and nothing new may have come. Comments, formatting, line ends and permissions stay.
      The patch goes to standard output, everything else to standard error. Nothing is written without --write, and
      never outside of the repository or through a symbolic link.

      What can be edited:
        image digests and action commits, from a lock file (images.lock, actions.lock, infra/images.lock,
        docs/actions.md, or --lock);
        missing requests and limits, from the parameter 'value' of RES-01 to RES-04 and RES-08 in .mlguard.yaml;
        image_tag_mutability of ECR repositories;
        with --narrow-access, "*" in a statement block (IAM-03), where the module declares one resource of the kind.

      Examples:
        mlguard fix                        show the patch for the whole repository
        mlguard fix apps --policy IMG-01   one folder, one policy
        mlguard fix | git apply --index    apply and stage it
        mlguard fix --write                write the files

      Exit codes: 0 no edit to show, or all were written; 1 edits are shown; 2 wrong usage or configuration, or a
      file could not be written; 3 something was not read.
      """)

  @Argument(help: "Files and folders of one repository (default: the current folder).")
  var paths: [String] = []

  @Flag(help: "Show the edits as a patch, or write them.")
  var mode: Mode = .diff

  @Option(
    name: .customLong("policy"), parsing: .singleValue,
    help: ArgumentHelp("Only findings of this policy; may be repeated.", valueName: "id"))
  var policies: [String] = []

  @Option(
    name: .customLong("lock"), parsing: .singleValue,
    help: ArgumentHelp("A lock file instead of those of the repository; may be repeated.", valueName: "file"))
  var locks: [String] = []

  @Flag(help: "Also edits that allow less than before (IAM-03): read what they take away.")
  var narrowAccess = false

  @Option(help: "A profile instead of the repository's .mlguard.yaml.")
  var profile: String?

  @Option(help: "How many threads read and judge (default: one for each core).")
  var threads: Int?

  enum Mode: String, EnumerableFlag {
    case diff
    case write
  }

  mutating func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads has to be at least 1") }
    for policy in policies where !FixProposal.policies.contains(policy) {
      throw ValidationError(
        "no edit removes findings of '\(policy)'; there are edits for \(FixProposal.policies.joined(separator: ", "))"
      )
    }
  }

  mutating func run() async throws {
    let run: FixRun
    do {
      let workspace = try await Workspace(
        ScanRequest(paths: paths, profilePath: profile, threads: threads ?? Terminal.coreCount))
      run = try await FixRun(
        workspace, locks: workspace.lockFiles(locks),
        selection: .init(policies: policies.isEmpty ? nil : Set(policies), narrowsAccess: narrowAccess))
    } catch {
      for message in error.messages { Terminal.complain("mlguard: \(message)") }
      throw ExitCode(2)
    }
    let prefix = run.workspace.pathPrefix
    for success in run.successes {
      Terminal.complain(
        "\(prefix)\(success.path):\(success.line) \(success.finding.policy): \(success.title)")
    }
    for refusal in run.refusals {
      Terminal.complain(
        "\(prefix)\(refusal.path):\(refusal.line) \(refusal.finding.policy) stays: \(refusal.reason)")
    }
    let changes = run.changedFiles
    var failures: [String] = []
    switch mode {
    case .diff:
      for file in changes {
        Terminal.write(UnifiedDiff.text(path: file.path, from: file.before, to: file.after), to: 1)
      }
    case .write: failures = run.write()
    }
    for failure in failures { Terminal.complain("mlguard: not written: \(failure)") }
    let rest = run.workspace.report.findings.count
    let verb = mode == .write ? "fixed" : "can be fixed"
    Terminal.complain(
      "\(count(run.successes.count, "finding")) \(verb) in \(count(changes.count - failures.count, "file")), "
        + "\(count(rest, "finding")) \(rest == 1 ? "stays" : "stay")")
    if !failures.isEmpty { throw ExitCode(2) }
    if mode == .diff, !changes.isEmpty { throw ExitCode(1) }
    if run.workspace.report.isIncomplete {
      Terminal.complain("mlguard: something was not read: mlguard scan says what")
      throw ExitCode(3)
    }
  }

  private func count(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
