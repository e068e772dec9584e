/// Finds the type of every part of an expression, and what cannot work before it runs.
///
/// The rules follow cel-go's checker, macros included; those are checked directly, not expanded.
struct Checker {
  let tree: SyntaxTree
  let environment: CELEnvironment
  private(set) var issues: [CELIssue] = []
  var unifier = TypeUnifier()
  /// Variables of the comprehensions around the current node, innermost last.
  private var locals: [(name: String, type: CELType)] = []
  /// Calls of `sum` on lists of durations: the sum of an empty one is a duration too.
  private(set) var durationSums: Set<NodeID> = []
  /// Inside the arguments of `format`, whose list may mix types in every dialect.
  private var isFormatting = false

  init(_ tree: SyntaxTree, _ environment: CELEnvironment) {
    self.tree = tree
    self.environment = environment
  }

  /// The type of the whole expression; `issues` tells whether it holds.
  mutating func check() -> CELType {
    let type = check(tree.root)
    return unifier.resolved(type, unboundIsDynamic: true)
  }

  mutating func report(_ message: String, at node: NodeID, suggestion: String? = nil) {
    report(message, offset: tree.offset(of: node), suggestion: suggestion)
  }

  private mutating func report(_ message: String, offset: Int, suggestion: String? = nil) {
    issues.append(CELIssue(message, offset: offset, suggestion: suggestion))
  }

  mutating func check(_ id: NodeID) -> CELType {
    switch tree[id] {
    case .constant(let value): value.type
    case .identifier(let name): identifier(name, id)
    case .select(let operand, let field, let mode): select(operand, field, mode, id)
    case .index(let operand, let index, let isOptional): self.index(operand, index, isOptional, id)
    case .call(let name, let target, let arguments): call(name, target, arguments, id)
    case .not(let operand): resolve("!_", [check(operand)], OperatorTypes.not, id)
    case .negate(let operand): resolve("-_", [check(operand)], OperatorTypes.negate, id)
    case .binary(let operation, let left, let right): binary(operation, left, right, id)
    case .logical(_, let terms): logical(terms)
    case .conditional(let condition, let then, let otherwise): conditional(condition, then, otherwise, id)
    case .list(let entries): list(entries)
    case .map(let entries): map(entries)
    case .message(let name, let fields): message(name, fields, id)
    case .macro(let macro): check(macro, id)
    }
  }

  // Names.

  private mutating func identifier(_ name: String, _ id: NodeID) -> CELType {
    if let local = locals.last(where: { $0.name == name }) { return local.type }
    switch environment.reference(to: name) {
    case .variable(let index): return environment.variables[index].type
    case .type(let type): return .type(type)
    case nil:
      report(
        "undeclared reference to '\(name)'", at: id,
        suggestion: environment.suggestion(forVariable: name, locals: locals.map(\.name)))
      return .failed
    }
  }

  /// The dotted name that a chain of plain selections spells, if it can be one.
  private func dottedName(_ id: NodeID) -> String? {
    switch tree[id] {
    case .identifier(let name):
      if locals.contains(where: { $0.name == name }) || !environment.isNamespace(name) { return nil }
      return name
    case .select(let operand, let field, .value):
      guard let prefix = dottedName(operand) else { return nil }
      return prefix + "." + field
    default: return nil
    }
  }

  private mutating func select(_ operand: NodeID, _ field: String, _ mode: SelectMode, _ id: NodeID)
    -> CELType
  {
    if let prefix = dottedName(operand), let reference = environment.reference(to: prefix + "." + field) {
      switch (mode, reference) {
      case (.value, .variable(let index)): return environment.variables[index].type
      case (.value, .type(let type)): return .type(type)
      case (.presence, .variable): return .bool
      case (.presence, .type), (.optional, _): break
      }
    }
    let checked = check(operand)
    let operandType = unifier.resolved(checked)
    var result = selected(field, from: operandType, id)
    if case .presence = mode { return .bool }
    if case .optional = mode {
      if case .optional = result {} else { result = .optional(result) }
    }
    return result
  }

