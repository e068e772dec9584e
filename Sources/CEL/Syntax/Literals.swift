/// Decodes the literals of the language from their bytes.
enum Literals {
  enum Decoded {
    case value(CELValue)
    /// `offset` counts from the start of the literal.
    case failure(String, offset: Int)
  }

  /// `text` holds digits, with `0x` in front or `u` behind; the sign comes separately.
  static func int(_ text: ArraySlice<UInt8>, isNegative: Bool) -> Decoded {
    guard let magnitude = magnitude(of: text) else {
      return .failure("integer literal is beyond 64 bits", offset: 0)
    }
    if isNegative {
      if magnitude == UInt64(Int64.max) + 1 { return .value(.int(Int64.min)) }
      guard let number = Int64(exactly: magnitude) else {
        return .failure("integer literal is below \(Int64.min)", offset: 0)
      }
      return .value(.int(-number))
    }
    guard let number = Int64(exactly: magnitude) else {
      return .failure("integer literal is above \(Int64.max)", offset: 0)
    }
    return .value(.int(number))
  }

  static func uint(_ text: ArraySlice<UInt8>) -> Decoded {
    guard let number = magnitude(of: text.dropLast()) else {
      return .failure("integer literal is beyond 64 bits", offset: 0)
    }
    return .value(.uint(number))
  }

  private static func magnitude(of text: ArraySlice<UInt8>) -> UInt64? {
    if text.count > 2, text[text.startIndex + 1] | 0x20 == UInt8(ascii: "x") {
      return UInt64(String(decoding: text.dropFirst(2), as: UTF8.self), radix: 16)
    }
    var number: UInt64 = 0
    for byte in text {
      let (product, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(byte &- UInt8(ascii: "0")))
      if overflow || carry { return nil }
      number = sum
    }
    return number
  }

  static func double(_ text: ArraySlice<UInt8>, isNegative: Bool) -> Decoded {
    var digits = String(decoding: text, as: UTF8.self)
    if digits.hasPrefix(".") { digits = "0" + digits }
    guard let number = Double(digits), number.isFinite else {
      return .failure("double literal is out of range", offset: 0)
    }
    return .value(.double(isNegative ? -number : number))
  }

  /// `token` with its prefix and quotes.
  static func string(_ token: ArraySlice<UInt8>, isBytes: Bool) -> Decoded {
    var start = token.startIndex
    var isRaw = false
    while isLetter(token[start]) {
      if token[start] | 0x20 == UInt8(ascii: "r") { isRaw = true }
      start += 1
    }
    let quote = token[start]
    let isTriple = token.endIndex - start >= 6 && token[start + 1] == quote && token[start + 2] == quote
    let width = isTriple ? 3 : 1
    let content = token[(start + width)..<(token.endIndex - width)]
    if isRaw || !content.contains(UInt8(ascii: "\\")) {
      return .value(isBytes ? .bytes(Array(content)) : .string(String(decoding: content, as: UTF8.self)))
    }
    return unescaped(content, isBytes: isBytes, base: token.startIndex)
  }

  private static func unescaped(_ content: ArraySlice<UInt8>, isBytes: Bool, base: Int) -> Decoded {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = content.startIndex
    while index < content.endIndex {
      let byte = content[index]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        index += 1
        continue
      }
      let escape = index
      index += 1
      guard index < content.endIndex else {
        return .failure("escape at the end of a string", offset: escape - base)
      }
      let letter = content[index]
      index += 1
      if let simple = simpleEscapes[letter] {
        result.append(simple)
        continue
      }
      let form: (digits: Int, radix: UInt32)
      switch letter {
      case UInt8(ascii: "x"), UInt8(ascii: "X"): form = (2, 16)
      case UInt8(ascii: "u") where !isBytes: form = (4, 16)
      case UInt8(ascii: "U") where !isBytes: form = (8, 16)
      case UInt8(ascii: "0")...UInt8(ascii: "3"):
        form = (3, 8)
        index -= 1
      default: return .failure("unknown escape '\\\(Unicode.Scalar(letter))'", offset: escape - base)
      }
      guard content.endIndex - index >= form.digits,
        let code = UInt32(
          String(decoding: content[index..<index + form.digits], as: UTF8.self), radix: Int(form.radix)),
        content[index] != UInt8(ascii: "+"), content[index] != UInt8(ascii: "-")
      else { return .failure("escape needs \(form.digits) digits", offset: escape - base) }
      index += form.digits
      if isBytes {
        guard let byte = UInt8(exactly: code) else {
          return .failure("escape is beyond one byte", offset: escape - base)
        }
        result.append(byte)
      } else {
        guard let scalar = Unicode.Scalar(code) else {
          return .failure("escape names no Unicode character", offset: escape - base)
        }
        result.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      }
    }
    return .value(isBytes ? .bytes(result) : .string(String(decoding: result, as: UTF8.self)))
  }

  private static let simpleEscapes: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10,
    UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9, UInt8(ascii: "v"): 11, UInt8(ascii: "\\"): 0x5C,
    UInt8(ascii: "?"): UInt8(ascii: "?"), UInt8(ascii: "\""): UInt8(ascii: "\""),
    UInt8(ascii: "'"): UInt8(ascii: "'"), UInt8(ascii: "`"): UInt8(ascii: "`"),
  ]
}
