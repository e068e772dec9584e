/// Turns a syntax tree into a program, from its end to its start, so that each instruction knows its successor.
struct Compiler {
  private var instructions: [Program.Instruction] = []
  private var setIndexes: [ScalarSet: Int] = [:]
  private var sets: [ScalarSet] = []
  private let isReversed: Bool

  /// Where a fragment begins and whether it can match the empty text.
  private struct Fragment {
    var entry: Int32
    var isNullable: Bool
  }

  /// - Parameter isReversed: The program reads the text backwards and has no groups.
  /// - Returns: nil when the alphabet is over its budget.
  static func program(for node: Node, isReversed: Bool = false) -> Program? {
    var compiler = Compiler(isReversed: isReversed)
    let accept = compiler.emit(.init(operation: .accept))
    let start = compiler.compile(node, next: accept).entry
    return compiler.finish(start: start, isAnchored: node.startsAtTextStart)
  }

  private init(isReversed: Bool) {
    self.isReversed = isReversed
  }

  private mutating func emit(_ instruction: Program.Instruction) -> Int32 {
    instructions.append(instruction)
    return Int32(instructions.count - 1)
  }

  private mutating func choose(_ first: Int32, _ second: Int32, isGreedy: Bool = true) -> Int32 {
    emit(
      isGreedy
        ? .init(operation: .choose, next: first, other: second)
        : .init(operation: .choose, next: second, other: first))
  }

  private mutating func compile(_ node: Node, next: Int32) -> Fragment {
    switch node {
    case .empty: return Fragment(entry: next, isNullable: true)
    case .set(let set): return Fragment(entry: emit(set, next: next), isNullable: false)
    case .assertion(let assertion):
      let argument = (isReversed ? assertion.reversed : assertion).rawValue
      return Fragment(
        entry: emit(.init(operation: .assert, argument: argument, next: next)), isNullable: true)
    case .group(let index, let node): return compileGroup(index, node, next: next)
    case .sequence(let nodes): return compileSequence(nodes, next: next)
    case .alternatives(let nodes):
      var result = Fragment(entry: -1, isNullable: false)
      for node in nodes.reversed() {
        let fragment = compile(node, next: next)
        result.entry = result.entry < 0 ? fragment.entry : choose(fragment.entry, result.entry)
        result.isNullable = result.isNullable || fragment.isNullable
      }
      return result
    case .repetition(let node, let bounds, let isGreedy):
      return compileRepetition(node, bounds, isGreedy: isGreedy, next: next)
    }
  }

  private mutating func compileGroup(_ index: Int, _ node: Node, next: Int32) -> Fragment {
    guard !isReversed else { return compile(node, next: next) }
    let close = emit(.init(operation: .save, argument: Int32(2 * index + 1), next: next))
    let inner = compile(node, next: close)
    let open = emit(.init(operation: .save, argument: Int32(2 * index), next: inner.entry))
    return Fragment(entry: open, isNullable: inner.isNullable)
  }

  private mutating func compileSequence(_ nodes: [Node], next: Int32) -> Fragment {
    var result = Fragment(entry: next, isNullable: true)
    for index in nodes.indices {
      let node = nodes[isReversed ? index : nodes.count - 1 - index]
      let fragment = compile(node, next: result.entry)
      result = Fragment(entry: fragment.entry, isNullable: result.isNullable && fragment.isNullable)
    }
    return result
  }

  private mutating func compileRepetition(
    _ node: Node, _ bounds: Node.Bounds, isGreedy: Bool, next: Int32
  ) -> Fragment {
    guard let maximum = bounds.maximum else {
      return compileEndless(node, minimum: bounds.minimum, isGreedy: isGreedy, next: next)
    }
    var entry = next
    for round in bounds.minimum..<max(maximum, bounds.minimum) {
      let inner = compile(node, next: entry).entry
      // An optional item that is optional already needs no second way around it.
      if round == bounds.minimum, case .repetition(_, .optional, isGreedy) = node {
        entry = inner
      } else {
        entry = choose(inner, next, isGreedy: isGreedy)
      }
    }
    var isNullable = true
    for _ in 0..<bounds.minimum {
      let fragment = compile(node, next: entry)
      entry = fragment.entry
      isNullable = fragment.isNullable
    }
    return Fragment(entry: entry, isNullable: isNullable)
  }

