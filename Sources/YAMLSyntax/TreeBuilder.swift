internal import SourceText

/// Builds the arena from the events of a reader (libyaml or JSON): nesting, aliases, duplicate keys, budgets.
struct TreeBuilder {
  struct Open {
    var node: Int32
    /// Children so far.
    var count: Int32 = 0
    /// Where the last child ends.
    var lastEnd: Int32
    /// The node itself and all inside it, aliases replaced by what they name.
    var expanded: Int = 1
    var anchor: Int32 = -1
  }

  struct Anchor {
    var name: String
    var node: Int32
    /// -1 while the node is still open: an alias to it would contain itself.
    var expanded: Int
  }

  enum Overrun { case depth, nodes }

  let file: FileID
  let limits: YAMLLimits
  var nodes: [Node] = []
  var decoded: [UInt8] = []
  var properties: [NodeProperties] = []
  var problems: [Problem] = []
  var open: [Open] = []
  var overrun: Overrun?
  /// The first flow mapping that is the key of a flow mapping: `{{ … }}` read as YAML.
  var templateLike: ByteRange?
  /// Keys of one mapping with the same name, as node indices.
  var duplicates: [(first: Int32, second: Int32)] = []
  /// Mappings and lists that are keys; the first ten are reported.
  var collectionKeys = 0
  /// Aliases that name nothing; for the first of them the nearest name is looked up.
  private var unresolved = 0
  private var anchorIndex: [String: Int32] = [:]
  private var anchors: [Anchor] = []
  private var expandedInDocument = 0
  private var expansionIsReported = false

  init(file: FileID, limits: YAMLLimits, expectedBytes: Int) {
    self.file = file
    self.limits = limits
    nodes.reserveCapacity(expectedBytes / 14 + 8)
  }

  mutating func startDocument() {
    anchors.removeAll(keepingCapacity: true)
    anchorIndex.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    expandedInDocument = 0
    expansionIsReported = false
  }

  @inline(__always)
  mutating func scalar(_ node: Node, anchor: String? = nil) {
    let index = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(node)
    if let anchor { define(anchor, node: index, expanded: 1) }
    added(end: node.end, expanded: 1)
  }

  @inline(__always)
  private mutating func added(end: Int32, expanded: Int) {
    if open.isEmpty {
      expandedInDocument += expanded
    } else {
      let last = open.count - 1
      open[last].count += 1
      open[last].lastEnd = end
      open[last].expanded += expanded
    }
    if nodes.count > limits.nodes { overrun = .nodes }
  }

  mutating func openCollection(_ node: Node, anchor: String? = nil) {
    let index = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(node)
    var entry = Open(node: index, lastEnd: node.start)
    if let anchor { entry.anchor = define(anchor, node: index, expanded: -1) }
    open.append(entry)
    if open.count > limits.depth { overrun = .depth }
  }

  /// `end` is the byte after the closing bracket; nil for block collections, which end with their last child.
  mutating func closeCollection(end: Int32?, in bytes: UnsafeBufferPointer<UInt8>) {
    guard let closed = open.popLast() else { return }
    let index = Int(closed.node)
    nodes[index].first = Int32(truncatingIfNeeded: nodes.count)
    nodes[index].second = closed.count
    let end = end ?? closed.lastEnd
    nodes[index].end = max(nodes[index].start, end)
    if closed.anchor >= 0 { anchors[Int(closed.anchor)].expanded = closed.expanded }
    if nodes[index].kind == .mapping { unsafe inspectKeys(of: index, in: bytes) }
    added(end: nodes[index].end, expanded: closed.expanded)
  }

  /// Closes what an error left open, so that the tree stays one: a key without value gets null.
  mutating func closeAll(at offset: Int32, in bytes: UnsafeBufferPointer<UInt8>) {
    while let last = open.last {
      if nodes[Int(last.node)].kind == .mapping, last.count % 2 == 1 {
        let end = last.lastEnd
        scalar(Node.plainScalar(start: end, end: end))
      }
      unsafe closeCollection(end: nil, in: bytes)
    }
  }

  mutating func alias(_ name: String, start: Int32, end: Int32) {
    let range = ByteRange(start: start, end: end)
    var target: Int32 = -1
    var expanded = 1
    if let index = anchorIndex[name] {
      let anchor = anchors[Int(index)]
      if anchor.expanded < 0 {
        problem(
          .error, .semantics, "alias *\(name) stands inside the node that it names", at: range,
          advice:
            "write the value out, or move the anchor &\(name) to a node that is complete before this line")
      } else if expandedTotal + anchor.expanded > limits.expandedNodes {
        reportExpansion(at: range)
      } else {
        target = anchor.node
        expanded = anchor.expanded
      }
    } else {
      unresolved += 1
      let near = unresolved <= 10 ? nearestName(to: name, among: anchors.prefix(200).map(\.name)) : nil
      problem(
        .error, .semantics, "alias *\(name) names no anchor above it in this document", at: range,
        advice: near.map { "*\($0)" }
          ?? "mark the value that is meant with &\(name), or quote the text: \"*\(name)\"")
    }
    properties.append(NodeProperties(anchor: name))
    nodes.append(
      Node(
        kind: .alias, style: .plain, flags: [], properties: Int32(truncatingIfNeeded: properties.count - 1),
        start: start, end: end, first: target, second: 0))
    added(end: end, expanded: expanded)
  }

  /// Counts what is closed and what is still open. O(depth), paid for aliases only.
  private var expandedTotal: Int { open.reduce(expandedInDocument) { $0 + $1.expanded } }

  private mutating func reportExpansion(at range: ByteRange) {
    guard !expansionIsReported else { return }
    expansionIsReported = true
    problem(
      .error, .budget, "aliases expand this document beyond \(limits.expandedNodes) nodes", at: range,
      advice: "write the repeated values out, or name them fewer times")
  }

  @discardableResult
  private mutating func define(_ name: String, node: Int32, expanded: Int) -> Int32 {
    anchors.append(Anchor(name: name, node: node, expanded: expanded))
    let index = Int32(truncatingIfNeeded: anchors.count - 1)
    anchorIndex[name] = index
    return index
  }

  mutating func problem(
    _ severity: Problem.Severity, _ kind: Problem.Kind, _ message: String, at range: ByteRange,
    advice: String? = nil
  ) {
    problems.append(
      Problem(severity, kind, message, advice: advice, at: Location(file: file, range: range)))
  }
}

extension Node {
  static func plainScalar(start: Int32, end: Int32) -> Node {
    Node(
      kind: .scalar, style: .plain, flags: [], properties: -1, start: start, end: end, first: start,
      second: end)
  }
}
