/// Reads the syntax that Go's `regexp/syntax` accepts in Perl mode; the errors are Go's, word for word.
///
/// Groups are kept on a stack of their own, so nesting costs no call depth; what recurses later is bounded by
/// `maximumHeight`.
struct PatternParser {
  static let maximumHeight = 1000
  /// Instructions a pattern may need. Go stops at 3.3 million; this keeps text × program within seconds.
  static let maximumSize = 100_000
  static let maximumRanges = 1_000_000
  static let maximumRepeats = 1000

  struct Flags: OptionSet {
    let rawValue: UInt8
    static let foldCase = Flags(rawValue: 1)
    static let multiLine = Flags(rawValue: 2)
    static let dotMatchesNewline = Flags(rawValue: 4)
    static let swapGreed = Flags(rawValue: 8)
  }

  /// A node with the measures that the limits look at.
  struct Term {
    var node: Node
    var height = 1
    var size = 1
    /// The product of nested counts.
    var repeats = 1
  }

  /// A group that is still open.
  private struct Frame {
    let outerFlags: Flags
    let groupIndex: Int?
    var alternatives: [Term] = []
    var terms: [Term] = []
  }

  let bytes: [UInt8]
  var offset = 0
  var flags: Flags = []
  var rangeCount = 0
  /// Unicode classes already computed: some have hundreds of ranges.
  var classCache: [String: ScalarSet] = [:]
  private var frames: [Frame]
  private(set) var groupNames: [String?] = []

  init(_ pattern: String) {
    bytes = Array(pattern.utf8)
    frames = [Frame(outerFlags: [], groupIndex: nil)]
  }

  mutating func parse() throws(RegularExpressionError) -> Node {
    var lastRepeat: Int?
    while offset < bytes.count {
      let start = offset
      var isRepeat = false
      switch bytes[offset] {
      case UInt8(ascii: "("):
        try openGroup()
      case UInt8(ascii: "|"):
        offset += 1
        try endAlternative()
      case UInt8(ascii: ")"):
        offset += 1
        try closeGroup()
      case UInt8(ascii: "^"):
        offset += 1
        try push(.assertion(flags.contains(.multiLine) ? .beginLine : .beginText))
      case UInt8(ascii: "$"):
        offset += 1
        try push(.assertion(flags.contains(.multiLine) ? .endLine : .endText))
      case UInt8(ascii: "."):
        offset += 1
        try push(.set(flags.contains(.dotMatchesNewline) ? .all : .allButNewline))
      case UInt8(ascii: "["):
        try push(.set(characterClass()))
      case UInt8(ascii: "*"):
        offset += 1
        try repeatLast(.star, start, lastRepeat)
        isRepeat = true
      case UInt8(ascii: "+"):
        offset += 1
        try repeatLast(.plus, start, lastRepeat)
        isRepeat = true
      case UInt8(ascii: "?"):
        offset += 1
        try repeatLast(.optional, start, lastRepeat)
        isRepeat = true
      case UInt8(ascii: "{"):
        if let bounds = try counts() {
          try repeatLast(bounds, start, lastRepeat, isCounted: true)
          isRepeat = true
        } else {
          offset += 1
          try pushLiteral(UInt32(UInt8(ascii: "{")))
        }
      case UInt8(ascii: "\\"):
        try escape()
      default:
        try pushLiteral(nextScalar())
      }
      lastRepeat = isRepeat ? start : nil
    }
    let term = try closeFrame()
    guard frames.isEmpty else { throw error(.missingParenthesis, 0..<bytes.count) }
    return term.node
  }

  /// Takes the scalar at the offset; at the end U+FFFD, which is no part of any syntax.
  mutating func nextScalar() -> UInt32 {
    let (scalar, width) = decodeScalar(bytes, at: offset)
    offset += width
    return scalar
  }

  func error(_ reason: RegularExpressionError.Reason, _ range: Range<Int>) -> RegularExpressionError {
    RegularExpressionError(
      reason: reason, expression: String(decoding: bytes[range], as: UTF8.self), range: range)
  }

