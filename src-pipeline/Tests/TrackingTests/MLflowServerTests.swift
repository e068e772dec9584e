import Foundation
import HTTPTransport
import PipelineCore
import Synchronization
import Testing

@testable import Tracking

@Suite struct MLflowServerTests {
  private let run = RunReference(experimentID: "7", runID: "r")

  /// Answers every request alike and keeps them.
  private final class Script: HTTPTransport {
    private let answers: Mutex<[HTTPResponse]>
    private let seen = Mutex<[HTTPRequest]>([])

    init(_ answers: [HTTPResponse]) { self.answers = Mutex(answers) }

    var requests: [HTTPRequest] { seen.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
      seen.withLock { $0.append(request) }
      return answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
    }
  }

  private func server(_ script: Script, headers: [(name: String, value: String)] = []) -> MLflowServer {
    MLflowServer(
      url: "http://mlflow:5000/", client: RetryingClient(script, sleep: { _ in }), headers: headers)
  }

  private func answer(_ status: Int, _ json: String) -> HTTPResponse {
    HTTPResponse(status: status, body: Array(json.utf8))
  }

  @Test func `large batches are split, NaN and infinity are words`() async throws {
    let script = Script([answer(200, "{}")])
    let metrics =
      [MetricValue("nan", .nan, timestamp: 1), MetricValue("inf", -.infinity, timestamp: 1)]
      + (0..<2100).map { MetricValue("m", Double($0), timestamp: 1, step: Int64($0)) }
    let parameters = Dictionary(uniqueKeysWithValues: (0..<150).map { ("p\($0)", "v") })
    try await server(script).log(
      metrics: metrics, parameters: parameters, tags: ["t": "v"], run: run, modelID: "m-1")
    var counts: [[Int]] = []
    for request in script.requests where request.method == "POST" {
      let body = try #require(try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any])
      counts.append(["metrics", "params", "tags"].map { (body[$0] as? [Any])?.count ?? -1 })
      #expect(request.url == "http://mlflow:5000/api/2.0/mlflow/runs/log-batch")
    }
    #expect(counts == [[899, 100, 1], [950, 50, 0], [253, 0, 0], [3, -1, -1]])
    let text = String(decoding: script.requests[0].body, as: UTF8.self)
    #expect(text.contains(#""value":"NaN""#) && text.contains(#""value":"-Infinity""#))
  }

  @Test func `a model's metrics whose answer was lost are not sent again`() async throws {
    let script = Script([
      answer(200, "{}"), answer(200, #"{"model":{"data":{"metrics":[]}}}"#),
      answer(400, #"{"error_code":"BAD_REQUEST","message":"UNIQUE constraint failed"}"#),
      answer(200, #"{"model":{"data":{"metrics":[{"key":"m","value":1}]}}}"#),
    ])
    let metrics = [MetricValue("m", 1, timestamp: 1)]
    for _ in 0..<2 {
      try await server(script).log(metrics: metrics, parameters: [:], tags: [:], run: run, modelID: "m-1")
    }
    let sent = script.requests.map { "\($0.method) \($0.url.split(separator: "/").last ?? "")" }
    #expect(
      sent == [
        "POST log-batch", "GET m-1", "POST log-batch", "GET m-1",
        "POST log-batch", "GET m-1",
      ])
  }

  @Test func `an alias that nobody has is none, whatever the status`() async throws {
    let script = Script([
      answer(
        400,
        #"{"error_code":"INVALID_PARAMETER_VALUE","message":"Registered model alias champion not found."}"#)
    ])
    #expect(try await server(script).version(name: "m", alias: "champion") == nil)
  }

  @Test func `an experiment made by another step in between is used`() async throws {
    let script = Script([
      answer(404, #"{"error_code":"RESOURCE_DOES_NOT_EXIST","message":""}"#),
      answer(400, #"{"error_code":"RESOURCE_ALREADY_EXISTS","message":"taken"}"#),
      answer(200, #"{"experiment":{"experiment_id":"12"}}"#),
    ])
    #expect(try await server(script).experimentID("e") == "12")
  }

  @Test func `a refusal says what the server said and what to set`() async throws {
    let script = Script([answer(401, "not allowed")])
    let fault = await #expect(throws: PipelineError.self) { try await server(script).experimentID("e") }
    #expect(
      fault?.description == """
        GET http://mlflow:5000 experiments/get-by-name: refused with status 401: not allowed
          = fix: set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD
        """)
  }

  @Test func `a page that is not MLflow's is a service error`() async throws {
    let script = Script([answer(200, "<html>")])
    let fault = await #expect(throws: PipelineError.self) { try await server(script).experimentID("e") }
    #expect(fault?.message == "the answer is not JSON: is this an MLflow server?")
  }

  @Test func `authentication and workspace come from MLflow's variables`() {
    let basic = TrackingEnvironment.headers([
      "MLFLOW_TRACKING_USERNAME": "u", "MLFLOW_TRACKING_PASSWORD": "p", "MLFLOW_WORKSPACE": "quant",
    ])
    #expect(
      basic.map { "\($0.name): \($0.value)" } == ["Authorization: Basic dTpw", "X-MLFLOW-WORKSPACE: quant"])
    let token = TrackingEnvironment.headers(["MLFLOW_TRACKING_TOKEN": "t", "MLFLOW_TRACKING_USERNAME": "u"])
    #expect(token.map(\.value) == ["Bearer t"])
  }

  @Test func `the address decides between server and folder`() throws {
    let client = RetryingClient(Script([answer(200, "{}")]))
    func location(_ uri: String?) throws -> String {
      try TrackingEnvironment.store(
        uri.map { ["MLFLOW_TRACKING_URI": $0] } ?? [:], folder: "/w/mlruns", client: client
      )
      .location
    }
    #expect(try location(nil) == "/w/mlruns")
    #expect(try location("https://mlflow.example/") == "https://mlflow.example")
    #expect(try location("file:///tmp/x") == "/tmp/x")
    let fault = #expect(throws: PipelineError.self) { try location("postgresql://db") }
    #expect(fault?.reason == .configuration)
  }
}
