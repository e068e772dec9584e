internal import Values

/// One operation of a plan.
typealias Step = @Sendable (inout Frame) -> CELValue

/// The state of one evaluation.
struct Frame {
  let activation: CELActivation
  /// Variables of comprehensions, by the depth at which they are bound.
  var locals: [CELValue]
  var cost: UInt64 = 0
  let costLimit: UInt64
  /// Elements and characters that were copied, and steps of searches: what the costs of cel-go leave out, because its
  /// lists share their parts and its searches are cheap.
  private(set) var work: UInt64 = 0
  private static let workLimit: UInt64 = 40_000_000
  /// Making an element of a list takes more, in memory too, than looking at one.
  private static let copyWork: UInt64 = 8
  /// Origin of the document value that was read last.
  private(set) var blame: Origin?

  init(activation: CELActivation, localCount: Int, costLimit: UInt64) {
    self.activation = activation
    self.locals = localCount == 0 ? [] : Array(repeating: .null, count: localCount)
    self.costLimit = costLimit
  }

  var isExhausted: Bool { cost > costLimit || work > Self.workLimit }

  var exhaustion: CELError {
    CELError(
      cost > costLimit
        ? "evaluation costs more than \(costLimit) units" : "evaluation makes values that are too large")
  }

  @inline(__always) mutating func charge(work steps: UInt64) { work = work &+ steps }

  mutating func charge(copies count: Int) { charge(work: UInt64(count) * Self.copyWork) }

  var remainingWork: UInt64 { work > Self.workLimit ? 0 : Self.workLimit - work }

  /// What it took to make a value that a function gave back.
  mutating func charge(making value: CELValue) {
    switch value {
    case .list(let elements): charge(copies: elements.count)
    case .map(let map): charge(copies: map.count)
    case .string(let text): charge(work: UInt64(text.utf8.count / 2))
    default: break
    }
  }

  @inline(__always) mutating func charge(_ units: UInt64) { cost = cost &+ units }

  /// Values without a place in a text leave the blame where it is.
  @inline(__always) mutating func blame(_ origin: Origin) {
    if origin.location != nil { blame = origin }
  }

  mutating func restoreBlame(_ origin: Origin?) { blame = origin }

  mutating func variable(_ slot: Int) -> CELValue {
    switch activation.bindings[slot] {
    case .value(let value): return seen(value)
    case .known(let computed): return seen(computed.outcome)
    case .lazy(let compute):
      let outcome = activation.bindings.outcome(of: slot, compute, for: activation)
      charge(outcome.cost)
      return seen(outcome)
    case .deferred(let program):
      let outcome = activation.bindings.outcome(of: slot, { program.evaluate($0) }, for: activation)
      charge(outcome.cost)
      return seen(outcome)
    case .running:
      return .failure("variable '\(activation.bindings.name(of: slot))' needs its own value")
    case .absent: return .failure("variable has no value")
    }
  }

  private mutating func seen(_ outcome: CELOutcome) -> CELValue {
    if let origin = outcome.blame { blame(origin) }
    return seen(outcome.result)
  }

  /// A document value that was read: it takes the blame, and unknown contents come out as unknown.
  @inline(__always) mutating func view(_ value: Value) -> CELValue {
    blame(value.origin)
    if case .unknown(let unknown) = value.content { return .unknown(unknown) }
    return .document(value)
  }

  /// The same for a value that is one of the language already: it is not made again.
  @inline(__always) mutating func seen(_ value: CELValue) -> CELValue {
    guard case .document(let document) = value else { return value }
    blame(document.origin)
    if case .unknown(let unknown) = document.content { return .unknown(unknown) }
    return value
  }

  /// A document value that is only computed with: a scalar comes out as itself.
  @inline(__always) mutating func scalar(_ value: Value) -> CELValue {
    blame(value.origin)
    return CELValue(resolving: value)
  }
}
