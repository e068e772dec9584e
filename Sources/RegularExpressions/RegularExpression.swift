/// A regular expression with the syntax and the meaning of RE2 as Go has them (`regexp`): of several matches the
/// leftmost, and of those the one that a backtracking engine would find first.
///
/// A search takes at most time proportional to program × text, whatever the pattern, and memory that does not
/// grow with their product. Offsets count UTF-8 bytes.
///
///     let image = try RegularExpression("^([^:@]+)(?::(?P<tag>[^@]+))?")
///     image.firstMatch(in: "web:1.4")?.groups  // [0..<7, 0..<3, 4..<7]
public struct RegularExpression: Sendable {
  public let pattern: String
  /// Names of groups 1, 2, …; nil for a group without a name.
  public let groupNames: [String?]
  private let node: Node
  private let program: Program
  private let automaton: MatchAutomaton?

  /// - Throws: The error that Go's `regexp.Compile` would give; `tooLarge` comes earlier, at 100,000 instructions.
  public init(_ pattern: String) throws(RegularExpressionError) {
    var parser = PatternParser(pattern)
    let node = try parser.parse()
    guard let program = Compiler.program(for: node) else {
      throw parser.error(.tooLarge, 0..<parser.bytes.count)
    }
    self.pattern = pattern
    groupNames = parser.groupNames
    self.node = node
    self.program = program
    automaton = MatchAutomaton(program)
    guard program.instructions.count * (groupCount + 1) <= Self.maximumSlots else {
      throw parser.error(.tooLarge, 0..<parser.bytes.count)
    }
  }

  private static let maximumSlots = 8_000_000

  /// The pattern that matches `text` and nothing else, as Go's `QuoteMeta`.
  public static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if #"\.+*?()|[]{}^$"#.utf8.contains(byte) { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Number of capturing groups.
  public var groupCount: Int { groupNames.count }

  /// Number of instructions: a search costs at most this many steps for each byte of text.
  public var size: Int { program.instructions.count }

  /// The number of the first group with the name.
  public func groupIndex(named name: String) -> Int? {
    groupNames.firstIndex(of: name).map { $0 + 1 }
  }

  /// Whether the pattern matches somewhere in the text.
  public func matches(_ text: String) -> Bool {
    matches(Array(text.utf8))
  }

  /// Whether the pattern matches somewhere in the text.
  public func matches(_ text: [UInt8]) -> Bool {
    if let automaton { return automaton.matches(text, program.alphabet) }
    var searcher = Searcher(program, node, text, slotCount: 0)
    return searcher.search(from: 0) != nil
  }

  /// False when it is cheap to tell that there is no match.
  private func mayMatch(_ text: [UInt8]) -> Bool {
    automaton?.matches(text, program.alphabet) ?? true
  }

  /// The leftmost match.
  public func firstMatch(in text: String) -> RegularExpressionMatch? {
    firstMatch(in: Array(text.utf8))
  }

  /// The leftmost match that begins at `start` or later; assertions see the text before it.
  public func firstMatch(in text: [UInt8], from start: Int = 0) -> RegularExpressionMatch? {
    precondition(start >= 0)
    guard start <= text.count, start > 0 || mayMatch(text) else { return nil }
    var searcher = Searcher(program, node, text, slotCount: 2 * (groupCount + 1))
    return searcher.search(from: start).map(RegularExpressionMatch.init(slots:))
  }

  /// The matches from left to right, none overlapping another; an empty match right after a match does not count.
  public func allMatches(in text: String, limit: Int = .max) -> [RegularExpressionMatch] {
    allMatches(in: Array(text.utf8), limit: limit)
  }

  /// The matches from left to right, none overlapping another; an empty match right after a match does not count.
  public func allMatches(in text: [UInt8], limit: Int = .max) -> [RegularExpressionMatch] {
    var result: [RegularExpressionMatch] = []
    var offset = 0
    var previousEnd = -1
    guard mayMatch(text) else { return [] }
    var searcher = Searcher(program, node, text, slotCount: 2 * (groupCount + 1))
    while result.count < limit, offset <= text.count, let slots = searcher.search(from: offset) {
      let match = RegularExpressionMatch(slots: slots)
      let range = match.range
      if !range.isEmpty || range.lowerBound != previousEnd { result.append(match) }
      previousEnd = range.upperBound
      if range.upperBound > offset {
        offset = range.upperBound
      } else {
        offset += max(1, decodeScalar(text, at: offset).width)
      }
    }
    return result
  }
}
