/// A key of a map: the kinds that the language allows. `1` and `1u` are the same key.
public enum CELMapKey: Hashable, Sendable {
  case bool(Bool)
  case int(Int64)
  /// Only for numbers beyond the range of `int`.
  case largeUint(UInt64)
  case string(String)

  /// nil when values of that kind cannot be keys; a double with an integral value finds the integer.
  init?(_ value: CELValue) {
    switch value {
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .uint(let number): self = number > UInt64(Int64.max) ? .largeUint(number) : .int(Int64(number))
    case .double(let number):
      if let integer = Int64(exactly: number) {
        self = .int(integer)
      } else if let integer = UInt64(exactly: number) {
        self = .largeUint(integer)
      } else {
        return nil
      }
    case .string(let text): self = .string(text)
    case .document(let document):
      let value = CELValue(resolving: document)
      if case .document = value { return nil }
      self.init(value)
    case .null, .bytes, .list, .map, .timestamp, .duration, .type, .optional, .opaque, .structured, .error,
      .unknown:
      return nil
    }
  }

  /// Strings compare by their bytes, not by canonical equivalence.
  public static func == (left: CELMapKey, right: CELMapKey) -> Bool {
    switch (left, right) {
    case (.bool(let left), .bool(let right)): left == right
    case (.int(let left), .int(let right)): left == right
    case (.largeUint(let left), .largeUint(let right)): left == right
    case (.string(let left), .string(let right)): left.hasSameBytes(as: right)
    case (.bool, _), (.int, _), (.largeUint, _), (.string, _): false
    }
  }
}

/// A map that an expression made, its entries in the order of their making.
public struct CELMap: Sendable {
  public struct Entry: Sendable {
    /// The key as it was written: `1u` stays a uint.
    public var key: CELValue
    public var value: CELValue
  }

  public private(set) var entries: [Entry] = []
  private var index: [CELMapKey: Int] = [:]

  public init() {}

  /// Entries with string keys; of equal keys the last one stays.
  public init(_ entries: [(String, CELValue)]) {
    for (key, value) in entries { _ = set(.string(key), value) }
  }

  public var count: Int { entries.count }

  /// False when the key is not of a kind that the language allows.
  public mutating func set(_ key: CELValue, _ value: CELValue) -> Bool {
    guard let normal = CELMapKey(key) else { return false }
    if let position = index[normal] {
      entries[position].value = value
    } else {
      index[normal] = entries.count
      entries.append(Entry(key: key, value: value))
    }
    return true
  }

  public func contains(_ key: CELMapKey) -> Bool { index[key] != nil }

  public subscript(key: CELMapKey) -> CELValue? { index[key].map { entries[$0].value } }
}

extension String {
  /// Equality of code points: unlike `==`, which takes canonically equivalent texts for equal.
  @inline(__always) func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count, self == other else { return false }
    return utf8.elementsEqual(other.utf8)
  }

  /// Order of code points, which is the order of UTF-8 bytes.
  func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
