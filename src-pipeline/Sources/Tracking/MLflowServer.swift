internal import Foundation
public import HTTPTransport
public import PipelineCore

/// MLflow's REST API and artifact proxy. Made against MLflow 3.17.2.
public struct MLflowServer: TrackingStore {
  public let location: String
  private let client: RetryingClient
  private let headers: [(name: String, value: String)]

  /// Limits of one `log-batch` request, from MLflow's REST reference.
  private static let metricsPerBatch = 1000
  private static let parametersPerBatch = 100

  /// - Parameter headers: authentication and workspace; see `Authentication`.
  public init(url: String, client: RetryingClient, headers: [(name: String, value: String)] = []) {
    location = url.hasSuffix("/") ? String(url.dropLast()) : url
    self.client = client
    self.headers = headers
  }

  public func experimentID(_ name: String) async throws(PipelineError) -> String {
    if let id = try await existingExperiment(name) { return id }
    do throws(PipelineError) {
      let made = try await call("POST", "experiments/create", ["name": name])
      return try made.text("experiment_id")
    } catch {
      // Another step of the same job may have made it in between.
      if let id = try await existingExperiment(name) { return id }
      throw error
    }
  }

  private func existingExperiment(_ name: String) async throws(PipelineError) -> String? {
    let found = try await call(
      "GET", "experiments/get-by-name", query: [("experiment_name", name)],
      absent: ["RESOURCE_DOES_NOT_EXIST"])
    return try found?["experiment"].text("experiment_id")
  }

  public func createRun(
    experimentID: String, name: String, startTime: Int64, tags: [String: String]
  ) async throws(PipelineError) -> String {
    let answer = try await call(
      "POST", "runs/create",
      ["experiment_id": experimentID, "run_name": name, "start_time": startTime, "tags": Self.pairs(tags)])
    return try answer["run"]["info"].text("run_id")
  }

  public func runID(
    experimentID: String, tag: String, value: String
  ) async throws(PipelineError) -> String? {
    let filter = "tags.`\(tag)` = '\(value)'"
    let answer = try await call(
      "POST", "runs/search", ["experiment_ids": [experimentID], "filter": filter, "max_results": 1])
    return try answer["runs"].first?["info"].text("run_id")
  }

  public func logInput(_ dataset: DatasetInput, run: RunReference) async throws(PipelineError) {
    let fields = [
      "name": dataset.name, "digest": dataset.digest, "source_type": "local", "source": dataset.source,
      "schema": dataset.schema, "profile": dataset.profile,
    ]
    let entry: [String: Any] = ["dataset": fields, "tags": Self.pairs(["mlflow.data.context": "train"])]
    _ = try await call("POST", "runs/log-inputs", ["run_id": run.runID, "datasets": [entry]])
  }

  public func createModel(
    name: String, run: RunReference, parameters: [String: String], tags: [String: String]
  ) async throws(PipelineError) -> String {
    let answer = try await call(
      "POST", "logged-models",
      [
        "experiment_id": run.experimentID, "name": name, "model_type": "", "source_run_id": run.runID,
        "params": Self.pairs(parameters), "tags": Self.pairs(tags),
      ])
    return try answer["model"]["info"].text("model_id")
  }

  public func log(
    metrics: [MetricValue], parameters: [String: String], tags: [String: String], run: RunReference,
    modelID: String?
  ) async throws(PipelineError) {
    let all = metrics
    var metrics = metrics[...]
    var parameters = Self.pairs(parameters)[...]
    var tags = Self.pairs(tags)[...]
    while !metrics.isEmpty || !parameters.isEmpty || !tags.isEmpty {
      let nextParameters = parameters.prefix(Self.parametersPerBatch)
      let nextTags = tags.prefix(Self.parametersPerBatch)
      let nextMetrics = metrics.prefix(Self.metricsPerBatch - nextParameters.count - nextTags.count)
      let body: [String: Any] = [
        "run_id": run.runID, "metrics": nextMetrics.map { Self.metric($0, nil) },
        "params": Array(nextParameters), "tags": Array(nextTags),
      ]
      _ = try await call("POST", "runs/log-batch", body)
      metrics = metrics.dropFirst(nextMetrics.count)
      parameters = parameters.dropFirst(nextParameters.count)
      tags = tags.dropFirst(nextTags.count)
    }
    if let modelID { try await tie(all, to: modelID, run: run) }
  }