  private mutating func compileEndless(
    _ node: Node, minimum: Int, isGreedy: Bool, next: Int32
  ) -> Fragment {
    if minimum >= 2 {
      var fragment = compile(.repeating(node, .plus, isGreedy: isGreedy), next: next)
      for _ in 1..<minimum { fragment = compile(node, next: fragment.entry) }
      return fragment
    }
    let loop = choose(0, 0)
    let inner = compile(node, next: loop)
    instructions[Int(loop)].next = isGreedy ? inner.entry : next
    instructions[Int(loop)].other = isGreedy ? next : inner.entry
    if minimum == 1 { return inner }
    guard inner.isNullable else { return Fragment(entry: loop, isNullable: true) }
    // x* as (x+)?: otherwise an empty round of x would be preferred to leaving the loop.
    return Fragment(entry: choose(inner.entry, next, isGreedy: isGreedy), isNullable: true)
  }

  private mutating func emit(_ set: ScalarSet, next: Int32) -> Int32 {
    let index: Int
    if let known = setIndexes[set] {
      index = known
    } else {
      index = sets.count
      setIndexes[set] = index
      sets.append(set)
    }
    return emit(
      set.ranges.isEmpty
        ? .init(operation: .fail) : .init(operation: .set, argument: Int32(index), next: next))
  }

  private func uses(_ assertions: Assertion...) -> Bool {
    instructions.contains { instruction in
      instruction.operation == .assert && assertions.contains { $0.rawValue == instruction.argument }
    }
  }

  private mutating func finish(start: Int32, isAnchored: Bool) -> Program? {
    let usesLines = uses(.beginLine, .endLine)
    let usesWords = uses(.wordBoundary, .notWordBoundary)
    var distinguished = sets
    if usesLines { distinguished.append(ScalarSet(normalized: [10...10])) }
    if usesWords {
      distinguished.append(ScalarSet(normalized: [48...57, 65...90, 95...95, 97...122]))
    }
    guard let alphabet = Alphabet(distinguished) else { return nil }
    let members = lowerSets(to: alphabet)
    return Program(
      instructions: instructions, start: start, alphabet: alphabet, members: members,
      isAnchoredAtStart: isAnchored && !isReversed, usesLines: usesLines, usesWords: usesWords,
      usesTextStart: uses(.beginText))
  }

  /// Replaces set numbers by symbols and by rows of bits.
  private mutating func lowerSets(to alphabet: Alphabet) -> [UInt64] {
    let stride = (alphabet.count + 63) / 64 * 64
    var members: [UInt64] = []
    var lowered: [(Program.Operation, Int32)] = []
    for set in sets {
      if let scalar = set.onlyScalar {
        lowered.append((.symbol, alphabet.symbol(of: scalar)))
        continue
      }
      let symbols = (0..<alphabet.count).filter { set.contains(alphabet.representatives[$0]) }
      if symbols.count == 1 {
        lowered.append((.symbol, Int32(symbols[0])))
        continue
      }
      lowered.append((.set, Int32(members.count * 64)))
      var row = [UInt64](repeating: 0, count: stride / 64)
      for symbol in symbols { row[symbol >> 6] |= 1 << UInt64(symbol & 63) }
      members += row
    }
    for index in instructions.indices where instructions[index].operation == .set {
      let (operation, argument) = lowered[Int(instructions[index].argument)]
      instructions[index].operation = operation
      instructions[index].argument = argument
    }
    return members
  }
}

extension Node {
  /// Whether each match begins at the start of the text.
  var startsAtTextStart: Bool {
    switch self {
    case .assertion(.beginText): true
    case .group(_, let node): node.startsAtTextStart
    case .sequence(let nodes): nodes.first?.startsAtTextStart ?? false
    case .alternatives(let nodes): nodes.allSatisfy(\.startsAtTextStart)
    case .repetition(let node, let bounds, _): bounds.minimum > 0 && node.startsAtTextStart
    case .empty, .set, .assertion: false
    }
  }
}
