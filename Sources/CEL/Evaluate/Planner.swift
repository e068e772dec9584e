/// Turns a tree into closures: names become slots, constants are computed once, functions are bound.
struct Planner {
  /// What a plan is to the plan around it: cel-go charges for reading a part of something by what that is.
  enum Role: Sendable {
    case constant(CELValue)
    /// A variable or a part of something: reading it cost one unit.
    case attribute
    case conditional
    case other
  }

  /// Steps are kept in plans, not in arrays or optionals of closures: those are called through a further closure.
  struct Plan: Sendable {
    var step: Step
    var role: Role
    /// For an optional that is taken apart at once: it need not be made.
    var content: Content?

    var constant: CELValue? { if case .constant(let value) = role { value } else { nil } }
  }

  /// What an optional holds; nil for none, an error or an unknown in its place as it is.
  typealias ContentStep = @Sendable (inout Frame) -> CELValue?

  struct Content: Sendable {
    var step: ContentStep
  }

  let tree: SyntaxTree
  let environment: CELEnvironment
  private(set) var issues: [CELIssue] = []
  /// How many comprehension variables can be bound at the same time.
  private(set) var localCount = 0
  private(set) var referencedVariables: [String] = []
  private(set) var fieldPaths: [[String]] = []
  private var locals: [String] = []

  /// Calls of `sum` whose list is known to hold durations.
  let durationSums: Set<NodeID>

  init(_ tree: SyntaxTree, _ environment: CELEnvironment, durationSums: Set<NodeID> = []) {
    self.tree = tree
    self.environment = environment
    self.durationSums = durationSums
  }

  var hasKubernetesCosts: Bool { environment.features.contains(.kubernetesCosts) }
  /// The empty list that a macro starts from.
  var emptyListCost: UInt64 { hasKubernetesCosts ? 0 : Costs.list }

  mutating func plan() -> Step { plan(tree.root).step }

  func isLocal(_ name: String) -> Bool { locals.contains(name) }

  mutating func report(_ message: String, at node: NodeID) {
    issues.append(CELIssue(message, offset: tree.offset(of: node)))
  }

  /// `isPart`: the value is a branch of a conditional or an index; the variable at its root is then free.
  mutating func plan(_ id: NodeID, isPart: Bool = false) -> Plan {
    switch tree[id] {
    case .constant(let value): constant(value)
    case .identifier(let name): identifier(name, id, isPart: isPart)
    case .select(let operand, let field, let mode): select(operand, field, mode, id, isPart: isPart)
    case .index(let operand, let index, let isOptional):
      self.index(operand, index, isOptional, id, isPart: isPart)
    case .call(let name, let target, let arguments): call(name, target, arguments, id)
    case .not(let operand): not(operand, id)
    case .negate(let operand): negate(operand, id)
    case .binary(let operation, let left, let right): binary(operation, left, right, id)
    case .logical(.and, let terms): and(terms, id)
    case .logical(.or, let terms): or(terms, id)
    case .conditional(let condition, let then, let otherwise): conditional(condition, then, otherwise, id)
    case .list(let entries): list(entries, id)
    case .map(let entries): map(entries, id)
    case .message(let name, _): failing("type '\(name)' cannot be constructed", id)
    case .macro(let macro): self.macro(macro, id)
    }
  }

  func constant(_ value: CELValue, cost: UInt64 = 0) -> Plan {
    if cost == 0 { return Plan(step: { _ in value }, role: .constant(value)) }
    return Plan(
      step: { frame in
        frame.charge(cost)
        return value
      }, role: .constant(value))
  }

  func failing(_ message: String, _ id: NodeID) -> Plan {
    let error = CELValue.error(CELError(message, offset: tree.offset(of: id)))
    return Plan(step: { _ in error }, role: .other)
  }

  /// Runs `body` with the variables bound to the next free slots, the first of which it gets.
  mutating func scoped<Result>(_ variables: [String], _ body: (inout Planner, Int) -> Result) -> Result {
    let slot = locals.count
    locals += variables
    localCount = max(localCount, locals.count)
    defer { locals.removeLast(variables.count) }
    return body(&self, slot)
  }

  // Names.

  private mutating func identifier(_ name: String, _ id: NodeID, isPart: Bool) -> Plan {
    let cost: UInt64 = isPart ? 0 : 1
    if let slot = locals.lastIndex(of: name) {
      return Plan(
        step: { frame in
          frame.charge(cost)
          return frame.locals[slot]
        }, role: .attribute)
    }
    switch environment.reference(to: name) {
    case .variable(let slot): return variable(slot, id, path: [name], cost: cost)
    case .type(let type): return constant(.type(type))
    case nil: return failing("undeclared reference to '\(name)'", id)
    }
  }

