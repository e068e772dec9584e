import ArgumentParser
import PipelineCore

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Every step in turn: fetch, transform, train, log, promote.",
    discussion:
      "A challenger that the gate refuses ends the command with exit code 1, after everything was logged.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var source: SourceOptions
  @Option(help: "How many parts the symbols are split into.") var shards = 8
  @Option(help: "Trading days from a row to the close that labels it.") var horizon = 5
  @OptionGroup var training: TrainingOptions
  @OptionGroup var tracking: TrackingOptions
  @OptionGroup var gate: GateOptions

  func run() async throws {
    var sharding = ShardOptions()
    sharding.shards = shards
    sharding.shard = nil
    try sharding.validate()
    var fetch = FetchCommand()
    fetch.workspace = workspace
    fetch.source = source
    fetch.sharding = sharding
    fetch.remote = RunOptions.none
    try await fetch.run()
    var transform = TransformCommand()
    transform.workspace = workspace
    transform.sharding = sharding
    transform.horizon = horizon
    transform.remote = RunOptions.none
    try transform.validate()
    try await transform.run()
    var train = TrainCommand()
    train.workspace = workspace
    train.options = training
    train.remote = RunOptions.none
    try await train.run()
    var log = LogCommand()
    log.workspace = workspace
    log.tracking = tracking
    log.remote = RunOptions.none
    try await log.run()
    var promote = PromoteCommand()
    promote.workspace = workspace
    promote.tracking = tracking
    promote.gate = gate
    promote.remote = RunOptions.none
    // Refused or not, the run ends by saying where its report is.
    defer { print("report: \(workspace.folder.report)") }
    try await promote.run()
  }
}