  /// The last value of each metric, once more with the model's id. MLflow 3.17.2 counts a repeated metric of a run once,
  /// but refuses a repeated metric of a model (the table's key), so what is there is looked up first, and after a
  /// failure: its answer may have been lost.
  private func tie(_ metrics: [MetricValue], to modelID: String, run: RunReference)
    async throws(PipelineError)
  {
    var last: [String: MetricValue] = [:]
    for metric in metrics { last[metric.key] = metric }
    let values = last.values.sorted { $0.key < $1.key }.prefix(Self.metricsPerBatch)
    guard !values.isEmpty, try await !hasMetrics(modelID) else { return }
    do throws(PipelineError) {
      _ = try await call(
        "POST", "runs/log-batch", ["run_id": run.runID, "metrics": values.map { Self.metric($0, modelID) }])
    } catch {
      guard try await hasMetrics(modelID) else { throw error }
    }
  }

  private func hasMetrics(_ modelID: String) async throws(PipelineError) -> Bool {
    let answer = try await call("GET", "logged-models/\(modelID)")
    return answer.map { !$0["model"]["data"]["metrics"].elements.isEmpty } ?? false
  }

  /// A second link of the same pair breaks a key of MLflow's table too: looked up before, and after a failure.
  public func linkModel(_ modelID: String, run: RunReference) async throws(PipelineError) {
    guard try await !isLinked(modelID, run) else { return }
    do throws(PipelineError) {
      _ = try await call(
        "POST", "runs/outputs", ["run_id": run.runID, "models": [["model_id": modelID, "step": 0]]])
    } catch {
      guard try await isLinked(modelID, run) else { throw error }
    }
  }

  private func isLinked(_ modelID: String, _ run: RunReference) async throws(PipelineError) -> Bool {
    let answer = try await call("GET", "runs/get", query: [("run_id", run.runID)])
    let outputs = answer?["run"]["outputs"]["model_outputs"].elements ?? []
    return outputs.contains { $0.optionalText("model_id") == modelID }
  }

  public func putArtifact(_ bytes: [UInt8], path: String, run: RunReference) async throws(PipelineError) {
    try await put(bytes, "\(run.experimentID)/\(run.runID)/artifacts/\(path)")
  }

  public func putModelFile(
    _ bytes: [UInt8], path: String, modelID: String, run: RunReference
  ) async throws(PipelineError) {
    try await put(bytes, "\(run.experimentID)/models/\(modelID)/artifacts/\(path)")
  }

  public func markReady(modelID: String, run: RunReference) async throws(PipelineError) {
    _ = try await call(
      "PATCH", "logged-models/\(modelID)", ["model_id": modelID, "status": "LOGGED_MODEL_READY"])
  }

  public func finish(
    _ run: RunReference, status: RunStatus, endTime: Int64
  ) async throws(PipelineError) {
    _ = try await call(
      "POST", "runs/update", ["run_id": run.runID, "status": status.rawValue, "end_time": endTime])
  }

  public func ensureRegisteredModel(_ name: String, description: String) async throws(PipelineError) {
    let known = try await call(
      "GET", "registered-models/get", query: [("name", name)], absent: ["RESOURCE_DOES_NOT_EXIST"])
    guard known == nil else { return }
    _ = try await call(
      "POST", "registered-models/create", body: ["name": name, "description": description],
      absent: ["RESOURCE_ALREADY_EXISTS"])
  }

  public func createVersion(
    name: String, modelID: String, run: RunReference, tags: [String: String]
  ) async throws(PipelineError) -> String {
    let answer = try await call(
      "POST", "model-versions/create",
      [
        "name": name, "source": "models:/\(modelID)", "run_id": run.runID, "model_id": modelID,
        "tags": Self.pairs(tags),
      ])
    return try answer["model_version"].text("version")
  }

  public func version(name: String, runID: String) async throws(PipelineError) -> ModelVersion? {
    let filter = "name = '\(name)' and run_id = '\(runID)'"
    let answer = try await call(
      "GET", "model-versions/search", query: [("filter", filter), ("max_results", "1")])
    guard let first = answer?["model_versions"].first else { return nil }
    return try Self.modelVersion(first)
  }

  public func version(name: String, version: String) async throws(PipelineError) -> ModelVersion? {
    let answer = try await call(
      "GET", "model-versions/get", query: [("name", name), ("version", version)],
      absent: ["RESOURCE_DOES_NOT_EXIST"])
    guard let answer else { return nil }
    return try Self.modelVersion(answer["model_version"])
  }

  public func version(name: String, alias: String) async throws(PipelineError) -> ModelVersion? {
    let answer = try await call(
      "GET", "registered-models/alias", query: [("name", name), ("alias", alias)],
      absent: ["RESOURCE_DOES_NOT_EXIST", "INVALID_PARAMETER_VALUE"])
    guard let answer else { return nil }
    return try Self.modelVersion(answer["model_version"])
  }

  public func setAlias(_ alias: String, name: String, version: String) async throws(PipelineError) {
    _ = try await call("POST", "registered-models/alias", ["name": name, "alias": alias, "version": version])
  }

