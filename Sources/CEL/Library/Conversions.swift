/// The conversion functions of the specification.
enum Conversions {
  static let int: Function.Unary = { value in
    switch value {
    case .int: return value
    case .uint(let number):
      return Int64(exactly: number).map { .int($0) } ?? .failure("integer overflow: \(number)")
    case .double(let number):
      guard number > -0x1p63, number < 0x1p63 else {
        return .failure("integer overflow: \(number) is out of range")
      }
      return .int(Int64(number))
    case .string(let text):
      return integer(text).map { .int($0) } ?? .failure("type conversion error from '\(text)' to 'int'")
    case .timestamp(let time): return .int(time.seconds)
    case .duration(let duration): return .int(duration.seconds)
    default: return .noSuchOverload
    }
  }

  /// Decimal digits with an optional sign, as Go's `strconv.ParseInt`.
  private static func integer(_ text: String) -> Int64? { Int64(text) }

  static let uint: Function.Unary = { value in
    switch value {
    case .uint: return value
    case .int(let number):
      return UInt64(exactly: number).map { .uint($0) } ?? .failure("unsigned integer overflow: \(number)")
    case .double(let number):
      guard number >= 0, number < 0x1p64 else {
        return .failure("unsigned integer overflow: \(number) is out of range")
      }
      return .uint(UInt64(number))
    case .string(let text):
      guard !text.hasPrefix("+"), !text.hasPrefix("-"), let number = UInt64(text) else {
        return .failure("type conversion error from '\(text)' to 'uint'")
      }
      return .uint(number)
    default: return .noSuchOverload
    }
  }

  static let double: Function.Unary = { value in
    switch value {
    case .double: return value
    case .int(let number): return .double(Double(number))
    case .uint(let number): return .double(Double(number))
    case .string(let text):
      guard let number = Double(text) else {
        return .failure("type conversion error from '\(text)' to 'double'")
      }
      return .double(number)
    default: return .noSuchOverload
    }
  }

  static let bool: Function.Unary = { value in
    switch value {
    case .bool: return value
    case .string(let text):
      switch text {
      case "1", "t", "T", "true", "TRUE", "True": return .bool(true)
      case "0", "f", "F", "false", "FALSE", "False": return .bool(false)
      default: return .failure("type conversion error from '\(text)' to 'bool'")
      }
    default: return .noSuchOverload
    }
  }

  static let bytes: Function.Unary = { value in
    switch value {
    case .bytes: return value
    case .string(let text): return .bytes(Array(text.utf8))
    default: return .noSuchOverload
    }
  }

  static let string: Function.Unary = { value in
    switch value {
    case .string: return value
    case .bool(let flag): return .string(flag ? "true" : "false")
    case .int(let number): return .string(String(number))
    case .uint(let number): return .string(String(number))
    case .double(let number): return .string(TextFormats.text(number))
    case .bytes(let bytes):
      guard let text = TextFormats.validated(bytes) else {
        return .failure("invalid UTF-8 in bytes, cannot convert to string")
      }
      return .string(text)
    case .timestamp(let time): return .string(TextFormats.text(time))
    case .duration(let duration): return .string(TextFormats.text(duration))
    case .opaque(let opaque): return .string(opaque.content.description)
    default: return .noSuchOverload
    }
  }
}
