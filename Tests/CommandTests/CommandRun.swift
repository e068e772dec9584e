internal import Foundation

/// A repository of its own for one test, and the built binary over it.
final class CommandRun {
  struct Outcome: Equatable {
    var code: Int32
    var output: String
    var errors: String
  }

  /// The folder that the command is run in.
  let folder: URL

  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "mlguard-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // Marks the root, so that nothing above the temporary folder is taken for the repository.
    try FileManager.default.createDirectory(
      at: folder.appending(path: ".git"), withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  func write(_ data: Data, to path: String) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func text(of path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  static let binary: URL = {
    let beside = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "mlguard")
    if let beside, FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: ".build/debug/mlguard")
  }()

  func callAsFunction(_ arguments: String...) throws -> Outcome { try run(arguments) }

  func run(_ arguments: [String]) throws -> Outcome { try Self.run(arguments, in: folder) }

  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String]? = nil
  ) throws -> Outcome {
    let process = Process()
    if let environment { process.environment = environment }
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Files instead of pipes: no output is too large.
    let name = FileManager.default.temporaryDirectory.appending(path: "mlguard-\(UUID().uuidString)").path
    let output = URL(filePath: name + ".out")
    let errors = URL(filePath: name + ".err")
    for url in [output, errors] { try Data().write(to: url) }
    defer { for url in [output, errors] { try? FileManager.default.removeItem(at: url) } }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}

/// Manifests that several tests use.
enum Manifest {
  static let clean = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web}
    spec:
      serviceAccountName: web
      automountServiceAccountToken: false
      containers:
        - name: web
          image: web:1.4@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
          resources:
            requests: {cpu: 100m, memory: 128Mi, ephemeral-storage: 1Gi}
            limits: {cpu: 100m, memory: 128Mi, ephemeral-storage: 1Gi}

    """
  static let mutable = clean.replacing(
    "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", with: "")
}
