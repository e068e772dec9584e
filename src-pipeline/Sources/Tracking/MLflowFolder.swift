internal import Foundation
public import PipelineCore

/// A folder in the layout of MLflow's file store, for work without a server.
///
/// MLflow 3.17.2 keeps that store in maintenance: it shows the folder when `MLFLOW_ALLOW_FILE_STORE=true` is set, and
/// `mlflow migrate-filestore --source FOLDER --target sqlite:///mlflow.db` imports it. Both are tested. The layout was
/// read off folders that MLflow 3.17.2 itself wrote.
public struct MLflowFolder: TrackingStore {
  public let location: String
  private let now: @Sendable () -> Int64
  private let newID: @Sendable () -> String

  /// - Parameter path: made when it is not there.
  public init(path: String) {
    self.init(
      path: path, now: { Int64(Date().timeIntervalSince1970 * 1000) },
      newID: { UUID().uuidString.filter { $0 != "-" }.lowercased() })
  }

  /// - Parameters:
  ///   - now: milliseconds since 1970.
  ///   - newID: 32 hexadecimal digits.
  init(path: String, now: @escaping @Sendable () -> Int64, newID: @escaping @Sendable () -> String) {
    location = URL(fileURLWithPath: path).path
    self.now = now
    self.newID = newID
  }

  public func experimentID(_ name: String) throws(PipelineError) -> String {
    try makeExperiment("0", name: "Default")
    for folder in LocalFile.names(in: location) where folder.allSatisfy(\.isNumber) {
      if try meta("\(location)/\(folder)")["name"] == name { return folder }
    }
    // MLflow's own ids are 18 digits too.
    let id = String(UInt64(newID().prefix(14), radix: 16).map { 100_000_000_000_000_000 + $0 } ?? 1)
    try makeExperiment(id, name: name)
    return id
  }

  public func createRun(
    experimentID: String, name: String, startTime: Int64, tags: [String: String]
  ) throws(PipelineError) -> String {
    let run = RunReference(experimentID: experimentID, runID: newID())
    try writeRun(run, name: name, startTime: startTime, status: 1, endTime: nil)
    try log(
      metrics: [], parameters: [:], tags: tags.merging(["mlflow.runName": name]) { $1 }, run: run,
      modelID: nil)
    return run.runID
  }

  public func runID(experimentID: String, tag: String, value: String) throws(PipelineError) -> String? {
    for folder in LocalFile.names(in: "\(location)/\(experimentID)") {
      let path = "\(location)/\(experimentID)/\(folder)/tags/\(tag)"
      if LocalFile.exists(path), try text(path) == value { return folder }
    }
    return nil
  }

  public func logInput(_ dataset: DatasetInput, run: RunReference) throws(PipelineError) {
    let id = String(ContentHash(of: Array("\(dataset.name)/\(dataset.digest)".utf8)).hex.prefix(32))
    try writeMeta(
      "\(location)/\(run.experimentID)/datasets/\(id)",
      [
        "digest": dataset.digest, "name": dataset.name, "profile": dataset.profile, "schema": dataset.schema,
        "source": dataset.source, "source_type": "local",
      ])
    let inputID = String(ContentHash(of: Array("\(id)/\(run.runID)".utf8)).hex.prefix(32))
    try writeMeta(
      "\(folder(run))/inputs/\(inputID)",
      [
        "destination_id": run.runID, "destination_type": "RUN", "source_id": id, "source_type": "DATASET",
      ], extra: "tags:\n  mlflow.data.context: \"train\"\n")
  }

  public func createModel(
    name: String, run: RunReference, parameters: [String: String], tags: [String: String]
  ) throws(PipelineError) -> String {
    let id = "m-" + newID()
    try writeModel(id, name: name, run: run, status: 1, created: now())
    for (key, value) in parameters { try write(value, "\(folder(id, run))/params/\(key)") }
    for (key, value) in tags { try write(value, "\(folder(id, run))/tags/\(key)") }
    return id
  }

  /// Entries that are there already (same time, step and value) are not added again.
  public func log(
    metrics: [MetricValue], parameters: [String: String], tags: [String: String], run: RunReference,
    modelID: String?
  ) throws(PipelineError) {
    for (key, value) in parameters { try write(value, "\(folder(run))/params/\(key)") }
    for (key, value) in tags { try write(value, "\(folder(run))/tags/\(key)") }
    for (key, values) in Dictionary(grouping: metrics, by: \.key) {
      try append(values.map { "\($0.timestamp) \($0.value) \($0.step)" }, "\(folder(run))/metrics/\(key)")
      if let modelID {
        let lines = values.map { "\($0.timestamp) \($0.value) \($0.step) \(run.runID)" }
        try append(lines, "\(folder(modelID, run))/metrics/\(key)")
      }
    }
  }

