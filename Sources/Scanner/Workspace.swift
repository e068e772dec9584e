public import PolicyKit
internal import ResourceModel
public import SourceText
internal import Values

/// A repository that is kept in memory between scans: a file is read again only when it changed.
public struct Workspace: Sendable {
  let repository: Repository
  let profile: Profile
  let library: PolicyLibrary
  let request: ScanRequest
  let walk: Walk
  /// One for each candidate of the walk, with the state of the file when it was read.
  var readings: [Reading]
  var stamps: [FileSystem.Stamp?]
  /// Texts that stand before those of the disk: what an editor shows and has not saved.
  var overlays: [FileID: [UInt8]] = [:]
  /// The state of the profile, the policies and the exemptions.
  let configuration: [FileSystem.Stamp?]
  private var memory = JudgementMemory()
  /// Files that kustomizations patch others with.
  private var patches: Set<String> = []
  /// The same report as that of a scan of what is in memory, in the same order.
  public private(set) var report: Report

  /// Reads and judges everything below the request's paths.
  public init(_ request: ScanRequest) async throws(ScanFailure) {
    repository = try Repository(request.paths)
    self.request = request
    configuration = Self.configuration(of: repository)
    library = try PolicyLibrary.of(repository, readsExamples: false)
    profile = try Scanner.profile(request, repository, LazyLibrary(library))
    var walk = Walk(root: repository.root, profile: profile, sizeLimit: request.fileSizeLimit)
    for path in repository.paths { walk.add(path) }
    walk.finish()
    let candidates = walk.candidates
    self.walk = walk
    stamps = candidates.map { FileSystem.stamp(of: $0.systemPath) }
    readings = await parallelMap(count: candidates.count, chunk: 16, threads: request.threads) { range in
      range.map { index in
        var reading = Reading()
        reading.read(candidates[index], id: FileID(Int32(index)))
        return reading
      }
    }.flatMap { $0 }
    report = Report()
    try await judge()
  }

  /// Every file that was read; a `FileID` is an index into it.
  public var files: [SourceFile] { report.files }

  /// What stands before a path of the report to make it one that the terminal can open.
  public var pathPrefix: String { repository.prefix }

  /// Parameters of policies, as the profile sets them.
  var parameters: [String: [String: Value]] {
    profile.settings.mapValues(\.parameters)
  }

  /// The workspace with other bytes in some files, judged; nothing is written to the disk.
  public func replacing(_ texts: [FileID: [UInt8]]) async throws(ScanFailure) -> Workspace {
    var copy = self
    for (file, bytes) in texts where copy.readings.indices.contains(Int(file.raw)) {
      let path = walk.candidates[Int(file.raw)].path
      copy.replace(file, with: Reading([SourceFile(id: file, path: path, bytes: bytes)]))
    }
    try await copy.judge()
    return copy
  }

  /// Puts another reading of a file in the place of the one that is there.
  mutating func replace(_ file: FileID, with reading: Reading) {
    let index = Int(file.raw)
    memory.change(file, from: readings[index], to: reading, patches: patches)
    readings[index] = reading
  }

  mutating func judge() async throws(ScanFailure) {
    let reading = Reading(joining: readings)
    patches = reading.patches
    report = try await Scanner.judge(
      reading, Ground(request, repository), library: LazyLibrary(library), profile: profile,
      remembering: &memory)
  }
}