  func byte(at index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  mutating func pushLiteral(_ scalar: UInt32) throws(RegularExpressionError) {
    if flags.contains(.foldCase) {
      try push(.set(ScalarSet(CaseFolding.shared.orbit(of: scalar).map { $0...$0 })))
    } else {
      try push(.set(ScalarSet(normalized: [scalar...scalar])))
    }
  }

  mutating func push(_ node: Node) throws(RegularExpressionError) {
    try push(Term(node: node))
  }

  private mutating func push(_ term: Term) throws(RegularExpressionError) {
    guard term.height <= Self.maximumHeight else { throw error(.nestsTooDeeply, 0..<bytes.count) }
    guard term.size <= Self.maximumSize, rangeCount <= Self.maximumRanges else {
      throw error(.tooLarge, 0..<bytes.count)
    }
    frames[frames.count - 1].terms.append(term)
  }
}

extension PatternParser {
  private mutating func openGroup() throws(RegularExpressionError) {
    let start = offset
    guard byte(at: offset + 1) == UInt8(ascii: "?") else {
      offset += 1
      openCapturingGroup(named: nil)
      return
    }
    let isPythonName =
      bytes.count - start > 4 && bytes[start + 2] == UInt8(ascii: "P")
      && bytes[start + 3] == UInt8(ascii: "<")
    if isPythonName || (bytes.count - start > 3 && bytes[start + 2] == UInt8(ascii: "<")) {
      try openNamedGroup(nameStart: start + (isPythonName ? 4 : 3))
    } else {
      try readFlags()
    }
  }

  private mutating func openCapturingGroup(named name: String?) {
    groupNames.append(name)
    frames.append(Frame(outerFlags: flags, groupIndex: groupNames.count))
  }