  private mutating func variable(_ slot: Int, _ id: NodeID, path: [String], cost: UInt64) -> Plan {
    let name = environment.variables[slot].name
    if !referencedVariables.contains(name) { referencedVariables.append(name) }
    let offset = tree.offset(of: id)
    return Plan(
      step: { frame in
        frame.charge(cost)
        let value = frame.variable(slot)
        guard case .error(let error) = value else { return value }
        return .error(CELError("\(name): \(error.message)", offset: error.offset ?? offset))
      }, role: .attribute)
  }

  private func dottedName(_ id: NodeID) -> String? {
    switch tree[id] {
    case .identifier(let name):
      if locals.contains(name) || !environment.isNamespace(name) { return nil }
      return name
    case .select(let operand, let field, .value):
      guard let prefix = dottedName(operand) else { return nil }
      return prefix + "." + field
    default: return nil
    }
  }

  /// The variable and the fields of a chain of plain selections.
  private func path(of id: NodeID) -> [String]? {
    switch tree[id] {
    case .identifier(let name): return locals.contains(name) ? nil : [name]
    case .select(let operand, let field, _): return path(of: operand).map { $0 + [field] }
    default: return nil
    }
  }

  mutating func note(path id: NodeID) {
    guard let path = path(of: id), !fieldPaths.contains(path) else { return }
    // Operands come first: a longer chain replaces its own beginning.
    if let prefix = fieldPaths.firstIndex(of: Array(path.dropLast())) { fieldPaths.remove(at: prefix) }
    fieldPaths.append(path)
  }

  // Selection.

  private mutating func select(
    _ operand: NodeID, _ field: String, _ mode: SelectMode, _ id: NodeID, isPart: Bool
  ) -> Plan {
    if let prefix = dottedName(operand), let reference = environment.reference(to: prefix + "." + field) {
      switch (mode, reference) {
      case (.value, .variable(let slot)): return variable(slot, id, path: [], cost: isPart ? 0 : 1)
      case (.value, .type(let type)): return constant(.type(type))
      case (.presence, .variable): return constant(.bool(true))
      case (.presence, .type), (.optional, _): break
      }
    }
    let plan = plan(operand, isPart: isPart)
    note(path: id)
    let cost = partCost(of: plan, isPart: isPart)
    let offset = tree.offset(of: id)
    let step = plan.step
    switch mode {
    case .value:
      return Plan(
        step: { frame in
          let value = step(&frame)
          frame.charge(cost)
          let result = frame.select(value, field)
          return Self.located(result, offset)
        }, role: .attribute)
    case .optional:
      return Plan(
        step: { frame in
          let value = step(&frame)
          frame.charge(cost - 1)
          let result = frame.selectOptionally(value, field)
          if case .optional(_?) = result { frame.charge(1) }
          return Self.located(result, offset)
        }, role: .attribute)
    case .presence:
      let charge = hasKubernetesCosts ? cost - 1 : cost
      return Plan(
        step: { frame in
          let value = step(&frame)
          frame.charge(charge)
          return Self.located(frame.isPresent(value, field), offset)
        }, role: .other)
    }
  }

  /// One unit for the part, and one for an operand that is no variable and no part itself.
  private func partCost(of operand: Plan, isPart: Bool) -> UInt64 {
    switch operand.role {
    case .attribute, .conditional: 1
    case .constant, .other: isPart ? 1 : 2
    }
  }

  private mutating func index(
    _ operand: NodeID, _ index: NodeID, _ isOptional: Bool, _ id: NodeID, isPart: Bool
  ) -> Plan {
    let operandPlan = plan(operand, isPart: isPart)
    let indexPlan = plan(index, isPart: true)
    let cost = partCost(of: operandPlan, isPart: isPart)
    let offset = tree.offset(of: id)
    let operandStep = operandPlan.step
    let indexStep = indexPlan.step
    if isOptional {
      return Plan(
        step: { frame in
          let value = operandStep(&frame)
          let key = indexStep(&frame)
          frame.charge(cost - 1)
          guard let element = frame.element(value, key) else { return .optional(nil) }
          if element.isAbsent { return Self.located(element, offset) }
          frame.charge(1)
          if case .optional = value { return element }
          return .optional(element)
        }, role: .attribute)
    }
    return Plan(
      step: { frame in
        let value = operandStep(&frame)
        let key = indexStep(&frame)
        frame.charge(cost)
        return Self.located(frame.element(value, key) ?? Frame.missing(value, key), offset)
      }, role: .attribute)
  }

