public import Values

/// The built-in functions of Terraform and OpenTofu, called with values.
///
/// `try`, `can`, `convert` and the first argument of `templatestring` take expressions, so the evaluator handles
/// those itself; they are in `names` all the same. `core::` before a name is dropped by the caller.
public struct FunctionTable: Sendable {
  let functions: [String: BuiltInFunction]

  /// Functions whose arguments the evaluator must not evaluate first.
  public static let expressionFunctions: Set<String> = ["try", "can", "convert", "templatestring"]

  /// `includingOpenTofu` adds the fifteen functions that only OpenTofu has.
  public init(includingOpenTofu: Bool = true) {
    var functions: [String: BuiltInFunction] = [:]
    var families = [
      NumericFunctions.all, StringFunctions.all, FormatFunctions.all, CollectionFunctions.all,
      MappingFunctions.all, SetFunctions.all, ConversionFunctions.all, EncodingFunctions.all,
      HashFunctions.all, DateFunctions.all, AddressFunctions.all, FileFunctions.all, UnknownFunctions.all,
    ]
    if includingOpenTofu { families.append(OpenTofuFunctions.all) }
    for family in families { functions.merge(family) { $1 } }
    self.functions = functions
  }

  /// Every name of a function, sorted.
  public var names: [String] { Set(functions.keys).union(Self.expressionFunctions).sorted() }

  public func contains(_ name: String) -> Bool {
    functions[name] != nil || Self.expressionFunctions.contains(name)
  }

  /// The parameters by position, and the one that takes any further arguments; nil for an unknown name.
  public func signature(of name: String) -> (parameters: [FunctionParameter], variadic: FunctionParameter?)? {
    functions[name].map { ($0.parameters, $0.variadic) }
  }

  /// Calls a function as HCL does: counts and converts the arguments, answers unknown for unknown arguments
  /// where the function does not take them, and carries marks over.
  public func call(
    _ name: String, _ arguments: [Value], context: FunctionContext = FunctionContext()
  ) -> Result<Value, FunctionFailure> {
    guard let function = functions[name] else {
      return .failure(FunctionFailure("there is no function named \(name.quotedAsGo)"))
    }
    do throws(FunctionFailure) {
      let converted = try converted(arguments, for: function, named: name)
      return .success(try result(of: function, converted, context))
    } catch {
      return .failure(Redaction.redacted(error, arguments))
    }
  }

  private func converted(
    _ arguments: [Value], for function: BuiltInFunction, named name: String
  ) throws(FunctionFailure) -> [Value] {
    let required = function.parameters.count
    if arguments.count < required {
      let missing = function.parameters[arguments.count].name
      let quantifier = function.variadic == nil ? "" : "at least "
      throw FunctionFailure(
        "function \(name.quotedAsGo) expects \(quantifier)\(required) argument(s). "
          + "Missing value for \(missing.quotedAsGo)")
    }
    if arguments.count > required, function.variadic == nil {
      throw FunctionFailure(
        "function \(name.quotedAsGo) expects only \(required) argument(s)", argument: required)
    }
    var converted: [Value] = []
    for (position, argument) in arguments.enumerated() {
      guard let parameter = function.parameter(at: position), parameter.type != .dynamic else {
        converted.append(argument)
        continue
      }
      do throws(ConversionFailure) {
        converted.append(try argument.converted(to: parameter.type))
      } catch {
        throw FunctionFailure(error.description, argument: position)
      }
    }
    return converted
  }

  private func result(
    of function: BuiltInFunction, _ given: [Value], _ context: FunctionContext
  ) throws(FunctionFailure) -> Value {
    var arguments = given
    var marks = Value.Marks()
    var isUnknown = false
    for (position, argument) in given.enumerated() {
      guard let parameter = function.parameter(at: position) else { continue }
      if argument.isNull, !parameter.takesNull {
        throw FunctionFailure("argument must not be null", argument: position)
      }
      if !parameter.takesMarks {
        let deep = argument.deepMarks
        if !deep.isEmpty {
          marks.formUnion(deep)
          arguments[position] = argument.deeplyUnmarked
        }
      }
      if argument.outerType == .dynamic, !parameter.takesDynamic {
        return Value.unresolved(.dynamic, given).withMarks(given.reduce(marks) { $0.union($1.deepMarks) })
      }
      if !argument.isKnown, !parameter.takesUnknown { isUnknown = true }
    }
    let type = try function.typeRule(arguments)
    if isUnknown {
      return Value.unresolved(type, arguments) { $0.isNotNull = function.isNotNull && type != .dynamic }
        .withMarks(marks)
    }
    let value = try function.implementation(FunctionCall(arguments: arguments, type: type, context: context))
    return (function.isNotNull ? value.refinedNotNull() : value).withMarks(marks)
  }
}
