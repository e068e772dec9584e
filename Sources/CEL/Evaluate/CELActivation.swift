internal import Values

/// The variables' values for one evaluation, by slot. Cheap to make: one array, sized once.
///
/// Lazily computed variables are evaluated at most once in the life of the activation, whichever program asks.
/// An activation belongs to one task.
public struct CELActivation {
  enum Binding {
    case absent
    case value(CELValue)
    case lazy(LazyVariable)
  }

  private(set) var bindings: [Binding]
  private let environment: CELEnvironment

  /// All variables of the environment, none bound yet.
  public init(_ environment: CELEnvironment) {
    self.environment = environment
    bindings = Array(repeating: .absent, count: environment.variables.count)
  }

  /// Binds a declared variable; other names are ignored.
  public subscript(name: String) -> CELValue? {
    get { environment.slot(of: name).flatMap { self[slot: $0] } }
    set { if let slot = environment.slot(of: name) { self[slot: slot] = newValue } }
  }

  /// O(1). Slots come from `CELEnvironment.slot(of:)`.
  public subscript(slot slot: Int) -> CELValue? {
    get {
      guard bindings.indices.contains(slot), case .value(let value) = bindings[slot] else { return nil }
      return value
    }
    set {
      guard bindings.indices.contains(slot) else { return }
      bindings[slot] = newValue.map { .value($0) } ?? .absent
    }
  }

  /// The value is computed when an expression first reads it. The closure gets the activation, so that a variable
  /// can use others; one that needs itself has an error as its value.
  public mutating func set(slot: Int, lazily compute: @escaping (CELActivation) -> CELOutcome) {
    guard bindings.indices.contains(slot) else { return }
    bindings[slot] = .lazy(LazyVariable(environment.variables[slot].name, compute))
  }

  public mutating func set(_ name: String, lazily compute: @escaping (CELActivation) -> CELOutcome) {
    if let slot = environment.slot(of: name) { set(slot: slot, lazily: compute) }
  }
}

/// A variable whose value waits for its first use.
final class LazyVariable {
  private enum State {
    case waiting((CELActivation) -> CELOutcome)
    case running
    case known(CELOutcome)
  }

  private let name: String
  private var state: State

  init(_ name: String, _ compute: @escaping (CELActivation) -> CELOutcome) {
    self.name = name
    state = .waiting(compute)
  }

  /// The cost of the computation is the outcome's; it is charged to whoever asks first.
  func outcome(_ activation: CELActivation) -> (outcome: CELOutcome, isFirst: Bool) {
    switch state {
    case .known(let outcome): return (outcome, false)
    case .running:
      return (
        CELOutcome(result: .failure("variable '\(name)' needs its own value"), cost: 0, blame: nil), true
      )
    case .waiting(let compute):
      state = .running
      let outcome = compute(activation)
      state = .known(outcome)
      return (outcome, true)
    }
  }
}
