public import Values

/// A value that a profile may set for a policy.
public struct PolicyParameter: Sendable {
  public enum Kind: Hashable, Sendable {
    case string
    case boolean
    case integer
    case quantity
    indirect case list(Kind)
    indirect case map(Kind)

    /// As it is written in a policy file: `list(string)`.
    public var text: String {
      switch self {
      case .string: "string"
      case .boolean: "boolean"
      case .integer: "integer"
      case .quantity: "quantity"
      case .list(let element): "list(\(element.text))"
      case .map(let element): "map(\(element.text))"
      }
    }

    /// The kind that the text names; nil when it names none.
    public init?(_ text: String) {
      switch text {
      case "string": self = .string
      case "boolean": self = .boolean
      case "integer": self = .integer
      case "quantity": self = .quantity
      default:
        for (word, make) in [("list(", Kind.list), ("map(", Kind.map)] {
          guard text.hasPrefix(word), text.hasSuffix(")"),
            let element = Kind(String(text.dropFirst(word.count).dropLast()))
          else { continue }
          self = make(element)
          return
        }
        return nil
      }
    }
  }

  public var name: String
  public var kind: Kind
  /// Used when no profile sets the parameter.
  public var fallback: Value
  public var description: String

  public init(name: String, kind: Kind, fallback: Value, description: String) {
    self.name = name
    self.kind = kind
    self.fallback = fallback
    self.description = description
  }
}

extension PolicyParameter {
  /// The default as it would be written in one line of YAML.
  public var fallbackText: String { Self.text(of: fallback) }

  private static func text(of value: Value) -> String {
    switch value.content {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .number(.integer(let number)): return String(number)
    case .number(.double(let number)): return String(number)
    case .number(.exact(let number)): return "\(number)"
    case .string(let text): return text.isEmpty ? "''" : text
    case .list(let elements): return "[" + elements.map(text(of:)).joined(separator: ", ") + "]"
    case .object(let fields):
      return "{" + fields.fields.map { "\($0.name): \(text(of: $0.value))" }.joined(separator: ", ") + "}"
    case .unknown: return "unknown"
    }
  }
}
