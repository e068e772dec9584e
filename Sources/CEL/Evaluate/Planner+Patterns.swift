internal import RegularExpressions

extension Planner {
  /// Functions whose pattern is a constant compile it once, here; a faulty one is a fault of the expression.
  mutating func constantPattern(
    _ function: Function, _ plans: [Plan], _ arguments: [NodeID], _ id: NodeID
  ) -> Plan? {
    guard plans.count >= 2, case .string(let pattern)? = plans[1].constant,
      let search = Patterns.search(named: function.name)
    else { return nil }
    switch Patterns.compiled(pattern) {
    case .failure(let error):
      if environment.features.contains(.literalValidation) {
        report("invalid \(function.name) argument: \(error.description)", at: arguments[1])
      }
      return nil
    case .success(let expression):
      guard plans.count == 2 else { return nil }
      let step = plans[0].step
      let offset = tree.offset(of: id)
      let constant = CELValue.string(pattern)
      let cost = function.cost
      return Plan(
        step: { frame in
          let value = step(&frame).resolved
          if value.isAbsent { return value }
          guard case .string(let text) = value else { return Self.located(.noSuchOverload, offset) }
          frame.charge(work: Patterns.steps(text, expression) / 16)
          if frame.isExhausted { return .null }
          let result = search(text, expression)
          frame.charge(cost?(value, constant, result) ?? 1)
          return result
        }, role: .other)
    }
  }

  /// Functions of the host that do once what their constant second argument asks for.
  func prepared(_ function: Function, _ plans: [Plan], _ id: NodeID) -> Plan? {
    guard plans.count == 2, let constant = plans[1].constant else { return nil }
    let step = plans[0].step
    let offset = tree.offset(of: id)
    if let content = function.prepareOptional?(constant) {
      let found: ContentStep = { frame in
        let value = step(&frame).resolved
        if value.isAbsent { return value }
        if frame.isExhausted { return .null }
        frame.charge(1)
        return content(value).map { Self.located($0, offset) }
      }
      return Plan(
        step: { frame in
          guard let value = found(&frame) else { return .optional(nil) }
          return value.isAbsent ? value : .optional(value)
        }, role: .other, content: Content(step: found))
    }
    guard let implementation = function.prepare?(constant) else { return nil }
    return Plan(
      step: { frame in
        let value = step(&frame).resolved
        if value.isAbsent { return value }
        if frame.isExhausted { return .null }
        frame.charge(1)
        return Self.located(implementation(value), offset)
      }, role: .other)
  }
}