  public func linkModel(_ modelID: String, run: RunReference) throws(PipelineError) {
    try writeMeta(
      "\(folder(run))/outputs/\(modelID)",
      [
        "destination_id": modelID, "destination_type": "MODEL_OUTPUT", "source_id": run.runID,
        "source_type": "RUN_OUTPUT",
      ], extra: "step: 0\ntags: {}\n")
  }

  public func putArtifact(_ bytes: [UInt8], path: String, run: RunReference) throws(PipelineError) {
    try LocalFile.write(bytes, to: "\(folder(run))/artifacts/\(path)")
  }

  public func putModelFile(
    _ bytes: [UInt8], path: String, modelID: String, run: RunReference
  ) throws(PipelineError) {
    try LocalFile.write(bytes, to: "\(folder(modelID, run))/artifacts/\(path)")
  }

  public func markReady(modelID: String, run: RunReference) throws(PipelineError) {
    let known = try meta(folder(modelID, run))
    try writeModel(
      modelID, name: known["name"] ?? "model", run: run, status: 2,
      created: known["creation_timestamp"].flatMap { Int64($0) } ?? now())
  }

  public func finish(_ run: RunReference, status: RunStatus, endTime: Int64) throws(PipelineError) {
    let known = try meta(folder(run))
    try writeRun(
      run, name: known["run_name"] ?? "", startTime: known["start_time"].flatMap { Int64($0) } ?? endTime,
      status: status == .finished ? 3 : 4, endTime: endTime)
  }

  public func ensureRegisteredModel(_ name: String, description: String) throws(PipelineError) {
    guard !LocalFile.exists("\(registry(name))/meta.yaml") else { return }
    try writeRegistered(name, description: description, created: now())
  }

  public func createVersion(
    name: String, modelID: String, run: RunReference, tags: [String: String]
  ) throws(PipelineError) -> String {
    let version = (versions(name).max() ?? 0) + 1
    let folder = "\(registry(name))/version-\(version)"
    for (key, value) in tags { try write(value, "\(folder)/tags/\(key)") }
    let time = String(now())
    try writeMeta(
      folder,
      [
        "current_stage": "None", "model_id": modelID, "name": name, "run_id": run.runID,
        "source": "models:/\(modelID)", "status": "READY",
        "storage_location": "file://\(self.folder(modelID, run))/artifacts",
      ],
      extra: "creation_timestamp: \(time)\nlast_updated_timestamp: \(time)\nversion: \(version)\n"
        + "description: null\nrun_link: null\nstatus_message: null\nuser_id: null\n")
    return String(version)
  }

  public func version(name: String, runID: String) throws(PipelineError) -> ModelVersion? {
    for number in versions(name) {
      if let found = try version(name: name, version: String(number)), found.runID == runID { return found }
    }
    return nil
  }

  public func version(name: String, version: String) throws(PipelineError) -> ModelVersion? {
    let folder = "\(registry(name))/version-\(version)"
    guard LocalFile.exists("\(folder)/meta.yaml") else { return nil }
    let known = try meta(folder)
    var tags: [String: String] = [:]
    for key in LocalFile.names(in: "\(folder)/tags") { tags[key] = try text("\(folder)/tags/\(key)") }
    return ModelVersion(
      name: name, version: version, runID: known["run_id"] ?? "", modelID: known["model_id"] ?? "", tags: tags
    )
  }

  public func version(name: String, alias: String) throws(PipelineError) -> ModelVersion? {
    let path = "\(registry(name))/aliases/\(alias)"
    return LocalFile.exists(path) ? try version(name: name, version: text(path)) : nil
  }

  public func setAlias(_ alias: String, name: String, version: String) throws(PipelineError) {
    try write(version, "\(registry(name))/aliases/\(alias)")
    let known = try meta(registry(name))
    try writeRegistered(
      name, description: known["description"] ?? "",
      created: known["creation_timestamp"].flatMap { Int64($0) } ?? now())
  }

  public func setTag(_ key: String, _ value: String, name: String, version: String) throws(PipelineError) {
    try write(value, "\(registry(name))/version-\(version)/tags/\(key)")
  }

  public func modelFile(_ path: String, of version: ModelVersion) throws(PipelineError) -> [UInt8] {
    let known = try meta("\(registry(version.name))/version-\(version.version)")
    guard let storage = known["storage_location"], storage.hasPrefix("file://") else {
      throw PipelineError(.input, "version \(version.version) has no local files", at: registry(version.name))
    }
    return try LocalFile.read("\(storage.dropFirst(7))/\(path)")
  }
}

extension MLflowFolder {
  private func folder(_ run: RunReference) -> String { "\(location)/\(run.experimentID)/\(run.runID)" }

