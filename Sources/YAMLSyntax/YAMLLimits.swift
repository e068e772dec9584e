/// What one file may cost. What goes beyond is a problem of the kind `budget`.
public struct YAMLLimits: Hashable, Sendable {
  /// Collections inside collections. Whatever walks the tree later may call itself so often on a small stack; real
  /// manifests, schemas among them, stay below 60.
  public var depth: Int
  /// Nodes of one document when every alias is replaced by what it names.
  public var expandedNodes: Int
  /// Nodes of one file as written.
  public var nodes: Int
  /// Documents with a broken grammar; after so many the rest of the file is not read.
  public var brokenDocuments: Int

  public init(
    depth: Int = 200, expandedNodes: Int = 1_000_000, nodes: Int = 30_000_000, brokenDocuments: Int = 100
  ) {
    self.depth = depth
    self.expandedNodes = expandedNodes
    self.nodes = nodes
    self.brokenDocuments = brokenDocuments
  }
}
