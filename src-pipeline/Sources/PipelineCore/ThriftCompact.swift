/// Thrift's compact protocol, as far as Parquet's footer needs it.
///
/// Source: apache/thrift, doc/specs/thrift-compact-protocol.md.
struct ThriftWriter {
  private(set) var bytes: [UInt8] = []
  private var lastField: [Int] = [0]

  mutating func structure(field: Int? = nil, _ body: (inout ThriftWriter) -> Void) {
    if let field { header(field, type: 12) }
    lastField.append(0)
    body(&self)
    lastField.removeLast()
    bytes.append(0)
  }

  mutating func i32(_ field: Int, _ value: Int) {
    header(field, type: 5)
    zigzag(value)
  }

  mutating func i64(_ field: Int, _ value: Int) {
    header(field, type: 6)
    zigzag(value)
  }

  mutating func string(_ field: Int, _ value: String) {
    header(field, type: 8)
    text(value)
  }

  mutating func list(_ field: Int, elementType: UInt8, count: Int, _ body: (inout ThriftWriter) -> Void) {
    header(field, type: 9)
    if count < 15 {
      bytes.append(UInt8(count) << 4 | elementType)
    } else {
      bytes.append(0xF0 | elementType)
      varint(UInt64(count))
    }
    body(&self)
  }

  mutating func zigzag(_ value: Int) {
    varint(UInt64(bitPattern: Int64((value << 1) ^ (value >> 63))))
  }

  mutating func text(_ value: String) {
    varint(UInt64(value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  private mutating func header(_ field: Int, type: UInt8) {
    let delta = field - lastField[lastField.count - 1]
    if (1...15).contains(delta) {
      bytes.append(UInt8(delta) << 4 | type)
    } else {
      bytes.append(type)
      zigzag(field)
    }
    lastField[lastField.count - 1] = field
  }

  private mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// A value of a Thrift structure, read whole; unknown fields are kept and ignored by who asks.
indirect enum ThriftValue {
  case integer(Int)
  case bool(Bool)
  case binary(ArraySlice<UInt8>)
  case list([ThriftValue])
  case structure([Int: ThriftValue])

  subscript(field: Int) -> ThriftValue? {
    if case .structure(let fields) = self { fields[field] } else { nil }
  }

  var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  var list: [ThriftValue]? { if case .list(let values) = self { values } else { nil } }
  var string: String? {
    if case .binary(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
  }
}

/// Reads a structure from bytes that nobody vouches for: every length is checked, nesting is limited.
struct ThriftReader {
  private let bytes: ArraySlice<UInt8>
  private(set) var offset: Int
  private var depth = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  /// nil when the bytes end early or are no structure.
  mutating func structure() -> ThriftValue? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 32 else { return nil }
    var fields: [Int: ThriftValue] = [:]
    var field = 0
    while let head = byte() {
      let type = head & 0x0F
      if head == 0 { return .structure(fields) }
      if head >> 4 == 0 {
        guard let number = zigzag() else { return nil }
        field = number
      } else {
        field += Int(head >> 4)
      }
      guard let value = value(type) else { return nil }
      fields[field] = value
    }
    return nil
  }

  private mutating func value(_ type: UInt8) -> ThriftValue? {
    switch type {
    case 1: return .bool(true)
    case 2: return .bool(false)
    case 3: return byte().map { .integer(Int(Int8(bitPattern: $0))) }
    case 4, 5, 6: return zigzag().map { .integer($0) }
    case 7: return take(8).map { .binary($0) }
    case 8:
      guard let count = varint(), let text = take(count) else { return nil }
      return .binary(text)
    case 9, 10: return list()
    case 12: return structure()
    default: return nil
    }
  }

  private mutating func list() -> ThriftValue? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 32, let head = byte() else { return nil }
    var count = UInt64(head >> 4)
    if count == 15 {
      guard let long = varint() else { return nil }
      count = long
    }
    guard count <= UInt64(bytes.endIndex - offset) else { return nil }
    var values: [ThriftValue] = []
    for _ in 0..<count {
      // In a list a boolean is one byte of its own.
      guard let value = head & 0x0F <= 2 ? byte().map({ .bool($0 == 1) }) : value(head & 0x0F) else {
        return nil
      }
      values.append(value)
    }
    return .list(values)
  }

  private mutating func byte() -> UInt8? {
    guard offset < bytes.endIndex else { return nil }
    defer { offset += 1 }
    return bytes[offset]
  }

  private mutating func take(_ count: UInt64) -> ArraySlice<UInt8>? {
    guard count <= UInt64(bytes.endIndex - offset) else { return nil }
    defer { offset += Int(count) }
    return bytes[offset..<(offset + Int(count))]
  }

  private mutating func zigzag() -> Int? {
    guard let raw = varint() else { return nil }
    return Int(truncatingIfNeeded: Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1))
  }

  private mutating func varint() -> UInt64? {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64, let next = byte() {
      result |= UInt64(next & 0x7F) << shift
      if next & 0x80 == 0 { return result }
      shift += 7
    }
    return nil
  }
}
