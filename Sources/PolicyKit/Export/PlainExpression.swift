internal import CEL

/// Why a policy cannot be decided by a cluster; worded for "because".
struct NotPortable: Error {
  var reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}

/// Rewrites an expression of a policy into CEL that every API server has: host functions are written out, optionals
/// become `has()`, variables and parameters are put in their place.
struct PlainExpression {
  /// What a name of the vocabulary, of a variable or of a parameter stands for; already plain.
  var names: [String: CELExpression]
  /// The variables of the policy, as they were written; rewritten where they are used.
  var variables: [String: CELExpression]
  /// Names that a cluster cannot give, and why.
  let unavailable: [String: String]
  /// The namespace's LimitRange was asked: only a pod that was admitted before has its defaults.
  private(set) var usesLimitRange = false

  init(
    names: [String: CELExpression], variables: [String: CELExpression] = [:], unavailable: [String: String]
  ) {
    self.names = names
    self.variables = variables
    self.unavailable = unavailable
  }

  /// - Parameter bound: variables of the macros around.
  mutating func plain(
    _ expression: CELExpression, bound: Set<String> = []
  ) throws(NotPortable) -> CELExpression {
    switch expression {
    case .literal, .string: return expression
    case .identifier(let name): return try identifier(name, expression, bound)
    case .select(let operand, let field, let selection):
      if let name = expression.dottedName, !bound.contains(name.root) {
        if let meaning = try meaning(of: name.text, bound) { return meaning }
      }
      if case .value = selection, let call = resolved(operand).hostCall("image") {
        let template = try ImageExpansion.template(for: field)
        return template.replacing("ref", by: try plain(call[0], bound: bound))
      }
      if case .optional = selection { throw NotPortable("an optional selection is used") }
      return .select(try plain(operand, bound: bound), field: field, selection)
    case .index(let operand, let key, let isOptional):
      if isOptional { throw NotPortable("an optional selection is used") }
      return .index(try plain(operand, bound: bound), try plain(key, bound: bound), isOptional: false)
    case .call(let name, let target, let arguments):
      return try call(name, target, arguments, bound)
    case .unary(let sign, let operand): return .unary(sign, try plain(operand, bound: bound))
    case .binary(let sign, let operands):
      return Simplification.binary(sign, try all(operands, bound))
    case .conditional(let condition, let then, let otherwise):
      return Simplification.conditional(
        try plain(condition, bound: bound), try plain(then, bound: bound), try plain(otherwise, bound: bound))
    case .list(let elements):
      var plainElements: [CELExpression.Element] = []
      for element in elements {
        if element.isOptional { throw NotPortable("an optional element is used") }
        plainElements.append(.init(try plain(element.value, bound: bound)))
      }
      return .list(plainElements)
    case .map(let entries):
      var plainEntries: [(key: CELExpression.Element, value: CELExpression)] = []
      for entry in entries {
        plainEntries.append(
          (.init(try plain(entry.key.value, bound: bound)), try plain(entry.value, bound: bound)))
      }
      return .map(plainEntries)
    case .macro(let name, let range, let macroVariables, let body):
      return try macro(name, range, macroVariables, body, bound)
    }
  }

  private mutating func all(
    _ expressions: [CELExpression], _ bound: Set<String>
  ) throws(NotPortable) -> [CELExpression] {
    var result: [CELExpression] = []
    for expression in expressions { result.append(try plain(expression, bound: bound)) }
    return result
  }

  private mutating func identifier(
    _ name: String, _ expression: CELExpression, _ bound: Set<String>
  ) throws(NotPortable) -> CELExpression {
    bound.contains(name) ? expression : try meaning(of: name, bound) ?? expression
  }

  private mutating func meaning(
    of name: String, _ bound: Set<String>
  ) throws(NotPortable) -> CELExpression? {
    if let reason = unavailable[name] { throw NotPortable(reason) }
    if let meaning = names[name] {
      if let taken = meaning.freeNames.first(where: bound.contains) {
        throw NotPortable("the name '\(taken)' means two things in one expression")
      }
      return meaning
    }
    guard let variable = variables[name] else { return nil }
    if let taken = variable.freeNames.first(where: { bound.contains($0) && names[$0] == nil }) {
      throw NotPortable("the name '\(taken)' means two things in one expression")
    }
    return try plain(variable)
  }

