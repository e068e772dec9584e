internal import HCLSyntax
internal import SourceText
internal import Values

extension ExpressionEvaluator {
  func unary(_ operation: UnaryOperator, _ operand: ExpressionID, _ id: ExpressionID) -> Value {
    let type: ValueType = operation == .not ? .bool : .number
    let mark = session.pending.count
    let given = evaluate(operand)
    guard let value = converted(given, to: type, "unary operand", operand) else {
      return .unknown(type, because: [])
    }
    if hasFailed(since: mark) { return Value.unresolved(type, [value]) }
    if value.isNull { return fail("the operand must not be null", type, at: id) }
    switch value.content {
    case .bool(let flag): return Value(.bool(!flag), origin: origin(id), marks: value.marks)
    case .number(let number): return Value(.number(number.negated), origin: origin(id), marks: value.marks)
    case .null, .string, .list, .object, .unknown:
      return Value.unresolved(type, [value]) { $0.isNotNull = true }.withMarks(value.marks)
    }
  }

  private func converted(_ value: Value, to type: ValueType, _ role: String, _ id: ExpressionID) -> Value? {
    do throws(ConversionFailure) {
      return try value.converted(to: type)
    } catch {
      _ = fail("unsuitable value for \(role): \(error.description)", at: id)
      return nil
    }
  }

  /// A chain of operators leans to the left: its left operands are gone through without recursion.
  func binary(_ operation: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ id: ExpressionID)
    -> Value
  {
    var chain: [(operation: BinaryOperator, right: ExpressionID, left: ExpressionID, id: ExpressionID)] = [
      (operation, right, left, id)
    ]
    var first = left
    while case .binary(let operation, let left, let right) = file.tree[first] {
      chain.append((operation, right, left, first))
      first = left
    }
    let mark = session.pending.count
    var value = evaluate(first)
    for link in chain.reversed() {
      let leftProblems = Array(session.pending[mark...])
      session.pending.removeSubrange(mark...)
      value = apply(link.operation, value, leftProblems, link.left, link.right, link.id)
    }
    return value
  }

  private func apply(
    _ operation: BinaryOperator, _ givenLeft: Value, _ leftProblems: [Problem], _ leftID: ExpressionID,
    _ rightID: ExpressionID, _ id: ExpressionID
  ) -> Value {
    let (operandType, resultType) = Self.types(operation)
    let mark = session.pending.count
    let givenRight = evaluate(rightID)
    let rightProblems = Array(session.pending[mark...])
    session.pending.removeSubrange(mark...)
    let left = converted(givenLeft, to: operandType, "left operand", leftID)
    let right = converted(givenRight, to: operandType, "right operand", rightID)
    guard let left, let right else {
      session.pending += leftProblems + rightProblems
      return Value.unresolved(resultType, [givenLeft, givenRight])
    }
    let marks = left.marks.union(right.marks)
    if operation == .or || operation == .and,
      let (decided, problems) = shortCircuit(operation, left, right, leftProblems, rightProblems)
    {
      session.pending += problems
      return Value(decided.content, origin: origin(id), marks: marks, explicitType: decided.explicitType)
    }
    session.pending += leftProblems + rightProblems
    if hasFailed(since: mark) { return Value.unresolved(resultType, [left, right]).withMarks(marks) }
    var result = compute(operation, left, right, resultType, id)
    result.origin = computedOrigin(id, from: [left, right])
    return result.withMarks(marks)
  }

  private static func types(_ operation: BinaryOperator) -> (operand: ValueType, result: ValueType) {
    switch operation {
    case .or, .and: (.bool, .bool)
    case .equal, .notEqual: (.dynamic, .bool)
    case .greater, .greaterOrEqual, .less, .lessOrEqual: (.number, .bool)
    case .add, .subtract, .multiply, .divide, .modulo: (.number, .number)
    }
  }

  /// The result where one operand decides it, with the problems that remain.
  private func shortCircuit(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ leftProblems: [Problem],
    _ rightProblems: [Problem]
  ) -> (Value, [Problem])? {
    let deciding = operation == .or
    if left.isNull || right.isNull { return nil }
    func open() -> Value { Value.unresolved(.bool, [left, right]) { $0.isNotNull = true } }
    switch (left.bool, right.bool) {
    case (nil, nil): return leftProblems.isEmpty ? (open(), leftProblems) : nil
    case (deciding?, _): return (.bool(deciding), leftProblems)
    case (_, deciding?): return (.bool(deciding), rightProblems)
    case (nil, _): return (open(), leftProblems)
    case (_, nil): return (open(), rightProblems)
    case (_?, _?): return nil
    }
  }

