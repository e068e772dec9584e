func isASCIIDigit(_ byte: UInt8) -> Bool {
  byte >= 48 && byte <= 57
}

func isASCIILetter(_ byte: UInt8) -> Bool {
  byte | 0x20 >= 97 && byte | 0x20 <= 122
}

/// The value of one hexadecimal digit of either case.
func hexadecimalValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 48...57: byte - 48
  case 65...70: byte - 55
  case 97...102: byte - 87
  default: nil
  }
}

/// The same for bytes; those that are no UTF-8 are written as `\xc3`.
func goQuoted(_ bytes: ArraySlice<UInt8>) -> String {
  var result = "\""
  var rest = bytes
  while let first = rest.first {
    let scalar = (1...4).lazy.compactMap { String(validating: rest.prefix($0), as: UTF8.self) }.first
    if let scalar {
      result += goQuoted(scalar).dropFirst().dropLast()
      rest = rest.dropFirst(scalar.utf8.count)
    } else {
      result += "\\x" + (first < 16 ? "0" : "") + String(first, radix: 16)
      rest = rest.dropFirst()
    }
  }
  return result + "\""
}

/// The text as a Go string literal (`strconv.Quote`), as Go's error messages quote it.
func goQuoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case "\u{7}": result += "\\a"
    case "\u{8}": result += "\\b"
    case "\u{C}": result += "\\f"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\u{B}": result += "\\v"
    default: result += isPrintable(scalar) ? String(scalar) : escaped(scalar)
    }
  }
  return result + "\""
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16)
  let (prefix, width) = scalar.value < 0x80 ? ("\\x", 2) : scalar.value < 0x10000 ? ("\\u", 4) : ("\\U", 8)
  return prefix + String(repeating: "0", count: width - digits.count) + digits
}

private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  guard !scalar.isASCII else { return scalar.value >= 0x20 && scalar.value < 0x7F }
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
    .paragraphSeparator:
    return false
  default: return true
  }
}
