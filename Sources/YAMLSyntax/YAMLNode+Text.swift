extension YAMLNode {
  /// The text of a scalar: quotes and escapes undone, lines folded. Empty for collections.
  public var text: String { unsafe withText { unsafe String(decoding: $0, as: UTF8.self) } }

  /// The bytes of a scalar's text, without making a `String`.
  public func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let node = tree.nodes[target]
    guard node.kind == .scalar else { return unsafe body(UnsafeBufferPointer(start: nil, count: 0)) }
    let range = Int(node.first)..<Int(node.second)
    if node.flags.contains(.textIsDecoded) {
      return unsafe tree.decoded.withUnsafeBufferPointer {
        unsafe body(UnsafeBufferPointer(rebasing: $0[range]))
      }
    }
    return unsafe tree.bytes.withUnsafeBufferPointer { unsafe body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The node is a scalar with this text, however it is written. No allocation.
  public func isScalar(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { unsafe textEquals($0) }
  }

  func textEquals(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let node = tree.nodes[target]
    guard node.kind == .scalar, Int(node.second - node.first) == other.count else { return false }
    return unsafe withText { text in
      for index in 0..<other.count where unsafe text[index] != other[index] { return false }
      return true
    }
  }
}

extension YAMLNode {
  /// A mapping anywhere inside this node has the key. O(nodes inside), without allocation; aliases are not followed,
  /// because what they name stands in the same document.
  public func containsKey(_ key: String) -> Bool {
    guard kind != .scalar else { return false }
    var key = key
    return key.withUTF8 { key in
      var open: [(end: Int, isMapping: Bool, isKey: Bool)] = []
      var index = target
      let end = tree.endOfSubtree(target)
      while index < end {
        while let last = open.last, last.end <= index { open.removeLast() }
        let isKey = open.last.map { $0.isMapping && $0.isKey } ?? false
        if let last = open.indices.last { open[last].isKey.toggle() }
        switch tree.nodes[index].kind {
        case .scalar:
          if isKey, unsafe YAMLNode(tree: tree, id: NodeID(Int32(truncatingIfNeeded: index))).textEquals(key)
          {
            return true
          }
        case .alias: break
        case .sequence: open.append((tree.endOfSubtree(index), false, false))
        case .mapping: open.append((tree.endOfSubtree(index), true, true))
        }
        index += 1
      }
      return false
    }
  }
}
