public import SourceText

/// What a part of the run came to; parts are joined in the order of the resources.
public struct Judgement: Sendable {
  public var findings: [Finding] = []
  public var exempted: [ExemptedFinding] = []
  public var undetermined: [Undetermined] = []
  /// Policies that could not be evaluated on an object: the analysis is incomplete.
  public var problems: [Problem] = []
  /// How many subjects the policies had to judge, all together.
  public var subjectCount = 0

  public init() {}

  public mutating func append(_ other: Judgement) {
    findings += other.findings
    exempted += other.exempted
    undetermined += other.undetermined
    problems += other.problems
    subjectCount += other.subjectCount
  }
}