  private func folder(_ modelID: String, _ run: RunReference) -> String {
    "\(location)/\(run.experimentID)/models/\(modelID)"
  }

  private func registry(_ name: String) -> String { "\(location)/models/\(name)" }

  private func versions(_ name: String) -> [Int] {
    LocalFile.names(in: registry(name)).compactMap { $0.hasPrefix("version-") ? Int($0.dropFirst(8)) : nil }
      .sorted()
  }

  private func makeExperiment(_ id: String, name: String) throws(PipelineError) {
    guard !LocalFile.exists("\(location)/\(id)/meta.yaml") else { return }
    let time = now()
    try writeMeta(
      "\(location)/\(id)",
      [
        "artifact_location": "file://\(location)/\(id)", "experiment_id": id, "lifecycle_stage": "active",
        "name": name,
      ], extra: "creation_time: \(time)\nlast_update_time: \(time)\n")
  }

  private func writeRun(
    _ run: RunReference, name: String, startTime: Int64, status: Int, endTime: Int64?
  ) throws(PipelineError) {
    try writeMeta(
      folder(run),
      [
        "artifact_uri": "file://\(folder(run))/artifacts", "entry_point_name": "",
        "experiment_id": run.experimentID, "lifecycle_stage": "active", "run_id": run.runID, "run_name": name,
        "source_name": "", "source_version": "", "user_id": "mlpipe",
      ],
      extra: "end_time: \(endTime.map(String.init) ?? "null")\nsource_type: 4\nstart_time: \(startTime)\n"
        + "status: \(status)\ntags: []\n")
    for part in ["metrics", "params", "artifacts", "tags"] {
      try LocalFile.makeFolder("\(folder(run))/\(part)")
    }
  }

  private func writeModel(
    _ id: String, name: String, run: RunReference, status: Int, created: Int64
  ) throws(PipelineError) {
    try writeMeta(
      folder(id, run),
      [
        "artifact_location": "file://\(folder(id, run))/artifacts", "experiment_id": run.experimentID,
        "model_id": id, "model_type": "", "name": name, "source_run_id": run.runID,
      ],
      extra: "creation_timestamp: \(created)\nlast_updated_timestamp: \(now())\nstatus: \(status)\n"
        + "status_message: null\n")
  }

  private func writeRegistered(_ name: String, description: String, created: Int64) throws(PipelineError) {
    var aliases = ""
    for alias in LocalFile.names(in: "\(registry(name))/aliases") {
      aliases += "\n  \(alias): \(Self.quoted(try text("\(registry(name))/aliases/\(alias)")))"
    }
    try writeMeta(
      registry(name), ["name": name, "description": description],
      extra: "creation_timestamp: \(created)\nlast_updated_timestamp: \(now())\n"
        + "aliases:\(aliases.isEmpty ? " {}" : aliases)\n")
  }

  /// A `meta.yaml`: one `key: "value"` a line; JSON strings are YAML strings.
  private func writeMeta(
    _ folder: String, _ fields: [String: String], extra: String = ""
  ) throws(PipelineError) {
    let lines = fields.sorted { $0.key < $1.key }.map { "\($0.key): \(Self.quoted($0.value))\n" }
    try LocalFile.write(Array((lines.joined() + extra).utf8), to: "\(folder)/meta.yaml")
  }

  /// What `writeMeta` wrote, or MLflow itself in the same place.
  private func meta(_ folder: String) throws(PipelineError) -> [String: String] {
    var fields: [String: String] = [:]
    for line in try text("\(folder)/meta.yaml").split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":"), !line.hasPrefix(" ") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      fields[String(line[..<colon])] = Self.unquoted(String(value))
    }
    return fields
  }

  private func write(_ value: String, _ path: String) throws(PipelineError) {
    try LocalFile.write(Array(value.utf8), to: path)
  }

  private func text(_ path: String) throws(PipelineError) -> String {
    String(decoding: try LocalFile.read(path), as: UTF8.self)
  }

  private func append(_ lines: [String], _ path: String) throws(PipelineError) {
    let known = LocalFile.exists(path) ? try text(path).split(separator: "\n").map(String.init) : []
    let new = lines.filter { !known.contains($0) }
    try write((known + new).map { $0 + "\n" }.joined(), path)
  }

  private static func quoted(_ value: String) -> String {
    let bytes = (try? JSONText.encode(value, isPretty: false)) ?? []
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unquoted(_ value: String) -> String {
    if value.hasPrefix("\""), let text = try? JSONText.decode(String.self, from: Array(value.utf8), name: "")
    {
      return text
    }
    return value.hasPrefix("'") && value.hasSuffix("'") ? String(value.dropFirst().dropLast()) : value
  }
}
