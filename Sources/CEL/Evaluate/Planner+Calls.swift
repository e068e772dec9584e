internal import Values

extension Planner {
  mutating func call(_ name: String, _ target: NodeID?, _ arguments: [NodeID], _ id: NodeID) -> Plan {
    var arguments = arguments
    var function: Function?
    if let target {
      if let prefix = callNamespace(target), let named = environment.function(prefix + "." + name) {
        function = named
      } else {
        arguments.insert(target, at: 0)
        if let lazy = optionalFallback(name, arguments, id) { return lazy }
        function = environment.function(name)
      }
    } else {
      function = environment.function(name)
    }
    guard var function else { return failing("undeclared reference to '\(name)'", id) }
    let plans = arguments.map { plan($0) }
    if durationSums.contains(id), let zero = CELDuration(seconds: 0) {
      function.unary = { list in
        list.elements?.count == 0 ? .duration(zero) : KubernetesLists.sum(list)
      }
    }
    if let folded = folded(function, plans, arguments, id) { return folded }
    if let pattern = constantPattern(function, plans, arguments, id) { return pattern }
    if let prepared = prepared(function, plans, id) { return prepared }
    if name == "hasValue", plans.count == 1, let content = plans[0].content?.step {
      return Plan(
        step: { frame in
          let value = content(&frame)
          frame.charge(1)
          if let value, value.isAbsent { return value }
          return .bool(value != nil)
        }, role: .other)
    }
    return call(function, plans, id)
  }

  private func callNamespace(_ id: NodeID) -> String? {
    switch tree[id] {
    case .identifier(let name): return isLocal(name) ? nil : name
    case .select(let operand, let field, .value): return callNamespace(operand).map { $0 + "." + field }
    default: return nil
    }
  }

  private func call(_ function: Function, _ plans: [Plan], _ id: NodeID) -> Plan {
    let offset = tree.offset(of: id)
    let cost = function.cost
    let chargesFirst = function.chargesFirst
    let walks = function.walksArguments
    if plans.count == 1, let implementation = function.unary {
      let argument = plans[0].step
      return Plan(
        step: { frame in
          let value = argument(&frame).resolved
          if value.isAbsent {
            frame.charge(1)
            return value
          }
          if walks, !frame.affordsWalk(over: value) { return .null }
          if chargesFirst {
            frame.charge(cost?(value, .null, .null) ?? 1)
            if frame.isExhausted { return .null }
            return Self.returned(implementation(value), offset, &frame)
          }
          let result = implementation(value)
          frame.charge(cost?(value, .null, result) ?? 1)
          return Self.returned(result, offset, &frame)
        }, role: .other)
    }
    if plans.count == 2, let implementation = function.binary {
      let left = plans[0].step
      let right = plans[1].step
      let refinement = function.refinement
      return Plan(
        step: { frame in
          let left = left(&frame).resolved
          let right = right(&frame).resolved
          if let absent = Absence.combined(left, right) {
            if case .unknown(let unknown) = left, let known = refinement?(unknown, right) { return known }
            return absent
          }
          if frame.isExhausted { return .null }
          if walks {
            guard frame.affordsWalk(over: left), frame.affordsWalk(over: right) else { return .null }
          }
          if chargesFirst {
            frame.charge(cost?(left, right, .null) ?? 1)
            if frame.isExhausted { return .null }
            return Self.returned(implementation(left, right), offset, &frame)
          }
          let result = implementation(left, right)
          frame.charge(cost?(left, right, result) ?? 1)
          return Self.returned(result, offset, &frame)
        }, role: .other)
    }
    guard let implementation = function.variadic else {
      return failing("no such overload: \(function.name) with \(plans.count) arguments", id)
    }
    let keepsDocuments = function.keepsDocuments
    return Plan(
      step: { frame in
        var values: [CELValue] = []
        values.reserveCapacity(plans.count)
        var absent: CELValue?
        for plan in plans {
          let given = plan.step(&frame)
          let value = given.resolved
          if value.isAbsent { absent = absent.map { Absence.combined($0, value) ?? $0 } ?? value }
          values.append(keepsDocuments ? given : value)
        }
        if let absent { return absent }
        if frame.isExhausted { return .null }
        if walks { for value in values where !frame.affordsWalk(over: value) { return .null } }
        let result = implementation(values)
        if let cost {
          frame.charge(cost(values.first ?? .null, values.count > 1 ? values[1] : .null, result))
        } else {
          frame.charge(1)
        }
        return Self.returned(result, offset, &frame)
      }, role: .other)
  }

  /// A document that a function gives back was read there.
  @inline(__always) private static func returned(
    _ result: CELValue, _ offset: Int, _ frame: inout Frame
  ) -> CELValue {
    switch result {
    case .document: return frame.seen(result)
    case .error: return located(result, offset)
    case .list, .string, .map:
      frame.charge(making: result)
      return result
    default: return result
    }
  }

  /// `or` and `orValue` evaluate their argument only when the receiver is empty.
  private mutating func optionalFallback(_ name: String, _ arguments: [NodeID], _ id: NodeID) -> Plan? {
    guard environment.features.contains(.optionalSyntax), arguments.count == 2,
      name == "or" || name == "orValue"
    else { return nil }
    let receiverPlan = plan(arguments[0])
    let receiver = receiverPlan.step
    let fallback = plan(arguments[1]).step
    let offset = tree.offset(of: id)
    let unwraps = name == "orValue"
    if unwraps, let content = receiverPlan.content?.step {
      return Plan(
        step: { frame in
          guard let value = content(&frame) else { return fallback(&frame) }
          return frame.seen(value)
        }, role: .other)
    }
    return Plan(
      step: { frame in
        let value = receiver(&frame)
        if value.isAbsent { return value }
        guard case .optional(let content) = value else { return Self.located(.noSuchOverload, offset) }
        guard let content else {
          let other = fallback(&frame)
          if unwraps || other.isAbsent { return other }
          guard case .optional = other else { return Self.located(.noSuchOverload, offset) }
          return other
        }
        guard unwraps else { return value }
        return frame.seen(content)
      }, role: .other)
  }

  /// Conversions of constants are computed once.
  private mutating func folded(
    _ function: Function, _ plans: [Plan], _ arguments: [NodeID], _ id: NodeID
  ) -> Plan? {
    guard Self.conversions.contains(function.name), plans.count == 1, let argument = plans[0].constant,
      let implementation = function.unary
    else { return nil }
    let value = implementation(argument)
    guard !value.isAbsent else {
      if environment.features.contains(.literalValidation), case .error(let error) = value,
        function.name == "timestamp" || function.name == "duration"
      {
        report("invalid \(function.name) argument: \(error.message)", at: arguments[0])
      }
      return nil
    }
    return constant(value, cost: hasKubernetesCosts ? 0 : 1)
  }

  private static let conversions: Set<String> = [
    "bool", "bytes", "double", "duration", "dyn", "int", "string", "timestamp", "type", "uint",
  ]
}
