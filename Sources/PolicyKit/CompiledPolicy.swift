internal import CEL
internal import SourceText
internal import Values

/// A policy with its expressions compiled and its parameters fixed: ready for any number of subjects.
final class CompiledPolicy: Sendable {
  struct Validation: Sendable {
    var expression: CELProgram
    var message: String?
    var messageExpression: CELProgram?
    var at: CELProgram?
    var level: Level?
    var hint: String?
    var fix: String?
    var fixExpression: CELProgram?
  }

  let policy: Policy
  let environment: CELEnvironment
  /// In the order of their slots, which come first of the policy's own.
  let parameters: [CELValue]
  let conditions: [CELProgram]
  let forEach: (list: CELProgram, slot: Int)?
  let variables: [(slot: Int, program: CELProgram)]
  let validations: [Validation]
  let lower: (when: CELProgram, note: String)?

  /// Nil when an expression does not compile; `faults` then says where and why.
  init?(
    _ policy: Policy, rule: PolicyRule, parameters values: [String: Value], in base: CELEnvironment,
    file: SourceFile, faults: inout [ConfigurationFault]
  ) {
    var list = FaultList(file)
    var environment = base
    var parameters: [CELValue] = []
    for parameter in policy.card.parameters {
      let name = "params.\(parameter.name)"
      environment.declare(variable: name, as: parameter.kind.type)
      parameters.append(.document(values[parameter.name] ?? parameter.fallback))
    }
    var forEach: (list: CELProgram, slot: Int)?
    let conditions = rule.conditions.compactMap {
      Self.compile($0, in: environment, expecting: .bool, &list)
    }
    if let loop = rule.forEach {
      let program = Self.compile(loop.list, in: environment, expecting: .list(.dyn), &list)
      environment.declare(variable: loop.name, as: .dyn)
      if let program, let slot = environment.slot(of: loop.name) { forEach = (program, slot) }
    }
    var variables: [(slot: Int, program: CELProgram)] = []
    for variable in rule.variables {
      guard let program = Self.compile(variable.expression, in: environment, expecting: nil, &list) else {
        environment.declare(variable: "variables.\(variable.name)", as: .dyn)
        continue
      }
      environment.declare(variable: "variables.\(variable.name)", as: program.resultType)
      if let slot = environment.slot(of: "variables.\(variable.name)") { variables.append((slot, program)) }
    }
    var validations: [Validation] = []
    for validation in rule.validations {
      guard let expression = Self.compile(validation.expression, in: environment, expecting: .bool, &list)
      else { continue }
      validations.append(
        Validation(
          expression: expression, message: validation.message,
          messageExpression: validation.messageExpression.flatMap {
            Self.compile($0, in: environment, expecting: .string, &list)
          },
          at: validation.at.flatMap { Self.compile($0, in: environment, expecting: nil, &list) },
          level: validation.level, hint: validation.hint, fix: validation.fix,
          fixExpression: validation.fixExpression.flatMap {
            Self.compile($0, in: environment, expecting: .string, &list)
          }))
    }
    var lower: (when: CELProgram, note: String)?
    if let rule = rule.lower,
      let program = Self.compile(rule.when, in: environment, expecting: .bool, &list)
    {
      lower = (program, rule.note)
    }
    faults += list.faults
    guard list.faults.isEmpty else { return nil }
    self.policy = policy
    self.environment = environment
    self.parameters = parameters
    self.conditions = conditions
    self.forEach = forEach
    self.variables = variables
    self.validations = validations
    self.lower = lower
  }

  private static func compile(
    _ expression: SourceExpression, in environment: CELEnvironment, expecting type: CELType?,
    _ list: inout FaultList
  ) -> CELProgram? {
    switch environment.compile(expression.text) {
    case .success(let program):
      if let type, !program.resultType.isAcceptable(as: type) {
        list.add(
          "the expression gives \(program.resultType), not \(type)", at: expression.range(at: 0))
        return nil
      }
      return program
    case .failure(let failure):
      for issue in failure.issues {
        list.add(
          issue.message, advice: issue.suggestion.map { "did you mean '\($0)'?" },
          at: expression.range(at: issue.offset))
      }
      return nil
    }
  }
}

extension CELType {
  /// A value of this type may turn out to be of the other.
  func isAcceptable(as other: CELType) -> Bool {
    switch (self, other) {
    case (.dyn, _), (_, .dyn): true
    case (.list, .list): true
    case (.optional, .list): false
    default: self == other
    }
  }
}

extension PolicyParameter.Kind {
  var type: CELType {
    switch self {
    case .string: .string
    case .boolean: .bool
    case .integer: .int
    case .quantity: .dyn
    case .list(let element): .list(element.type)
    case .map(let element): .map(.string, element.type)
    }
  }
}