  private mutating func openNamedGroup(nameStart: Int) throws(RegularExpressionError) {
    guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: ">")) else {
      throw error(.invalidGroupName, offset..<bytes.count)
    }
    let name = bytes[nameStart..<end]
    guard !name.isEmpty, name.allSatisfy({ isAlphanumeric($0) || $0 == UInt8(ascii: "_") }) else {
      throw error(.invalidGroupName, offset..<end + 1)
    }
    offset = end + 1
    openCapturingGroup(named: String(decoding: name, as: UTF8.self))
  }

  /// Reads `(?flags)` or `(?flags:`.
  private mutating func readFlags() throws(RegularExpressionError) {
    let start = offset
    var changed = flags
    var isRemoving = false
    var sawFlag = false
    offset += 2
    while offset < bytes.count {
      let scalar = nextScalar()
      var flag: Flags?
      switch UInt8(exactly: scalar) {
      case UInt8(ascii: "i"): flag = .foldCase
      case UInt8(ascii: "m"): flag = .multiLine
      case UInt8(ascii: "s"): flag = .dotMatchesNewline
      case UInt8(ascii: "U"): flag = .swapGreed
      case UInt8(ascii: "-"):
        guard !isRemoving else { throw error(.unsupportedSyntax, start..<offset) }
        isRemoving = true
        sawFlag = false
        continue
      case UInt8(ascii: ":"), UInt8(ascii: ")"):
        guard !isRemoving || sawFlag else { throw error(.unsupportedSyntax, start..<offset) }
        if scalar == UInt32(UInt8(ascii: ":")) { frames.append(Frame(outerFlags: flags, groupIndex: nil)) }
        flags = changed
        return
      default: break
      }
      guard let flag else { throw error(.unsupportedSyntax, start..<offset) }
      sawFlag = true
      if isRemoving { changed.remove(flag) } else { changed.insert(flag) }
    }
    throw error(.unsupportedSyntax, start..<offset)
  }

  private mutating func endAlternative() throws(RegularExpressionError) {
    let frame = frames[frames.count - 1]
    let term = Self.sequence(frame.terms)
    try check(term)
    frames[frames.count - 1].alternatives.append(term)
    frames[frames.count - 1].terms = []
  }

  private mutating func closeGroup() throws(RegularExpressionError) {
    guard frames.count > 1 else { throw error(.unexpectedParenthesis, 0..<bytes.count) }
    let frame = frames[frames.count - 1]
    var term = try closeFrame()
    flags = frame.outerFlags
    if let index = frame.groupIndex {
      term.node = .group(index: index, term.node)
      term.height += 1
      term.size += 2
    }
    try push(term)
  }

  private mutating func closeFrame() throws(RegularExpressionError) -> Term {
    try endAlternative()
    let term = Self.choice(frames.removeLast().alternatives)
    try check(term)
    return term
  }

  private func check(_ term: Term) throws(RegularExpressionError) {
    guard term.height <= Self.maximumHeight else { throw error(.nestsTooDeeply, 0..<bytes.count) }
    guard term.size <= Self.maximumSize else { throw error(.tooLarge, 0..<bytes.count) }
  }

  private static func sequence(_ terms: [Term]) -> Term {
    guard terms.count != 1 else { return terms[0] }
    return combined(terms, .sequence(terms.map(\.node)), extra: 0)
  }

  private static func choice(_ terms: [Term]) -> Term {
    guard terms.count != 1 else { return terms[0] }
    return combined(terms, .choosing(terms.map(\.node)), extra: terms.count - 1)
  }

  private static func combined(_ terms: [Term], _ node: Node, extra: Int) -> Term {
    guard !terms.isEmpty else { return Term(node: .empty) }
    var result = Term(node: node, height: 1, size: extra, repeats: 1)
    for term in terms {
      result.height = max(result.height, term.height + 1)
      result.size += term.size
      result.repeats = max(result.repeats, term.repeats)
    }
    return result
  }

  private mutating func repeatLast(
    _ bounds: Node.Bounds, _ start: Int, _ lastRepeat: Int?, isCounted: Bool = false
  ) throws(RegularExpressionError) {
    var isGreedy = !flags.contains(.swapGreed)
    if byte(at: offset) == UInt8(ascii: "?") {
      offset += 1
      isGreedy.toggle()
    }
    if let lastRepeat { throw error(.nestedRepetition, lastRepeat..<offset) }
    guard var term = frames[frames.count - 1].terms.popLast() else {
      throw error(.missingRepeatArgument, start..<offset)
    }
    term.node = .repeating(term.node, bounds, isGreedy: isGreedy)
    term.height += 1
    term.size = Self.size(of: bounds, over: term.size)
    if isCounted {
      term.repeats = bounds.maximum == 0 ? 1 : term.repeats * max(bounds.maximum ?? bounds.minimum, 1)
    }
    try push(term)
    if bounds.minimum >= 2 || bounds.maximum ?? 0 >= 2, term.repeats > Self.maximumRepeats {
      throw error(.repeatCount, start..<offset)
    }
  }

  private static func size(of bounds: Node.Bounds, over size: Int) -> Int {
    guard let maximum = bounds.maximum else {
      return bounds.minimum == 0 ? size + 2 : bounds.minimum * size + 1
    }
    return max(1, maximum * size + maximum - bounds.minimum)
  }

  /// Reads `{n}`, `{n,}` or `{n,m}`; nil and nothing taken when the brace is a literal one.
  private mutating func counts() throws(RegularExpressionError) -> Node.Bounds? {
    let start = offset
    var cursor = offset + 1
    guard let minimum = integer(&cursor) else { return nil }
    var maximum: Int? = minimum
    if byte(at: cursor) == UInt8(ascii: ",") {
      cursor += 1
      if byte(at: cursor) == UInt8(ascii: "}") {
        maximum = nil
      } else if let number = integer(&cursor) {
        maximum = number
      } else {
        return nil
      }
    }
    guard byte(at: cursor) == UInt8(ascii: "}") else { return nil }
    offset = cursor + 1
    guard minimum <= Self.maximumRepeats, maximum ?? 0 <= Self.maximumRepeats, minimum <= maximum ?? minimum
    else { throw error(.repeatCount, start..<offset) }
    return Node.Bounds(minimum: minimum, maximum: maximum)
  }

  /// A decimal number without leading zeros; what exceeds every limit comes back as one over it.
  private func integer(_ cursor: inout Int) -> Int? {
    let start = cursor
    var number = 0
    while let digit = byte(at: cursor), isDigit(digit) {
      number = min(number * 10 + Int(digit - 48), Self.maximumRepeats + 1)
      cursor += 1
    }
    let length = cursor - start
    guard length > 0, length == 1 || bytes[start] != UInt8(ascii: "0") else { return nil }
    return number
  }
}

func isDigit(_ byte: UInt8) -> Bool {
  byte >= 48 && byte <= 57
}

func isAlphanumeric(_ byte: UInt8) -> Bool {
  isDigit(byte) || (byte | 0x20 >= 97 && byte | 0x20 <= 122)
}
