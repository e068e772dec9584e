import ArgumentParser
import Foundation
import PipelineCore
import Serving
import Tracking

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the champion over HTTP (open inference protocol v2).",
    discussion: """
      GET / is a page to look at and try, GET /metrics is Prometheus', GET /v2/health/ready answers 200 once a \
      model is loaded and verified. The alias is watched: a new version is swapped in between two requests, a bad \
      one is refused and the old one kept. SIGTERM answers what is in flight and ends.
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var tracking: TrackingOptions

  @Option(help: "Address to listen on.") var host = "127.0.0.1"
  @Option(help: "Port to listen on; 0 picks a free one.") var port = 8080
  @Option(help: "Alias of the version to serve.") var alias = "champion"
  @Option(help: "Seconds between two looks at the alias.") var pollSeconds = 15.0
  @Option(help: "Bytes of a request's body.") var maxBody = 1 << 20
  @Option(help: "Rows of one request.") var maxRows = 10_000
  @Option(help: "Requests answered at the same time.") var maxConcurrency = 256

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port must be 0 to 65535") }
    guard pollSeconds >= 0.1 else { throw ValidationError("--poll-seconds must be 0.1 or more") }
    guard maxBody > 0, maxRows > 0, maxConcurrency > 0 else { throw ValidationError("a limit is 1 or more") }
  }

  func run() async throws {
    #if Serving
      var limits = ServerLimits()
      limits.bodySize = maxBody
      limits.rows = maxRows
      limits.concurrency = maxConcurrency
      let slot = ModelSlot()
      let watch = ModelWatch(
        store: try tracking.store(workspace.folder), name: tracking.model, alias: alias, slot: slot)
      let server = ModelServer(
        name: tracking.model, watch: watch, slot: slot, limits: limits, note: Terminal.note)
      let host = host
      do {
        try await server.run(host: host, port: port, interval: pollSeconds) { port in
          Terminal.note("listening on http://\(host):\(port)")
        }
      } catch let error as PipelineError {
        throw error
      } catch {
        throw PipelineError(
          .configuration, "cannot listen: \(error)", at: "\(host):\(port)", fix: "choose another --port")
      }
    #else
      throw PipelineError(
        .configuration, "this mlpipe was built without its server",
        fix: "swift build -c release --package-path src-pipeline --traits Serving --product mlpipe")
    #endif
  }
}
