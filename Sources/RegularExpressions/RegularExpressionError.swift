/// Why a text is not a regular expression, in the words of Go's `regexp/syntax`.
public struct RegularExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of mistake; the raw value is the middle of the message.
  public enum Reason: String, Sendable {
    case invalidClassRange = "invalid character class range"
    case invalidEscape = "invalid escape sequence"
    case invalidGroupName = "invalid named capture"
    case unsupportedSyntax = "invalid or unsupported Perl syntax"
    case nestedRepetition = "invalid nested repetition operator"
    case repeatCount = "invalid repeat count"
    case missingBracket = "missing closing ]"
    case missingParenthesis = "missing closing )"
    case missingRepeatArgument = "missing argument to repetition operator"
    case trailingBackslash = "trailing backslash at end of expression"
    case unexpectedParenthesis = "unexpected )"
    case nestsTooDeeply = "expression nests too deeply"
    case tooLarge = "expression too large"
  }

  public let reason: Reason
  /// The part of the pattern that the reason is about, as Go quotes it.
  public let expression: String
  /// Where `expression` lies in the pattern, in UTF-8 bytes.
  public let range: Range<Int>

  /// The whole message, for example ``error parsing regexp: missing closing ): `a(b` ``.
  public var description: String { "error parsing regexp: \(reason.rawValue): `\(expression)`" }
}
