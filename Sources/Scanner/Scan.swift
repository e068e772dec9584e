public import PolicyKit
internal import ResourceModel
internal import SourceText

/// What a scan is asked to do.
public struct ScanRequest: Sendable {
  /// Files and folders of one repository; empty means the current folder.
  public var paths: [String]
  /// Instead of the `.mlguard.yaml` of the repository.
  public var profilePath: String?
  public var threads: Int
  /// A commit that the findings are compared with.
  public var base: String?
  /// A baseline instead of the repository's; a base goes before it.
  public var baselinePath: String?
  /// Only new violations count; nil: as the profile says.
  public var failsOnNewOnly: Bool?
  /// The repository's baseline is not looked at.
  public var ignoresBaseline = false
  /// Nothing is exempted.
  public var ignoresExemptions = false
  /// The day on which exemptions are judged; nil: today, UTC.
  public var date: CalendarDate?
  /// A plan is judged, and nothing else.
  public var plan: PlanRequest?
  /// Larger files are not read, which the report says.
  public var fileSizeLimit = 64_000_000

  public init(paths: [String] = [], profilePath: String? = nil, threads: Int) {
    self.paths = paths
    self.profilePath = profilePath
    self.threads = max(1, threads)
  }
}

/// A report, and what the profile makes of it.
public struct ScanResult: Sendable {
  public var report: Report
  /// A violation at or above `failOn`.
  public var isFailure: Bool
  /// Nothing below the paths could be judged.
  public var isEmpty: Bool
  /// What stands before a path of the report to make it one that the terminal can open.
  public var pathPrefix: String
  /// Judges a part of the report by the same rule.
  public var profile: Profile
}

/// Looks at whole repositories.
public enum Scanner {
  /// How far a scan has come; called from any thread.
  public typealias Progress = @Sendable (_ filesRead: Int, _ files: Int) -> Void

  /// Reads everything below the paths and holds it against the policies of the profile.
  public static func scan(
    _ request: ScanRequest, progress: @escaping Progress = { _, _ in }
  ) async throws(ScanFailure) -> ScanResult {
    if let plan = request.plan { return try await PlanScan(request: request, planRequest: plan).run() }
    let repository = try Repository(request.paths)
    let userFiles = try PolicyLibrary.userFiles(of: repository)
    // Reading all policies costs more than a small scan: it waits until something has to be judged.
    let library = LazyLibrary(userFiles: userFiles)
    if !userFiles.isEmpty { _ = try library.value() }
    var profile = try profile(request, repository, library)
    if let failsOnNewOnly = request.failsOnNewOnly { profile.failsOnNewOnly = failsOnNewOnly }
    let ground = try Ground(request, repository)
    let baseline = try Baseline(request, repository)
    var walk = Walk(root: repository.root, profile: profile, sizeLimit: request.fileSizeLimit)
    for path in repository.paths { walk.add(path) }
    walk.finish()
    // One thread reads the policies while the others read files.
    let early = request.threads > 1 && !walk.candidates.isEmpty ? library.reading() : nil
    let reading = await read(walk.candidates, threads: request.threads, progress)
    if let early { try library.take(await early.value) }
    if ground.isWhole { try profile.checkPlaces(reading.files) }
    var report = try await judge(reading, ground, library: library, profile: profile)
    if let base = request.base {
      let scan = BaseScan(
        request: request, repository: repository, profile: profile, library: library, reference: base)
      try await scan.compare(&report)
    } else {
      baseline?.compare(&report, isWhole: ground.isWhole)
    }
    report.exclusions = zip(profile.exclusions, walk.excludedCounts).map { exclusion, count in
      Report.Exclusion(pattern: exclusion.pattern.text, reason: exclusion.reason, fileCount: count)
    }
    report.isFailure = profile.fails(report)
    let isEmpty = report.resourceCount == 0
    if isEmpty {
      report.notes.append(
        "nothing to judge: \(walk.fileCount) files, none of which holds a Kubernetes object, a workflow, "
          + "a Dockerfile or Terraform")
    }
    return ScanResult(
      report: report, isFailure: report.isFailure, isEmpty: isEmpty, pathPrefix: repository.prefix,
      profile: profile)
  }

  /// Scans the repository around the request's first path as a whole.
  public static func scanWhole(_ request: ScanRequest) async throws(ScanFailure) -> ScanResult {
    var request = request
    request.paths = [String(decoding: try Repository(request.paths).root, as: UTF8.self)]
    return try await scan(request)
  }

  /// The default profile, then the one that is asked for, or else the repository's.
  static func profile(
    _ request: ScanRequest, _ repository: Repository, _ library: LazyLibrary
  ) throws(ScanFailure) -> Profile {
    var files = PolicyLibrary.defaultProfileFiles
    let path = FileSystem.join(repository.root, FileSystem.path(".mlguard.yaml"))
    if let path = request.profilePath {
      files.append(try PolicyLibrary.read(file: FileSystem.path(path), as: path))
    } else if case .success = FileSystem.kind(of: path, followsLinks: true) {
      files.append(try PolicyLibrary.read(file: path, as: repository.prefix + ".mlguard.yaml"))
    }
    let (profile, faults) = try ProfileReader.read(files) { () throws(ScanFailure) in
      try library.value().policies.map(\.card)
    }
    guard faults.isEmpty else { throw ScanFailure(faults) }
    return profile
  }

