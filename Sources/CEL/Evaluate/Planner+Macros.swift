internal import Values

extension Planner {
  mutating func macro(_ macro: Macro, _ id: NodeID) -> Plan {
    let range = plan(macro.range)
    return scoped(macro.variables) { planner, slot in
      let condition = macro.condition.map { planner.plan($0) }
      let body = planner.plan(macro.body).step
      let loop = Loop(
        range: range.step, slot: slot, isTwoVariable: macro.variables.count == 2,
        isScalar: planner.computes(with: macro), body: body,
        offset: planner.tree.offset(of: id), bodyOffset: planner.tree.offset(of: macro.body))
      switch macro.kind {
      case .all: return loop.quantifier(decisive: false, stepCost: 2)
      case .exists: return loop.quantifier(decisive: true, stepCost: 3)
      case .existsOne: return loop.existsOne()
      case .filter: return loop.filter(initialCost: planner.emptyListCost)
      case .map: return loop.map(condition, initialCost: planner.emptyListCost)
      case .transformMap, .transformMapEntry:
        return loop.transformMap(
          condition, isEntry: macro.kind == .transformMapEntry,
          initialCost: planner.hasKubernetesCosts ? 0 : Costs.map)
      case .sortBy: return loop.sortBy(emptyListCost: planner.emptyListCost)
      case .bind: return loop.bind(cost: planner.emptyListCost)
      case .optionalMap: return loop.optionalMap(isFlat: false, cost: planner.emptyListCost)
      case .optionalFlatMap: return loop.optionalMap(isFlat: true, cost: planner.emptyListCost)
      }
    }
  }
}

/// The loops behind the macros. What they charge is what cel-go's expansion of the macro costs: reading the hidden
/// accumulator, its condition, and the operations on it.
private struct Loop {
  let range: Step
  let slot: Int
  let isTwoVariable: Bool
  let isScalar: Bool
  let body: Step
  let offset: Int
  let bodyOffset: Int

  private func iteration(_ frame: inout Frame) -> (Iteration?, CELValue) {
    let value = range(&frame)
    if value.isAbsent { return (nil, value) }
    if let iteration = Iteration(value) { return (iteration, value) }
    return (
      nil, Planner.located(.failure("cannot range over a value of type '\(value.type.typeName)'"), offset)
    )
  }

  @inline(__always) private func bind(_ index: Int, _ iteration: Iteration, _ frame: inout Frame) {
    if isTwoVariable {
      iteration.bind(index, slot, slot + 1, &frame)
    } else {
      iteration.bind(index, slot, isScalar: isScalar, &frame)
    }
  }

  /// `all` (false decides) and `exists` (true decides): errors and unknowns lose against a decision.
  func quantifier(decisive: Bool, stepCost: UInt64) -> Planner.Plan {
    Planner.Plan(
      step: { frame in
        let (iteration, value) = self.iteration(&frame)
        guard let iteration else { return value }
        let rangeBlame = frame.blame
        var undecided: CELValue?
        let count = iteration.count
        for index in 0..<count {
          frame.charge(stepCost + 1)
          self.bind(index, iteration, &frame)
          let result = self.body(&frame).resolved
          if case .bool(let flag) = result {
            if flag == decisive {
              frame.charge(index < count - 1 ? stepCost + 1 : 1)
              return .bool(decisive)
            }
          } else {
            let absent = result.isAbsent ? result : Planner.located(.noSuchOverload, self.bodyOffset)
            undecided = undecided.map { Absence.combined($0, absent) ?? $0 } ?? absent
          }
          if frame.isExhausted { break }
        }
        frame.charge(1)
        // Nothing in the list decided: the list itself is what there is to point at.
        if undecided == nil { frame.restoreBlame(rangeBlame) }
        return undecided ?? .bool(!decisive)
      }, role: .other)
  }

  func existsOne() -> Planner.Plan {
    Planner.Plan(
      step: { frame in
        let (iteration, value) = self.iteration(&frame)
        guard let iteration else { return value }
        let rangeBlame = frame.blame
        var matches = 0
        for index in 0..<iteration.count {
          self.bind(index, iteration, &frame)
          let result = self.body(&frame).resolved
          guard case .bool(let flag) = result else {
            return result.isAbsent ? result : Planner.located(.noSuchOverload, self.bodyOffset)
          }
          if flag {
            matches += 1
            frame.charge(2)
          }
          if frame.isExhausted { break }
        }
        frame.charge(2)
        if matches == 0 { frame.restoreBlame(rangeBlame) }
        return .bool(matches == 1)
      }, role: .other)
  }

  func filter(initialCost: UInt64) -> Planner.Plan {
    Planner.Plan(
      step: { frame in
        frame.charge(initialCost)
        let (iteration, value) = self.iteration(&frame)
        guard let iteration else { return value }
        var result: [CELValue] = []
        for index in 0..<iteration.count {
          self.bind(index, iteration, &frame)
          let keeps = self.body(&frame).resolved
          guard case .bool(let flag) = keeps else {
            return keeps.isAbsent ? keeps : Planner.located(.noSuchOverload, self.bodyOffset)
          }
          if flag {
            frame.charge(Costs.list + 3)
            let element = frame.locals[self.slot]
            if element.isAbsent { return element }
            result.append(self.isScalar ? iteration.element(index, bound: element) : element)
          }
          if frame.isExhausted { break }
        }
        frame.charge(1)
        return .list(result)
      }, role: .other)
  }