  /// Through variables to what they are: `variables.ref` → `image(object.image)`.
  private func resolved(_ expression: CELExpression) -> CELExpression {
    var expression = expression
    while let name = expression.dottedName?.text, let variable = variables[name] { expression = variable }
    return expression
  }

  private mutating func call(
    _ name: String, _ target: CELExpression?, _ arguments: [CELExpression], _ bound: Set<String>
  ) throws(NotPortable) -> CELExpression {
    if let target {
      if ["hasValue", "orValue", "value"].contains(name) {
        return try optional(name, resolved(target), arguments, bound)
      }
      if name == "flatten", arguments.isEmpty { return try flattened(target, bound) }
      return .call(name, target: try plain(target, bound: bound), try all(arguments, bound))
    }
    switch name {
    case "quantityFault":
      let template = arguments.count == 2 ? QuantityExpansion.ofResource : QuantityExpansion.ofAny
      var result = template.replacing("amount", by: try plain(arguments[0], bound: bound))
      if arguments.count == 2 {
        result = result.replacing("resource", by: try plain(arguments[1], bound: bound))
      }
      return result
    case "filledIn": return try plain(arguments[0], bound: bound)
    case "lookup": throw NotPortable("an optional is used as a value")
    default:
      if PolicyFunctions.all.contains(where: { $0.name == name }) {
        throw NotPortable("\(name)() is more than CEL can say")
      }
      return .call(name, target: nil, try all(arguments, bound))
    }
  }

  private mutating func optional(
    _ name: String, _ target: CELExpression, _ arguments: [CELExpression], _ bound: Set<String>
  ) throws(NotPortable) -> CELExpression {
    if let call = target.hostCall("lookup") {
      if let choice = choice(call[1]) {
        func read(_ path: CELExpression) -> CELExpression { .call("lookup", target: nil, [call[0], path]) }
        return Simplification.conditional(
          try plain(choice.condition, bound: bound),
          try optional(name, read(choice.then), arguments, bound),
          try optional(name, read(choice.otherwise), arguments, bound))
      }
      let path = LookupPath(try plain(call[0], bound: bound), try components(call[1], bound))
      switch name {
      case "hasValue": return path.presence
      case "value": return path.value
      default:
        return .conditional(path.presence, then: path.value, otherwise: try plain(arguments[0], bound: bound))
      }
    }
    if target.hostCall("limitRangeDefault") != nil, name == "hasValue" {
      usesLimitRange = true
      return .literal("false")
    }
    // Only a workflow has template defaults, and no workflow is asked.
    if target.hostCall("templateDefault") != nil, name == "hasValue" { return .literal("false") }
    throw NotPortable("an optional is used as a value")
  }

  /// A path that is one thing or another: `(isSet ? 'spec.template' : 'spec') + '.project'`.
  private func choice(
    _ path: CELExpression
  ) -> (condition: CELExpression, then: CELExpression, otherwise: CELExpression)? {
    switch resolved(path) {
    case .conditional(let condition, let then, let otherwise): return (condition, then, otherwise)
    case .binary("+", let sides):
      for (place, side) in sides.enumerated() {
        guard let choice = choice(side) else { continue }
        var then = sides
        then[place] = choice.then
        var otherwise = sides
        otherwise[place] = choice.otherwise
        return (choice.condition, .binary("+", then), .binary("+", otherwise))
      }
      return nil
    default: return nil
    }
  }

  /// The parts of a path: `'resources.' + kind + '.memory'` has three.
  private mutating func components(
    _ path: CELExpression, _ bound: Set<String>
  ) throws(NotPortable) -> [CELExpression] {
    switch path {
    case .list(let elements): return try all(elements.map(\.value), bound)
    case .string(let text): return text.split(separator: ".").map { .string(String($0)) }
    case .binary("+", let sides):
      var result: [CELExpression] = []
      for side in sides {
        switch resolved(side) {
        case .string, .binary("+", _): result += try components(resolved(side), bound)
        // The variable of a macro, or a field of the element: one name.
        case .identifier, .select: result.append(try plain(side, bound: bound))
        default: throw NotPortable("which field it reads depends on the object")
        }
      }
      return result
    default:
      let path = resolved(path)
      switch path {
      case .list, .string, .binary("+", _): return try components(path, bound)
      default: break
      }
      throw NotPortable("which field it reads depends on the object")
    }
  }

