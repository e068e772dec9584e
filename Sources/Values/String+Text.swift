extension String {
  /// The text in Unicode's composed form (NFC), as every string of Terraform is.
  public var normalized: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    // Nothing below U+0300 composes or reorders.
    if unicodeScalars.allSatisfy({ $0.value < 0x300 }) { return self }
    return String(decoding: _nfcCodeUnits, as: UTF8.self)
  }

  /// The text as a Go string literal, which Terraform's messages use for texts.
  public var quotedAsGo: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\u{07}": quoted += "\\a"
      case "\u{08}": quoted += "\\b"
      case "\u{0C}": quoted += "\\f"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0B}": quoted += "\\v"
      default:
        if Self.isPrintable(scalar) {
          quoted.unicodeScalars.append(scalar)
        } else {
          quoted += Self.escape(scalar)
        }
      }
    }
    return quoted + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    let (mark, width) = scalar.value < 0x80 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\" + mark + String(repeating: "0", count: width - digits.count) + digits
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == " " { return true }
    return switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }

  /// The part of a string's known start that no continuation can change: it ends where a following combining
  /// character could not reach.
  public var safePrefix: String {
    let text = normalized
    guard let last = text.last else { return "" }
    if last.unicodeScalars.count == 1, let scalar = last.unicodeScalars.first,
      Self.delimiters.contains(scalar)
    {
      return text
    }
    return String(text.dropLast())
  }

  /// Characters that are no part of a longer grapheme cluster (cty's list).
  private static let delimiters: Set<Unicode.Scalar> = Set("-_:;/\\,.(){}[]|?!~ \t@#$%^&*+\"'".unicodeScalars)
}
