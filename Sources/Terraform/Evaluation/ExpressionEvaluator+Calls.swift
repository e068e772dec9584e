internal import HCLSyntax
internal import SourceText
internal import Values

extension ExpressionEvaluator {
  func call(_ fullName: String, _ arguments: [ExpressionID], _ expandsFinal: Bool, _ id: ExpressionID)
    -> Value
  {
    guard session.allowsFunctions else { return fail("functions may not be called here", at: id) }
    let name = fullName.hasPrefix("core::") ? String(fullName.dropFirst(6)) : fullName
    if name.hasPrefix("provider::") { return providerCall(name, arguments, id) }
    guard session.functions.contains(name) else {
      return fail("there is no function named \(name.quotedAsGo)", at: id)
    }
    if session.forbiddenFunctions.contains(name) { return fail("\(name)() may not be called here", at: id) }
    if !expandsFinal {
      switch name {
      case "try": return attempt(arguments, id)
      case "can": return can(arguments, id)
      case "convert": return convert(arguments, id)
      default: break
      }
    }
    guard let values = argumentValues(arguments, expandsFinal, name, id) else {
      return .unknown(because: [Unknown.Reason("an argument of \(name)() is in error", at: location(id))])
    }
    if values.isOpen { return Value.unresolved(.dynamic, values.values) }
    let result =
      name == "templatestring"
      ? renderString(values.values) : session.functions.call(name, values.values, context: session.context)
    switch result {
    case .success(var value):
      // What a template's own text says is told at the call: the template is no file of the report.
      if value.origin.location.map({ $0.file == FileID(-1) }) ?? true {
        value.origin = computedOrigin(id, from: values.values)
      }
      if name == "jsonencode" || name == "yamlencode", let argument = values.values.first {
        value.origin.encoded = EncodedValue(argument.openedUp)
      }
      if let unknown = value.unknown, let parts = KnownParts.ofResult(name, values.values) {
        value.content = .unknown(unknown.consisting(of: parts))
      }
      return withReason(value, name, id)
    case .failure(let failure):
      let position = failure.argument ?? -1
      let isArgument = arguments.indices.contains(position)
      return fail(
        isArgument
          ? "invalid argument of \(name)(): \(failure.message)" : "\(name)() failed: \(failure.message)",
        at: isArgument ? arguments[position] : id)
    }
  }

  /// `templatestring(reference, variables)`.
  private func renderString(_ arguments: [Value]) -> Result<Value, FunctionFailure> {
    guard arguments.count == 2 else {
      return .failure(FunctionFailure("function \"templatestring\" expects 2 argument(s)"))
    }
    let (source, variables) = (arguments[0], arguments[1])
    if source.isNull { return .failure(FunctionFailure("argument must not be null", argument: 0)) }
    guard variables.isKnown, source.isKnown else {
      return .success(Value.unresolved(.dynamic, arguments).withMarks(source.marks.union(variables.marks)))
    }
    guard variables.object != nil else {
      return .failure(FunctionFailure("the variables must be an object or a map", argument: 1))
    }
    guard let text = (try? source.converted(to: .string))?.string else {
      return .failure(FunctionFailure("a string is required", argument: 0))
    }
    guard let render = session.context.renderTemplate else {
      return .success(Value.unresolved(.string, arguments))
    }
    return render(TemplateRequest(text: text, path: nil, variables: variables, allowsFiles: false))
      .map { $0.withMarks(source.marks.union(variables.marks)) }
  }

  /// Unknown results of functions such as `timestamp` get the place of the call.
  private func withReason(_ value: Value, _ name: String, _ id: ExpressionID) -> Value {
    guard case .unknown(let unknown) = value.content, unknown.reasons.contains(where: { $0.location == nil })
    else {
      return value
    }
    let reasons = unknown.reasons.map { reason in
      reason.location == nil ? Unknown.Reason(reason.phrase, at: location(id)) : reason
    }
    return .unknown(
      value.explicitType ?? .dynamic,
      unknown.because(reasons), origin: value.origin, marks: value.marks)
  }

