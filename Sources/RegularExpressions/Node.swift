/// The syntax tree of a pattern, with flags already applied.
indirect enum Node: Sendable {
  case empty
  case set(ScalarSet)
  case assertion(Assertion)
  case group(index: Int, Node)
  case sequence([Node])
  case alternatives([Node])
  case repetition(Node, Bounds, isGreedy: Bool)

  /// How often a repetition may run; `maximum == nil` is without end.
  struct Bounds: Equatable, Sendable {
    static let star = Bounds(minimum: 0, maximum: nil)
    static let plus = Bounds(minimum: 1, maximum: nil)
    static let optional = Bounds(minimum: 0, maximum: 1)

    var minimum: Int
    var maximum: Int?
  }
}

/// A condition on the place between two scalars.
enum Assertion: Int32, Sendable {
  case beginText, endText, beginLine, endLine, wordBoundary, notWordBoundary

  /// The assertion that says the same of the text read backwards.
  var reversed: Assertion {
    switch self {
    case .beginText: .endText
    case .endText: .beginText
    case .beginLine: .endLine
    case .endLine: .beginLine
    case .wordBoundary, .notWordBoundary: self
    }
  }
}

extension Node {
  /// A repetition without the cases that say the same in fewer words.
  static func repeating(_ node: Node, _ bounds: Bounds, isGreedy: Bool) -> Node {
    if bounds.maximum == 0 { return .empty }
    if case .empty = node { return .empty }
    if bounds == Bounds(minimum: 1, maximum: 1) { return node }
    if case .repetition(_, let inner, isGreedy) = node, inner == bounds,
      bounds == .star || bounds == .plus || bounds == .optional
    {
      return node
    }
    return .repetition(node, bounds, isGreedy: isGreedy)
  }

  /// A choice; neighbours of one scalar each become one set.
  static func choosing(_ nodes: [Node]) -> Node {
    var merged: [Node] = []
    var parts: [ClosedRange<UInt32>] = []
    func flush() {
      guard !parts.isEmpty else { return }
      merged.append(.set(ScalarSet(parts)))
      parts = []
    }
    for node in nodes {
      if case .set(let set) = node, !set.ranges.isEmpty {
        parts += set.ranges
      } else {
        flush()
        merged.append(node)
      }
    }
    flush()
    return merged.count == 1 ? merged[0] : .alternatives(merged)
  }
}
