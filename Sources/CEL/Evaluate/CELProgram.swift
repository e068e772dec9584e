public import Values

/// A compiled expression. Immutable; many tasks may evaluate it at the same time.
public struct CELProgram: Sendable {
  /// The default budget of one evaluation, in cost units: about a tenth of a second's work.
  public static let defaultCostLimit: UInt64 = 10_000_000

  private let plan: Plan

  /// Apart, so that a program is one reference.
  private final class Plan: Sendable {
    let source: String
    let resultType: CELType
    let referencedVariables: [String]
    let fieldPaths: [[String]]
    let step: Step
    let localCount: Int

    init(_ source: String, _ resultType: CELType, _ step: @escaping Step, _ planner: Planner) {
      self.source = source
      self.resultType = resultType
      self.step = step
      localCount = planner.localCount
      referencedVariables = planner.referencedVariables
      fieldPaths = planner.fieldPaths
    }
  }

  init(source: String, resultType: CELType, step: @escaping Step, planner: Planner) {
    plan = Plan(source, resultType, step, planner)
  }

  public var source: String { plan.source }
  public var resultType: CELType { plan.resultType }
  /// The declared variables that the expression can read, in the order of their first mention.
  public var referencedVariables: [String] { plan.referencedVariables }
  /// The longest chains of plain selections, each with its variable first: `object.spec.replicas`.
  public var fieldPaths: [[String]] { plan.fieldPaths }

  /// Evaluates; never traps, and ends with an error when the cost passes the limit.
  public func evaluate(_ activation: CELActivation, costLimit: UInt64 = defaultCostLimit) -> CELOutcome {
    var frame = Frame(activation: activation, localCount: plan.localCount, costLimit: costLimit)
    let value = plan.step(&frame)
    if frame.isExhausted {
      return CELOutcome(result: .error(frame.exhaustion), cost: frame.cost, blame: frame.blame)
    }
    return CELOutcome(result: value, cost: frame.cost, blame: frame.blame)
  }
}

/// What an evaluation came to.
public struct CELOutcome: Sendable {
  /// A value, an error or an unknown.
  public var result: CELValue
  /// Run-time cost in the units of cel-go and the API server.
  public var cost: UInt64
  /// Origin of the document value that was read last; after a `false` it belongs to the conjunct that failed. For a
  /// missing field it is the object that lacks it.
  public var blame: Origin?

  public init(result: CELValue, cost: UInt64, blame: Origin?) {
    self.result = result
    self.cost = cost
    self.blame = blame
  }

  public var bool: Bool? { if case .bool(let flag) = result.resolved { flag } else { nil } }
  public var string: String? { if case .string(let text) = result.resolved { text } else { nil } }
  public var error: CELError? { if case .error(let error) = result { error } else { nil } }
  /// Why the value cannot be known; empty when it is known.
  public var unknownReasons: [Unknown.Reason] {
    if case .unknown(let unknown) = result { unknown.reasons } else { [] }
  }
}
