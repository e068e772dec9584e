internal import Values

/// The fifteen functions that only OpenTofu has.
enum OpenTofuFunctions {
  static let all: [String: BuiltInFunction] = {
    var all: [String: BuiltInFunction] = [
      "assumeequal": BuiltInFunction(
        [
          FunctionParameter("actual_value", .dynamic).asIs,
          FunctionParameter("expected_value", .dynamic).asIs,
        ],
        isNotNull: false,
        typeRule: { (arguments: [Value]) throws(FunctionFailure) in arguments[1].type }, assumedEqual),
      "assumenotnull": refinement(.dynamic, []) { (call) throws(FunctionFailure) in
        if call[0].type == .dynamic {
          throw FunctionFailure(
            "given value must have a known type; consider using the \"convert\" function to specify a type to assume",
            argument: 0)
        }
        return call[0].isNull ? nil : call[0].refinedNotNull()
      },
      "assumestringprefix": refinement(.string, [FunctionParameter("prefix", .string)], assumedPrefix),
      "base64gunzip": BuiltInFunction(
        [FunctionParameter("str", .string)], returns: .string, EncodingFunctions.unzipped),
      "cidrcontains": BuiltInFunction(
        [
          FunctionParameter("containing_prefix", .string),
          FunctionParameter("contained_ip_or_prefix", .string),
        ],
        returns: .bool, AddressFunctions.contains),
      "urldecode": BuiltInFunction(
        [FunctionParameter("str", .string)], returns: .string, EncodingFunctions.percentDecoded),
    ]
    for (noun, type) in [
      ("list", ValueType.list(.dynamic)), ("set", .set(.dynamic)), ("map", .map(.dynamic)),
    ] {
      let (minimum, maximum) = (
        FunctionParameter("min_length", .number), FunctionParameter("max_length", .number)
      )
      all["assume\(noun)length"] = refinement(type, [minimum, maximum]) { (call) throws(FunctionFailure) in
        try assumedLength(call, try call.integer(1), try call.integer(2))
      }
      all["assume\(noun)lengthmin"] = refinement(type, [minimum]) { (call) throws(FunctionFailure) in
        try assumedLength(call, try call.integer(1), nil)
      }
      all["assume\(noun)lengthmax"] = refinement(type, [maximum]) { (call) throws(FunctionFailure) in
        try assumedLength(call, nil, try call.integer(1))
      }
    }
    return all
  }()

  /// A function that gives its first argument back with more known of it; nil where that is not true.
  private static func refinement(
    _ type: ValueType, _ others: [FunctionParameter],
    _ refine: @escaping @Sendable (FunctionCall) throws(FunctionFailure) -> Value?
  ) -> BuiltInFunction {
    BuiltInFunction(
      [FunctionParameter("value", type).nullable.unknowable.anyType] + others, isNotNull: false,
      returns: type,
      { (call) throws(FunctionFailure) in
        guard let value = try refine(call) else {
          throw FunctionFailure("assumption was not upheld", argument: 0)
        }
        return value
      })
  }

  private static func assumedEqual(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let type = call[1].type
    guard let actual = try? call[0].converted(to: type) else {
      throw FunctionFailure(
        "actual value type \(call[0].type.friendlyName) does not match assumed value type \(type.friendlyName)",
        argument: 0)
    }
    if actual.equality(with: call[1]) == .different {
      throw FunctionFailure("the actual value does not match the assumed value", argument: 0)
    }
    return call[1]
  }

  private static func assumedPrefix(_ call: FunctionCall) throws(FunctionFailure) -> Value? {
    let prefix = call.text(1).safePrefix
    if let text = call[0].string { return text.utf8.starts(with: prefix.utf8) ? call[0] : nil }
    guard let unknown = call[0].unknown else { return call[0] }
    let known = unknown.prefix ?? ""
    guard known.utf8.starts(with: prefix.utf8) || prefix.utf8.starts(with: known.utf8) else { return nil }
    return call.unknown(.string) {
      $0.isNotNull = unknown.isNotNull
      $0.prefix = prefix.utf8.count > known.utf8.count ? prefix : known
    }
  }

  private static func assumedLength(
    _ call: FunctionCall, _ minimum: Int?, _ maximum: Int?
  ) throws(FunctionFailure) -> Value? {
    let value = call[0]
    let bounds = value.lengthBounds
    let (low, high) = (max(minimum ?? 0, bounds.minimum), min(maximum ?? .max, bounds.maximum))
    guard !value.isNull else { return nil }
    if let unknown = value.unknown {
      guard low <= high, let type = value.explicitType else { return low <= high ? value : nil }
      return call.unknown(type) {
        $0.isNotNull = unknown.isNotNull
        $0.minimumLength = low
        $0.maximumLength = high == .max ? nil : high
      }
    }
    return bounds.maximum < minimum ?? 0 || bounds.minimum > maximum ?? .max ? nil : value
  }
}