  private mutating func macro(
    _ name: String, _ range: CELExpression, _ variables: [String], _ body: [CELExpression],
    _ bound: Set<String>
  ) throws(NotPortable) -> CELExpression {
    let range = try plain(range, bound: bound)
    let inner = try all(body, bound.union(variables))
    switch name {
    case "transformList":
      guard variables.count == 2 else { throw NotPortable("\(name)() is not in this Kubernetes version") }
      // Over a map, `map` gives the keys.
      let value = CELExpression.index(range, .identifier(variables[0]), isOptional: false)
      return Self.mapped(
        range, variables[0], inner.map { $0.replacing(variables[1], by: value) })
    case "all", "exists", "exists_one", "filter", "map":
      if variables.count == 2 { throw NotPortable("\(name)() over keys and values is used") }
      if name == "map" { return Self.mapped(range, variables[0], inner) }
      return .macro(name: name, range: range, variables: variables, inner)
    default: throw NotPortable("\(name)() is not in this Kubernetes version")
    }
  }

  /// The form of `map` with a condition is not in every implementation.
  private static func mapped(
    _ range: CELExpression, _ variable: String, _ body: [CELExpression]
  ) -> CELExpression {
    guard body.count == 2 else { return .macro(name: "map", range: range, variables: [variable], body) }
    let filtered = CELExpression.macro(name: "filter", range: range, variables: [variable], [body[0]])
    return .macro(name: "map", range: filtered, variables: [variable], [body[1]])
  }

  /// Lists of lists of known length are written out as a sum.
  private mutating func flattened(
    _ target: CELExpression, _ bound: Set<String>
  ) throws(NotPortable) -> CELExpression {
    switch target {
    case .list(let elements): return Simplification.sum(try all(elements.map(\.value), bound))
    case .macro("map", .list(let elements), let variables, let body)
    where body.count == 1 && variables.count == 1:
      var parts: [CELExpression] = []
      for element in elements {
        parts.append(try plain(body[0].replacing(variables[0], by: element.value), bound: bound))
      }
      return Simplification.sum(parts)
    default:
      // What is inside has the better reason.
      _ = try plain(target, bound: bound)
      throw NotPortable("it flattens a list of unknown length, which plain CEL cannot")
    }
  }
}

/// `lookup(root, 'a.b')` in terms of `has()`.
private struct LookupPath {
  var presence: CELExpression
  var value: CELExpression

  init(_ root: CELExpression, _ parts: [CELExpression]) {
    var tests: [CELExpression] = []
    var value = root
    for part in parts {
      if case .string(let name) = part, name.isFieldName {
        tests.append(.select(value, field: name, .presence))
        value = .select(value, field: name, .value)
      } else {
        tests.append(.binary("in", [part, value]))
        value = .index(value, part, isOptional: false)
      }
    }
    presence = Simplification.binary("&&", tests)
    self.value = value
  }
}

/// Constants that rewriting leaves are folded, so that the result reads as if somebody had written it.
enum Simplification {
  static func binary(_ sign: String, _ operands: [CELExpression]) -> CELExpression {
    guard sign == "&&" || sign == "||" else { return .binary(sign, operands) }
    let neutral = sign == "&&" ? "true" : "false"
    let absorbing = sign == "&&" ? "false" : "true"
    var rest: [CELExpression] = []
    for operand in operands {
      if case .literal(neutral) = operand { continue }
      if case .literal(absorbing) = operand { return operand }
      if case .binary(sign, let inner) = operand { rest += inner } else { rest.append(operand) }
    }
    guard let first = rest.first else { return .literal(neutral) }
    return rest.count == 1 ? first : .binary(sign, rest)
  }

  static func conditional(
    _ condition: CELExpression, _ then: CELExpression, _ otherwise: CELExpression
  ) -> CELExpression {
    if case .literal("true") = condition { return then }
    if case .literal("false") = condition { return otherwise }
    return .conditional(condition, then: then, otherwise: otherwise)
  }

  static func not(_ operand: CELExpression) -> CELExpression {
    if case .unary("!", let inner) = operand { return inner }
    if case .literal("true") = operand { return .literal("false") }
    if case .literal("false") = operand { return .literal("true") }
    return .unary("!", operand)
  }

  static func sum(_ lists: [CELExpression]) -> CELExpression {
    guard var result = lists.first else { return .list([]) }
    for list in lists.dropFirst() { result = .binary("+", [result, list]) }
    return result
  }
}
