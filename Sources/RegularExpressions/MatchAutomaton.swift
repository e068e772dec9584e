/// The whole automaton that tells whether a text has a match, for patterns where it is small: no search then needs
/// memory of its own.
struct MatchAutomaton: Sendable {
  private static let maximumEntries = 16_384
  private static let maximumWork = 100_000

  private let transitions: [Int32]
  private let stride: Int
  private let start: Int32

  /// - Returns: nil when the automaton is over its budget.
  init?(_ program: Program) {
    var automaton = Determinizer(program, goal: .earliest, isAnchored: program.isAnchoredAtStart)
    start = automaton.start(before: nil)
    var state: Int32 = 1
    while state < automaton.stateCount {
      guard automaton.stateCount * automaton.stride <= Self.maximumEntries else { return nil }
      for symbol in 0..<Int32(automaton.stride) {
        guard automaton.work <= Self.maximumWork else { return nil }
        _ = automaton.transition(from: state, on: symbol)
      }
      state += 1
    }
    stride = automaton.stride
    transitions = automaton.transitions
  }

  func matches(_ text: [UInt8], _ alphabet: Alphabet) -> Bool {
    var state = Int(start)
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      let symbol: Int32
      if byte < 0x80 {
        symbol = alphabet.ascii[Int(byte)]
        offset += 1
      } else {
        let (scalar, width) = decodeScalar(text, at: offset)
        symbol = alphabet.symbol(of: scalar)
        offset += width
      }
      let transition = transitions[state * stride + Int(symbol)]
      if transition <= 1 { return transition == 1 }
      state = Int(transition >> 1)
    }
    return transitions[state * stride + stride - 1] & 1 == 1
  }
}
