public import SourceText

/// A node of a document. An alias is the node that it names, except for `range`, `isAlias` and `aliasName`.
public struct YAMLNode: Sendable {
  public let tree: YAMLTree
  /// The node as written: for an alias the alias itself.
  public let id: NodeID
  /// The node that is meant: behind an alias its target.
  let target: Int

  public enum Kind: Hashable, Sendable { case scalar, sequence, mapping }

  init(tree: YAMLTree, id: NodeID) {
    self.tree = tree
    self.id = id
    let node = tree.nodes[id.index]
    self.target = node.kind == .alias && node.first >= 0 ? Int(node.first) : id.index
  }

  /// An alias that names nothing usable is a null scalar.
  public var kind: Kind {
    switch tree.nodes[target].kind {
    case .scalar, .alias: .scalar
    case .sequence: .sequence
    case .mapping: .mapping
    }
  }

  public var style: YAMLStyle { tree.nodes[target].style }
  public var isAlias: Bool { tree.nodes[id.index].kind == .alias }
  /// The name after `*`; nil for what is no alias.
  public var aliasName: String? { isAlias ? anchorOf(id.index) : nil }
  /// The node that an alias names, as written there; nil for what is no alias, and for an alias to nothing.
  public var aliasTarget: YAMLNode? {
    target == id.index ? nil : YAMLNode(tree: tree, id: NodeID(Int32(truncatingIfNeeded: target)))
  }
  /// The mapping has a key twice; a problem of the stream says which.
  public var hasDuplicateKeys: Bool { tree.nodes[target].flags.contains(.duplicates) }
  /// The name after `&` of the node that is meant.
  public var anchor: String? { tree.nodes[target].kind == .alias ? nil : anchorOf(target) }
  /// The tag as resolved by the tag directives: `tag:yaml.org,2002:str`, `!Ref`.
  public var tag: String? {
    let index = tree.nodes[target].properties
    return index < 0 ? nil : tree.properties[Int(index)].tag
  }

  /// The node as written, without tag and anchor: of a quoted scalar with its quotes, of an alias `*name`.
  public var range: ByteRange { ByteRange(start: tree.nodes[id.index].start, end: tree.nodes[id.index].end) }
  /// The text to edit: behind an alias the text of the node that it names.
  public var targetRange: ByteRange {
    ByteRange(start: tree.nodes[target].start, end: tree.nodes[target].end)
  }
  public var location: Location { Location(file: tree.file, range: range) }

  private func anchorOf(_ index: Int) -> String? {
    let properties = tree.nodes[index].properties
    return properties < 0 ? nil : tree.properties[Int(properties)].anchor
  }
}

extension YAMLNode {
  /// The elements of a sequence; empty for everything else.
  public var elements: Elements {
    Elements(tree: tree, range: kind == .sequence ? children : 0..<0)
  }

  /// The entries of a mapping as written (`<<` among them); empty for everything else.
  public var entries: Entries {
    Entries(tree: tree, range: kind == .mapping ? children : 0..<0)
  }

  /// Elements of a sequence, entries of a mapping.
  public var count: Int {
    switch tree.nodes[target].kind {
    case .scalar, .alias: 0
    case .sequence: Int(tree.nodes[target].second)
    case .mapping: Int(tree.nodes[target].second) / 2
    }
  }

  /// The mapping has a merge key `<<`.
  public var merges: Bool {
    tree.nodes[target].kind == .mapping && tree.nodes[target].flags.contains(.merges)
  }

  /// The value of a key, merge keys applied; nil when there is none. O(entries).
  ///
  /// Of several the last one counts, as in the Kubernetes API machinery (go-yaml v2, which lets even a merge
  /// key replace what is written above it).
  public subscript(key: String) -> YAMLNode? {
    var key = key
    return key.withUTF8 { unsafe lookUp($0, depth: 0) }
  }

  public subscript(index: Int) -> YAMLNode? {
    guard index >= 0 else { return nil }
    var position = 0
    for element in elements {
      if position == index { return element }
      position += 1
    }
    return nil
  }

  /// The entry as written in this very mapping (merge keys are not followed).
  public func entry(_ key: String) -> Entry? {
    var found: Entry?
    for entry in entries where entry.key.isScalar(key) { found = entry }
    return found
  }

  /// Follows keys from mapping to mapping.
  public func at(_ path: String...) -> YAMLNode? {
    var node: YAMLNode? = self
    for key in path { node = node?[key] }
    return node
  }

  private var children: Range<Int> { (target + 1)..<Int(tree.nodes[target].first) }

  private func lookUp(_ key: UnsafeBufferPointer<UInt8>, depth: Int) -> YAMLNode? {
    guard kind == .mapping else { return nil }
    var found: YAMLNode?
    for entry in entries {
      if unsafe entry.key.textEquals(key) {
        found = entry.value
      } else if merges, depth < 64, entry.isMerge {
        for source in entry.mergeSources {
          if let merged = unsafe source.lookUp(key, depth: depth + 1) { found = merged }
        }
      }
    }
    return found
  }

  /// One key with its value.
  public struct Entry: Sendable {
    public let key: YAMLNode
    public let value: YAMLNode

    /// The key is a plain `<<`.
    public var isMerge: Bool {
      key.kind == .scalar && key.style == .plain && key.isScalar("<<")
    }

    /// The mappings that a `<<` key merges, the one that gives way first.
    public var mergeSources: [YAMLNode] {
      switch value.kind {
      case .mapping: [value]
      case .sequence: value.elements.filter { $0.kind == .mapping }.reversed()
      case .scalar: []
      }
    }
  }

  public struct Elements: Sequence, IteratorProtocol, Sendable {
    let tree: YAMLTree
    var range: Range<Int>

    public mutating func next() -> YAMLNode? {
      guard !range.isEmpty else { return nil }
      let node = YAMLNode(tree: tree, id: NodeID(Int32(range.lowerBound)))
      range = tree.endOfSubtree(range.lowerBound)..<range.upperBound
      return node
    }
  }

  public struct Entries: Sequence, IteratorProtocol, Sendable {
    let tree: YAMLTree
    var range: Range<Int>

    public mutating func next() -> Entry? {
      guard !range.isEmpty else { return nil }
      let key = range.lowerBound
      let value = tree.endOfSubtree(key)
      guard value < range.upperBound else { return nil }
      range = tree.endOfSubtree(value)..<range.upperBound
      return Entry(
        key: YAMLNode(tree: tree, id: NodeID(Int32(key))),
        value: YAMLNode(tree: tree, id: NodeID(Int32(value))))
    }
  }
}

extension YAMLTree {
  func endOfSubtree(_ index: Int) -> Int {
    switch nodes[index].kind {
    case .scalar, .alias: index + 1
    case .sequence, .mapping: Int(nodes[index].first)
    }
  }
}
