/// Values as messages show them.
enum Printer {
  /// Short, for a key or an operand in an error message.
  static func brief(_ value: CELValue) -> String {
    switch value.resolved {
    case .null: "null"
    case .bool(let flag): String(flag)
    case .int(let number): String(number)
    case .uint(let number): String(number)
    case .double(let number): "\(number)"
    case .string(let text): text.utf8.count <= 60 ? text : String(text.prefix(57)) + "..."
    case .bytes, .list, .map, .timestamp, .duration, .type, .optional, .opaque, .document, .structured,
      .error,
      .unknown:
      "a value of type '\(value.type.typeName)'"
    }
  }
}
