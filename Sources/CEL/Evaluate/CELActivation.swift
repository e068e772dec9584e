internal import Values

/// The variables' values for one evaluation, by slot.
///
/// Activations stack: one over another shares the values below it, so that what many evaluations have in common is
/// bound once. Lazily computed variables are evaluated at most once in the life of the activation that binds them,
/// whichever program asks. An activation belongs to one task.
public struct CELActivation {
  private(set) var bindings: Bindings

  /// All variables of the environment, none bound yet.
  public init(_ environment: CELEnvironment) {
    bindings = Bindings(environment, below: nil)
  }

  /// The variables that the environment has beyond those of the lower activation: the first ones bound to the values, in
  /// the order of their declaration, the others not yet. The environment has to be the lower one's with further
  /// variables declared.
  public init(_ environment: CELEnvironment, over lower: CELActivation?, binding values: [CELValue]) {
    bindings = Bindings(environment, below: lower?.bindings, values)
  }

  /// Binds a declared variable; other names are ignored.
  public subscript(name: String) -> CELValue? {
    get { bindings.slot(of: name).flatMap { self[slot: $0] } }
    set { if let slot = bindings.slot(of: name) { self[slot: slot] = newValue } }
  }

  /// O(1). Slots come from `CELEnvironment.slot(of:)`; one of the lower activation is ignored when it is set.
  public subscript(slot slot: Int) -> CELValue? {
    get { if case .value(let value) = bindings[slot] { value } else { nil } }
    set { set(slot, newValue.map { .value($0) } ?? .absent) }
  }

  /// The value is computed when an expression first reads it. The closure gets the activation, so that a variable
  /// can use others; one that needs itself has an error as its value.
  public mutating func set(slot: Int, lazily compute: @escaping (CELActivation) -> CELOutcome) {
    set(slot, .lazy(compute))
  }

  public mutating func set(_ name: String, lazily compute: @escaping (CELActivation) -> CELOutcome) {
    if let slot = bindings.slot(of: name) { set(slot: slot, lazily: compute) }
  }

  /// The same for a variable that an expression defines.
  public mutating func set(slot: Int, lazily program: CELProgram) { set(slot, .deferred(program)) }

  private mutating func set(_ slot: Int, _ binding: Binding) {
    guard bindings.holds(slot) else { return }
    if !isKnownUniquelyReferenced(&bindings) { bindings = Bindings(copying: bindings) }
    bindings[slot] = binding
  }
}

extension CELActivation {
  enum Binding {
    case absent
    case value(CELValue)
    case lazy((CELActivation) -> CELOutcome)
    case deferred(CELProgram)
    case running
    case known(Computed)
  }

  /// A lazy variable's outcome: apart, because few bindings are one.
  final class Computed {
    let outcome: CELOutcome

    init(_ outcome: CELOutcome) { self.outcome = outcome }
  }

  /// Where the values are kept. Only the outcomes of lazy variables are written in place.
  final class Bindings {
    private let variables: [CELEnvironment.Variable]
    private let index: [String: Int]
    let lower: Bindings?
    /// The first slot that is held here.
    let start: Int
    private var values: [Binding]

    init(_ environment: CELEnvironment, below lower: Bindings?, _ first: [CELValue] = []) {
      variables = environment.variables
      index = environment.variableIndex
      self.lower = lower
      start = lower?.end ?? 0
      let count = max(0, variables.count - start)
      var values: [Binding] = []
      values.reserveCapacity(count)
      for value in first.prefix(count) { values.append(.value(value)) }
      while values.count < count { values.append(.absent) }
      self.values = values
    }

    init(copying other: Bindings) {
      variables = other.variables
      index = other.index
      lower = other.lower
      start = other.start
      values = other.values
    }

    var end: Int { start + values.count }

    func slot(of name: String) -> Int? { index[name] }
    func name(of slot: Int) -> String { variables.indices.contains(slot) ? variables[slot].name : "" }
    func holds(_ slot: Int) -> Bool { slot >= start && slot < end }

    subscript(slot: Int) -> Binding {
      get {
        if slot < start { return lower?[slot] ?? .absent }
        return slot < end ? values[slot - start] : .absent
      }
      set { if holds(slot) { values[slot - start] = newValue } }
    }

    /// The outcome of a lazy variable, and whether it had to be computed: its cost is charged to whoever asks first.
    func outcome(of slot: Int, _ compute: (CELActivation) -> CELOutcome, for activation: CELActivation)
      -> CELOutcome
    {
      if slot < start, let lower { return lower.outcome(of: slot, compute, for: activation) }
      self[slot] = .running
      let outcome = compute(activation)
      self[slot] = .known(Computed(outcome))
      return outcome
    }
  }
}
