internal import SourceText

/// Where a part of a text stands in the Terraform expression that gives the text.
enum ExpressionPlace {
  static func isExpression(_ path: String) -> Bool {
    [".tf", ".tofu", ".tfvars", ".hcl", ".tf.json", ".tofu.json", ".tfvars.json"].contains {
      path.hasSuffix($0)
    }
  }

  /// The part itself where the source holds it as it is: first with the rest of its line before it, which tells equal
  /// texts apart. The whole expression where it does not (escapes, functions, interpolation), or where the part is
  /// the whole text.
  static func find(_ part: ByteRange, of text: String?, in bytes: [UInt8], at location: Location) -> Location
  {
    guard let text else { return location }
    let decoded = Array(text.utf8)
    let wanted = part.indices.clamped(to: 0..<decoded.count)
    let written = location.range.indices.clamped(to: 0..<bytes.count)
    if wanted.isEmpty { return location }
    if wanted == 0..<decoded.count, written.count <= decoded.count + 2 { return location }
    let lineStart = decoded[..<wanted.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    var firstWord = lineStart
    while firstWord < wanted.lowerBound, decoded[firstWord] <= 0x20 { firstWord += 1 }
    for start in Set([firstWord, wanted.lowerBound]).sorted() {
      let context = decoded[start..<wanted.upperBound]
      let places = positions(of: context, in: bytes[written])
      let before = positions(of: context, in: decoded[..<wanted.upperBound]).count - 1
      if let place = places.indices.contains(before) ? places[before] : places.first {
        let begin = place + (wanted.lowerBound - start)
        return Location(file: location.file, range: ByteRange(begin..<(begin + wanted.count)))
      }
    }
    return location
  }

  /// All places, first to last: of equal texts the one that was meant is told by its number.
  private static func positions(of wanted: ArraySlice<UInt8>, in bytes: ArraySlice<UInt8>) -> [Int] {
    var found: [Int] = []
    guard let first = wanted.first, bytes.count >= wanted.count else { return found }
    var offset = bytes.startIndex
    while offset <= bytes.endIndex - wanted.count {
      guard let next = bytes[offset...].firstIndex(of: first), next <= bytes.endIndex - wanted.count else {
        break
      }
      if bytes[next...].starts(with: wanted) { found.append(next) }
      offset = next + 1
    }
    return found
  }
}
