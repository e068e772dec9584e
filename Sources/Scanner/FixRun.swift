public import Fixes
public import PolicyKit
internal import SourceText

/// Finds the edits that remove findings, and proves each: the text after it is read and judged again in memory, where
/// the finding has to be gone and nothing new may have come.
public struct FixRun: Sendable {
  /// An edit that was proved.
  public struct Success: Sendable {
    public var finding: Finding
    public var title: String
    public var narrowsAccess: Bool
    public var path: String
    /// Of the finding, in the text as it is on the disk; from 1.
    public var line: Int
  }

  /// A finding that an edit could remove in general, but not this one.
  public struct Refusal: Sendable {
    public var finding: Finding
    public var reason: String
    public var path: String
    public var line: Int
  }

  /// A file before and after the edits.
  public struct ChangedFile: Sendable {
    public var path: String
    public var before: [UInt8]
    public var after: [UInt8]
  }

  /// Which findings are worked on.
  public struct Selection: Sendable {
    /// Ids; nil for all.
    public var policies: Set<String>?
    /// Edits that take access away are proposed too.
    public var narrowsAccess: Bool

    public init(policies: Set<String>? = nil, narrowsAccess: Bool = false) {
      self.policies = policies
      self.narrowsAccess = narrowsAccess
    }
  }

  public private(set) var successes: [Success] = []
  public private(set) var refusals: [Refusal] = []
  /// The repository after the edits.
  public private(set) var workspace: Workspace
  private let original: [SourceFile]
  private let locks: LockFiles
  private let selection: Selection
  private var refused: Set<ReportEntry> = []
  /// Where the findings stood before the first edit and were not told of yet; of equal ones in order.
  private var lines: [ReportEntry: [Int]] = [:]

  /// Works until no edit is left to try. The cost is that of a scan for each round: edits that are not in each other's
  /// way are tried together, and apart only where something goes wrong.
  public init(
    _ workspace: Workspace, locks: LockFiles, selection: Selection
  ) async throws(ScanFailure) {
    self.workspace = workspace
    self.locks = locks
    self.selection = selection
    original = workspace.files
    for finding in workspace.report.findings {
      let bytes = workspace.files[Int(finding.location.file.raw)].bytes
      let line = LineIndex(bytes).line(of: Int(finding.location.range.start))
      lines[ReportEntry(finding, in: workspace.report), default: []].append(line)
    }
    var limit = Int.max
    while true {
      let attempts = attempts(limit)
      guard !attempts.isEmpty else { break }
      let next = try await edited(attempts)
      guard
        let objection = Self.objection(
          to: next.report, after: attempts.map(\.finding), of: self.workspace.report)
      else {
        for attempt in attempts { add(attempt) }
        self.workspace = next
        limit = .max
        continue
      }
      if attempts.count == 1 {
        refuse(attempts[0].finding, objection)
        limit = .max
      } else {
        limit = attempts.count / 2
      }
    }
  }

  /// The files that the edits change, by path.
  public var changedFiles: [ChangedFile] {
    zip(original, workspace.files).filter { $0.bytes != $1.bytes }.map {
      ChangedFile(path: $0.path, before: $0.bytes, after: $1.bytes)
    }
  }

  private struct Attempt {
    var finding: Finding
    var fix: Fix
  }

  /// The next edits that are not in each other's way.
  private mutating func attempts(_ limit: Int) -> [Attempt] {
    let context = FixContext(files: workspace.files, locks: locks, parameters: workspace.parameters)
    var attempts: [Attempt] = []
    var edits: [TextEdit] = []
    let findings = workspace.report.findings
    let first = findings.filter { FixProposal.first.contains($0.policy) }
    for finding in first + findings.filter({ !FixProposal.first.contains($0.policy) }) {
      guard attempts.count < limit else { break }
      if let policies = selection.policies, !policies.contains(finding.policy) { continue }
      if refused.contains(ReportEntry(finding, in: workspace.report)) { continue }
      switch FixProposal.proposal(for: finding, in: context) {
      case .none: continue
      case .refusal(let reason): refuse(finding, reason)
      case .fix(let fix):
        if fix.narrowsAccess, !selection.narrowsAccess {
          refuse(finding, "it would take access away: --narrow-access lets it")
          continue
        }
        guard !fix.edits.contains(where: { edit in edits.contains { $0.collides(with: edit) } }) else {
          continue
        }
        edits += fix.edits
        attempts.append(Attempt(finding: finding, fix: fix))
      }
    }
    return attempts
  }

