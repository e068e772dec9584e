/// A type of the Common Expression Language.
public enum CELType: Hashable, Sendable {
  /// Any value; checked when the expression runs.
  case dyn
  case null
  case bool
  case int
  case uint
  case double
  case string
  case bytes
  case timestamp
  case duration
  indirect case list(CELType)
  indirect case map(CELType, CELType)
  indirect case optional(CELType)
  /// The type of types; the payload is the type that is named, where that is known.
  indirect case type(CELType)
  /// A scalar that may be null (protobuf's wrapper messages).
  indirect case wrapper(CELType)
  /// A type that only its own functions understand, by name: `kubernetes.Quantity`, `net.IP`.
  indirect case opaque(String, [CELType])
  /// A structure with declared fields, by name; declared in the environment.
  case object(String)
  /// A type parameter of a function's signature, by name.
  case parameter(String)
  /// A type variable that the checker made; never part of a result.
  case variable(Int)
  /// The type of an expression that did not check; suppresses follow-up errors.
  case failed
}

extension CELType {
  static let t = CELType.parameter("T")
  static let k = CELType.parameter("K")
  static let v = CELType.parameter("V")

  var isDynamic: Bool { self == .dyn || self == .failed }

  /// Whether a variable or parameter occurs in the type.
  var isGeneric: Bool {
    switch self {
    case .parameter, .variable: true
    case .list(let element), .optional(let element), .type(let element), .wrapper(let element):
      element.isGeneric
    case .map(let key, let value): key.isGeneric || value.isGeneric
    case .opaque(_, let parameters): parameters.contains { $0.isGeneric }
    case .dyn, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .object, .failed:
      false
    }
  }

  /// The name that `type(value)` has and compares by.
  public var typeName: String {
    switch self {
    case .dyn: "dyn"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .list: "list"
    case .map: "map"
    case .optional: "optional_type"
    case .type: "type"
    case .wrapper(let base): base.typeName
    case .opaque(let name, _), .object(let name): name
    case .parameter(let name): name
    case .variable: "dyn"
    case .failed: "!error!"
    }
  }
}

extension CELType: CustomStringConvertible {
  /// As cel-go prints types in messages and as the conformance suite writes them: `map(string, list(int))`.
  public var description: String {
    switch self {
    case .null: "null"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .optional(let element): "optional_type(\(element))"
    case .type(let named): "type(\(named))"
    case .wrapper(let base): "wrapper(\(base))"
    case .opaque(let name, let parameters):
      parameters.isEmpty ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
    case .dyn, .bool, .int, .uint, .double, .string, .bytes, .object, .parameter, .variable, .failed: typeName
    }
  }
}