  private mutating func selected(_ field: String, from type: CELType, _ id: NodeID) -> CELType {
    switch type {
    case .optional(let inner):
      let selected = selected(field, from: inner, id)
      if case .optional = selected { return selected }
      return .optional(selected)
    case .map(_, let value): return value
    case .object(let name):
      guard let object = environment.objects[name] else { return .dyn }
      if let type = object.fields[field] { return type }
      report(
        "undefined field '\(field)'", at: id,
        suggestion: Spelling.nearest(to: field, among: Array(object.fields.keys)))
      return .failed
    case .variable:
      _ = unifier.assign(.dyn, to: type)
      return .dyn
    case .dyn, .failed: return .dyn
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .list, .type, .wrapper,
      .opaque, .parameter:
      report("type '\(type)' has no fields, so '.\(field)' cannot be selected", at: id)
      return .failed
    }
  }

  private mutating func index(_ operand: NodeID, _ index: NodeID, _ isOptional: Bool, _ id: NodeID) -> CELType
  {
    let types = [check(operand), check(index)]
    return resolve(
      isOptional ? "_[?_]" : "_[_]", types, isOptional ? OperatorTypes.optionalIndex : OperatorTypes.index, id
    )
  }

  // Operators.

  private mutating func binary(
    _ operation: BinaryOperator, _ left: NodeID, _ right: NodeID, _ id: NodeID
  ) -> CELType {
    let leftType = check(left)
    let rightType = check(right)
    // The common cases need no search.
    if leftType == rightType {
      switch (operation, leftType) {
      case (.equal, _), (.notEqual, _): return .bool
      case (.add, .int), (.subtract, .int), (.multiply, .int), (.divide, .int), (.modulo, .int): return .int
      case (.add, .string): return .string
      case (.less, .int), (.lessOrEqual, .int), (.greater, .int), (.greaterOrEqual, .int): return .bool
      default: break
      }
    }
    return resolve("_\(operation.rawValue)_", [leftType, rightType], OperatorTypes.of(operation), id)
  }

  private mutating func logical(_ terms: [NodeID]) -> CELType {
    for term in terms { expect(.bool, term, check(term)) }
    return .bool
  }

  private mutating func conditional(
    _ condition: NodeID, _ then: NodeID, _ otherwise: NodeID, _ id: NodeID
  ) -> CELType {
    let types = [check(condition), check(then), check(otherwise)]
    return resolve("_?_:_", types, OperatorTypes.conditional, id)
  }

  private mutating func expect(_ expected: CELType, _ id: NodeID, _ found: CELType) {
    if found == expected { return }
    if !unifier.assign(expected, to: found) {
      report(
        "expected type '\(expected)' but found '\(unifier.resolved(found, unboundIsDynamic: true))'", at: id)
    }
  }

  // Literals.

  private mutating func list(_ entries: [ListEntry]) -> CELType {
    var element: CELType?
    for entry in entries {
      let type = unwrapped(check(entry.value), isOptional: entry.isOptional, entry.value)
      element = join(element, type, entry.value)
    }
    return .list(element ?? unifier.makeVariable())
  }

  private mutating func map(_ entries: [MapEntry]) -> CELType {
    var key: CELType?
    var value: CELType?
    for entry in entries {
      key = join(key, check(entry.key), entry.key)
      let type = unwrapped(check(entry.value), isOptional: entry.isOptional, entry.value)
      value = join(value, type, entry.value)
    }
    if let found = key, let entry = entries.first, !unifier.resolved(found).canBeKey {
      report("a map's key cannot be of type '\(unifier.resolved(found))'", at: entry.key)
      key = .failed
    }
    return .map(key ?? unifier.makeVariable(), value ?? unifier.makeVariable())
  }

  private mutating func unwrapped(_ type: CELType, isOptional: Bool, _ id: NodeID) -> CELType {
    guard isOptional else { return type }
    let resolved = unifier.resolved(type)
    if case .optional(let inner) = resolved { return inner }
    if !resolved.isDynamic {
      report("expected type 'optional_type(\(resolved))' but found '\(resolved)'", at: id)
    }
    return resolved
  }

  private mutating func join(_ previous: CELType?, _ current: CELType, _ id: NodeID) -> CELType {
    guard let previous else { return current }
    if previous == current { return previous }
    if unifier.assign(previous, to: current) { return TypeUnifier.mostGeneral(previous, current) }
    guard environment.features.contains(.homogeneousLiterals), !isFormatting else { return .dyn }
    report(
      "expected type '\(unifier.resolved(previous, unboundIsDynamic: true))' but found "
        + "'\(unifier.resolved(current, unboundIsDynamic: true))'", at: id)
    return .failed
  }

