/// Which texts are no strings.
public enum YAMLSchema: Hashable, Sendable {
  /// As the Kubernetes API machinery reads YAML: `yes` and `on` are booleans, `0777` is octal.
  case kubernetes
  /// YAML 1.2's core schema, as GitHub and Compose read it: `on` is a string.
  case core
}

extension YAMLNode {
  /// The meaning of a scalar in a schema.
  public func scalar(_ schema: YAMLSchema) -> YAMLScalar {
    switch schema {
    case .kubernetes: scalar
    case .core:
      if kind == .scalar, style == .plain, tag == nil {
        unsafe withText { unsafe ScalarResolution.resolveCore($0) }.normalised
      } else {
        scalar
      }
    }
  }

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