  /// Errors that have no place yet get that of the operation.
  @inline(__always) static func located(_ value: CELValue, _ offset: Int) -> CELValue {
    guard case .error(let error) = value, error.offset == nil else { return value }
    return .error(CELError(error.message, offset: offset))
  }

  // Literals.

  private mutating func list(_ entries: [ListEntry], _ id: NodeID) -> Plan {
    let plans = entries.map { plan($0.value) }
    let hasOptionals = entries.contains { $0.isOptional }
    if !hasOptionals {
      let constants = plans.compactMap(\.constant)
      if constants.count == plans.count {
        let inner = plans.reduce(UInt64(0)) { $0 + staticCost($1) }
        return constant(.list(constants), cost: hasKubernetesCosts ? 0 : Costs.list + inner)
      }
    }
    let optionals = entries.map(\.isOptional)
    let offset = tree.offset(of: id)
    return Plan(
      step: { frame in
        var elements: [CELValue] = []
        elements.reserveCapacity(plans.count)
        var absent: CELValue?
        for (index, plan) in plans.enumerated() {
          let value = plan.step(&frame)
          if value.isAbsent {
            absent = absent.map { Absence.combined($0, value) ?? $0 } ?? value
          } else if hasOptionals, optionals[index] {
            guard case .optional(let content) = value else {
              return Self.located(
                .failure("cannot use a value that is not optional as an optional element"), offset)
            }
            if let content { elements.append(content) }
          } else {
            elements.append(value)
          }
        }
        frame.charge(Costs.list)
        return absent ?? .list(elements)
      }, role: .other)
  }

  /// What a folded constant costs where folding is not free.
  private func staticCost(_ plan: Plan) -> UInt64 {
    guard let constant = plan.constant else { return 0 }
    switch constant {
    case .list(let elements):
      return Costs.list
        + elements.reduce(UInt64(0)) { $0 + staticCost(Plan(step: { _ in .null }, role: .constant($1))) }
    case .map(let map):
      return Costs.map
        + map.entries.reduce(UInt64(0)) {
          $0 + staticCost(Plan(step: { _ in .null }, role: .constant($1.value)))
        }
    default: return 0
    }
  }

  private mutating func map(_ entries: [MapEntry], _ id: NodeID) -> Plan {
    let keys = entries.map { plan($0.key) }
    let values = entries.map { plan($0.value) }
    let offset = tree.offset(of: id)
    if !entries.contains(where: { $0.isOptional }) {
      let constantKeys = keys.compactMap(\.constant)
      let constants = values.compactMap(\.constant)
      if constantKeys.count == keys.count, constants.count == values.count {
        var map = CELMap()
        for (key, value) in zip(constantKeys, constants) {
          if let fault = Self.insert(key, value, into: &map) { return failing(fault, id) }
        }
        let inner = values.reduce(UInt64(0)) { $0 + staticCost($1) }
        return constant(.map(map), cost: hasKubernetesCosts ? 0 : Costs.map + inner)
      }
    }
    let optionals = entries.map(\.isOptional)
    return Plan(
      step: { frame in
        var map = CELMap()
        var absent: CELValue?
        for index in keys.indices {
          let key = keys[index].step(&frame).resolved
          var value = values[index].step(&frame)
          if let fault = Absence.combined(key, value) {
            absent = absent.map { Absence.combined($0, fault) ?? $0 } ?? fault
            continue
          }
          if optionals[index] {
            guard case .optional(let content) = value else {
              return Self.located(
                .failure("cannot use a value that is not optional as an optional entry"), offset)
            }
            guard let content else { continue }
            value = content
          }
          if let fault = Self.insert(key, value, into: &map) { return Self.located(.failure(fault), offset) }
        }
        frame.charge(Costs.map)
        return absent ?? .map(map)
      }, role: .other)
  }

  private static func insert(_ key: CELValue, _ value: CELValue, into map: inout CELMap) -> String? {
    if case .double = key { return "unsupported key type: double" }
    guard let normal = CELMapKey(key) else { return "unsupported key type: \(key.type.typeName)" }
    if map.contains(normal) { return "Failed with repeated key: \(Printer.brief(key))" }
    _ = map.set(key, value)
    return nil
  }
}
