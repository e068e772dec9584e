import ArgumentParser
import ObjectStorage
import PipelineCore
import Promotion
import Tracking
import Training

struct PromoteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promote",
    abstract: "Judge the challenger on the hold-out and make it champion if it may be.",
    discussion: """
      Both models are downloaded and scored here. The verdict and its figures become tags of the version, \
      metrics of the run and WORKSPACE/verdict.json. Exit code 1: refused.
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var tracking: TrackingOptions
  @OptionGroup var gate: GateOptions
  @OptionGroup var remote: RunOptions

  func run() async throws {
    try await remote.storage(workspace.folder)?.pullModel()
    let verdict = try await gate.promote(workspace.folder, tracking)
    print(VerdictTable.text(verdict))
    if !verdict.isAccepted { throw ExitCode(StopReason.refused.rawValue) }
  }
}

struct GateOptions: ParsableArguments {
  @Option(help: "Frozen hold-out rows; default WORKSPACE/model/holdout.parquet.")
  var holdout: String?

  @Option(help: "Log loss that the challenger may be worse by.") var logLossTolerance = 0.002
  @Option(help: "AUC that the challenger may be worse by.") var aucTolerance = 0.01
  @Option(help: "Resamples of the bootstrap.") var resamples = 500

  func validate() throws {
    guard (50...100_000).contains(resamples) else {
      throw ValidationError("--resamples must be 50 to 100000")
    }
    guard logLossTolerance >= 0, aucTolerance >= 0 else {
      throw ValidationError("a tolerance is zero or more")
    }
  }

  func promote(_ workspace: Workspace, _ tracking: TrackingOptions) async throws -> Verdict {
    var rules = GateRules()
    rules.logLossTolerance = logLossTolerance
    rules.aucTolerance = aucTolerance
    rules.resamples = resamples
    let step = PromoteStep(
      workspace: workspace, store: try tracking.store(workspace), modelName: tracking.model, rules: rules)
    return try await step.run(holdoutPath: holdout ?? workspace.holdout)
  }
}

enum VerdictTable {
  static func text(_ verdict: Verdict) -> String {
    let against = verdict.championVersion.map { "champion version \($0)" } ?? "no champion"
    var lines = [
      "version \(verdict.challengerVersion) \(verdict.isAccepted ? "accepted" : "refused") against \(against), "
        + "\(verdict.holdoutRows) hold-out rows"
    ]
    lines.append(line("challenger", verdict.challenger))
    if let champion = verdict.champion { lines.append(line("champion", champion)) }
    lines.append("  constant    log loss \(Metrics.text(verdict.constantLogLoss))")
    if let auc = verdict.aucDifference, let loss = verdict.logLossDifference {
      lines.append(
        "  difference  AUC \(Metrics.text(auc.low)) to \(Metrics.text(auc.high)), "
          + "log loss \(Metrics.text(loss.low)) to \(Metrics.text(loss.high))")
    }
    return (lines + verdict.refusals.map { "  refused: \($0)" }).joined(separator: "\n")
  }

  private static func line(_ who: String, _ score: Score) -> String {
    "  \(who)\(String(repeating: " ", count: 12 - who.count))AUC \(Metrics.text(score.auc)), "
      + "log loss \(Metrics.text(score.logLoss)), calibration error \(Metrics.text(score.calibrationError))"
  }
}