  public func setTag(
    _ key: String, _ value: String, name: String, version: String
  ) async throws(PipelineError) {
    _ = try await call(
      "POST", "model-versions/set-tag", ["name": name, "version": version, "key": key, "value": value])
  }

  public func modelFile(_ path: String, of version: ModelVersion) async throws(PipelineError) -> [UInt8] {
    let answer = try await call(
      "GET", "model-versions/get-download-uri",
      query: [("name", version.name), ("version", version.version)])
    let scheme = "mlflow-artifacts:/"
    guard let uri = try answer?.text("artifact_uri"), uri.hasPrefix(scheme) else {
      throw PipelineError(
        .configuration, "the model does not lie behind the artifact proxy",
        at: "\(location) \(version.name) version \(version.version)",
        fix: "start the server with --serve-artifacts")
    }
    let folder = uri.dropFirst(scheme.count).drop { $0 == "/" }
    let response = try await client.send(
      HTTPRequest("GET", artifactURL("\(folder)/\(path)"), headers: headers))
    guard response.isSuccess else { throw refusal("GET", "\(folder)/\(path)", response) }
    return response.body
  }

  private func put(_ bytes: [UInt8], _ path: String) async throws(PipelineError) {
    let request = HTTPRequest(
      "PUT", artifactURL(path), headers: headers + [("Content-Type", "application/octet-stream")], body: bytes
    )
    let response = try await client.send(request)
    guard response.isSuccess else { throw refusal("PUT", path, response) }
  }

  private func artifactURL(_ path: String) -> String {
    "\(location)/api/2.0/mlflow-artifacts/artifacts/\(PercentEncoding.path(path))"
  }
}

extension MLflowServer {
  private func call(
    _ method: String, _ path: String, _ body: [String: Any]
  ) async throws(PipelineError) -> JSONValue {
    try await call(method, path, body: body, absent: []) ?? JSONValue([:], name: path)
  }

  /// - Parameter absent: error codes that mean "there is none": the result is nil.
  private func call(
    _ method: String, _ path: String, query: [(String, String)] = [], body: [String: Any]? = nil,
    absent: [String] = []
  ) async throws(PipelineError) -> JSONValue? {
    var url = "\(location)/api/2.0/mlflow/\(path)"
    if !query.isEmpty { url += "?" + PercentEncoding.query(query) }
    var request = HTTPRequest(method, url, headers: headers)
    if let body {
      request.headers.append(("Content-Type", "application/json"))
      guard let bytes = try? JSONSerialization.data(withJSONObject: body, options: [.sortedKeys]) else {
        throw PipelineError(.output, "a value has no JSON form", at: path)
      }
      request.body = Array(bytes)
    }
    let response = try await client.send(request)
    if response.isSuccess {
      guard let value = JSONValue(response.body, name: url) else {
        throw PipelineError(.service, "the answer is not JSON: is this an MLflow server?", at: url)
      }
      return value
    }
    if let code = JSONValue(response.body, name: url)?.code, absent.contains(code) { return nil }
    throw refusal(method, path, response)
  }

  private func refusal(_ method: String, _ path: String, _ response: HTTPResponse) -> PipelineError {
    let error = JSONValue(response.body, name: path)
    let detail = error?.message ?? String(response.text.prefix(200))
    let fix: String? =
      switch response.status {
      case 401: "set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD"
      case 403: "start the server with --allowed-hosts naming this host, or ask for the permission"
      default: nil
      }
    return PipelineError(
      .service, "refused with status \(response.status): \(detail)", at: "\(method) \(location) \(path)",
      fix: fix)
  }

  private static func pairs(_ values: [String: String]) -> [[String: String]] {
    values.sorted { $0.key < $1.key }.map { ["key": $0.key, "value": $0.value] }
  }

  private static func metric(_ metric: MetricValue, _ modelID: String?) -> [String: Any] {
    var fields: [String: Any] = ["key": metric.key, "timestamp": metric.timestamp, "step": metric.step]
    if metric.value.isFinite {
      fields["value"] = metric.value
    } else {
      fields["value"] = metric.value.isNaN ? "NaN" : metric.value > 0 ? "Infinity" : "-Infinity"
    }
    if let modelID { fields["model_id"] = modelID }
    return fields
  }

  private static func modelVersion(_ value: JSONValue) throws(PipelineError) -> ModelVersion {
    var tags: [String: String] = [:]
    for tag in value["tags"].elements { tags[try tag.text("key")] = tag.optionalText("value") ?? "" }
    // The SQL stores of 3.17.2 leave the model's id out and keep it in the source, models:/m-….
    let source = value.optionalText("source").map { String($0.split(separator: "/").last ?? "") }
    return ModelVersion(
      name: try value.text("name"), version: try value.text("version"),
      runID: value.optionalText("run_id") ?? "", modelID: value.optionalText("model_id") ?? source ?? "",
      tags: tags)
  }
}
