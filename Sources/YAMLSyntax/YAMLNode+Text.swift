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
