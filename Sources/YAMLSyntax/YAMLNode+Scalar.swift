extension YAMLNode {
  /// The meaning of a scalar. Collections are `.string` to nobody: ask `kind` first.
  ///
  /// An explicit tag of the YAML core (`!!str`, `!!int`, …) is followed; any other tag leaves a string.
  public var scalar: YAMLScalar {
    let node = tree.nodes[target]
    guard node.kind == .scalar else { return .null }
    if let tag { return tagged(tag, style: node.style) }
    guard node.style == .plain else { return .string }
    return unsafe withText { unsafe ScalarResolution.resolve($0) }.normalised
  }

  /// The name of the field that this key makes in JSON: `yes` is `true`, `0x10` is `16`.
  public var keyName: String {
    guard style == .plain, tag == nil else { return scalar.keyName ?? text }
    return unsafe withText { unsafe ScalarResolution.resolve($0) }.keyName ?? text
  }

  private func tagged(_ tag: String, style: YAMLStyle) -> YAMLScalar {
    guard tag.hasPrefix(coreTag) else { return .string }
    let resolved = unsafe withText { unsafe ScalarResolution.resolve($0) }.normalised
    switch (tag.dropFirst(coreTag.count), resolved) {
    case ("null", _): return .null
    case ("bool", .bool), ("int", .integer), ("int", .double), ("float", .integer), ("float", .double):
      return resolved
    default: return .string
    }
  }
}
