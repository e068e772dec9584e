/// A value of a UBJSON document (ubjson.org, draft 12), as XGBoost writes its models.
indirect enum UniversalBinaryJSON {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case integers([Int])
  case floats([Float])
  case array([UniversalBinaryJSON])
  case object([String: UniversalBinaryJSON])

  subscript(key: String) -> UniversalBinaryJSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var string: String? { if case .string(let value) = self { value } else { nil } }
  var array: [UniversalBinaryJSON]? { if case .array(let values) = self { values } else { nil } }

  var integers: [Int]? {
    switch self {
    case .integers(let values): values
    case .array(let values):
      values.allSatisfy { if case .integer = $0 { true } else { false } }
        ? values.compactMap { if case .integer(let value) = $0 { value } else { nil } } : nil
    case .null, .bool, .integer, .number, .string, .floats, .object: nil
    }
  }

  var floats: [Float]? {
    switch self {
    case .floats(let values): values
    case .integers(let values): values.isEmpty ? [] : nil
    case .array(let values): values.isEmpty ? [] : nil
    case .null, .bool, .integer, .number, .string, .object: nil
    }
  }

  /// nil when the bytes are no whole document. Lengths are checked against what is left, nesting against 64.
  init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let marker = reader.byte(), let value = reader.value(marker), reader.isAtEnd else { return nil }
    self = value
  }

  private struct Reader {
    let bytes: [UInt8]
    private var offset = 0
    private var depth = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func byte() -> UInt8? {
      guard offset < bytes.count else { return nil }
      defer { offset += 1 }
      return bytes[offset]
    }

    mutating func value(_ marker: UInt8) -> UniversalBinaryJSON? {
      switch marker {
      case UInt8(ascii: "Z"): return .null
      case UInt8(ascii: "T"): return .bool(true)
      case UInt8(ascii: "F"): return .bool(false)
      case UInt8(ascii: "d"): return bigEndian(4).map { .number(Double(Float(bitPattern: UInt32($0)))) }
      case UInt8(ascii: "D"): return bigEndian(8).map { .number(Double(bitPattern: $0)) }
      case UInt8(ascii: "S"): return text().map { .string($0) }
      case UInt8(ascii: "["): return nested { $0.array() }
      case UInt8(ascii: "{"): return nested { $0.object() }
      default: return integer(marker).map { .integer($0) }
      }
    }

    private mutating func nested(
      _ body: (inout Reader) -> UniversalBinaryJSON?
    ) -> UniversalBinaryJSON? {
      depth += 1
      defer { depth -= 1 }
      return depth <= 64 ? body(&self) : nil
    }

    private mutating func array() -> UniversalBinaryJSON? {
      var type: UInt8?
      if peek == UInt8(ascii: "$") {
        offset += 1
        type = byte()
      }
      if peek == UInt8(ascii: "#") {
        offset += 1
        guard let count = length() else { return nil }
        return type.map { typed($0, count) } ?? counted(count)
      }
      var values: [UniversalBinaryJSON] = []
      while let marker = byte() {
        if marker == UInt8(ascii: "]") { return .array(values) }
        guard let value = value(marker) else { return nil }
        values.append(value)
      }
      return nil
    }

    private mutating func counted(_ count: Int) -> UniversalBinaryJSON? {
      guard count <= bytes.count - offset else { return nil }
      var values: [UniversalBinaryJSON] = []
      for _ in 0..<count {
        guard let marker = byte(), let value = value(marker) else { return nil }
        values.append(value)
      }
      return .array(values)
    }

    private mutating func typed(_ type: UInt8, _ count: Int) -> UniversalBinaryJSON? {
      let size = Self.size(type)
      guard size > 0, count <= (bytes.count - offset) / size else { return nil }
      if type == UInt8(ascii: "d") {
        return .floats((0..<count).map { _ in Float(bitPattern: UInt32(bigEndian(4) ?? 0)) })
      }
      if type == UInt8(ascii: "D") {
        return .floats((0..<count).map { _ in Float(Double(bitPattern: bigEndian(8) ?? 0)) })
      }
      return .integers((0..<count).map { _ in integer(type) ?? 0 })
    }

    private mutating func object() -> UniversalBinaryJSON? {
      var members: [String: UniversalBinaryJSON] = [:]
      while let marker = peek {
        if marker == UInt8(ascii: "}") {
          offset += 1
          return .object(members)
        }
        guard let key = text(), let marker = byte(), let value = value(marker) else { return nil }
        members[key] = value
      }
      return nil
    }

    private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func text() -> String? {
      guard let count = length(), count <= bytes.count - offset else { return nil }
      defer { offset += count }
      return String(decoding: bytes[offset..<(offset + count)], as: UTF8.self)
    }

    private mutating func length() -> Int? {
      guard let marker = byte(), let count = integer(marker), count >= 0 else { return nil }
      return count
    }

    private mutating func integer(_ type: UInt8) -> Int? {
      switch type {
      case UInt8(ascii: "i"): bigEndian(1).map { Int(Int8(truncatingIfNeeded: $0)) }
      case UInt8(ascii: "U"): bigEndian(1).map { Int($0) }
      case UInt8(ascii: "I"): bigEndian(2).map { Int(Int16(truncatingIfNeeded: $0)) }
      case UInt8(ascii: "l"): bigEndian(4).map { Int(Int32(truncatingIfNeeded: $0)) }
      case UInt8(ascii: "L"): bigEndian(8).map { Int(truncatingIfNeeded: $0) }
      default: nil
      }
    }

    private static func size(_ type: UInt8) -> Int {
      switch type {
      case UInt8(ascii: "i"), UInt8(ascii: "U"): 1
      case UInt8(ascii: "I"): 2
      case UInt8(ascii: "l"), UInt8(ascii: "d"): 4
      case UInt8(ascii: "L"), UInt8(ascii: "D"): 8
      default: 0
      }
    }

    private mutating func bigEndian(_ count: Int) -> UInt64? {
      guard count <= bytes.count - offset else { return nil }
      var word: UInt64 = 0
      for _ in 0..<count {
        word = word << 8 | UInt64(bytes[offset])
        offset += 1
      }
      return word
    }
  }
}
