internal import CEL
internal import IAMPolicy
internal import Values

/// Questions about statements of IAM policy documents. Each answers unknown where a part that decides is not known.
enum IAMFunctions {
  static let all: [HostFunction] = [
    statements, allowsEverything, wholeServices, classWideActions, coversClass, admitsEverybody,
    federationFault, federationMark, widest,
  ]

  /// `statements(object, ['policy', 'inline_policy.policy'])`: the statements of the documents at the paths, however
  /// they are written; an unknown for each document that is not known.
  static let statements = HostFunction("statements", [.init([.dyn, .list(.string)], .list(.dyn))]) {
    arguments in
    guard arguments.count == 2, case .document(let object) = arguments[0] else { return .list([]) }
    let paths = arguments[1].listed?.compactMap(string) ?? []
    return .list(
      paths.flatMap { ArgumentPath.values(at: $0, of: object) }.flatMap { value -> [CELValue] in
        guard let structure = ReadText.structure(value.value) else {
          return value.value.unknown.map { [.unknown($0)] } ?? []
        }
        return PolicyStatement.all(in: structure).map { $0.unknown.map { .unknown($0) } ?? .document($0) }
      })
  }

  /// `allowsEverything(statement)`
  static let allowsEverything = HostFunction("allowsEverything", [.init([.dyn], .bool)]) { arguments in
    answer(statement(arguments)?.allowsEverything)
  }

  /// `wholeServices(statement)`: the actions of an Allow that are all of a service.
  static let wholeServices = HostFunction("wholeServices", [.init([.dyn], .list(.dyn))]) { arguments in
    .list((statement(arguments)?.wholeServices ?? []).map { .document($0) })
  }

  /// `classWideActions(statement)`: actions of an Allow that could be bound to resources; ask `coversClass` whether
  /// they are.
  static let classWideActions = HostFunction("classWideActions", [.init([.dyn], .list(.dyn))]) { arguments in
    .list((statement(arguments)?.classWideActions ?? []).map { .document($0) })
  }

  /// `coversClass(statement)`: the resources are all of a kind.
  static let coversClass = HostFunction("coversClass", [.init([.dyn], .bool)]) { arguments in
    answer(statement(arguments)?.coversClass)
  }

  /// `admitsEverybody(statement)`
  static let admitsEverybody = HostFunction("admitsEverybody", [.init([.dyn], .bool)]) { arguments in
    answer(statement(arguments)?.admitsEverybody)
  }

  /// `federationFault(statement)`: what it leaves open to an OpenID Connect issuer's subjects, or ''.
  static let federationFault = HostFunction("federationFault", [.init([.dyn], .string)]) { arguments in
    guard let statement = statement(arguments) else { return .string("") }
    return switch FederatedTrust(statement) {
    case .bounded: .string("")
    case .fault(let text, _): .string(text)
    case .open(let reasons): .unknown(Unknown(reasons))
    }
  }

  /// `federationMark(statement)`: for `at`.
  static let federationMark = HostFunction("federationMark", [.init([.dyn], .dyn)]) { arguments in
    guard let statement = statement(arguments) else { return .null }
    if case .fault(_, let value?) = FederatedTrust(statement) {
      return .document(value.unknown == nil ? value : Value(.null, origin: value.origin))
    }
    return .document(statement.value)
  }

  /// `widest(statement, ['Action', 'NotAction'])`: the element with a `*` among them, or the first, or the statement.
  static let widest = HostFunction("widest", [.init([.dyn, .list(.string)], .dyn)]) { arguments in
    guard let statement = statement(arguments) else { return .null }
    return .document(statement.widest(arguments[1].listed?.compactMap(string) ?? []))
  }

  private static func answer(_ truth: Truth?) -> CELValue {
    switch truth {
    case .yes?: .bool(true)
    case .no?, nil: .bool(false)
    case .open(let reasons)?: .unknown(Unknown(reasons))
    }
  }

  private static func statement(_ arguments: [CELValue]) -> PolicyStatement? {
    guard case .document(let value)? = arguments.first, value.object != nil else { return nil }
    return PolicyStatement(value)
  }

  private static func string(_ value: CELValue) -> String? {
    switch value {
    case .string(let text): text
    case .document(let value): value.string
    default: nil
    }
  }
}
