import HTTPTransport
import LoopbackServer
import PipelineCore
import Synchronization
import Testing

@Suite struct RetryingClientTests {
  /// Answers in turn; the last one for ever after.
  private func server(_ answers: [LoopbackServer.Answer]) throws -> LoopbackServer {
    let turn = Mutex(0)
    return try LoopbackServer { _ in
      turn.withLock { index in
        defer { index += 1 }
        return answers[min(index, answers.count - 1)]
      }
    }
  }

  /// Body or message, the waits, and how many requests arrived.
  private func outcome(
    _ answers: [LoopbackServer.Answer], attempts: Int = 4, timeout: Double = 5
  ) async throws -> (text: String, waits: [Double], requests: Int) {
    let server = try server(answers)
    defer { server.stop() }
    let waits = Mutex<[Double]>([])
    let client = RetryingClient(
      SessionTransport(timeout: timeout), policy: RetryPolicy(attempts: attempts, first: 1, longest: 3),
      sleep: { seconds in waits.withLock { $0.append(seconds) } })
    var text: String
    do {
      let response = try await client.send(HTTPRequest("GET", server.url + "/x?key=secret"))
      text = "\(response.status) \(response.text)"
    } catch {
      text = error.description.replacingOccurrences(server.url, "SERVER")
    }
    return (text, waits.withLock { $0 }, server.requests.count)
  }

  private let fine = LoopbackServer.Answer.response(HTTPResponse(status: 200, body: Array("fine".utf8)))

  @Test func `errors, hang-ups and cut-off answers are tried again`() async throws {
    let error = LoopbackServer.Answer.response(HTTPResponse(status: 503))
    let cut = LoopbackServer.Answer.cutOff(HTTPResponse(status: 200, body: Array("fi".utf8)))
    let result = try await outcome([error, .hangUp, cut, fine])
    #expect(result.text == "200 fine")
    #expect(result.requests == 4)
    #expect((0.5...1).contains(result.waits[0]) && (1...2).contains(result.waits[1]))
    #expect((1.5...3).contains(result.waits[2]))
  }

  @Test func `a client error is an answer`() async throws {
    let result = try await outcome([.response(HTTPResponse(status: 404, body: Array("no".utf8)))])
    #expect(result.text == "404 no")
    #expect(result.requests == 1)
  }

  @Test func `the server's wait is kept, within reason`() async throws {
    let busy = LoopbackServer.Answer.response(HTTPResponse(status: 429, headers: ["Retry-After": "2"]))
    let day = LoopbackServer.Answer.response(HTTPResponse(status: 429, headers: ["Retry-After": "86400"]))
    #expect(try await outcome([busy, day, fine]).waits == [2, 3])
  }

  @Test func `a slow answer is given up and tried again`() async throws {
    let slow = LoopbackServer.Answer.slow(4, HTTPResponse(status: 200))
    let result = try await outcome([slow, fine], timeout: 1)
    #expect(result.text == "200 fine")
  }

  @Test func `after the last try the message names the address without its query`() async throws {
    let result = try await outcome([.response(HTTPResponse(status: 500))], attempts: 2)
    #expect(
      result.text == """
        GET SERVER/x: status 500, after 2 tries
          = fix: run the step again once the service answers: it continues where it stopped
        """)
  }

  @Test func `nobody listening is a service error`() async throws {
    let server = try server([fine])
    let url = server.url
    server.stop()
    let client = RetryingClient(SessionTransport(), policy: RetryPolicy(attempts: 1))
    let fault = await #expect(throws: PipelineError.self) { try await client.send(HTTPRequest("GET", url)) }
    #expect(fault?.reason == .service)
  }

  @Test func `requests keep the distance that a rate limit asks for`() async throws {
    let server = try server([fine])
    defer { server.stop() }
    let waits = Mutex<[Double]>([])
    let client = RetryingClient(
      SessionTransport(), minimumInterval: 10_000, sleep: { seconds in waits.withLock { $0.append(seconds) } }
    )
    for _ in 0..<3 { _ = try await client.send(HTTPRequest("GET", server.url)) }
    let found = waits.withLock { $0 }
    #expect(found.count == 2 && found[0] > 9_000 && found[1] > 18_000)
  }

  @Test func `a body and headers arrive as given, with any method`() async throws {
    let server = try server([fine])
    defer { server.stop() }
    for method in ["POST", "PUT", "PATCH", "DELETE"] {
      let request = HTTPRequest(
        method, server.url + "/a%20b?q=%2F",
        headers: [("X-Test", "1"), ("Content-Type", "application/json")],
        body: Array("{}".utf8))
      _ = try await SessionTransport().send(request)
    }
    #expect(server.requests.map(\.method) == ["POST", "PUT", "PATCH", "DELETE"])
    for request in server.requests {
      #expect(request.url == "/a%20b?q=%2F" && request.body == Array("{}".utf8))
      #expect(request.headers.contains { $0.name == "X-Test" && $0.value == "1" })
      #expect(request.headers.contains { $0.name == "Content-Type" && $0.value == "application/json" })
    }
  }
}

extension String {
  fileprivate func replacingOccurrences(_ text: String, _ other: String) -> String {
    split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }
}
