/// A range in a named file.
public struct Location: Hashable, Sendable {
  public var file: FileID
  public var range: ByteRange

  @inlinable
  public init(file: FileID, range: ByteRange) {
    self.file = file
    self.range = range
  }
}
