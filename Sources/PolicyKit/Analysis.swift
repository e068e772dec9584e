public import ResourceModel
public import SourceText
public import Values

/// What CEL cannot say: a policy that is decided by Swift over all facts at once.
public protocol Analysis: Sendable {
  /// The policy file says `analysis: NAME`.
  static var name: String { get }
  init()
  func run(_ facts: Facts, _ report: inout AnalysisReport)
}

/// One policy file that names an analysis.
public struct AnalysisCall: Sendable {
  public let policy: Policy
  public let analysis: String
  /// Of the profile, or the defaults.
  public let parameters: [String: Value]
}

/// Takes what an analysis finds; the policy's card supplies the rest.
public struct AnalysisReport: Sendable {
  private let policy: Policy
  public let parameters: [String: Value]
  public private(set) var judgement = Judgement()

  public init(_ call: AnalysisCall) {
    policy = call.policy
    parameters = call.parameters
  }

  public mutating func violation(
    _ message: String, at location: Location, resource: Resource? = nil, hint: String? = nil,
    fix: String? = nil, level: Level? = nil, trace: [Finding.Step] = []
  ) {
    let card = policy.card
    judgement.findings.append(
      Finding(
        policy: card.id, name: card.name, family: card.family, level: level ?? card.level, message: message,
        hint: hint ?? card.hint, fix: fix ?? card.fix, notes: resource?.remarks ?? [], location: location,
        resource: resource?.address ?? "", environments: resource?.environments ?? [], trace: trace,
        isSecret: policy.isSecret))
  }

  public mutating func undetermined(
    _ message: String, at location: Location, resource: Resource? = nil, because reasons: [Unknown.Reason]
  ) {
    let card = policy.card
    judgement.undetermined.append(
      Undetermined(
        policy: card.id, name: card.name, family: card.family, level: card.level, message: message,
        reasons: reasons.map { .init($0.phrase, at: $0.location) }, location: location,
        resource: resource?.address ?? "", environments: resource?.environments ?? []))
  }
}
