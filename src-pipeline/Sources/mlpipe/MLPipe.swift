import ArgumentParser
import Foundation
import PipelineCore

struct MLPipe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mlpipe",
    abstract: "Market data to a served model: each step of the daily job, and all of them in one command.",
    discussion: """
      Exit codes: 0 done, 1 the gate refused the challenger, 2 wrong usage or configuration, 3 input that \
      could not be read whole, 4 a service failed after every retry (run the step again: it continues), \
      5 the result could not be written.
      """,
    version: CodeVersion.current,
    subcommands: [
      FetchCommand.self, TransformCommand.self, TrainCommand.self, EvaluateCommand.self, LogCommand.self,
      PromoteCommand.self,
      RunCommand.self, ServeCommand.self, ShardsCommand.self,
    ])
}

@main
enum Entry {
  static func main() async {
    do {
      var command = try MLPipe.parseAsRoot()
      if !(command is ServeCommand) { HeapPolicy.shareOneHeap() }
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as PipelineError {
      Terminal.error(error.description)
      exit(error.reason.rawValue)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      if MLPipe.exitCode(for: error) == .success {
        print(MLPipe.fullMessage(for: error))
        exit(0)
      }
      Terminal.note(MLPipe.fullMessage(for: error))
      exit(StopReason.configuration.rawValue)
    }
  }
}
