public import PipelineCore

/// How often, and after which waits, a request is tried again.
public struct RetryPolicy: Sendable {
  public var attempts = 6
  /// Seconds before the second try; doubles with each, up to `longest`.
  public var first = 0.5
  public var longest = 30.0

  public init(attempts: Int = 6, first: Double = 0.5, longest: Double = 30) {
    self.attempts = attempts
    self.first = first
    self.longest = longest
  }

  /// Between half of the doubled wait and all of it: clients that failed together do not come back together.
  func wait(after attempt: Int, random: Double) -> Double {
    var bound = first
    for _ in 1..<max(1, attempt) { bound = min(bound * 2, longest) }
    return min(bound, longest) * (0.5 + random / 2)
  }
}

/// Tries again what may succeed later: no answer, 408, 429, and every 5xx but 501.
///
/// Each request of this package may be sent twice without harm: reads, uploads that overwrite, batches that MLflow
/// counts once; the few that create something are looked up before they are sent again.
public struct RetryingClient: Sendable {
  private let transport: any HTTPTransport
  private let policy: RetryPolicy
  private let minimumInterval: Double
  private let pace: Pace
  private let sleep: @Sendable (Double) async -> Void
  private let note: @Sendable (String) -> Void

  /// - Parameters:
  ///   - minimumInterval: seconds between the starts of two requests: the service's rate limit.
  ///   - sleep: waits that many seconds; tests pass a clock of their own.
  ///   - note: told of each failure that will be tried again.
  public init(
    _ transport: any HTTPTransport, policy: RetryPolicy = RetryPolicy(), minimumInterval: Double = 0,
    sleep: @escaping @Sendable (Double) async -> Void = { try? await Task.sleep(for: .seconds($0)) },
    note: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.transport = transport
    self.policy = policy
    self.minimumInterval = minimumInterval
    self.sleep = sleep
    self.note = note
    pace = Pace()
  }

  /// The first answer that is not worth another try; a service error once there were `policy.attempts`.
  ///
  /// - Parameter prepare: makes the request anew for each try, for signatures that hold a time.
  public func send(_ prepare: () throws(PipelineError) -> HTTPRequest) async throws(PipelineError)
    -> HTTPResponse
  {
    var attempt = 1
    while true {
      await keepPace()
      let request = try prepare()
      var fault: String
      var askedWait: Double?
      do throws(TransportFailure) {
        let response = try await transport.send(request)
        guard Self.isTemporary(response.status) else { return response }
        fault = "status \(response.status)"
        askedWait = response.headers["retry-after"].flatMap(Double.init)
      } catch {
        fault = error.description
      }
      guard attempt < policy.attempts else {
        throw PipelineError(
          .service, "\(fault), after \(attempt) tries",
          at: "\(request.method) \(Self.withoutQuery(request.url))",
          fix: "run the step again once the service answers: it continues where it stopped")
      }
      let wait = askedWait.map { min(max($0, 0), policy.longest) }
      let seconds = wait ?? policy.wait(after: attempt, random: .random(in: 0..<1))
      note("\(Self.withoutQuery(request.url)): \(fault), try \(attempt + 1) of \(policy.attempts)")
      await sleep(seconds)
      attempt += 1
    }
  }

  public func send(_ request: HTTPRequest) async throws(PipelineError) -> HTTPResponse {
    try await send { () throws(PipelineError) in request }
  }

  private func keepPace() async {
    guard minimumInterval > 0 else { return }
    let wait = await pace.turn(every: minimumInterval)
    if wait > 0 { await sleep(wait) }
  }

  /// 501 is an answer: the server cannot do this, today or tomorrow.
  private static func isTemporary(_ status: Int) -> Bool {
    status == 408 || status == 429 || (status >= 500 && status != 501)
  }

  /// Queries may hold keys: they stay out of messages.
  private static func withoutQuery(_ url: String) -> String {
    String(url.prefix { $0 != "?" })
  }
}

/// Hands out start times, one interval apart.
private actor Pace {
  private var next: ContinuousClock.Instant?

  func turn(every interval: Double) -> Double {
    let now = ContinuousClock.now
    let start = max(next ?? now, now)
    next = start + .seconds(interval)
    let wait = start - now
    return Double(wait.components.seconds) + Double(wait.components.attoseconds) * 1e-18
  }
}
