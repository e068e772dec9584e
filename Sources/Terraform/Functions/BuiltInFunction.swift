internal import Values

/// A function of the language: its parameters, the type of its result, and how to compute it.
struct BuiltInFunction: Sendable {
  typealias TypeRule = @Sendable (_ arguments: [Value]) throws(FunctionFailure) -> ValueType
  typealias Implementation = @Sendable (_ call: FunctionCall) throws(FunctionFailure) -> Value

  var parameters: [FunctionParameter]
  /// Takes the arguments after the others, any number of them.
  var variadic: FunctionParameter?
  /// Whether a result is never null, which is known of an unknown one as well.
  var isNotNull: Bool
  var typeRule: TypeRule
  var implementation: Implementation

  init(
    _ parameters: [FunctionParameter], variadic: FunctionParameter? = nil, isNotNull: Bool = true,
    typeRule: @escaping TypeRule, _ implementation: @escaping Implementation
  ) {
    self.parameters = parameters
    self.variadic = variadic
    self.isNotNull = isNotNull
    self.typeRule = typeRule
    self.implementation = implementation
  }

  init(
    _ parameters: [FunctionParameter], variadic: FunctionParameter? = nil, isNotNull: Bool = true,
    returns type: ValueType, _ implementation: @escaping Implementation
  ) {
    self.init(
      parameters, variadic: variadic, isNotNull: isNotNull,
      typeRule: { (_: [Value]) throws(FunctionFailure) -> ValueType in type }, implementation)
  }

  func parameter(at position: Int) -> FunctionParameter? {
    position < parameters.count ? parameters[position] : variadic
  }
}

/// One call on its way: arguments that have been converted, and the type that the result will have.
struct FunctionCall: Sendable {
  var arguments: [Value]
  var type: ValueType
  var context: FunctionContext

  subscript(position: Int) -> Value { arguments[position] }

  /// The text of an argument of type string that is known and not null.
  func text(_ position: Int) -> String { arguments[position].string ?? "" }

  func bytes(_ position: Int) -> [UInt8] { Array(text(position).utf8) }

  func number(_ position: Int) -> Number { arguments[position].number ?? .integer(0) }

  /// An argument that must be a whole number of 64 bits.
  func integer(_ position: Int) throws(FunctionFailure) -> Int {
    guard let integer = number(position).int else {
      throw FunctionFailure(
        "value must be a whole number, between -9223372036854775808 and 9223372036854775807 inclusive",
        argument: position)
    }
    return integer
  }

  /// An unknown result, for the reasons for which arguments are unknown.
  func unknown(_ type: ValueType? = nil, _ refine: (inout Refinement) -> Void = { _ in }) -> Value {
    .unresolved(type ?? self.type, arguments, refine)
  }
}

/// What is known of an unknown result.
struct Refinement {
  var prefix: String?
  var isNotNull = false
  var minimumLength: Int?
  var maximumLength: Int?
  var minimum: Number?
  var maximum: Number?
}

extension Value {
  static func text(_ text: String) -> Value { .string(text.normalized) }

  static func text(_ bytes: some Collection<UInt8>) -> Value {
    .string(String(decoding: bytes, as: UTF8.self).normalized)
  }

  static func strings(_ texts: [String]) -> Value { .list(texts.map { .text($0) }, of: .string) }

  /// Unknown for the reasons for which parts of other values are.
  static func unresolved(
    _ type: ValueType, _ values: [Value], _ refine: (inout Refinement) -> Void = { _ in }
  ) -> Value {
    var refinement = Refinement()
    refine(&refinement)
    var seen: Set<Unknown.Reason> = []
    let reasons = values.flatMap(\.unknownReasons).filter { seen.insert($0).inserted }
    return .unknown(
      type,
      Unknown(
        reasons, prefix: refinement.prefix, isNotNull: refinement.isNotNull,
        minimumLength: refinement.minimumLength, maximumLength: refinement.maximumLength,
        minimum: refinement.minimum, maximum: refinement.maximum))
  }
}
