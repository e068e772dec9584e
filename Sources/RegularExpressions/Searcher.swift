/// Searches one text for the matches of a pattern and keeps what it learns from one search to the next.
///
/// A short text goes to the backtracker. In a long one two automata find where the match ends and where it begins;
/// the groups then are looked for between the two only.
struct Searcher {
  /// Memory for the states of one automaton, in transitions of four bytes.
  private static let maximumEntries = 2_000_000
  /// How often an automaton may run out of memory before the machine without states takes over.
  private static let maximumFlushes = 8

  private let program: Program
  private let node: Node
  private let text: [UInt8]
  private let slotCount: Int
  private var forward: Determinizer?
  private var backward: Determinizer?
  private var flushes = 0

  /// - Parameter node: The tree that `program` was made from.
  init(_ program: Program, _ node: Node, _ text: [UInt8], slotCount: Int) {
    self.program = program
    self.node = node
    self.text = text
    self.slotCount = slotCount
  }

  /// The slots of the leftmost match that begins at `start` or later.
  mutating func search(from start: Int) -> [Int]? {
    guard start == 0 || !program.isAnchoredAtStart else { return nil }
    if Backtracker.canSearch(program, length: text.count - start) { return backtrack(from: start) }
    guard flushes <= Self.maximumFlushes else { return step(start..<text.count) }
    switch matchEnd(from: start) {
    case .none: return nil
    case .gaveUp: return step(start..<text.count)
    case .found(let end):
      guard let begin = matchStart(before: end, notBefore: start) else { return step(start..<text.count) }
      return groups(in: begin..<end)
    }
  }

  private func backtrack(from start: Int) -> [Int]? {
    var backtracker = Backtracker(program, text, range: start..<text.count, slotCount: slotCount)
    var offset = start
    while true {
      if backtracker.match(at: offset) { return backtracker.slots }
      guard offset < text.count, !program.isAnchoredAtStart else { return nil }
      offset += decodeScalar(text, at: offset).width
    }
  }

  private func step(_ range: Range<Int>, isAnchored: Bool = false) -> [Int]? {
    var machine = ThreadMachine(program, text, slotCount: slotCount)
    return machine.search(range, isAnchored: isAnchored || program.isAnchoredAtStart)
  }

  private func groups(in range: Range<Int>) -> [Int]? {
    guard slotCount > 2 else { return [range.lowerBound, range.upperBound] }
    guard Backtracker.canSearch(program, length: range.count) else { return step(range, isAnchored: true) }
    var backtracker = Backtracker(program, text, range: range, slotCount: slotCount)
    return backtracker.match(at: range.lowerBound) ? backtracker.slots : nil
  }

  private enum Finding {
    case none, gaveUp
    case found(Int)
  }

  private mutating func matchEnd(from start: Int) -> Finding {
    var automaton =
      forward ?? Determinizer(program, goal: .preferred, isAnchored: program.isAnchoredAtStart)
    // The automaton is changed in place: nothing else may hold it meanwhile.
    forward = nil
    defer { forward = automaton }
    var state = automaton.start(before: start > 0 ? text[start - 1] : nil)
    var offset = start
    var end: Int?
    while state != Determinizer.dead {
      let (scalar, width) = decodeScalar(text, at: offset)
      let symbol = width == 0 ? Int32(automaton.stride - 1) : program.alphabet.symbol(of: scalar)
      guard let transition = take(symbol, from: &state, of: &automaton) else { return .gaveUp }
      if transition & 1 == 1 { end = offset }
      guard width > 0 else { break }
      state = transition >> 1
      offset += width
    }
    return end.map(Finding.found) ?? .none
  }

  /// The leftmost place from which a match reaches `end`: that of the match found, since it is the leftmost of all.
  private mutating func matchStart(before end: Int, notBefore limit: Int) -> Int? {
    if program.isAnchoredAtStart { return 0 }
    if backward == nil {
      backward = Compiler.program(for: node, isReversed: true).map {
        Determinizer($0, goal: .longest, isAnchored: true)
      }
    }
    guard var automaton = backward else { return nil }
    backward = nil
    defer { backward = automaton }
    var state = automaton.start(before: end < text.count ? text[end] : nil)
    var offset = end
    var begin: Int?
    while state != Determinizer.dead {
      let (scalar, width) = decodeScalar(text, before: offset)
      let symbol = width == 0 ? Int32(automaton.stride - 1) : automaton.program.alphabet.symbol(of: scalar)
      guard let transition = take(symbol, from: &state, of: &automaton) else { return nil }
      if transition & 1 == 1 { begin = offset }
      guard width > 0, offset > limit else { break }
      state = transition >> 1
      offset -= width
    }
    return begin
  }

  /// One transition; nil when the states were forgotten too often to go on.
  private mutating func take(_ symbol: Int32, from state: inout Int32, of automaton: inout Determinizer)
    -> Int32?
  {
    let known = automaton.transitions[Int(state) * automaton.stride + Int(symbol)]
    guard known == Determinizer.unknown else { return known }
    if automaton.transitions.count > Self.maximumEntries {
      flushes += 1
      guard flushes <= Self.maximumFlushes else { return nil }
      state = automaton.removeAll(keeping: state)
    }
    return automaton.transition(from: state, on: symbol)
  }
}
