internal import Values

/// Takes sensitive values out of messages.
enum Redaction {
  static func redacted(_ failure: FunctionFailure, _ arguments: [Value]) -> FunctionFailure {
    var secrets: Set<String> = []
    for argument in arguments { collect(argument, isSensitive: false, into: &secrets) }
    guard !secrets.isEmpty else { return failure }
    var failure = failure
    for secret in secrets.sorted(by: { $0.utf8.count > $1.utf8.count }) where !secret.isEmpty {
      for text in [secret.quotedAsGo, secret] {
        failure.message = failure.message.replacing(text, with: "(sensitive value)")
      }
    }
    return failure
  }

  private static func collect(_ value: Value, isSensitive: Bool, into secrets: inout Set<String>) {
    let isSensitive = isSensitive || value.marks.contains(.sensitive)
    switch value.content {
    case .string(let text): if isSensitive { secrets.insert(text) }
    case .number(let number): if isSensitive { secrets.insert(number.text) }
    case .null, .bool, .unknown: break
    case .list(let elements):
      for element in elements { collect(element, isSensitive: isSensitive, into: &secrets) }
    case .object(let fields):
      for field in fields.fields { collect(field.value, isSensitive: isSensitive, into: &secrets) }
    }
  }
}
