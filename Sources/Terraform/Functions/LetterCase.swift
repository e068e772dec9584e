/// Upper, lower and title case character by character, without the mappings to several characters: `ß` stays.
enum LetterCase {
  static func upper(_ text: String) -> String { mapped(text, upper) }

  static func lower(_ text: String) -> String { mapped(text, lower) }

  /// The first letter of every word in title case. A word goes on over letters, digits and underscores.
  static func title(_ text: String) -> String {
    var isStart = true
    return mapped(text) { scalar in
      defer { isStart = isSeparator(scalar) }
      return isStart ? title(scalar) : scalar
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private static func mapped(_ text: String, _ map: (Unicode.Scalar) -> Unicode.Scalar) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(map(scalar)) }
    return String(scalars)
  }

  private static func single(_ text: String) -> Unicode.Scalar? {
    let scalars = text.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  private static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    single(scalar.properties.uppercaseMapping) ?? single(scalar.properties.titlecaseMapping) ?? scalar
  }

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar == "\u{130}" ? "i" : single(scalar.properties.lowercaseMapping) ?? scalar
  }

  private static func title(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    single(scalar.properties.titlecaseMapping) ?? scalar
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return switch scalar {
      case "0"..."9", "a"..."z", "A"..."Z", "_": false
      default: true
      }
    }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
      false
    default: isSpace(scalar)
    }
  }
}
