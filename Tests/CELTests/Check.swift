internal import CEL
internal import Testing
internal import Values

private func makeEnvironment(_ dialect: Dialect) -> CELEnvironment {
  var environment = CELEnvironment(dialect)
  environment.declare(variable: "object", as: .dyn)
  return environment
}

private let environments: [Dialect: CELEnvironment] = [
  .policy: makeEnvironment(.policy), .standard: makeEnvironment(.standard),
  .latestKubernetes: makeEnvironment(.latestKubernetes),
]

/// Evaluates with `object` bound to the document; the result as the language writes it, with issues, error or reasons.
func evaluate(
  _ expression: String, _ document: Document = Document("object", [:]), dialect: Dialect = .policy,
  costLimit: UInt64 = CELProgram.defaultCostLimit
) -> (text: String, blame: String) {
  let environment = environments[dialect] ?? makeEnvironment(dialect)
  switch environment.compile(expression) {
  case .failure(let failure): return (failure.description, "")
  case .success(let program):
    var activation = CELActivation(environment)
    activation["object"] = .document(document.value)
    let outcome = program.evaluate(activation, costLimit: costLimit)
    return (printed(outcome.result), document.path(of: outcome.blame))
  }
}

func check(
  _ expression: String, _ document: Document = Document("object", [:]), dialect: Dialect = .policy,
  costLimit: UInt64 = CELProgram.defaultCostLimit, gives expected: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let result = evaluate(expression, document, dialect: dialect, costLimit: costLimit)
  #expect(result.text == expected, sourceLocation: sourceLocation)
}

func check(
  _ expression: String, _ document: Document, blames expected: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(evaluate(expression, document).blame == expected, sourceLocation: sourceLocation)
}

func printed(_ value: CELValue) -> String {
  switch value {
  case .null: return "null"
  case .bool(let flag): return "\(flag)"
  case .int(let number): return "\(number)"
  case .uint(let number): return "\(number)u"
  case .double(let number): return "\(number)"
  case .string(let text): return "'\(text)'"
  case .bytes(let bytes): return "b\(bytes)"
  case .list(let elements): return "[\(elements.map(printed).joined(separator: ", "))]"
  case .map(let map):
    return "{\(map.entries.map { "\(printed($0.key)): \(printed($0.value))" }.joined(separator: ", "))}"
  case .timestamp(let time): return "timestamp \(time.seconds)"
  case .duration(let duration): return "duration \(duration.seconds)"
  case .type(let type): return "\(type)"
  case .optional(let content): return "optional(\(content.map(printed) ?? ""))"
  case .opaque(let opaque): return opaque.content.description
  case .structured: return "structured"
  case .error(let error): return "error at \(error.offset ?? -1): \(error.message)"
  case .unknown(let unknown):
    return "unknown because \(unknown.reasons.map(\.phrase).joined(separator: ", "))"
  case .document(let document):
    switch document.content {
    case .null: return "null"
    case .bool(let flag): return "\(flag)"
    case .number(let number): return number.text
    case .string(let text): return "'\(text)'"
    case .list(let elements): return "[\(elements.map { printed(.document($0)) }.joined(separator: ", "))]"
    case .object(let fields):
      return
        "{\(fields.fields.map { "'\($0.name)': \(printed(.document($0.value)))" }.joined(separator: ", "))}"
    case .unknown(let unknown): return "unknown because \(unknown.reasons.map(\.phrase))"
    }
  }
}
