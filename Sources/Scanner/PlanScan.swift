internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Terraform
internal import Values

/// A plan to judge instead of the repository's source.
public struct PlanRequest: Sendable {
  /// The text that `terraform show -json` gives.
  public var path: String
  /// The folder of the root module that was planned: findings then point at its source.
  public var root: String?

  public init(path: String, root: String? = nil) {
    self.path = path
    self.root = root
  }
}

/// Judges what a plan says will be there. Nothing of the plan's text but addresses comes into the report.
struct PlanScan {
  let request: ScanRequest
  let planRequest: PlanRequest

  func run() async throws(ScanFailure) -> ScanResult {
    let repository = try Repository(planRequest.root.map { [$0] } ?? [])
    let library = LazyLibrary(userFiles: try PolicyLibrary.userFiles(of: repository))
    let profile = try Scanner.profile(request, repository, library)
    var ground = try Ground(request, repository)
    ground.isWhole = false
    var reading = Reading()
    if planRequest.root != nil { reading = await source(repository, profile) }
    let file = try planFile(repository, id: FileID(Int32(reading.files.count)))
    let read = TerraformPlan.read(file)
    guard let plan = read.plan else {
      throw ScanFailure(faults: read.problems.map { ($0.message, $0.advice) })
    }
    var terraform = TerraformReading(profile.environments)
    if planRequest.root == nil {
      terraform.add(plan.result())
    } else {
      let folder = repository.paths.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
      try join(plan, folder, reading.files, ground, profile, &terraform)
      let used = terraform.files.union(reading.files.filter { isInside($0.path, folder) }.map(\.id))
      terraform.resources += ModuleCalls.read(reading.files.filter { used.contains($0.id) })
      reading.keep { used.contains($0) }
    }
    terraform.problems += read.problems
    let names = Set(terraform.resources.map(\.location))
    reading.add(plan.quotable)
    var report = try await Scanner.judge(
      reading, ground, library: library, profile: profile, planned: terraform)
    report.hide(plan.sensitiveTexts)
    // Where no text sets the value, the mark is on a name.
    for index in report.findings.indices
    where report.findings[index].location.file == file.id
      || names.contains(report.findings[index].location)
    { report.findings[index].isSecret = false }
    let isEmpty = report.resourceCount == 0
    if isEmpty { report.notes.append("nothing to judge: the plan leaves no resource") }
    return ScanResult(
      report: report, isFailure: profile.fails(report), isEmpty: isEmpty, pathPrefix: repository.prefix,
      profile: profile)
  }

  private func isInside(_ path: String, _ folder: String) -> Bool { RelativePath.isInside(path, folder) }

  /// The Terraform files of the repository: a root's modules may be anywhere in it.
  private func source(_ repository: Repository, _ profile: Profile) async -> Reading {
    var walk = Walk(root: repository.root, profile: profile, sizeLimit: request.fileSizeLimit)
    walk.add([])
    walk.finish()
    let wanted = walk.candidates.filter { candidate in
      FileClass(name: String(RelativePath.name(of: candidate.path))) == .hcl
    }
    return await Scanner.read(wanted, threads: request.threads) { _, _ in }
  }

  private func planFile(_ repository: Repository, id: FileID) throws(ScanFailure) -> SourceFile {
    let path: FileSystem.Path
    switch FileSystem.resolved(FileSystem.path(planRequest.path)) {
    case .success(let resolved): path = resolved
    case .failure(let failure): throw ScanFailure("\(planRequest.path): \(failure.reason)")
    }
    switch FileSystem.bytes(of: path, limit: 1_000_000_000) {
    case .success(let bytes):
      return SourceFile(id: id, path: Self.relative(path, to: repository.root), bytes: bytes)
    case .failure(let failure): throw ScanFailure("\(planRequest.path): \(failure.reason)")
    }
  }

  /// `../../tmp/plan.json` for a plan outside of the repository.
  static func relative(_ path: FileSystem.Path, to root: FileSystem.Path) -> String {
    let slash = UInt8(ascii: "/")
    let (target, base) = (path.split(separator: slash), root.split(separator: slash))
    let common = zip(target, base).prefix { $0 == $1 }.count
    let parts = Array(repeating: FileSystem.path("..")[...], count: base.count - common) + target[common...]
    return String(decoding: Array(parts.joined(separator: [slash])), as: UTF8.self)
  }

  private func join(
    _ plan: TerraformPlan, _ folder: String, _ files: [SourceFile], _ ground: Ground, _ profile: Profile,
    _ terraform: inout TerraformReading
  ) throws(ScanFailure) {
    let library = ModuleLibrary(RepositoryFiles(files, others: ground.others))
    guard library.folders.contains(folder) else {
      throw ScanFailure(
        "\(planRequest.root ?? "") holds no Terraform configuration",
        advice: "give the folder in which terraform plan was run")
    }
    // The inputs that the plan was made with: those of which most values are the plan's.
    let states = library.states(readBy: [folder], modules: profile.modules)
    let results = library.inputs(of: folder, declaredIn: profile.environments)
      .compactMap { library.evaluate($0, modules: profile.modules, states: states) }
    let planned = Dictionary(plan.inputs.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    func agreement(_ result: RootResult) -> Int {
      result.root.inputs.count { input in
        guard let value = try? planned[input.name]?.converted(to: input.value.type) else { return false }
        return value.equality(with: input.value) == .equal
      }
    }
    var best: (result: RootResult, agreement: Int)?
    for result in results {
      let count = agreement(result)
      if best.map({ count > $0.agreement }) ?? true { best = (result, count) }
    }
    terraform.add(plan.result(joining: best?.result))
    // A folder of its own may hold a mistake that is none of this root's.
    let used = terraform.files.union(files.filter { isInside($0.path, folder) }.map(\.id))
    terraform.problems += library.problems.filter { used.contains($0.location.file) }
  }
}

extension Report {
  /// Takes texts out of everything that policies say.
  fileprivate mutating func hide(_ texts: Set<String>) {
    guard !texts.isEmpty else { return }
    let longestFirst = texts.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    func hidden(_ text: String) -> String {
      longestFirst.reduce(text) { text, secret in
        let parts = text.split(separator: secret, omittingEmptySubsequences: false)
        return parts.count == 1 ? text : parts.joined(separator: "(sensitive)")
      }
    }
    func hide(_ finding: inout Finding) {
      finding.message = hidden(finding.message)
      finding.fix = hidden(finding.fix)
      finding.hint = finding.hint.map(hidden)
      finding.notes = finding.notes.map(hidden)
      for index in finding.trace.indices {
        finding.trace[index].message = hidden(finding.trace[index].message)
      }
    }
    for index in findings.indices { hide(&findings[index]) }
    for index in exempted.indices { hide(&exempted[index].finding) }
    for index in undetermined.indices {
      undetermined[index].message = hidden(undetermined[index].message)
      for reason in undetermined[index].reasons.indices {
        undetermined[index].reasons[reason].phrase = hidden(undetermined[index].reasons[reason].phrase)
      }
    }
    for index in problems.indices { problems[index].message = hidden(problems[index].message) }
  }
}
