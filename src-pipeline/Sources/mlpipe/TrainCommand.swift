import ArgumentParser
import ObjectStorage
import PipelineCore
import Training

struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Judge by walk-forward folds, then train the model to ship.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: TrainingOptions
  @OptionGroup var remote: RunOptions

  func run() async throws {
    let storage = try remote.storage(workspace.folder)
    try await storage?.pullFeatures()
    let step = TrainStep(workspace: workspace.folder, plan: options.plan, gitCommit: GitCommit.current())
    HeapPolicy.keepSmallBlocks()
    let progress = ProgressBar("train", total: step.progressTotal)
    let record = try step.run { progress.advance() }
    try await storage?.pushModel()
    print(MetricsTable.text(record))
    print("model \(workspace.folder.model) sha256 \(record.modelSHA256)")
  }
}

struct TrainingOptions: ParsableArguments {
  @Option(help: "Boosting rounds.") var rounds = 60
  @Option(help: "Depth of a tree.") var depth = 4
  @Option(help: "Shrinkage of each round.") var learningRate = 0.1
  @Option(help: "Seed of the training; the same seed and data give the same model bytes.") var trainingSeed =
    7
  @Option(help: "Threads of XGBoost.") var threads = 1
  @Option(help: "Walk-forward folds.") var folds = 4
  @Option(help: "Trading days between training and test days, at least the horizon.") var embargo = 5
  @Option(help: "Share of the days, at the end, kept for the gate.") var holdoutShare = 0.15

  func validate() throws {
    guard (1...10_000).contains(rounds) else { throw ValidationError("--rounds must be 1 to 10000") }
    guard (1...12).contains(depth) else { throw ValidationError("--depth must be 1 to 12") }
    guard learningRate > 0, learningRate <= 1 else {
      throw ValidationError("--learning-rate must be in (0, 1]")
    }
    guard (1...64).contains(threads) else { throw ValidationError("--threads must be 1 to 64") }
    guard (1...50).contains(folds) else { throw ValidationError("--folds must be 1 to 50") }
    guard (0...500).contains(embargo) else { throw ValidationError("--embargo must be 0 to 500") }
    guard holdoutShare > 0, holdoutShare <= 0.5 else {
      throw ValidationError("--holdout-share must be above 0, at most 0.5")
    }
  }

  var plan: TrainingPlan {
    var plan = TrainingPlan()
    plan.rounds = rounds
    plan.depth = depth
    plan.learningRate = learningRate
    plan.seed = trainingSeed
    plan.threads = threads
    plan.folds = folds
    plan.embargo = embargo
    plan.holdoutShare = holdoutShare
    return plan
  }
}

/// The folds as a table for a terminal.
enum MetricsTable {
  static func text(_ record: TrainingRecord) -> String {
    var lines = ["fold  test days                 train rows  test rows     AUC  log loss   Brier  accuracy"]
    for (index, fold) in record.folds.enumerated() {
      let cells = [
        left("\(index + 1)", 4), "\(fold.testFrom) to \(fold.testTo)", right("\(fold.trainRows)", 10),
        right("\(fold.testRows)", 9), right(Metrics.text(fold.auc), 6), right(Metrics.text(fold.logLoss), 8),
        right(Metrics.text(fold.brier), 6), right(Metrics.text(fold.accuracy), 8),
      ]
      lines.append(cells.joined(separator: "  "))
    }
    lines.append(
      "mean AUC \(Metrics.text(record.meanAUC)), log loss \(Metrics.text(record.meanLogLoss)), calibration error "
        + "\(Metrics.text(record.calibrationError)); \(record.rows) rows of \(record.symbols) symbols, "
        + "XGBoost \(record.xgboostVersion)")
    return lines.joined(separator: "\n")
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
