internal import Values

/// A function with its overloads and what it does. The implementation tells overloads apart by the values.
struct Function: Sendable {
  typealias Unary = @Sendable (CELValue) -> CELValue
  typealias Binary = @Sendable (CELValue, CELValue) -> CELValue
  typealias Variadic = @Sendable ([CELValue]) -> CELValue
  /// The run-time cost of a call from its first two arguments and its result.
  typealias Cost = @Sendable (CELValue, CELValue, CELValue) -> UInt64

  var name: String
  var overloads: [Overload] = []
  var unary: Unary?
  var binary: Binary?
  /// For other counts of arguments, and for those that have no closure of their own.
  var variadic: Variadic?
  /// Scalars of documents arrive as documents, so that their origin is not lost. Only with `variadic`.
  var keepsDocuments = false
  /// What the function is once its second argument is a constant: made when an expression is planned.
  var prepare: (@Sendable (CELValue) -> Unary?)?
  /// The same for a function that gives an optional: gives what it holds.
  var prepareOptional: (@Sendable (CELValue) -> (@Sendable (CELValue) -> CELValue?)?)?
  /// 1 where nil.
  var cost: Cost?
  /// The cost depends on the arguments alone and can be more than linear: it is charged before the call.
  var chargesFirst = false
  /// Looks at more than the elements of its arguments: at what is in them too.
  var walksArguments = false
  /// What can be said of an unknown first argument all the same; nil for nothing.
  var refinement: (@Sendable (Unknown, CELValue) -> CELValue?)?
}

struct Overload: Sendable {
  /// With the receiver first; parameters are numbered variables.
  var parameters: [CELType]
  var result: CELType
  var isMember: Bool
  /// How many type variables the signature has.
  var variableCount: Int

  init(_ parameters: [CELType], _ result: CELType, isMember: Bool) {
    var names: [String] = []
    self.parameters = parameters.map { $0.numbering(&names) }
    self.result = result.numbering(&names)
    self.isMember = isMember
    self.variableCount = names.count
  }

  /// Receiver and arguments as an author writes them: `string.startsWith(string)`.
  func signature(_ name: String) -> String {
    let names = parameters.map(\.description)
    return isMember
      ? "\(names[0]).\(name)(\(names.dropFirst().joined(separator: ", ")))"
      : "\(name)(\(names.joined(separator: ", ")))"
  }
}

extension CELType {
  /// Replaces named parameters by variables, numbered in the order in which they are met.
  func numbering(_ names: inout [String]) -> CELType {
    switch self {
    case .parameter(let name):
      if let position = names.firstIndex(of: name) { return .variable(position) }
      names.append(name)
      return .variable(names.count - 1)
    case .list(let element): return .list(element.numbering(&names))
    case .optional(let element): return .optional(element.numbering(&names))
    case .type(let element): return .type(element.numbering(&names))
    case .wrapper(let element): return .wrapper(element.numbering(&names))
    case .map(let key, let value): return .map(key.numbering(&names), value.numbering(&names))
    case .opaque(let name, let parameters):
      var numbered: [CELType] = []
      for parameter in parameters { numbered.append(parameter.numbering(&names)) }
      return .opaque(name, numbered)
    case .dyn, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .object, .variable,
      .failed:
      return self
    }
  }
}

/// The functions of an environment by name.
struct FunctionTable: Sendable {
  private(set) var functions: [String: Function] = [:]

  subscript(name: String) -> Function? { functions[name] }

  mutating func add(
    _ name: String, _ overloads: [Overload], unary: Function.Unary? = nil, binary: Function.Binary? = nil,
    variadic: Function.Variadic? = nil, cost: Function.Cost? = nil, chargesFirst: Bool = false,
    walksArguments: Bool = false,
    refinement: (@Sendable (Unknown, CELValue) -> CELValue?)? = nil
  ) {
    var function = functions[name] ?? Function(name: name)
    function.overloads += overloads
    if let unary { function.unary = unary }
    if let binary { function.binary = binary }
    if let variadic { function.variadic = variadic }
    if let cost { function.cost = cost }
    if chargesFirst { function.chargesFirst = true }
    if walksArguments { function.walksArguments = true }
    if let refinement { function.refinement = refinement }
    functions[name] = function
  }

  mutating func keepDocuments(of name: String) { functions[name]?.keepsDocuments = true }

  mutating func prepare(_ host: HostFunction) {
    functions[host.name]?.prepare = host.prepare
    functions[host.name]?.prepareOptional = host.prepareOptional
  }
}

/// `<list(T)>.slice(int, int) -> list(T)`
func member(_ receiver: CELType, _ parameters: CELType..., result: CELType) -> Overload {
  Overload([receiver] + parameters, result, isMember: true)
}

/// `size(list(T)) -> int`
func global(_ parameters: CELType..., result: CELType) -> Overload {
  Overload(parameters, result, isMember: false)
}

/// A function of the host: what mlguard, a test or another program adds to the language.
public struct HostFunction: Sendable {
  public struct Signature: Sendable {
    /// With the receiver first where `isMember`.
    public var parameters: [CELType]
    public var result: CELType
    /// Called as `receiver.name(…)`.
    public var isMember: Bool

    public init(_ parameters: [CELType], _ result: CELType, isMember: Bool = false) {
      self.parameters = parameters
      self.result = result
      self.isMember = isMember
    }
  }

  /// With dots where the function has a namespace: `image.parse`.
  public var name: String
  public var signatures: [Signature]
  /// Scalars of documents arrive as documents too, with their origin.
  public var keepsDocuments: Bool
  /// For two arguments of which the second is a constant: what depends on the constant alone is done once, when
  /// the expression is compiled. Nil leaves the call as it is.
  public var prepare: (@Sendable (_ constant: CELValue) -> (@Sendable (CELValue) -> CELValue)?)?
  /// The same for a function that gives an optional: what it holds, nil for none; an unknown or an error as it is.
  public var prepareOptional: (@Sendable (_ constant: CELValue) -> (@Sendable (CELValue) -> CELValue?)?)?
  /// Gets the arguments, receiver first; never an error or unknown among them. Scalars of documents arrive as
  /// plain values unless `keepsDocuments`, lists and objects as documents.
  public var implementation: @Sendable ([CELValue]) -> CELValue

  public init(
    _ name: String, _ signatures: [Signature], keepsDocuments: Bool = false,
    prepare: (@Sendable (_ constant: CELValue) -> (@Sendable (CELValue) -> CELValue)?)? = nil,
    prepareOptional: (@Sendable (_ constant: CELValue) -> (@Sendable (CELValue) -> CELValue?)?)? = nil,
    implementation: @escaping @Sendable ([CELValue]) -> CELValue
  ) {
    self.name = name
    self.keepsDocuments = keepsDocuments
    self.prepare = prepare
    self.prepareOptional = prepareOptional
    self.signatures = signatures
    self.implementation = implementation
  }
}
