internal import Values

/// `abs`, `ceil`, `floor`, `log`, `max`, `min`, `parseint`, `pow`, `signum`, `sum`, `range`.
enum NumericFunctions {
  private static let number = FunctionParameter("num", .number)

  static let all: [String: BuiltInFunction] = [
    "abs": BuiltInFunction([number.anyType.markable], returns: .number, absolute),
    "ceil": BuiltInFunction([number], returns: .number) { (call) throws(FunctionFailure) in
      .number(call.number(0).roundedUp)
    },
    "floor": BuiltInFunction([number], returns: .number) { (call) throws(FunctionFailure) in
      .number(call.number(0).roundedDown)
    },
    "log": BuiltInFunction([number, FunctionParameter("base", .number)], returns: .number, logarithm),
    "max": BuiltInFunction(
      [], variadic: FunctionParameter("numbers", .number).anyType, returns: .number, maximum),
    "min": BuiltInFunction(
      [], variadic: FunctionParameter("numbers", .number).anyType, returns: .number, minimum),
    "parseint": BuiltInFunction(
      [FunctionParameter("number", .dynamic), FunctionParameter("base", .number)], typeRule: parsedType,
      parsedInteger),
    "pow": BuiltInFunction([number, FunctionParameter("power", .number)], returns: .number, power),
    "signum": BuiltInFunction([number], returns: .number, sign),
    "sum": BuiltInFunction([FunctionParameter("list", .dynamic)], returns: .number, sum),
    "range": BuiltInFunction(
      [], variadic: FunctionParameter("params", .number), returns: .list(.number), range),
  ]

  private static func absolute(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard let number = call[0].number else { return call.unknown(.number) }
    return Value.number(number.magnitude).withMarks(call[0].marks)
  }

  private static func float(_ call: FunctionCall, _ position: Int) throws(FunctionFailure) -> Double {
    let number = call.number(position)
    let value = number.double
    guard value.isFinite || number.isInfinite else {
      throw FunctionFailure(
        "value must be between -1.797693e+308 and 1.797693e+308 inclusive", argument: position)
    }
    return value
  }

  private static func logarithm(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let quotient =
      Elementary.log(try float(call, 0)) / Elementary.log(try float(call, 1))
    guard !quotient.isNaN else { throw FunctionFailure("result is not a number") }
    return .number(.double(quotient))
  }

  private static func power(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let result = Elementary.pow(try float(call, 0), try float(call, 1))
    guard !result.isNaN else { throw FunctionFailure("result is not a number") }
    return .number(.double(result))
  }

  private static func maximum(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    try extremum(call) { $0 > $1 }
  }

  private static func minimum(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    try extremum(call) { $0 < $1 }
  }

  private static func extremum(
    _ call: FunctionCall, _ isBetter: (Number, Number) -> Bool
  ) throws(FunctionFailure) -> Value {
    guard var best = call.arguments.first else { throw FunctionFailure("must pass at least one number") }
    for candidate in call.arguments.dropFirst() {
      if let a = candidate.number, let b = best.number, isBetter(a, b) { best = candidate }
    }
    return best
  }

  private static func parsedType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    let type = arguments[0].type
    guard type == .string else {
      throw FunctionFailure("first argument must be a string, not \(type.friendlyName)", argument: 0)
    }
    return .number
  }

  private static func parsedInteger(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let base = try call.integer(1)
    guard (2...62).contains(base) else {
      throw FunctionFailure("base must be a whole number between 2 and 62 inclusive", argument: 1)
    }
    guard let number = BigFloat(integer: call.text(0), base: base) else {
      throw FunctionFailure(
        "cannot parse \(call.text(0).quotedAsGo) as a base \(base) integer", argument: 0)
    }
    return .number(Number(number))
  }

  private static func sign(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    .number(.count(try call.integer(0).signum()))
  }

  private static func sum(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let type = call[0].type
    guard type.isCollection || type.isTuple || type.isObject else {
      throw FunctionFailure("cannot sum noniterable", argument: 0)
    }
    if call[0].length == 0 { throw FunctionFailure("cannot sum an empty list", argument: 0) }
    guard type.isSequence else {
      throw FunctionFailure(
        "argument must be list, set, or tuple. Received \(type.friendlyName)", argument: 0)
    }
    guard call[0].isWhollyKnown else { return call.unknown(.number) }
    var total: Number?
    for element in call[0].list ?? [] {
      guard !element.isNull, let converted = try? element.converted(to: .number),
        let number = converted.number
      else {
        throw FunctionFailure("argument must be list, set, or tuple of number values", argument: 0)
      }
      guard let sum = total.map({ Number.sum($0, number) }) ?? number else {
        throw FunctionFailure("can't compute sum of opposing infinities")
      }
      total = sum
    }
    return .number(total ?? .integer(0))
  }

  private static func range(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    var (start, step) = (Number.count(0), Number.count(1))
    let end: Number
    switch call.arguments.count {
    case 1:
      end = call.number(0)
      if end < start { step = .count(-1) }
    case 2:
      (start, end) = (call.number(0), call.number(1))
      if end < start { step = .count(-1) }
    case 3: (start, end, step) = (call.number(0), call.number(1), call.number(2))
    default: throw FunctionFailure("must have one, two, or three arguments")
    }
    if step.isZero { throw FunctionFailure("step must not be zero", argument: 2) }
    let isDown = step.signum < 0
    if isDown, end > start {
      throw FunctionFailure("end must be less than start when step is negative", argument: 1)
    }
    if !isDown, end < start {
      throw FunctionFailure("end must be greater than start when step is positive", argument: 1)
    }
    var numbers: [Value] = []
    var number = start
    while isDown ? number > end : number < end {
      guard numbers.count < 1024, let next = Number.sum(number, step) else {
        throw FunctionFailure(
          "more than 1024 values were generated; either decrease the difference between start and end "
            + "or use a smaller step")
      }
      numbers.append(.number(number))
      number = next
    }
    return .list(numbers, of: .number)
  }
}
