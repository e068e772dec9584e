internal import Values

extension Planner {
  mutating func not(_ operand: NodeID, _ id: NodeID) -> Plan {
    let step = plan(operand).step
    let offset = tree.offset(of: id)
    return Plan(
      step: { frame in
        let value = step(&frame)
        frame.charge(1)
        if case .bool(let flag) = value { return .bool(!flag) }
        if value.isAbsent { return value }
        if case .bool(let flag) = value.resolved { return .bool(!flag) }
        return Self.located(.noSuchOverload, offset)
      }, role: .other)
  }

  mutating func negate(_ operand: NodeID, _ id: NodeID) -> Plan {
    let step = plan(operand).step
    let offset = tree.offset(of: id)
    return Plan(
      step: { frame in
        let value = step(&frame)
        frame.charge(1)
        if value.isAbsent { return value }
        return Self.located(Arithmetic.negate(value.resolved), offset)
      }, role: .other)
  }

  /// False outweighs unknown, unknown outweighs an error.
  mutating func and(_ terms: [NodeID], _ id: NodeID) -> Plan { logical(terms, decisive: false, id) }
  mutating func or(_ terms: [NodeID], _ id: NodeID) -> Plan { logical(terms, decisive: true, id) }

  private mutating func logical(_ terms: [NodeID], decisive: Bool, _ id: NodeID) -> Plan {
    let plans = terms.map { plan($0) }
    let offset = tree.offset(of: id)
    if plans.count == 2 {
      let left = plans[0].step
      let right = plans[1].step
      return Plan(
        step: { frame in
          let first = left(&frame).resolved
          if case .bool(let flag) = first, flag == decisive { return .bool(decisive) }
          if frame.isExhausted { return first }
          let second = right(&frame).resolved
          if case .bool(let flag) = second {
            if flag == decisive { return .bool(decisive) }
            if case .bool = first { return .bool(!decisive) }
          }
          return Self.undecided([first, second], offset)
        }, role: .other)
    }
    return Plan(
      step: { frame in
        var others: [CELValue] = []
        for plan in plans {
          let value = plan.step(&frame).resolved
          if case .bool(let flag) = value {
            if flag == decisive { return .bool(decisive) }
          } else {
            others.append(value)
          }
          if frame.isExhausted { break }
        }
        return others.isEmpty ? .bool(!decisive) : Self.undecided(others, offset)
      }, role: .other)
  }

  private static func undecided(_ values: [CELValue], _ offset: Int) -> CELValue {
    if let absent = Absence.combined(values) { return absent }
    return located(.noSuchOverload, offset)
  }

  mutating func conditional(
    _ condition: NodeID, _ then: NodeID, _ otherwise: NodeID, _ id: NodeID
  ) -> Plan {
    let condition = plan(condition).step
    let then = plan(then, isPart: true).step
    let otherwise = plan(otherwise, isPart: true).step
    let offset = tree.offset(of: id)
    return Plan(
      step: { frame in
        let value = condition(&frame)
        if case .bool(let flag) = value { return flag ? then(&frame) : otherwise(&frame) }
        if value.isAbsent { return value }
        if case .bool(let flag) = value.resolved { return flag ? then(&frame) : otherwise(&frame) }
        return Self.located(.noSuchOverload, offset)
      }, role: .conditional)
  }

  mutating func binary(_ operation: BinaryOperator, _ left: NodeID, _ right: NodeID, _ id: NodeID) -> Plan {
    if operation == .in { return membership(left, right, id) }
    let leftStep = plan(left).step
    let rightStep = plan(right).step
    switch operation {
    case .equal, .notEqual: return equality(leftStep, rightStep, expecting: operation == .equal)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return comparison(operation, leftStep, rightStep, id)
    case .add: return arithmetic(leftStep, rightStep, id, cost: Costs.addition, Arithmetic.add)
    case .subtract: return arithmetic(leftStep, rightStep, id, Arithmetic.subtract)
    case .multiply: return arithmetic(leftStep, rightStep, id, Arithmetic.multiply)
    case .divide: return arithmetic(leftStep, rightStep, id, Arithmetic.divide)
    case .modulo: return arithmetic(leftStep, rightStep, id, Arithmetic.modulo)
    case .in: return membership(left, right, id)
    }
  }