  private func edited(_ attempts: [Attempt]) async throws(ScanFailure) -> Workspace {
    let edits = Dictionary(grouping: attempts.flatMap(\.fix.edits), by: \.file)
    var texts: [FileID: [UInt8]] = [:]
    for (file, edits) in edits {
      texts[file] = TextEdit.apply(edits, to: workspace.files[Int(file.raw)].bytes)
    }
    return try await workspace.replacing(texts)
  }

  /// Why the edits cannot stay; nil when every finding is gone and nothing new has come.
  static func objection(to after: Report, after findings: [Finding], of before: Report) -> String? {
    let old = ReportEntry.counts(of: before)
    let new = ReportEntry.counts(of: after)
    if let surplus = new.filter({ $0.value > old[$0.key, default: 0] }).keys.min(by: ReportEntry.precedes) {
      return "the edit would bring: \(surplus.description)"
    }
    for finding in findings {
      let entry = ReportEntry(finding, in: before)
      if new[entry, default: 0] >= old[entry, default: 0] { return "the edit would not remove it" }
    }
    return nil
  }

  private mutating func add(_ attempt: Attempt) {
    let place = place(of: attempt.finding)
    successes.append(
      Success(
        finding: attempt.finding, title: attempt.fix.title, narrowsAccess: attempt.fix.narrowsAccess,
        path: place.path, line: place.line))
  }

  private mutating func refuse(_ finding: Finding, _ reason: String) {
    let place = place(of: finding)
    refused.insert(ReportEntry(finding, in: workspace.report))
    refusals.append(Refusal(finding: finding, reason: reason, path: place.path, line: place.line))
  }

  private mutating func place(of finding: Finding) -> (path: String, line: Int) {
    let entry = ReportEntry(finding, in: workspace.report)
    var left = lines[entry] ?? []
    let line = left.isEmpty ? 1 : left.removeFirst()
    lines[entry] = left
    return (entry.path, line)
  }
}

/// Something that a report says, without the place in the file: the same before and after an edit above it.
private struct ReportEntry: Hashable, CustomStringConvertible {
  var path: String
  var policy: String
  var resource: String
  var message: String

  init(_ finding: Finding, in report: Report) {
    path = Self.path(finding.location, report)
    policy = finding.policy
    resource = finding.resource
    message = finding.message
  }

  private init(path: String, policy: String, resource: String, message: String) {
    self.path = path
    self.policy = policy
    self.resource = resource
    self.message = message
  }

  static func counts(of report: Report) -> [ReportEntry: Int] {
    var counts: [ReportEntry: Int] = [:]
    for finding in report.findings { counts[ReportEntry(finding, in: report), default: 0] += 1 }
    for open in report.undetermined {
      let entry = ReportEntry(
        path: path(open.location, report), policy: open.policy + " undetermined", resource: open.resource,
        message: open.message)
      counts[entry, default: 0] += 1
    }
    for problem in report.problems {
      let entry = ReportEntry(
        path: path(problem.location, report), policy: "not read", resource: "", message: problem.message)
      counts[entry, default: 0] += 1
    }
    return counts
  }

  var description: String { "\(policy) \(message) (\(path))" }

  static func precedes(_ left: ReportEntry, _ right: ReportEntry) -> Bool {
    (left.path, left.policy, left.message, left.resource) < (
      right.path, right.policy, right.message, right.resource
    )
  }

  private static func path(_ location: Location, _ report: Report) -> String {
    let file = Int(location.file.raw)
    return report.files.indices.contains(file) ? report.files[file].path : ""
  }
}
