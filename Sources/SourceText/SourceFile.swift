/// A file of the scanned repository: its path from the repository's root and its bytes.
public struct SourceFile: Sendable {
  public let id: FileID
  /// Relative to the root of the scan, `/` between the parts, never starting with `./`.
  public let path: String
  public let bytes: [UInt8]

  public init(id: FileID, path: String, bytes: [UInt8]) {
    self.id = id
    self.path = path
    self.bytes = bytes
  }
}
