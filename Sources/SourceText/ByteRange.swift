/// A half-open range of bytes in one file, counted from the start of the file.
///
/// Offsets are 32 bits wide: no file above 2 GiB is read (the scanner's limit is far lower).
public struct ByteRange: Hashable, Sendable {
  public var start: Int32
  public var end: Int32

  @inlinable
  public init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  /// Offsets beyond 32 bits are clamped.
  @inlinable
  public init(_ range: Range<Int>) {
    self.init(start: Int32(clamping: range.lowerBound), end: Int32(clamping: range.upperBound))
  }

  /// The range as array indices.
  @inlinable public var indices: Range<Int> { Int(start)..<Swift.max(Int(start), Int(end)) }
  @inlinable public var isEmpty: Bool { end <= start }
  @inlinable public var count: Int { indices.count }

  /// The smallest range that covers both.
  @inlinable
  public func union(_ other: ByteRange) -> ByteRange {
    ByteRange(start: min(start, other.start), end: max(end, other.end))
  }

  @inlinable
  public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
}
