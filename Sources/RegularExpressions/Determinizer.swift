/// A program's deterministic automaton, made state by state as a search asks for it.
///
/// A state is the set of instructions that wait for a scalar, and what assertions may ask of the scalar before. A
/// transition is `state << 1 | isMatch`, where the flag says that a match ends before the scalar taken.
struct Determinizer: Sendable {
  enum Goal: Sendable {
    /// The end of whichever match ends first.
    case earliest
    /// The end of the match that a backtracking search would find.
    case preferred
    /// The end of the longest match.
    case longest
  }

  static let dead: Int32 = 0
  static let unknown: Int32 = -1
  /// Stands in a kernel for a match that begins here.
  private static let restart: Int32 = -1

  private struct State: Hashable {
    /// Instructions to go on from, in order of preference.
    var kernel: [Int32]
    var before: Before
  }

  /// The side before a place.
  private enum Before: UInt8 {
    case other, word, newline, textStart
  }

  let program: Program
  private let goal: Goal
  private let isAnchored: Bool
  /// Length of a row: the symbols, and one for the end of the text.
  let stride: Int
  private(set) var transitions: [Int32]
  private var states: [State] = []
  private var numbers: [State: Int32] = [:]
  private var seen: [UInt32]
  private var generation: UInt32 = 0
  private var isWord: [Bool]
  private let newline: Int32
  /// What could be reached from `closedState` with surroundings of the kind `closedKind`.
  private var reached: [Int32] = []
  private var isMatch = false
  private var restarts = false
  private var closedState: Int32 = -1
  private var closedKind = -1
  private var stack: [Int32] = []
  /// Instructions looked at so far.
  private(set) var work = 0

  init(_ program: Program, goal: Goal, isAnchored: Bool) {
    self.program = program
    self.goal = goal
    self.isAnchored = isAnchored
    stride = program.alphabet.count + 1
    transitions = []
    seen = [UInt32](repeating: 0, count: program.instructions.count)
    isWord = program.alphabet.representatives.map { $0 < 0x80 && isWordByte(UInt8($0)) } + [false]
    newline = program.usesLines ? program.alphabet.symbol(of: 10) : -1
    _ = number(of: State(kernel: [], before: .other))
  }

  var stateCount: Int { states.count }

  /// The state in which a search begins.
  /// - Parameter before: The byte before; nil at the start of the text.
  mutating func start(before: UInt8?) -> Int32 {
    let side: Before =
      switch before {
      case nil: program.usesTextStart || program.usesLines ? .textStart : .other
      case 10 where program.usesLines: .newline
      case let byte?: program.usesWords && isWordByte(byte) ? .word : .other
      }
    return number(of: State(kernel: [isAnchored ? program.start : Self.restart], before: side))
  }

  /// Forgets all states but `kept`, and returns its new number.
  mutating func removeAll(keeping kept: Int32) -> Int32 {
    let state = states[Int(kept)]
    states = []
    numbers = [:]
    transitions = []
    closedState = -1
    _ = number(of: State(kernel: [], before: .other))
    return number(of: state)
  }

  private mutating func number(of state: State) -> Int32 {
    if let known = numbers[state] { return known }
    let number = Int32(states.count)
    numbers[state] = number
    states.append(state)
    transitions += [Int32](repeating: Self.unknown, count: stride)
    return number
  }

  /// Computes one transition; `symbol` is `stride - 1` for the end of the text.
  mutating func transition(from state: Int32, on symbol: Int32) -> Int32 {
    let isEnd = Int(symbol) == stride - 1
    close(state, before: symbol)
    var next: [Int32] = []
    if !isEnd, !(isMatch && goal == .earliest) {
      generation += 1
      work += reached.count
      for index in reached {
        let instruction = program.instructions[Int(index)]
        guard program.takes(instruction, symbol), seen[Int(instruction.next)] != generation else { continue }
        seen[Int(instruction.next)] = generation
        next.append(instruction.next)
      }
      if goal != .preferred { next.sort() }
      if restarts { next.append(Self.restart) }
    }
    let side: Before =
      symbol == newline ? .newline : program.usesWords && isWord[Int(symbol)] ? .word : .other
    let target = next.isEmpty ? Self.dead : number(of: State(kernel: next, before: side))
    let transition = target << 1 | (isMatch ? 1 : 0)
    transitions[Int(state) * stride + Int(symbol)] = transition
    return transition
  }

  /// Sets `reached` to the consuming instructions that can be reached without a scalar, in order; `isMatch` when a
  /// match ends here; and `restarts` when later places may begin one.
  private mutating func close(_ state: Int32, before symbol: Int32) {
    let isEnd = Int(symbol) == stride - 1
    let isWordNext = program.usesWords && isWord[Int(symbol)]
    let kind = (isEnd ? 1 : 0) | (symbol == newline ? 2 : 0) | (isWordNext ? 4 : 0)
    guard state != closedState || kind != closedKind else { return }
    (closedState, closedKind) = (state, kind)
    let (kernel, before) = (states[Int(state)].kernel, states[Int(state)].before)
    let surroundings = Surroundings(
      textStart: before == .textStart, textEnd: isEnd,
      lineStart: before == .textStart || before == .newline, lineEnd: isEnd || symbol == newline,
      wordBoundary: program.usesWords && (before == .word) != isWordNext)
    generation += 1
    reached.removeAll(keepingCapacity: true)
    isMatch = false
    restarts = kernel.last == Self.restart
    for entry in kernel {
      follow(entry == Self.restart ? program.start : entry, surroundings)
      if isMatch, goal != .longest {
        restarts = false
        return
      }
    }
  }

  private mutating func follow(_ first: Int32, _ surroundings: Surroundings) {
    stack.removeAll(keepingCapacity: true)
    stack.append(first)
    while let index = stack.popLast() {
      guard seen[Int(index)] != generation else { continue }
      seen[Int(index)] = generation
      work += 1
      let instruction = program.instructions[Int(index)]
      switch instruction.operation {
      case .choose:
        stack.append(instruction.other)
        stack.append(instruction.next)
      case .save: stack.append(instruction.next)
      case .assert:
        if surroundings.satisfy(instruction.argument) { stack.append(instruction.next) }
      case .symbol, .set: reached.append(index)
      case .fail: break
      case .accept:
        isMatch = true
        if goal != .longest { return }
      }
    }
  }
}
