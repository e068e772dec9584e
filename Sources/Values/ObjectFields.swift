public import SourceText

/// The fields of an object or map, in the order of the source. Lookup is by name; a later field of the same
/// name replaces an earlier one when set through the subscript.
public struct ObjectFields: Sendable {
  public struct Field: Sendable {
    public var name: String
    /// The name's own text, for findings about the field itself.
    public var nameLocation: Location?
    public var value: Value

    public init(_ name: String, at nameLocation: Location? = nil, _ value: Value) {
      self.name = name
      self.nameLocation = nameLocation
      self.value = value
    }
  }

  /// A field of which the name is not known, or not in whole.
  public struct OpenField: Sendable {
    public var name: Unknown
    public var nameLocation: Location?
    public var value: Value

    public init(_ name: Unknown, at nameLocation: Location? = nil, _ value: Value) {
      self.name = name
      self.nameLocation = nameLocation
      self.value = value
    }
  }

  public private(set) var fields: [Field]
  /// Only where `rest` is set: what is known of the other fields.
  public var openFields: [OpenField] {
    get { extra?.openFields ?? [] }
    set { extra = Extra(rest: rest, openFields: newValue, index: extra?.index) }
  }
  /// What any other field is, where only a provider knows which there are; nil where there are no others.
  public var rest: Unknown? {
    get { extra?.rest }
    set { extra = Extra(rest: newValue, openFields: openFields, index: extra?.index) }
  }
  /// What few objects have: apart, so that objects are small and cheap to copy.
  private var extra: Extra?

  private final class Extra: Sendable {
    let rest: Unknown?
    let openFields: [OpenField]
    /// Made when there are more than 16 fields; below that a linear search is faster.
    let index: [String: Int]?

    /// Nil when there is nothing to hold.
    init?(rest: Unknown?, openFields: [OpenField], index: [String: Int]?) {
      if rest == nil && openFields.isEmpty && index == nil { return nil }
      self.rest = rest
      self.openFields = openFields
      self.index = index
    }
  }

  /// The names must be distinct; of equal names the last one is found.
  public init(_ fields: [Field] = []) {
    self.fields = fields
    if fields.count > 16 { rebuildIndex() }
  }

  public var count: Int { fields.count }
  public var isEmpty: Bool { fields.isEmpty }
  public var names: [String] { fields.map(\.name) }

  /// O(1) for large objects, a scan of at most 16 names for small ones.
  public func position(of name: String) -> Int? {
    if let index = extra?.index { return index[name] }
    return fields.lastIndex { $0.name == name }
  }

  public subscript(name: String) -> Value? {
    get { position(of: name).map { fields[$0].value } }
    set {
      guard let newValue else {
        if let position = position(of: name) {
          fields.remove(at: position)
          rebuildIndex()
        }
        return
      }
      if let position = position(of: name) {
        fields[position].value = newValue
      } else {
        append(Field(name, newValue))
      }
    }
  }

  public mutating func append(_ field: Field) {
    fields.append(field)
    if var index = takeIndex() {
      index[field.name] = fields.count - 1
      extra = Extra(rest: rest, openFields: openFields, index: index)
    } else if fields.count > 16 {
      rebuildIndex()
    }
  }

  /// Puts the field in place of the one of its name, or at the end.
  public mutating func set(_ field: Field) {
    if let position = position(of: field.name) {
      fields[position] = field
    } else {
      append(field)
    }
  }

  /// Adds a field whose name is not known in whole. It may be any of those before it that its name fits, so that
  /// their values become unknown.
  public mutating func set(_ field: OpenField) {
    for index in fields.indices where field.name.mayBe(fields[index].name) {
      let reasons = (field.name.reasons + fields[index].value.unknownReasons).withoutRepetition()
      fields[index].value = .unknown(because: reasons, origin: fields[index].value.origin)
    }
    openFields.append(field)
    rest = Unknown(((rest?.reasons ?? []) + field.name.reasons).withoutRepetition())
  }

  /// The index, which is then nobody else's and can be changed in place.
  private mutating func takeIndex() -> [String: Int]? {
    guard let index = extra?.index else { return nil }
    extra = Extra(rest: rest, openFields: openFields, index: nil)
    return index
  }

  private mutating func rebuildIndex() {
    let index =
      fields.count > 16
      ? Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { $1 }) : nil
    extra = Extra(rest: rest, openFields: openFields, index: index)
  }
}
