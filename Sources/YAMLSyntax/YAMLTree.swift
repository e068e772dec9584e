public import SourceText

/// The nodes of one file in one arena. A class, because each `YAMLNode` carries it: one reference count instead
/// of one for each table. It never changes.
public final class YAMLTree: Sendable {
  public let file: FileID
  public let bytes: [UInt8]
  let nodes: [Node]
  let decoded: [UInt8]
  let properties: [NodeProperties]

  init(file: FileID, bytes: [UInt8], nodes: [Node], decoded: [UInt8], properties: [NodeProperties]) {
    self.file = file
    self.bytes = bytes
    self.nodes = nodes
    self.decoded = decoded
    self.properties = properties
  }

  public var nodeCount: Int { nodes.count }

  public func node(_ id: NodeID) -> YAMLNode { YAMLNode(tree: self, id: id) }
}
