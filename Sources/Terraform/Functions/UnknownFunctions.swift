internal import Values

/// Functions of time, chance or secrets: their results are not known before apply.
enum UnknownFunctions {
  static let all: [String: BuiltInFunction] = [
    "timestamp": BuiltInFunction([], returns: .string) { (_) throws(FunctionFailure) in
      unknown("timestamp() is the time of the run")
    },
    "plantimestamp": BuiltInFunction([], isNotNull: false, returns: .string) { (_) throws(FunctionFailure) in
      unknown("plantimestamp() is the time of the plan")
    },
    "uuid": BuiltInFunction([], returns: .string) { (_) throws(FunctionFailure) in
      unknown("uuid() is random")
    },
    "bcrypt": BuiltInFunction(
      [FunctionParameter("str", .string)], variadic: FunctionParameter("cost", .number), returns: .string,
      hashed),
    "rsadecrypt": BuiltInFunction(
      [FunctionParameter("ciphertext", .string), FunctionParameter("privatekey", .string)], returns: .string
    ) { (call) throws(FunctionFailure) in
      guard Base64.decode(call.bytes(0)) != nil else {
        throw FunctionFailure(
          "failed to decode input \(call.text(0).quotedAsGo): cipher text must be base64-encoded", argument: 0
        )
      }
      return unknown("rsadecrypt() is not carried out here, where no secret is decrypted").withMarks(
        .sensitive)
    },
  ]

  private static func hashed(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard call.arguments.count <= 2 else {
      throw FunctionFailure("bcrypt() takes no more than two arguments")
    }
    return unknown("bcrypt() salts its result at random")
  }

  private static func unknown(_ phrase: String) -> Value {
    .unknown(.string, Unknown([Unknown.Reason(phrase)], isNotNull: true))
  }
}
