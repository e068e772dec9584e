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

  /// At the text that gives the value, or the part of it that the value is; at the resource where none does.
  ///
  /// The way of the value is shown where no other trace is given.
  public mutating func violation(
    _ message: String, at value: Value, in resource: Resource, fix: String? = nil, level: Level? = nil,
    trace: [Finding.Step] = []
  ) {
    let way = value.origin.trace?.steps.map { Finding.Step($0.note, at: $0.location) } ?? []
    violation(
      message, at: value.location ?? resource.location, resource: resource, fix: fix, level: level,
      trace: trace.isEmpty ? way : trace)
    judgement.findings[judgement.findings.count - 1].mark = Mark(value)
  }

  public mutating func undetermined(
    _ message: String, at value: Value, in resource: Resource, because reasons: [Unknown.Reason]
  ) {
    undetermined(message, at: value.location ?? resource.location, resource: resource, because: reasons)
    judgement.undetermined[judgement.undetermined.count - 1].mark = Mark(value)
  }
}

extension Mark {
  fileprivate init(_ value: Value) {
    part = value.origin.part
    text = value.origin.encoded?.value.string ?? value.string
  }
}