  private func compute(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ type: ValueType, _ id: ExpressionID
  ) -> Value {
    func open() -> Value { Value.unresolved(type, [left, right]) { $0.isNotNull = true } }
    switch operation {
    case .equal, .notEqual:
      switch left.equality(with: right) {
      case .equal: return .bool(operation == .equal).withMarks(left.deepMarks.union(right.deepMarks))
      case .different: return .bool(operation == .notEqual).withMarks(left.deepMarks.union(right.deepMarks))
      case .undecided: return open()
      }
    case .or, .and:
      guard !left.isNull, !right.isNull else { return fail("the operand must not be null", type, at: id) }
      guard let a = left.bool, let b = right.bool else { return open() }
      return .bool(operation == .or ? a || b : a && b)
    case .greater, .greaterOrEqual, .less, .lessOrEqual, .add, .subtract, .multiply, .divide, .modulo:
      guard !left.isNull, !right.isNull else {
        return fail("the \(left.isNull ? "left" : "right") operand is null", type, at: id)
      }
      guard let a = left.number, let b = right.number else { return open() }
      return arithmetic(operation, a, b, id)
    }
  }

  private func arithmetic(_ operation: BinaryOperator, _ a: Number, _ b: Number, _ id: ExpressionID) -> Value
  {
    let result: Number?
    switch operation {
    case .greater: return .bool(b < a)
    case .greaterOrEqual: return .bool(!(a < b))
    case .less: return .bool(a < b)
    case .lessOrEqual: return .bool(!(b < a))
    case .add: result = Number.sum(a, b)
    case .subtract: result = Number.difference(a, b)
    case .multiply: result = Number.product(a, b)
    case .divide:
      if b.bigFloat.isZero { return fail("division by zero", .number, at: id) }
      result = Number.quotient(a, b)
    case .modulo:
      if b.bigFloat.isZero { return fail("division by zero", .number, at: id) }
      result = Number.remainder(a, b)
    case .or, .and, .equal, .notEqual: result = nil
    }
    guard let result else { return fail("the result is no number", .number, at: id) }
    return .number(result)
  }

  func conditional(
    _ conditionID: ExpressionID, _ thenID: ExpressionID, _ elseID: ExpressionID, _ id: ExpressionID
  ) -> Value {
    let mark = session.pending.count
    let then = evaluate(thenID)
    let thenProblems = Array(session.pending[mark...])
    session.pending.removeSubrange(mark...)
    let otherwise = evaluate(elseID)
    let elseProblems = Array(session.pending[mark...])
    session.pending.removeSubrange(mark...)

    let (thenType, elseType) = (then.type, otherwise.type)
    let resultType: ValueType
    if then.isNull, thenType == .dynamic, then.marks.isEmpty {
      resultType = elseType
    } else if otherwise.isNull, elseType == .dynamic, otherwise.marks.isEmpty {
      resultType = thenType
    } else if thenType == .dynamic || elseType == .dynamic {
      resultType = .dynamic
    } else if let unified = ValueType.unified([thenType, elseType]) {
      resultType = unified
    } else {
      return fail(
        "the true and false results must have consistent types: the true value is \(thenType.friendlyName), "
          + "the false value is \(elseType.friendlyName)", at: id)
    }

    let condition = evaluate(conditionID)
    if condition.isNull {
      return fail("the condition is null; it must be true or false", resultType, at: conditionID)
    }
    let marks = condition.marks.union(then.marks).union(otherwise.marks)
    guard condition.isKnown else {
      return open(condition, then, otherwise, resultType).withMarks(marks)
    }
    guard let flag = (try? condition.converted(to: .bool))?.bool else {
      return fail("the condition must be of type bool", resultType, at: conditionID)
    }
    session.pending += flag ? thenProblems : elseProblems
    let chosen = flag ? then : otherwise
    if resultType == .dynamic { return chosen.withMarks(marks) }
    do throws(ConversionFailure) {
      return try chosen.converted(to: resultType).withMarks(marks)
    } catch {
      return fail(
        "the \(flag ? "true" : "false") result value has the wrong type: \(error.description)", resultType,
        at: flag ? thenID : elseID)
    }
  }

  /// What is known of the result when the condition is not.
  private func open(_ condition: Value, _ then: Value, _ otherwise: Value, _ type: ValueType) -> Value {
    if then.isNull, otherwise.isNull { return .null(type) }
    let areNotNull = then.isDefinitelyNotNull && otherwise.isDefinitelyNotNull
    if then.type == .number, otherwise.type == .number {
      let (a, b) = (then.numberBounds, otherwise.numberBounds)
      return Value.unresolved(.number, [condition]) { refinement in
        refinement.isNotNull = areNotNull
        if let x = a.minimum, let y = b.minimum { refinement.minimum = min(x, y) }
        if let x = a.maximum, let y = b.maximum { refinement.maximum = max(x, y) }
      }
    }
    if then.outerType.isCollection, then.type == otherwise.type {
      let (a, b) = (then.lengthBounds, otherwise.lengthBounds)
      return Value.unresolved(type, [condition]) { refinement in
        refinement.isNotNull = areNotNull
        refinement.minimumLength = min(a.minimum, b.minimum)
        refinement.maximumLength = max(a.maximum, b.maximum)
      }
    }
    return Value.unresolved(type, [condition]) { $0.isNotNull = areNotNull && type != .dynamic }
  }
}