  private mutating func message(_ name: String, _ fields: [FieldEntry], _ id: NodeID) -> CELType {
    for field in fields { _ = check(field.value) }
    report("type '\(name)' cannot be constructed", at: id)
    return .failed
  }

  // Macros.

  private mutating func check(_ macro: Macro, _ id: NodeID) -> CELType {
    let checked = check(macro.range)
    let range = unifier.resolved(checked)
    switch macro.kind {
    case .bind: return scoped([(macro.variables[0], range)]) { $0.check(macro.body) }
    case .optionalMap:
      return .optional(scoped([(macro.variables[0], content(of: range, macro))]) { $0.check(macro.body) })
    case .optionalFlatMap:
      let body = scoped([(macro.variables[0], content(of: range, macro))]) { $0.check(macro.body) }
      let result = CELType.optional(unifier.makeVariable())
      if !unifier.assign(body, to: result) {
        report("optFlatMap() needs an optional value here but found '\(body)'", at: macro.body)
      }
      return unifier.resolved(result)
    case .all, .exists, .existsOne, .filter, .map, .transformMap, .transformMapEntry, .sortBy:
      return comprehension(macro, range, id)
    }
  }

  private mutating func content(of range: CELType, _ macro: Macro) -> CELType {
    if case .optional(let inner) = range { return inner }
    if range.isDynamic { return .dyn }
    let inner = unifier.makeVariable()
    if !unifier.assign(range, to: .optional(inner)) {
      report("\(macro.name)() needs an optional value but found '\(range)'", at: macro.range)
    }
    return inner
  }

  private mutating func comprehension(_ macro: Macro, _ range: CELType, _ id: NodeID) -> CELType {
    var first: CELType
    var second: CELType
    switch range {
    case .list(let element): (first, second) = (.int, element)
    case .map(let key, let value): (first, second) = (key, value)
    case .dyn, .failed, .variable:
      _ = unifier.assign(.dyn, to: range)
      (first, second) = (.dyn, .dyn)
    default:
      report("\(macro.name)() ranges over a list or map, not over '\(range)'", at: macro.range)
      (first, second) = (.failed, .failed)
    }
    let isTwoVariable = macro.variables.count == 2
    if case .list = range, !isTwoVariable { first = second }
    var scope = [(name: macro.variables[0], type: first)]
    if isTwoVariable { scope.append((macro.variables[1], second)) }
    let body = scoped(scope) { checker in
      if let condition = macro.condition { checker.expect(.bool, condition, checker.check(condition)) }
      return checker.check(macro.body)
    }
    switch macro.kind {
    case .all, .exists, .existsOne:
      expect(.bool, macro.body, body)
      return .bool
    case .filter:
      expect(.bool, macro.body, body)
      return .list(unifier.resolved(first))
    case .map: return .list(unifier.resolved(body))
    case .transformMap: return .map(unifier.resolved(first), unifier.resolved(body))
    case .transformMapEntry:
      let result = CELType.map(unifier.makeVariable(), unifier.makeVariable())
      if !unifier.assign(body, to: result) {
        report("transformMapEntry() needs a map here but found '\(body)'", at: macro.body)
      }
      return unifier.resolved(result)
    case .sortBy:
      if !unifier.resolved(body).isComparable {
        report("sortBy() cannot order values of type '\(unifier.resolved(body))'", at: macro.body)
      }
      return .list(unifier.resolved(first))
    case .bind, .optionalMap, .optionalFlatMap: return .failed
    }
  }

  private mutating func scoped(
    _ variables: [(name: String, type: CELType)], _ body: (inout Checker) -> CELType
  ) -> CELType {
    locals += variables
    defer { locals.removeLast(variables.count) }
    return body(&self)
  }

  // Calls.

