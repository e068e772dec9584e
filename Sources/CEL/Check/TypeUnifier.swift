/// Which types the checker's variables stand for, and whether one type can be used as another.
///
/// The rules are those of cel-go's checker (types.go), including its leniency about null.
struct TypeUnifier {
  private var bindings: [CELType?] = []

  mutating func makeVariable() -> CELType {
    bindings.append(nil)
    return .variable(bindings.count - 1)
  }

  /// Makes `count` variables and gives the number of the first.
  mutating func makeVariables(_ count: Int) -> Int {
    let first = bindings.count
    for _ in 0..<count { bindings.append(nil) }
    return first
  }

  /// Whether every value of `source` can be used where `target` is expected; binds variables when so.
  mutating func assign(_ source: CELType, to target: CELType) -> Bool {
    if !source.isGeneric, !target.isGeneric { return unify(source, target) }
    let saved = bindings
    if unify(source, target) { return true }
    bindings = saved
    return false
  }

  mutating func assign(_ sources: [CELType], to targets: [CELType]) -> Bool {
    guard sources.count == targets.count else { return false }
    let saved = bindings
    for index in sources.indices where !unify(sources[index], targets[index]) {
      bindings = saved
      return false
    }
    return true
  }

  private mutating func unify(_ source: CELType, _ target: CELType) -> Bool {
    if case .variable(let variable) = target {
      let (isValid, hasBinding) = bind(variable, to: source)
      if isValid { return true }
      if hasBinding { return false }
    }
    if case .variable(let variable) = source { return bind(variable, to: target).isValid }
    if source.isDynamic || target.isDynamic { return true }
    if source == .null { return target.admitsNull }
    if target == .null { return source.admitsNull }
    switch (source, target) {
    case (.list(let source), .list(let target)), (.optional(let source), .optional(let target)):
      return unify(source, target)
    case (.map(let sourceKey, let sourceValue), .map(let targetKey, let targetValue)):
      return unify(sourceKey, targetKey) && unify(sourceValue, targetValue)
    case (.opaque(let source, let sourceParameters), .opaque(let target, let targetParameters)):
      guard source == target, sourceParameters.count == targetParameters.count else { return false }
      for index in sourceParameters.indices
      where !unify(sourceParameters[index], targetParameters[index]) { return false }
      return true
    case (.type, .type): return true
    case (.wrapper(let source), _): return source == target || .wrapper(source) == target
    case (_, .wrapper(let target)): return source == target
    default: return source == target
    }
  }

  /// Makes the variable stand for the type, or for the more general of it and what it stood for before.
  private mutating func bind(_ variable: Int, to type: CELType) -> (isValid: Bool, hasBinding: Bool) {
    if type == .variable(variable) { return (true, true) }
    if let bound = bindings[variable] {
      if type == bound { return (true, true) }
      guard unify(type, bound) else { return (false, true) }
      let general = Self.mostGeneral(type, bound)
      if !occurs(variable, in: general) { bindings[variable] = general }
      return (true, true)
    }
    guard !occurs(variable, in: type) else { return (false, false) }
    bindings[variable] = type
    return (true, false)
  }

  private func occurs(_ variable: Int, in type: CELType) -> Bool {
    switch type {
    case .variable(let other):
      if other == variable { return true }
      guard let bound = bindings[other] else { return false }
      return occurs(variable, in: bound)
    case .list(let element), .optional(let element), .type(let element), .wrapper(let element):
      return occurs(variable, in: element)
    case .map(let key, let value): return occurs(variable, in: key) || occurs(variable, in: value)
    case .opaque(_, let parameters): return parameters.contains { occurs(variable, in: $0) }
    case .dyn, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .object,
      .parameter,
      .failed:
      return false
    }
  }

  /// The more general of two types that are known to unify.
  static func mostGeneral(_ left: CELType, _ right: CELType) -> CELType {
    if left == .null { return right }
    return isEqualOrLessSpecific(left, right) || right == .null ? left : right
  }

  private static func isEqualOrLessSpecific(_ left: CELType, _ right: CELType) -> Bool {
    switch (left, right) {
    case (.dyn, _), (.variable, _): true
    case (_, .dyn), (_, .variable): false
    case (.list(let left), .list(let right)), (.optional(let left), .optional(let right)):
      isEqualOrLessSpecific(left, right)
    case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
      isEqualOrLessSpecific(leftKey, rightKey) && isEqualOrLessSpecific(leftValue, rightValue)
    case (.opaque(let leftName, let left), .opaque(let rightName, let right)):
      leftName == rightName && left.count == right.count
        && zip(left, right).allSatisfy { isEqualOrLessSpecific($0, $1) }
    case (.type, .type): true
    case (.wrapper(let base), _): base == right || left == right
    default: left == right
    }
  }

  /// The type with bound variables replaced; the others stay, or become `dyn`.
  func resolved(_ type: CELType, unboundIsDynamic: Bool = false) -> CELType {
    switch type {
    case .variable(let variable):
      if let bound = bindings[variable] { return resolved(bound, unboundIsDynamic: unboundIsDynamic) }
      return unboundIsDynamic ? .dyn : type
    case .list(let element): return .list(resolved(element, unboundIsDynamic: unboundIsDynamic))
    case .optional(let element): return .optional(resolved(element, unboundIsDynamic: unboundIsDynamic))
    case .type(let element): return .type(resolved(element, unboundIsDynamic: unboundIsDynamic))
    case .wrapper(let element): return .wrapper(resolved(element, unboundIsDynamic: unboundIsDynamic))
    case .map(let key, let value):
      return .map(
        resolved(key, unboundIsDynamic: unboundIsDynamic), resolved(value, unboundIsDynamic: unboundIsDynamic)
      )
    case .opaque(let name, let parameters):
      return .opaque(name, parameters.map { resolved($0, unboundIsDynamic: unboundIsDynamic) })
    case .dyn, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .object,
      .parameter,
      .failed:
      return type
    }
  }
}

extension CELType {
  /// Kept from the first version of the language: null can stand for these.
  fileprivate var admitsNull: Bool {
    switch self {
    case .null, .dyn, .failed, .optional, .opaque, .object, .timestamp, .duration, .wrapper: true
    case .bool, .int, .uint, .double, .string, .bytes, .list, .map, .type, .parameter, .variable: false
    }
  }

  /// Shifts the variables of a signature to those that one call of it got.
  func shifted(by first: Int) -> CELType {
    switch self {
    case .variable(let number): .variable(number + first)
    case .list(let element): .list(element.shifted(by: first))
    case .optional(let element): .optional(element.shifted(by: first))
    case .type(let element): .type(element.shifted(by: first))
    case .wrapper(let element): .wrapper(element.shifted(by: first))
    case .map(let key, let value): .map(key.shifted(by: first), value.shifted(by: first))
    case .opaque(let name, let parameters): .opaque(name, parameters.map { $0.shifted(by: first) })
    case .dyn, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .object,
      .parameter,
      .failed:
      self
    }
  }
}
