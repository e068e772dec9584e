/// Which functions, macros and rules an expression may use.
public enum Dialect: Hashable, Sendable {
  /// The specification and every extension that cel-go ships.
  case standard
  /// What the API server of Kubernetes 1.`minor` enables for admission policies and schema rules.
  case kubernetes(minor: Int)
  /// For mlguard's own policies: Kubernetes, and besides strings, math, lists, sets, encoders, regex, bindings.
  case policy

  /// The newest API server that is known here.
  public static let latestKubernetes = Dialect.kubernetes(minor: 36)
}

/// Rules of the language that a dialect switches on.
struct Features: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let macros = Features(rawValue: 1 << 0)
  static let twoVariableComprehensions = Features(rawValue: 1 << 1)
  static let optionalSyntax = Features(rawValue: 1 << 2)
  static let quotedFieldNames = Features(rawValue: 1 << 3)
  static let sortBy = Features(rawValue: 1 << 4)
  static let bindings = Features(rawValue: 1 << 5)
  static let math = Features(rawValue: 1 << 6)
  /// Elements of a list literal must have one type, as must keys and values of a map literal.
  static let homogeneousLiterals = Features(rawValue: 1 << 7)
  /// Literals of constants cost nothing, and `has()` costs one less, as in the API server.
  static let kubernetesCosts = Features(rawValue: 1 << 8)
  /// Constant patterns, times and durations are checked when the expression is compiled.
  static let literalValidation = Features(rawValue: 1 << 9)
}

extension Dialect {
  var features: Features {
    switch self {
    case .standard:
      return [
        .macros, .twoVariableComprehensions, .optionalSyntax, .quotedFieldNames, .sortBy, .bindings, .math,
      ]
    case .policy:
      return [
        .macros, .twoVariableComprehensions, .optionalSyntax, .quotedFieldNames, .sortBy, .bindings, .math,
        .kubernetesCosts, .literalValidation,
      ]
    case .kubernetes(let minor):
      var features: Features = [.macros, .homogeneousLiterals, .kubernetesCosts]
      if minor >= 28 { features.insert(.optionalSyntax) }
      if minor >= 29 { features.insert(.literalValidation) }
      if minor >= 32 { features.insert(.twoVariableComprehensions) }
      if minor >= 34 { features.insert(.sortBy) }
      return features
    }
  }
}