  private func equality(_ left: @escaping Step, _ right: @escaping Step, expecting expected: Bool) -> Plan {
    Plan(
      step: { frame in
        let left = left(&frame).resolved
        let right = right(&frame).resolved
        frame.charge(Costs.equality(left, right))
        if left.isError || right.isError { return Absence.combined(left, right) ?? left }
        guard frame.affordsWalk(over: left), frame.affordsWalk(over: right) else { return .null }
        switch Equality.between(left, right) {
        case .equal: return .bool(expected)
        case .different: return .bool(!expected)
        case .unknown(let unknown): return .unknown(unknown)
        }
      }, role: .other)
  }

  private func comparison(
    _ operation: BinaryOperator, _ left: @escaping Step, _ right: @escaping Step, _ id: NodeID
  ) -> Plan {
    let offset = tree.offset(of: id)
    return Plan(
      step: { frame in
        let left = left(&frame).resolved
        let right = right(&frame).resolved
        frame.charge(Costs.comparison(left, right))
        if let absent = Absence.combined(left, right) { return absent }
        return Self.located(Comparison.compare(operation, left, right), offset)
      }, role: .other)
  }

  private func arithmetic(
    _ left: @escaping Step, _ right: @escaping Step, _ id: NodeID,
    cost: (@Sendable (CELValue, CELValue) -> UInt64)? = nil,
    _ operation: @escaping @Sendable (CELValue, CELValue) -> CELValue
  ) -> Plan {
    let offset = tree.offset(of: id)
    return Plan(
      step: { frame in
        let left = left(&frame).resolved
        let right = right(&frame).resolved
        frame.charge(cost?(left, right) ?? 1)
        if let absent = Absence.combined(left, right) { return absent }
        if let left = left.elements, let right = right.elements {
          frame.charge(copies: left.count + right.count)
        }
        if frame.isExhausted { return .null }
        return Self.located(operation(left, right), offset)
      }, role: .other)
  }

  /// `value in container`
  private mutating func membership(_ left: NodeID, _ right: NodeID, _ id: NodeID) -> Plan {
    let leftStep = plan(left).step
    let container = plan(right)
    let offset = tree.offset(of: id)
    if case .list(let elements)? = container.constant {
      let isFree = hasKubernetesCosts && elements.allSatisfy(\.isPrimitive)
      if isFree, elements.isEmpty { return constant(.bool(false)) }
      let texts = Self.texts(elements)
      let containerStep = container.step
      let charge = isFree ? 0 : UInt64(elements.count)
      return Plan(
        step: { frame in
          let value = leftStep(&frame).resolved
          if !isFree { _ = containerStep(&frame) }
          if case .error = value { return value }
          frame.charge(charge)
          if let texts, case .string(let text) = value {
            return .bool(texts.contains(CELMapKey.string(text)))
          }
          return Equality.contains(.values(elements), value)
        }, role: .other)
    }
    let rightStep = container.step
    return Plan(
      step: { frame in
        let value = leftStep(&frame).resolved
        let container = rightStep(&frame)
        if value.isError || container.isAbsent { return Absence.combined(value, container) ?? value }
        guard frame.affordsWalk(over: container) else { return .null }
        return Self.located(Self.contains(value, container, &frame), offset)
      }, role: .other)
  }

  private static func contains(_ value: CELValue, _ container: CELValue, _ frame: inout Frame) -> CELValue {
    if let elements = container.elements {
      frame.charge(UInt64(elements.count))
      return Equality.contains(elements, value)
    }
    frame.charge(1)
    if case .unknown = value { return value }
    switch container {
    case .map(let map):
      guard let key = CELMapKey(value) else { return .bool(false) }
      return .bool(map.contains(key))
    case .document(let document):
      guard case .object(let fields) = document.content else { return .noSuchOverload }
      guard case .string(let name) = value else { return .bool(false) }
      if let rest = fields.rest, fields.position(of: name) == nil { return .unknown(rest) }
      return .bool(fields.position(of: name) != nil)
    case .structured(let document):
      guard case .string(let name) = value else { return .bool(false) }
      return .bool(document.field(name) != nil)
    default: return .noSuchOverload
    }
  }

  /// For long lists of texts a set is faster than a search.
  private static func texts(_ elements: [CELValue]) -> Set<CELMapKey>? {
    guard elements.count > 8 else { return nil }
    var texts = Set<CELMapKey>()
    for element in elements {
      guard case .string(let text) = element else { return nil }
      texts.insert(.string(text))
    }
    return texts
  }
}

extension CELValue {
  /// What cel-go turns into a set before it searches.
  fileprivate var isPrimitive: Bool {
    switch self {
    case .bool, .int, .uint, .double, .string, .null: true
    default: false
    }
  }
}
