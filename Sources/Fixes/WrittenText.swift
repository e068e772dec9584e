internal import SourceText

/// A scalar as it stands in a file: the text between its quotes, where that is all there is to it.
struct WrittenText {
  var text: String
  /// Without the quotes.
  var range: Range<Int>

  /// Nil when the place holds escapes, interpolation, several lines or nothing: the text is then not what is meant.
  init?(at location: Location, in file: SourceFile) {
    var range = location.range.indices.clamped(to: 0..<file.bytes.count)
    guard let first = file.bytes[range].first else { return nil }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      guard range.count >= 2, file.bytes[range.upperBound - 1] == first else { return nil }
      range = (range.lowerBound + 1)..<(range.upperBound - 1)
    }
    let bytes = file.bytes[range]
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7f && !"\"'\\${}".utf8.contains($0) })
    else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
    self.range = range
  }
}
