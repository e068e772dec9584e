internal import Values

/// `tostring` and its kin, and the functions on marks.
enum ConversionFunctions {
  private static let value = FunctionParameter("value", .dynamic).asIs

  static let all: [String: BuiltInFunction] = [
    "tostring": conversion(to: .string), "tonumber": conversion(to: .number), "tobool": conversion(to: .bool),
    "toset": conversion(to: .set(.dynamic)), "tolist": conversion(to: .list(.dynamic)),
    "tomap": conversion(to: .map(.dynamic)),
    "sensitive": BuiltInFunction([value], isNotNull: false, typeRule: sameType) {
      (call) throws(FunctionFailure) in
      call[0].withMarks(.sensitive)
    },
    "nonsensitive": BuiltInFunction([value], isNotNull: false, typeRule: sameType) {
      (call) throws(FunctionFailure) in
      var value = call[0]
      value.marks.remove(.sensitive)
      return value
    },
    "issensitive": BuiltInFunction([value], isNotNull: false, returns: .bool) {
      (call) throws(FunctionFailure) in
      call[0].marks.contains(.sensitive) ? .bool(true) : call[0].isKnown ? .bool(false) : call.unknown(.bool)
    },
    "ephemeralasnull": BuiltInFunction([value], isNotNull: false, typeRule: sameType) {
      (call) throws(FunctionFailure) in
      withoutEphemerals(call[0])
    },
  ]

  private static func sameType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    arguments[0].type
  }

  private static func conversion(to wanted: ValueType) -> BuiltInFunction {
    BuiltInFunction(
      [FunctionParameter("v", .dynamic).asIs], isNotNull: false,
      typeRule: { (arguments: [Value]) throws(FunctionFailure) in
        let given = arguments[0].type
        guard given == wanted || given.converts(to: wanted) else { throw failure(given, wanted) }
        return wanted
      },
      { (call) throws(FunctionFailure) in
        guard call[0].isKnown else {
          return (try? call[0].converted(to: wanted)) ?? call.unknown(wanted).withMarks(call[0].marks)
        }
        do throws(ConversionFailure) {
          return try call[0].converted(to: wanted)
        } catch {
          throw failure(of: call[0], wanted)
        }
      })
  }

  private static func failure(_ given: ValueType, _ wanted: ValueType) -> FunctionFailure {
    FunctionFailure("cannot convert \(given.friendlyName) to \(wanted.constraintName)", argument: 0)
  }

  private static func failure(of value: Value, _ wanted: ValueType) -> FunctionFailure {
    if value.deepMarks.contains(.sensitive) {
      return FunctionFailure(
        "cannot convert this sensitive \(value.type.friendlyName) to \(wanted.constraintName)", argument: 0)
    }
    let text = value.string.map(\.quotedAsGo) ?? "string"
    return switch (value.type, wanted) {
    case (.string, .bool):
      FunctionFailure(
        "cannot convert \(text) to bool; only the strings \"true\" or \"false\" are allowed", argument: 0)
    case (.string, .number):
      FunctionFailure(
        "cannot convert \(text) to number; given string must be a decimal representation of a number",
        argument: 0)
    default: failure(value.type, wanted)
    }
  }

  private static func withoutEphemerals(_ value: Value) -> Value {
    guard !value.marks.contains(.ephemeral) else {
      if let unknown = value.unknown {
        return .unknown(
          value.type, Unknown(unknown.reasons), origin: value.origin,
          marks: value.marks.subtracting(.ephemeral))
      }
      return Value.null(value.type, origin: value.origin).withMarks(value.marks.subtracting(.ephemeral))
    }
    var result = value
    switch value.content {
    case .null, .bool, .number, .string, .unknown: break
    case .list(let elements): result.content = .list(elements.map(withoutEphemerals))
    case .object(var fields):
      for field in fields.fields { fields[field.name] = withoutEphemerals(field.value) }
      result.content = .object(fields)
    }
    return result
  }
}
