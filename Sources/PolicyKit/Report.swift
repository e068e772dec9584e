public import SourceText

/// The result of a scan, in the order in which it is printed.
public struct Report: Sendable {
  /// By path, place, policy.
  public var findings: [Finding]
  /// Accepted for a reason; they do not count.
  public var exempted: [ExemptedFinding] = []
  /// A violation counts for the exit code.
  public var isFailure = false
  /// Nil where the scan was compared with nothing.
  public var comparison: Comparison?
  public var undetermined: [Undetermined]
  /// What was not understood; an error among them makes the analysis incomplete.
  public var problems: [Problem]
  /// The policies that were run, by id.
  public var policies: [PolicyCard]
  /// Every file that was looked at; a `FileID` is an index into it.
  public var files: [SourceFile]
  public var resourceCount: Int
  /// Paths that the profile leaves out, with its reason, and how many files that concerns.
  public var exclusions: [Exclusion]
  /// Said once for the whole scan: `nothing to judge below docs/`.
  public var notes: [String]
  /// How long the scan took, where somebody looked at a clock.
  public var seconds: Double?

  /// Files left out on purpose.
  public struct Exclusion: Sendable, Hashable {
    public var pattern: String
    public var reason: String
    public var fileCount: Int

    public init(pattern: String, reason: String, fileCount: Int) {
      self.pattern = pattern
      self.reason = reason
      self.fileCount = fileCount
    }
  }

  public init(
    findings: [Finding] = [], undetermined: [Undetermined] = [], problems: [Problem] = [],
    policies: [PolicyCard] = [], files: [SourceFile] = [], resourceCount: Int = 0,
    exclusions: [Exclusion] = [], notes: [String] = [], seconds: Double? = nil
  ) {
    self.findings = findings
    self.undetermined = undetermined
    self.problems = problems
    self.policies = policies
    self.files = files
    self.resourceCount = resourceCount
    self.exclusions = exclusions
    self.notes = notes
    self.seconds = seconds
  }

  /// Something that would have been judged was not read.
  public var isIncomplete: Bool { problems.contains { $0.severity == .error } }

  public func count(_ level: Level) -> Int { findings.count { $0.level == level } }

  /// Files that were not read as a whole.
  public var unreadCount: Int {
    Set(problems.filter { $0.severity == .error }.map(\.location.file)).count
  }
}