  /// The files' bytes and what they say.
  static func read(
    _ candidates: [Walk.Candidate], threads: Int, _ progress: @escaping Progress
  ) async -> Reading {
    // The largest first: a large one at the end would keep one thread busy, and the others waiting.
    let order = candidates.indices.sorted { candidates[$0].size > candidates[$1].size }
    let parts = await parallelMap(count: order.count, chunk: 4, threads: threads) { range in
      let parts = order[range].map { index in
        var part = Reading()
        part.read(candidates[index], id: FileID(Int32(index)))
        return (index: index, part: part)
      }
      progress(range.upperBound, candidates.count)
      return parts
    }
    return Reading(joining: parts.flatMap { $0 }.sorted { $0.index < $1.index }.map(\.part))
  }

  static func judge(
    _ reading: Reading, _ ground: Ground, library: LazyLibrary, profile: Profile,
    planned: TerraformReading? = nil
  ) async throws(ScanFailure) -> Report {
    var memory = JudgementMemory()
    return try await judge(
      reading, ground, library: library, profile: profile, planned: planned, remembering: &memory)
  }

  /// - Parameter memory: what was said of files that are the same since; what is said now, afterwards.
  static func judge(
    _ reading: Reading, _ ground: Ground, library: LazyLibrary, profile: Profile,
    planned: TerraformReading? = nil, remembering memory: inout JudgementMemory
  ) async throws(ScanFailure) -> Report {
    let threads = ground.threads
    var facts = reading.facts
    facts.labelling = EnvironmentLabelling(profile.environments)
    if let planned {
      facts.add(planned)
    } else if reading.terraformCount > 0 {
      facts.add(
        await TerraformReading.evaluate(
          reading.files, others: ground.others, profile: profile, threads: threads))
    }
    guard !facts.resources.isEmpty || !facts.recognisedTokens.isEmpty else {
      var report = Report(
        problems: reading.problems + facts.problems, files: reading.files)
      report.settle()
      return report
    }
    let library = try library.value()
    var faults: [ConfigurationFault] = []
    let plan = await plan(library, profile, facts, threads: threads, faults: &faults)
    guard faults.isEmpty else { throw ScanFailure(faults) }
    let run = PolicyRun(plan, facts: facts, files: reading.files)
    var judgement = await memory.judge(run, facts, threads: threads)
    for call in plan.analyses { judgement.append(AnalysisRun.judge(call, facts)) }
    var exemptions = Exemptions(reading, facts, ground, library.policies, profile)
    judgement = run.settled(judgement, exempting: &exemptions.book)
    var report = Report(
      findings: judgement.findings, undetermined: judgement.undetermined,
      problems: reading.problems + facts.problems + judgement.problems, policies: plan.cards,
      files: reading.files,
      resourceCount: facts.resources.count)
    report.exempted = judgement.exempted
    exemptions.audit(&report, library.policies)
    report.settle()
    return report
  }
}

extension Scanner {
  /// The policies that match something, compiled: on several threads, because a small scan takes no longer than that.
  private static func plan(
    _ library: PolicyLibrary, _ profile: Profile, _ facts: Facts, threads: Int,
    faults: inout [ConfigurationFault]
  ) async -> PolicyPlan {
    let environments = PolicyPlan.Environments()
    let kinds = PolicyPlan.Kinds(facts)
    let files = Dictionary(library.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let policies = library.policies
    let parts = await parallelMap(count: policies.count, chunk: 8, threads: threads) { range in
      policies[range].compactMap {
        PolicyPlan.Part($0, profile: profile, for: kinds, files: files, in: environments)
      }
    }
    return PolicyPlan(parts.flatMap { $0 }, in: environments, faults: &faults)
  }
}

/// The policies of a scan, read when they are first asked for.
final class LazyLibrary {
  private let userFiles: [SourceFile]
  private var library: PolicyLibrary?

  init(userFiles: [SourceFile]) {
    self.userFiles = userFiles
  }

  /// One that was read before.
  init(_ library: PolicyLibrary) {
    userFiles = []
    self.library = library
  }

  func value() throws(ScanFailure) -> PolicyLibrary {
    if let library { return library }
    try take(Self.read(userFiles))
    return try value()
  }

  /// Begins to read them on another thread; nil when they are there. The result is for `take`.
  func reading() -> Task<Result<PolicyLibrary, ScanFailure>, Never>? {
    guard library == nil else { return nil }
    let files = userFiles
    return Task { () -> Result<PolicyLibrary, ScanFailure> in LazyLibrary.read(files) }
  }

  func take(_ result: Result<PolicyLibrary, ScanFailure>) throws(ScanFailure) {
    library = try result.get()
  }

  private static func read(_ userFiles: [SourceFile]) -> Result<PolicyLibrary, ScanFailure> {
    Result { () throws(ScanFailure) in
      try PolicyLibrary(
        shippedFiles: PolicyLibrary.shippedFiles(withExamples: false), userFiles: userFiles,
        readsExamples: false)
    }
  }
}
