import ArgumentParser
import Foundation
import HTTPTransport
import ObjectStorage
import PipelineCore
import Reporting
import Tracking
import Training

struct TrackingOptions: ParsableArguments {
  @Option(help: "MLflow experiment.")
  var experiment = "market-direction"

  @Option(help: "Registered model.")
  var model = "market-direction"

  @Option(help: "Tries of a request to MLflow, with growing waits between them.")
  var attempts = 6

  @Option(help: "Seconds before an unanswered request is given up.")
  var timeout = 30.0

  func validate() throws {
    for (option, name) in [("--experiment", experiment), ("--model", model)] {
      let isPlain = !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
      guard isPlain, !name.hasPrefix(".") else {
        throw ValidationError("\(option) '\(name)': use letters, digits, '-', '_' and '.'")
      }
    }
    guard (1...20).contains(attempts) else { throw ValidationError("--attempts must be 1 to 20") }
    guard timeout >= 1 else { throw ValidationError("--timeout must be 1 or more") }
  }

  var names: RegisteredName { RegisteredName(experiment: experiment, model: model) }

  func store(_ workspace: Workspace) throws -> any TrackingStore {
    let client = RetryingClient(
      SessionTransport(timeout: timeout), policy: RetryPolicy(attempts: attempts), note: Terminal.note)
    return try TrackingEnvironment.store(
      ProcessInfo.processInfo.environment, folder: workspace.trackingStore, client: client)
  }
}

struct LogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Write the run, the model and the report to MLflow, and register a version.",
    discussion: """
      MLFLOW_TRACKING_URI names the server; MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and \
      MLFLOW_TRACKING_PASSWORD, authenticate; MLFLOW_WORKSPACE selects a workspace. Without an address the run \
      goes to WORKSPACE/mlruns, which 'mlflow migrate-filestore' imports.
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var tracking: TrackingOptions
  @OptionGroup var remote: RunOptions

  func run() async throws {
    let folder = workspace.folder
    let storage = try remote.storage(folder)
    try await storage?.pullModel()
    let record = try TrainedModel.record(folder)
    try LocalFile.write(Array(ReportPage.html(record).utf8), to: folder.report)
    let store = try tracking.store(folder)
    let step = LogStep(
      workspace: folder, store: store, names: tracking.names, artifacts: ReportPage.artifacts(record),
      imageDigest: ProcessInfo.processInfo.environment["MLPIPE_IMAGE_DIGEST"])
    let logged: LogRecord
    do {
      logged = try await step.run()
    } catch {
      // What was reached goes with the run, so that a retry in another pod continues it.
      try? await storage?.pushModel()
      throw error
    }
    try await storage?.pushModel()
    print(
      "logged to \(store.location): run \(logged.runID ?? "?"), \(tracking.model) version \(logged.version ?? "?")"
    )
  }
}
