/// Search and replacement in bytes, as Go's `strings` does it.
enum ByteSearch {
  static func first(_ pattern: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
    guard let head = pattern.first else { return start }
    guard bytes.count >= pattern.count else { return nil }
    var position = start
    let last = bytes.count - pattern.count
    while position <= last {
      if bytes[position] == head, bytes[position..<position + pattern.count].elementsEqual(pattern) {
        return position
      }
      position += 1
    }
    return nil
  }

  static func ends(_ bytes: [UInt8], with suffix: [UInt8]) -> Bool {
    bytes.count >= suffix.count && bytes[(bytes.count - suffix.count)...].elementsEqual(suffix)
  }

  /// The parts between separators; the characters for an empty separator.
  static func split(_ bytes: [UInt8], by separator: [UInt8]) -> [ArraySlice<UInt8>] {
    guard !separator.isEmpty else { return characters(bytes) }
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    while let position = first(separator, in: bytes, from: start) {
      parts.append(bytes[start..<position])
      start = position + separator.count
    }
    parts.append(bytes[start...])
    return parts
  }

  /// An empty pattern matches before each character and at the end.
  static func replace(_ bytes: [UInt8], _ pattern: [UInt8], _ replacement: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    guard !pattern.isEmpty else {
      for character in characters(bytes) { result += replacement + character }
      return result + replacement
    }
    for (index, part) in split(bytes, by: pattern).enumerated() {
      if index > 0 { result += replacement }
      result += part
    }
    return result
  }

  private static func characters(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    for position in bytes.indices.dropFirst() where bytes[position] & 0xC0 != 0x80 {
      parts.append(bytes[start..<position])
      start = position
    }
    if start < bytes.count { parts.append(bytes[start...]) }
    return parts
  }
}
