public import SourceText

/// A value that was written in, or computed from, the files of the repository. It knows where it came from.
public struct Value: Sendable {
  public enum Content: Sendable {
    case null
    case bool(Bool)
    case number(Number)
    case string(String)
    /// A sequence: YAML sequence, Terraform tuple, list or set (`explicitType` tells which).
    case list([Value])
    /// A mapping: YAML mapping, Terraform object or map (`explicitType` tells which).
    case object(ObjectFields)
    /// Not known before apply or rendering; never a guess, never an optional.
    case unknown(Unknown)
  }

  /// What travels with a value into everything computed from it.
  public struct Marks: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Must never be printed.
    public static let sensitive = Marks(rawValue: 1)
    /// Never stored in a plan or state.
    public static let ephemeral = Marks(rawValue: 2)
  }

  // The order keeps a value at 64 bytes: the marks lie in the gap behind the content.
  public var content: Content
  public var marks: Marks
  public var origin: Origin
  /// The Terraform type where the content alone does not tell it (list, set, map, typed null, unknown).
  public var explicitType: ValueType?

  public init(
    _ content: Content, origin: Origin = .none, marks: Marks = [], explicitType: ValueType? = nil
  ) {
    self.content = content
    self.origin = origin
    self.marks = marks
    self.explicitType = explicitType
  }
}

extension Value {
  public var isNull: Bool { if case .null = content { true } else { false } }
  public var string: String? { if case .string(let text) = content { text } else { nil } }
  public var bool: Bool? { if case .bool(let flag) = content { flag } else { nil } }
  public var list: [Value]? { if case .list(let elements) = content { elements } else { nil } }
  public var object: ObjectFields? { if case .object(let fields) = content { fields } else { nil } }
  public var unknown: Unknown? { if case .unknown(let unknown) = content { unknown } else { nil } }
  /// The location of the text that holds the value.
  public var location: Location? { origin.location }

  /// The field of an object; nil when there is none or the value is no object. Unknown where the object may have
  /// such a field.
  public subscript(name: String) -> Value? {
    guard let fields = object else { return nil }
    return fields[name] ?? fields.rest.map { .unknown(because: $0.reasons, origin: origin) }
  }

  /// The element of a list; nil when there is none.
  public subscript(index: Int) -> Value? {
    guard let elements = list, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// Follows field names from object to object.
  public func at(_ path: String...) -> Value? {
    var value: Value? = self
    for name in path { value = value?[name] }
    return value
  }
}
