internal import Values

/// `format` and `formatlist`.
enum FormatFunctions {
  private static let format = FunctionParameter("format", .string)
  private static let arguments = FunctionParameter("args", .dynamic).nullable.unknowable.anyType

  static let all: [String: BuiltInFunction] = [
    "format": BuiltInFunction([format], variadic: arguments, returns: .string, formatted),
    "formatlist": BuiltInFunction([format], variadic: arguments, returns: .list(.string), formattedList),
  ]

  private static func formatted(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    guard call.arguments.dropFirst().allSatisfy(\.isWhollyKnown) else {
      // Only what comes before the first verb is safe: a verb may stand for nothing.
      let start = call.text(0).prefix { $0 != "%" }
      return call.unknown { if !start.isEmpty { $0.prefix = String(start).safePrefix } }
    }
    return .text(try Formatter.format(call.text(0), Array(call.arguments.dropFirst())))
  }

  private static func formattedList(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let arguments = Array(call.arguments.dropFirst())
    guard !arguments.isEmpty else {
      return .list([.text(try Formatter.format(call.text(0), []))], of: .string)
    }
    var (length, chooser): (Int?, Int) = (nil, 0)
    var isUnknown = false
    for (position, argument) in arguments.enumerated() {
      guard argument.outerType.isSequence, !argument.isNull else {
        if argument.isDynamicUnknown { isUnknown = true }
        continue
      }
      guard let count = argument.length else {
        isUnknown = true
        continue
      }
      if let length, length != count {
        throw FunctionFailure(
          "argument \(position + 1) has length \(count), which is inconsistent with argument \(chooser + 1) "
            + "of length \(length)", argument: position + 1)
      }
      if length == nil { (length, chooser) = (count, position) }
      if !argument.isKnown { isUnknown = true }
    }
    if isUnknown { return call.unknown() }
    var results: [Value] = []
    for index in 0..<(length ?? 1) {
      let row = arguments.map { $0.outerType.isSequence ? $0[index] ?? $0 : $0 }
      guard row.allSatisfy(\.isWhollyKnown) else {
        results.append(.unresolved(.string, row) { $0.isNotNull = true })
        continue
      }
      do throws(FunctionFailure) {
        results.append(.text(try Formatter.format(call.text(0), row)))
      } catch {
        throw FunctionFailure("error on format iteration \(index): \(error.message)")
      }
    }
    return .list(results, of: .string)
  }
}
