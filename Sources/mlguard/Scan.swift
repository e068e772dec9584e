internal import ArgumentParser
internal import PolicyKit
internal import Reporting
internal import Scanner
internal import Synchronization

/// `mlguard scan`: reads a repository and reports what violates its policies.
struct Scan: AsyncParsableCommand {
  static let configuration = {
    var configuration = described
    if isAsked(by: Array(CommandLine.arguments.dropFirst())) {
      configuration._superCommandName = MLGuard.configuration.commandName
      configuration.version = MLGuard.configuration.version
    }
    return configuration
  }()

  /// Whether the arguments of mlguard can be parsed by this command alone.
  static func isAsked(by arguments: [String]) -> Bool {
    arguments.first == described.commandName
      && !arguments.contains { $0.hasPrefix("--generate-completion-script") }
  }

  private static let described = CommandConfiguration(
    commandName: "scan",
    abstract: "Reads a repository and reports what violates its policies.",
    discussion: """
      Exit codes: 0 clean, 1 violations at or above the profile's failOn, 2 wrong usage or configuration,
      3 something was not read. Policies of the repository: .mlguard/policies; its profile: .mlguard.yaml.
      """)

  @Argument(help: "Files and folders of one repository (default: the current folder).")
  var paths: [String] = []

  @Option(help: "What is printed: \(FormatArgument.allValueStrings.joined(separator: ", ")).")
  var format = FormatArgument(.text)

  @Option(
    name: .customLong("output"), parsing: .singleValue,
    help: ArgumentHelp("Also writes a report to a file; may be repeated.", valueName: "format=path"))
  var outputs: [ReportOutput] = []

  @Option(help: "A profile instead of the repository's .mlguard.yaml.")
  var profile: String?

  @Option(help: "How many threads read and judge (default: one for each core).")
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "Compares with the commit at which this one and HEAD part: findings are new, old or fixed.",
      valueName: "commit"))
  var base: String?

  @Option(help: "A baseline instead of the repository's .mlguard/baseline.yaml.")
  var baseline: String?

  @Flag(help: "Only violations that the base or the baseline does not have give exit code 1.")
  var failOnNew = false

  @Flag(help: "Exempts nothing: what exemptions accept counts too.")
  var noExemptions = false

  @Option(
    help: ArgumentHelp(
      "The day on which exemptions are judged (default: today, UTC).", valueName: "yyyy-mm-dd"))
  var date: DateArgument?

  @Option(
    help: ArgumentHelp(
      "Judges a plan instead of source: the output of 'terraform show -json'.", valueName: "plan.json"))
  var plan: String?

  @Option(
    help: ArgumentHelp(
      "The root module that the plan was made of: findings then point at its source.", valueName: "folder"))
  var root: String?

  @Flag(help: "Finding nothing to judge is wrong usage (exit code 2).")
  var requireInput = false

  mutating func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads has to be at least 1") }
    if root != nil, plan == nil { throw ValidationError("--root goes with --plan") }
    if plan != nil, !paths.isEmpty {
      throw ValidationError("--plan judges the plan alone; name the root module's folder with --root")
    }
    if plan != nil, base != nil || baseline != nil {
      throw ValidationError("a plan is not compared: leave out --base and --baseline")
    }
  }

  mutating func run() async throws {
    let start = Terminal.seconds
    let progress = ProgressLine(start: start)
    var result: ScanResult
    do {
      var request = ScanRequest(paths: paths, profilePath: profile, threads: threads ?? Terminal.coreCount)
      request.ignoresExemptions = noExemptions
      request.base = base
      request.baselinePath = baseline
      if failOnNew { request.failsOnNewOnly = true }
      request.date = date?.date
      request.plan = plan.map { PlanRequest(path: $0, root: root) }
      result = try await Scanner.scan(
        request,
        progress: { progress.show($0, of: $1) })
    } catch {
      progress.clear()
      for message in error.messages { Terminal.complain("mlguard: \(message)") }
      throw ExitCode(2)
    }
    progress.clear()
    result.report.seconds = Terminal.seconds - start
    let tool = Tool(
      name: "mlguard", version: MLGuard.version, informationURI: "https://mlguard.dev")
    for output in outputs {
      if let reason = FileOutput.write(
        output.format.text(result.report, tool: tool, pathPrefix: result.pathPrefix), to: output.path)
      {
        Terminal.complain("mlguard: cannot write \(output.path): \(reason)")
        throw ExitCode(2)
      }
    }
    Terminal.print(
      format.format.text(
        result.report, tool: tool, usesColour: Terminal.wantsColour, pathPrefix: result.pathPrefix))
    if result.isEmpty, requireInput, !result.report.isIncomplete {
      Terminal.complain("mlguard: nothing to judge, and --require-input was given")
      throw ExitCode(2)
    }
    if result.isFailure { throw ExitCode(1) }
    if result.report.isIncomplete { throw ExitCode(3) }
  }
}

/// `--output sarif=report.sarif`
struct ReportOutput: ExpressibleByArgument {
  var format: ReportFormat
  var path: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="),
      let format = ReportFormat(rawValue: String(argument[..<sign])),
      argument.index(after: sign) < argument.endIndex
    else { return nil }
    self.format = format
    path = String(argument[argument.index(after: sign)...])
  }
}

/// `--format sarif`
struct FormatArgument: ExpressibleByArgument {
  var format: ReportFormat

  static var allValueStrings: [String] { ReportFormat.allCases.map(\.rawValue) }

  init(_ format: ReportFormat) {
    self.format = format
  }

  init?(argument: String) {
    guard let format = ReportFormat(rawValue: argument) else { return nil }
    self.format = format
  }

  var defaultValueDescription: String { format.rawValue }
}

/// One line on a terminal once a scan has taken half a second.
private final class ProgressLine: Sendable {
  private let start: Double
  private let isShown = Atomic<Bool>(false)

  init(start: Double) {
    self.start = start
  }

  func show(_ count: Int, of total: Int) {
    guard Terminal.showsProgress, Terminal.seconds - start > 0.5 else { return }
    isShown.store(true, ordering: .relaxed)
    Terminal.write("\r\u{1B}[Kreading \(count) of \(total) files", to: 2)
  }

  func clear() {
    if isShown.load(ordering: .relaxed) { Terminal.write("\r\u{1B}[K", to: 2) }
  }
}
