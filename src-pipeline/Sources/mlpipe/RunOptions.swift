import ArgumentParser
import Foundation
import HTTPTransport
import ObjectStorage
import PipelineCore

/// Steps in different pods share a run's files through two buckets.
struct RunOptions: ParsableArguments {
  @Option(
    help:
      "Name of the workflow's run: its files are carried through the buckets that MLPIPE_BUCKET_RAW and MLPIPE_BUCKET_FEATURES name."
  )
  var run: String?

  /// For steps that follow each other in one process.
  static var none: RunOptions {
    var options = RunOptions()
    options.run = nil
    return options
  }

  func validate() throws {
    guard let run else { return }
    guard !run.isEmpty, run.allSatisfy({ $0.isLetter || $0.isNumber || "-._".contains($0) }),
      !run.hasPrefix(".")
    else {
      throw ValidationError("--run '\(run)': use letters, digits, '-', '_' and '.'")
    }
  }

  /// nil without `--run`: everything is in the workspace.
  func storage(_ workspace: Workspace) throws -> RunStorage? {
    guard let run else { return nil }
    let environment = ProcessInfo.processInfo.environment
    func bucket(_ variable: String) throws -> String {
      guard let name = environment[variable], !name.isEmpty else {
        throw PipelineError(
          .configuration, "is not set", at: variable, fix: "set it to a bucket's name, or leave --run out")
      }
      return name
    }
    let client = RetryingClient(SessionTransport(timeout: 60), note: Terminal.note)
    return RunStorage(
      store: ObjectStore(environment: environment, client: client), workspace: workspace, run: run,
      rawBucket: try bucket("MLPIPE_BUCKET_RAW"), featuresBucket: try bucket("MLPIPE_BUCKET_FEATURES"))
  }
}
