/// A pattern as instructions of a nondeterministic machine that steps over scalars.
///
/// A class only so that searches share it at the price of one reference.
final class Program: Sendable {
  enum Operation: UInt8 {
    /// Tries `next`, then `other`.
    case choose
    /// Stores the place in slot `argument`.
    case save
    /// Goes on where `Assertion(rawValue: argument)` holds.
    case assert
    /// Takes the symbol `argument`.
    case symbol
    /// Takes a symbol of the set that starts at bit `argument` of `members`.
    case set
    case accept
    case fail
  }

  struct Instruction: Sendable {
    var operation: Operation
    var argument: Int32 = 0
    var next: Int32 = 0
    var other: Int32 = 0
  }

  let instructions: [Instruction]
  let start: Int32
  let alphabet: Alphabet
  /// One bit for each symbol and set.
  let members: [UInt64]
  /// The match begins at offset 0 or nowhere.
  let isAnchoredAtStart: Bool
  let usesLines: Bool
  let usesWords: Bool
  let usesTextStart: Bool

  init(
    instructions: [Instruction], start: Int32, alphabet: Alphabet, members: [UInt64], isAnchoredAtStart: Bool,
    usesLines: Bool, usesWords: Bool, usesTextStart: Bool
  ) {
    self.instructions = instructions
    self.start = start
    self.alphabet = alphabet
    self.members = members
    self.isAnchoredAtStart = isAnchoredAtStart
    self.usesLines = usesLines
    self.usesWords = usesWords
    self.usesTextStart = usesTextStart
  }

  @inline(__always)
  func takes(_ instruction: Instruction, _ symbol: Int32) -> Bool {
    switch instruction.operation {
    case .symbol: return instruction.argument == symbol
    case .set:
      let bit = Int(instruction.argument) + Int(symbol)
      return members[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    case .choose, .save, .assert, .accept, .fail: return false
    }
  }
}

/// What lies on the two sides of a place in the text, as far as assertions ask.
struct Surroundings {
  let isTextStart: Bool
  let isTextEnd: Bool
  let isLineStart: Bool
  let isLineEnd: Bool
  let isWordBoundary: Bool

  init(_ text: [UInt8], _ offset: Int) {
    let before = offset > 0 ? text[offset - 1] : nil
    let after = offset < text.count ? text[offset] : nil
    isTextStart = before == nil
    isTextEnd = after == nil
    isLineStart = before == nil || before == 10
    isLineEnd = after == nil || after == 10
    isWordBoundary = before.map(isWordByte) ?? false != after.map(isWordByte) ?? false
  }

  init(textStart: Bool, textEnd: Bool, lineStart: Bool, lineEnd: Bool, wordBoundary: Bool) {
    (isTextStart, isTextEnd, isLineStart, isLineEnd) = (textStart, textEnd, lineStart, lineEnd)
    isWordBoundary = wordBoundary
  }

  func satisfy(_ argument: Int32) -> Bool {
    switch Assertion(rawValue: argument) {
    case .beginText: isTextStart
    case .endText: isTextEnd
    case .beginLine: isLineStart
    case .endLine: isLineEnd
    case .wordBoundary: isWordBoundary
    case .notWordBoundary: !isWordBoundary
    case nil: false
    }
  }
}

/// Whether `\w` takes the byte; only ASCII counts for word boundaries.
func isWordByte(_ byte: UInt8) -> Bool {
  isAlphanumeric(byte) || byte == UInt8(ascii: "_")
}
