#if Serving
  internal import Tracking

  internal import Foundation
  internal import Hummingbird
  internal import Logging
  internal import PipelineCore
  internal import XGBoost

  /// What one server will take on.
  public struct ServerLimits: Sendable {
    /// Bytes of a request's body.
    public var bodySize = 1 << 20
    /// Rows of one request.
    public var rows = 10_000
    /// Requests answered at the same time; more get 503 at once, which a balancer sends elsewhere.
    public var concurrency = 256

    public init() {}
  }

  /// The HTTP server for one registered model.
  public struct ModelServer: Sendable {
    let name: String
    let watch: ModelWatch
    let slot: ModelSlot
    let limits: ServerLimits
    let metrics = ServerMetrics()
    let note: @Sendable (String) -> Void

    public init(
      name: String, watch: ModelWatch, slot: ModelSlot, limits: ServerLimits,
      note: @escaping @Sendable (String) -> Void
    ) {
      self.name = name
      self.watch = watch
      self.slot = slot
      self.limits = limits
      self.note = note
    }

    /// Serves until SIGTERM or SIGINT, then answers what is in flight and returns. Ready once a model is loaded; the
    /// alias is looked at every `interval` seconds.
    public func run(
      host: String, port: Int, interval: Double, onStart: @escaping @Sendable (Int) -> Void
    ) async throws {
      var logger = Logger(label: "mlserve")
      logger.logLevel = .error
      let application = Application(
        router: router(),
        configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: "mlserve"),
        onServerRunning: { channel in onStart(channel.localAddress?.port ?? port) }, logger: logger)
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await application.runService() }
        group.addTask { await watchAlias(every: interval) }
        try await group.next()
        group.cancelAll()
      }
    }

    private func watchAlias(every interval: Double) async {
      var lastFailure: String?
      while !Task.isCancelled {
        do throws(PipelineError) {
          if try await watch.refresh(), let model = slot.current {
            note("serving \(name) version \(model.version.version) sha256 \(model.sha256)")
          }
          lastFailure = nil
        } catch {
          if lastFailure != error.description { note("model not loaded: \(error)") }
          lastFailure = error.description
        }
        try? await Task.sleep(for: .seconds(interval))
      }
    }

    func router() -> Router<BasicRequestContext> {
      let router = Router()
      router.get("/") { _, _ in
        reply(200, Array(StatusPage.html(slot, modelName: name).utf8), "text/html; charset=utf-8")
      }
      router.get("/metrics") { _, _ in
        reply(
          200, Array(metrics.text(slot, modelName: name).utf8), "text/plain; version=0.0.4; charset=utf-8")
      }
      router.get("/v2") { _, _ in
        reply(
          200, Array("{\"name\":\"mlserve\",\"version\":\"\(CodeVersion.current)\",\"extensions\":[]}".utf8))
      }
      router.get("/v2/health/live") { _, _ in reply(200, Array("{\"live\":true}".utf8)) }
      router.get("/v2/health/ready") { _, _ in readiness() }
      router.get("/v2/models/:model") { _, context in metadata(context) }
      router.get("/v2/models/:model/ready") { _, context in modelReadiness(context) }
      router.get("/v2/models/:model/versions/:version") { _, context in metadata(context) }
      router.get("/v2/models/:model/versions/:version/ready") { _, context in modelReadiness(context) }
      router.post("/v2/models/:model/infer") { request, context in await infer(request, context) }
      router.post("/v2/models/:model/versions/:version/infer") { request, context in
        await infer(request, context)
      }
      return router
    }

    private func readiness() -> Response {
      slot.current == nil
        ? reply(503, Array("{\"ready\":false}".utf8)) : reply(200, Array("{\"ready\":true}".utf8))
    }

    private func modelReadiness(_ context: BasicRequestContext) -> Response {
      switch lookup(context) {
      case .found: reply(200, Array("{\"ready\":true}".utf8))
      case .refused(let response): response
      }
    }

    private func metadata(_ context: BasicRequestContext) -> Response {
      switch lookup(context) {
      case .found(let model):
        reply(
          200,
          InferenceProtocol.metadata(model: name, version: model.version.version, features: model.features))
      case .refused(let response): response
      }
    }

    private enum Lookup {
      case found(VerifiedModel)
      case refused(Response)
    }

    private func lookup(_ context: BasicRequestContext) -> Lookup {
      guard context.parameters.get("model") == name else {
        return .refused(reply(404, InferenceProtocol.error("there is no such model here, only '\(name)'")))
      }
      guard let model = slot.current else {
        return .refused(reply(503, InferenceProtocol.error("no model is loaded yet")))
      }
      if let version = context.parameters.get("version"), version != model.version.version {
        let text = "version \(version) is not served, version \(model.version.version) is"
        return .refused(reply(404, InferenceProtocol.error(text)))
      }
      return .found(model)
    }

    private func infer(_ request: Request, _ context: BasicRequestContext) async -> Response {
      guard metrics.begin(limit: limits.concurrency) else {
        metrics.count(code: 503, seconds: 0)
        var response = reply(503, InferenceProtocol.error("too many requests at the same time"))
        response.headers[.retryAfter] = "1"
        return response
      }
      defer { metrics.end() }
      let start = ContinuousClock.now
      let response = await answer(request, context)
      let elapsed = (ContinuousClock.now - start).components
      let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
      metrics.count(code: Int(response.status.code), seconds: seconds)
      return response
    }

    private func answer(_ request: Request, _ context: BasicRequestContext) async -> Response {
      let model: VerifiedModel
      switch lookup(context) {
      case .found(let found): model = found
      case .refused(let response): return response
      }
      if request.headers[.contentEncoding] != nil {
        return reply(415, InferenceProtocol.error("a compressed body is not read: send plain JSON"))
      }
      let body: [UInt8]
      do {
        body = try await Array(buffer: request.body.collect(upTo: limits.bodySize))
      } catch {
        return reply(413, InferenceProtocol.error("the body is larger than \(limits.bodySize) bytes"))
      }
      do throws(InferenceProtocol.Refusal) {
        let question = try InferenceProtocol.question(body, features: model.features, rowLimit: limits.rows)
        let probabilities = model.ensemble.probabilities(question.values)
        metrics.observe(question.values, width: model.features.count)
        return reply(
          200,
          InferenceProtocol.answer(probabilities, to: question, model: name, version: model.version.version))
      } catch {
        return reply(400, InferenceProtocol.error(error.message))
      }
    }

    private func reply(_ status: Int, _ body: [UInt8], _ type: String = "application/json") -> Response {
      Response(
        status: .init(code: status), headers: [.contentType: type],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
  }
#endif
