internal import SourceText

/// Words the problems of keys that one mapping has twice.
struct DuplicateKeys {
  let tree: YAMLTree

  func problems(_ pairs: [(first: Int32, second: Int32)]) -> [Problem] {
    guard !pairs.isEmpty else { return [] }
    let lines = LineIndex(tree.bytes)
    return pairs.compactMap { pair in
      let first = tree.node(NodeID(pair.first))
      let second = tree.node(NodeID(pair.second))
      // The pairs were found by hash.
      guard first.keyName == second.keyName else { return nil }
      let line = lines.line(of: Int(first.range.start))
      let name = first.text == second.text ? second.text : "\(second.text)\" (the same as \"\(first.text)"
      let close = first.text == second.text ? "" : ")"
      return Problem(
        .error, .semantics,
        "key \"\(name)\"\(close) is written twice in this mapping, first on line \(line); only the last counts",
        advice: "keep one of the two", at: second.location)
    }
  }
}
