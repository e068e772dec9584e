/// Names one file of a scan: its index in the scan's sorted list of paths.
public struct FileID: Hashable, Comparable, Sendable {
  public let raw: Int32

  @inlinable
  public init(_ raw: Int32) { self.raw = raw }

  @inlinable
  public static func < (left: FileID, right: FileID) -> Bool { left.raw < right.raw }
}