  private func providerCall(_ name: String, _ arguments: [ExpressionID], _ id: ExpressionID) -> Value {
    let values = arguments.map(evaluate)
    let marks = values.reduce(Value.Marks()) { $0.union($1.deepMarks) }
    return Value.unknown(
      because: [Unknown.Reason("\(name)() is computed by a provider", at: location(id))], origin: origin(id)
    ).withMarks(marks)
  }

  /// The arguments, the last one expanded. `isOpen` when the number of arguments is unknown; nil after an error.
  private func argumentValues(
    _ ids: [ExpressionID], _ expandsFinal: Bool, _ name: String, _ id: ExpressionID
  ) -> (values: [Value], isOpen: Bool)? {
    let mark = session.pending.count
    var values: [Value] = []
    for (position, argument) in ids.enumerated() {
      if name == "templatestring", position == 0 {
        values.append(templateSource(argument))
      } else {
        values.append(evaluate(argument))
      }
    }
    guard expandsFinal, let last = values.last, let lastID = ids.last else {
      return hasFailed(since: mark) ? nil : (values, false)
    }
    if hasFailed(since: mark) { return nil }
    if last.isNull {
      _ = fail("the expanding argument (indicated by ...) must not be null", at: lastID)
      return nil
    }
    if last.isDynamicUnknown { return (values, true) }
    guard last.outerType.isSequence else {
      _ = fail("the expanding argument (indicated by ...) must be of a tuple, list, or set type", at: lastID)
      return nil
    }
    guard case .list(let elements) = last.content else { return (values, true) }
    session.spend(elements.count)
    values.removeLast()
    values += elements.map { $0.withMarks(last.marks) }
    return (values, false)
  }

  /// `templatestring` takes a reference to a string, not a literal template.
  private func templateSource(_ id: ExpressionID) -> Value {
    switch file.tree[id] {
    case .traversal, .relativeTraversal, .index, .parentheses: evaluate(id)
    case .invalid, .null, .bool, .number, .string, .jsonString, .template, .templateWrap, .templateJoin,
      .splat,
      .anonymous, .call, .tuple, .object, .for, .conditional, .unary, .binary:
      fail("templatestring() takes a reference to a string as its first argument", at: id)
    }
  }

  private func attempt(_ arguments: [ExpressionID], _ id: ExpressionID) -> Value {
    guard !arguments.isEmpty else { return fail("try() failed: at least one argument is required", at: id) }
    let mark = session.pending.count
    for argument in arguments {
      let value = evaluate(argument)
      guard hasFailed(since: mark) else {
        if value.isWhollyKnown { return value }
        return Value.unresolved(.dynamic, [value]).withMarks(value.marks)
      }
      if argument != arguments.last { session.pending.removeSubrange(mark...) }
    }
    session.pending.removeSubrange(mark...)
    return fail("try() failed: no expression succeeded", at: id)
  }

  private func can(_ arguments: [ExpressionID], _ id: ExpressionID) -> Value {
    guard arguments.count == 1 else { return fail("can() takes one argument", .bool, at: id) }
    let mark = session.pending.count
    let value = evaluate(arguments[0])
    if hasFailed(since: mark) {
      session.pending.removeSubrange(mark...)
      return .bool(false, origin: origin(id))
    }
    return value.isWhollyKnown ? .bool(true, origin: origin(id)) : Value.unresolved(.bool, [value])
  }

  private func convert(_ arguments: [ExpressionID], _ id: ExpressionID) -> Value {
    guard arguments.count == 2 else { return fail("convert() takes a value and a type", at: id) }
    let value = evaluate(arguments[0])
    var constraints = TypeExpression(file)
    let (type, defaults) = constraints.read(arguments[1])
    if !constraints.problems.isEmpty {
      session.pending += constraints.problems
      return Value.unresolved(.dynamic, [value])
    }
    do throws(ConversionFailure) {
      return try defaults.applied(to: value).converted(to: type)
    } catch {
      return fail("convert() failed: \(error.description)", at: arguments[0])
    }
  }
}
