public import SourceText

/// One replacement in the text of one file.
public struct TextEdit: Hashable, Sendable {
  public var file: FileID
  /// What is replaced; empty where text is only added.
  public var range: ByteRange
  public var text: String

  public init(_ text: String, replacing range: ByteRange, of file: FileID) {
    self.text = text
    self.range = range
    self.file = file
  }

  public init(_ text: String, at offset: Int, of file: FileID) {
    self.init(text, replacing: ByteRange(offset..<offset), of: file)
  }

  /// Both cannot be made at once. Two that add text at one place are in each other's way too: which comes first
  /// nobody says.
  public func collides(with other: TextEdit) -> Bool {
    guard file == other.file else { return false }
    if range == other.range { return true }
    if range.isEmpty || other.range.isEmpty {
      return range.start < other.range.end && other.range.start < range.end
    }
    return range.start < other.range.end && other.range.start < range.end
  }

  /// The bytes after the edits, none of which may collide. O(bytes + edits × log edits).
  public static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.text.utf8.count })
    var offset = 0
    for edit in edits.sorted(by: { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }) {
      let range = edit.range.indices.clamped(to: offset..<bytes.count)
      result += bytes[offset..<range.lowerBound]
      result += edit.text.utf8
      offset = range.upperBound
    }
    return result + bytes[offset...]
  }
}