  func map(_ condition: Planner.Plan?, initialCost: UInt64) -> Planner.Plan {
    Planner.Plan(
      step: { frame in
        frame.charge(initialCost)
        let (iteration, value) = self.iteration(&frame)
        guard let iteration else { return value }
        var result: [CELValue] = []
        result.reserveCapacity(iteration.count)
        for index in 0..<iteration.count {
          if frame.isExhausted { break }
          self.bind(index, iteration, &frame)
          switch self.passes(condition, &frame) {
          case .passed: break
          case .skipped: continue
          case .failed(let value): return value
          }
          let element = self.body(&frame)
          frame.charge(Costs.list + 2)
          if element.isAbsent { return element }
          result.append(element)
        }
        frame.charge(1)
        return .list(result)
      }, role: .other)
  }

  private enum Condition {
    case passed, skipped
    case failed(CELValue)
  }

  private func passes(_ condition: Planner.Plan?, _ frame: inout Frame) -> Condition {
    guard let condition else { return .passed }
    let result = condition.step(&frame).resolved
    if case .bool(let flag) = result { return flag ? .passed : .skipped }
    return .failed(result.isAbsent ? result : Planner.located(.noSuchOverload, offset))
  }

  func transformMap(_ condition: Planner.Plan?, isEntry: Bool, initialCost: UInt64) -> Planner.Plan {
    Planner.Plan(
      step: { frame in
        frame.charge(initialCost)
        let (iteration, value) = self.iteration(&frame)
        guard let iteration else { return value }
        var result = CELMap()
        for index in 0..<iteration.count {
          if frame.isExhausted { break }
          self.bind(index, iteration, &frame)
          switch self.passes(condition, &frame) {
          case .passed: break
          case .skipped: continue
          case .failed(let value): return value
          }
          let key = frame.locals[self.slot]
          let element = self.body(&frame)
          frame.charge(isEntry ? 2 : 3)
          if element.isAbsent { return element }
          let fault = isEntry ? Self.merge(element, into: &result) : Self.insert(key, element, into: &result)
          if let fault { return Planner.located(.failure(fault), self.offset) }
        }
        frame.charge(1)
        return .map(result)
      }, role: .other)
  }

  private static func insert(_ key: CELValue, _ value: CELValue, into map: inout CELMap) -> String? {
    guard let normal = CELMapKey(key) else { return "unsupported key type: \(key.type.typeName)" }
    if map.contains(normal) { return "insert failed: key \(Printer.brief(key)) already exists" }
    _ = map.set(key.resolved, value)
    return nil
  }

  private static func merge(_ entries: CELValue, into map: inout CELMap) -> String? {
    guard entries.elements == nil, let iteration = Iteration(entries) else {
      return "transformMapEntry() needs a map, not a value of type '\(entries.type.typeName)'"
    }
    switch iteration {
    case .list: return nil
    case .entries(let entries):
      for entry in entries { if let fault = insert(entry.key, entry.value, into: &map) { return fault } }
    case .fields(let fields):
      for field in fields {
        if let fault = insert(.string(field.name), CELValue(viewing: field.value), into: &map) {
          return fault
        }
      }
    }
    return nil
  }

  func sortBy(emptyListCost: UInt64) -> Planner.Plan {
    Planner.Plan(
      step: { frame in
        let (iteration, value) = self.iteration(&frame)
        guard let iteration, let elements = value.elements else {
          return value.isAbsent ? value : Planner.located(.failure("sortBy() needs a list"), self.offset)
        }
        // The range is bound to a name, and read twice: once as the receiver, once to compute the keys.
        frame.charge(2 * emptyListCost + 2)
        var keys: [CELValue] = []
        for index in 0..<iteration.count {
          if frame.isExhausted { break }
          self.bind(index, iteration, &frame)
          let key = self.body(&frame).resolved
          frame.charge(Costs.list + 2)
          if key.isAbsent { return key }
          keys.append(key)
        }
        frame.charge(1 + Costs.selfComparison(.list(keys)))
        if frame.isExhausted { return .null }
        return Planner.located(Sorting.sorted(elements.array, by: keys), self.offset)
      }, role: .other)
  }

  func bind(cost: UInt64) -> Planner.Plan {
    Planner.Plan(
      step: { frame in
        frame.locals[self.slot] = self.range(&frame)
        frame.charge(cost)
        return self.body(&frame)
      }, role: .other)
  }

  /// The expansion evaluates its target twice: for `hasValue()` and for `value()`.
  func optionalMap(isFlat: Bool, cost: UInt64) -> Planner.Plan {
    Planner.Plan(
      step: { frame in
        let before = frame.cost
        let value = self.range(&frame)
        let targetCost = frame.cost &- before
        if value.isAbsent { return value }
        guard case .optional(let content) = value else {
          return Planner.located(.failure("no such overload: the value is not optional"), self.offset)
        }
        frame.charge(1)
        guard let content else {
          frame.charge(1)
          return .optional(nil)
        }
        frame.charge(targetCost + 1 + cost)
        frame.locals[self.slot] = content
        let result = self.body(&frame)
        if result.isAbsent || isFlat { return result }
        frame.charge(1)
        return .optional(result)
      }, role: .conditional)
  }
}
