public import Values

/// A value of the Common Expression Language while an expression runs.
public enum CELValue: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list([CELValue])
  indirect case map(CELMap)
  case timestamp(CELTimestamp)
  case duration(CELDuration)
  indirect case type(CELType)
  indirect case optional(CELValue?)
  indirect case opaque(CELOpaque)
  /// A value of the repository, seen in place: nothing is copied, and its origin is kept.
  indirect case document(Value)
  /// A value of the repository, seen through the schema that declares it.
  indirect case structured(StructuredDocument)
  indirect case error(CELError)
  /// Depends on something that is not known before apply or rendering.
  case unknown(Unknown)
}

/// Why an expression has no value: the kind of fault that a reader of the policy can repair.
public struct CELError: Sendable {
  /// Lower case, without a full stop: `no such key: replicas`.
  public var message: String
  /// Byte offset in the expression of the part that failed.
  public var offset: Int?

  public init(_ message: String, offset: Int? = nil) {
    self.message = message
    self.offset = offset
  }
}

extension CELValue {
  static func failure(_ message: String) -> CELValue { .error(CELError(message)) }
  static let noSuchOverload = CELValue.failure("no such overload")

  var isError: Bool { if case .error = self { true } else { false } }

  /// Neither a value to compute with: an error or an unknown.
  @inline(__always) var isAbsent: Bool {
    switch self {
    case .error, .unknown: true
    default: false
    }
  }

  /// A scalar of a document as the CEL value that it stands for; lists and objects stay views.
  @inline(__always) var resolved: CELValue {
    guard case .document(let value) = self else { return self }
    switch value.content {
    case .list, .object: return self
    case .null, .bool, .number, .string, .unknown: return CELValue(resolving: value)
    }
  }

  /// The value in place; unknown contents come out as unknown.
  @inline(__always) init(viewing value: Value) {
    if case .unknown(let unknown) = value.content {
      self = .unknown(unknown)
    } else {
      self = .document(value)
    }
  }

  /// Whole numbers are `int`, others `double`; lists and objects stay documents.
  init(resolving value: Value) {
    switch value.content {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .number(.integer(let number)): self = .int(number)
    case .number(.double(let number)): self = .double(number)
    case .number(.exact(let number)): self = number.int64.map { .int($0) } ?? .double(number.double)
    case .string(let text): self = .string(text)
    case .list, .object: self = .document(value)
    case .unknown(let unknown): self = .unknown(unknown)
    }
  }

  /// The type at run time; parameters of containers are `dyn`.
  var type: CELType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list(.dyn)
    case .map: .map(.dyn, .dyn)
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type(.dyn)
    case .optional: .optional(.dyn)
    case .opaque(let value): .opaque(value.typeName, [])
    case .document(let value):
      switch value.content {
      case .null: .null
      case .bool: .bool
      case .number(.integer): .int
      case .number(.double): .double
      case .number(.exact(let number)): number.int64 == nil ? .double : .int
      case .string: .string
      case .list: .list(.dyn)
      case .object: .map(.dyn, .dyn)
      case .unknown: .dyn
      }
    case .structured(let document): document.type
    case .error, .unknown: .dyn
    }
  }
}

extension CELValue {
  /// The elements where the value is a list, seen in place.
  var elements: ListElements? {
    switch self {
    case .list(let elements): .values(elements)
    case .document(let value):
      if case .list(let elements) = value.content { .documents(elements) } else { nil }
    case .structured(let document): document.elements
    case .null, .bool, .int, .uint, .double, .string, .bytes, .map, .timestamp, .duration, .type, .optional,
      .opaque, .error, .unknown:
      nil
    }
  }
}

/// The elements of a list, whichever way they are held.
enum ListElements {
  case values([CELValue])
  case documents([Value])

  @inline(__always) var count: Int {
    switch self {
    case .values(let elements): elements.count
    case .documents(let elements): elements.count
    }
  }

  @inline(__always) subscript(index: Int) -> CELValue {
    switch self {
    case .values(let elements): elements[index]
    case .documents(let elements): CELValue(viewing: elements[index])
    }
  }

  var array: [CELValue] {
    switch self {
    case .values(let elements): elements
    case .documents(let elements): elements.map { CELValue(viewing: $0) }
    }
  }
}