  private mutating func call(
    _ name: String, _ target: NodeID?, _ arguments: [NodeID], _ id: NodeID
  ) -> CELType {
    let known = issues.count
    let wasFormatting = isFormatting
    if name == "format", target != nil { isFormatting = true }
    var types = arguments.map { check($0) }
    isFormatting = wasFormatting
    guard let target else {
      guard let function = environment.function(name) else { return undeclared(name, id, after: known) }
      return resolve(function, types, isMember: false, id)
    }
    if let prefix = callNamespace(target) {
      if let function = environment.function(prefix + "." + name) {
        return resolve(function, types, isMember: false, id)
      }
      let root = prefix.namespaceRoot ?? prefix
      if environment.reference(to: root) == nil,
        environment.hasFunctions(in: prefix) || environment.function(name) == nil
      {
        return undeclared(prefix + "." + name, id, after: known)
      }
    }
    types.insert(check(target), at: 0)
    guard let function = environment.function(name) else { return undeclared(name, id, after: known) }
    if name == "sum", types.count == 1, case .list(.duration) = unifier.resolved(types[0]) {
      durationSums.insert(id)
    }
    return resolve(function, types, isMember: true, id)
  }

  /// Functions have namespaces of their own, whatever variables there are.
  private func callNamespace(_ id: NodeID) -> String? {
    switch tree[id] {
    case .identifier(let name): return locals.contains { $0.name == name } ? nil : name
    case .select(let operand, let field, .value): return callNamespace(operand).map { $0 + "." + field }
    default: return nil
    }
  }

  /// Faults in the arguments are left out: a mistyped macro makes its variables undeclared too.
  private mutating func undeclared(_ name: String, _ id: NodeID, after known: Int) -> CELType {
    issues.removeLast(issues.count - known)
    report(
      "undeclared reference to '\(name)'", at: id, suggestion: environment.suggestion(forFunction: name))
    return .failed
  }

  private mutating func resolve(_ function: Function, _ types: [CELType], isMember: Bool, _ id: NodeID)
    -> CELType
  {
    if let result = match(types, function.overloads, isMember: isMember) { return result }
    noMatch(function.name, types, function.overloads, isMember: isMember, id)
    return .failed
  }

  private mutating func resolve(_ name: String, _ types: [CELType], _ overloads: [Overload], _ id: NodeID)
    -> CELType
  {
    if let result = match(types, overloads, isMember: false) { return result }
    noMatch(name, types, overloads, isMember: false, id)
    return .failed
  }

  /// The result of the overloads that fit: their common result type, or `dyn`.
  private mutating func match(_ types: [CELType], _ overloads: [Overload], isMember: Bool) -> CELType? {
    var result: CELType?
    for overload in overloads where overload.isMember == isMember && overload.parameters.count == types.count
    {
      let matched: CELType
      if overload.variableCount == 0 {
        guard unifier.assign(types, to: overload.parameters) else { continue }
        matched = overload.result
      } else {
        let first = unifier.makeVariables(overload.variableCount)
        guard unifier.assign(types, to: overload.parameters.map { $0.shifted(by: first) }) else { continue }
        matched = unifier.resolved(overload.result.shifted(by: first))
      }
      if let previous = result {
        if previous != .dyn, previous != matched { result = .dyn }
      } else {
        result = matched
      }
    }
    return result
  }

  private mutating func noMatch(
    _ name: String, _ types: [CELType], _ overloads: [Overload], isMember: Bool, _ id: NodeID
  ) {
    let shown = types.map { unifier.resolved($0, unboundIsDynamic: true).description }
    let applied =
      isMember
      ? "\(shown[0]).(\(shown.dropFirst().joined(separator: ", ")))" : "(\(shown.joined(separator: ", ")))"
    var hint = ""
    if !isMember, overloads.contains(where: { $0.isMember }), !overloads.contains(where: { !$0.isMember }) {
      hint = "; it is called on its first argument: x.\(name)(…)"
    } else if isMember, overloads.contains(where: { !$0.isMember }),
      !overloads.contains(where: { $0.isMember })
    {
      hint = "; it takes the value as its argument: \(name)(x)"
    }
    report("found no matching overload for '\(name)' applied to '\(applied)'\(hint)", at: id)
  }
}

extension CELType {
  /// Doubles are refused when the map is made: here they may still come from another dialect's checker.
  fileprivate var canBeKey: Bool {
    switch self {
    case .bool, .int, .uint, .double, .string, .dyn, .failed, .variable, .parameter, .wrapper: true
    case .null, .bytes, .list, .map, .optional, .type, .opaque, .object, .timestamp, .duration: false
    }
  }

  fileprivate var isComparable: Bool {
    switch self {
    case .int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes, .dyn, .failed, .variable: true
    case .null, .list, .map, .optional, .type, .wrapper, .opaque, .object, .parameter: false
    }
  }
}
