internal import SourceText
internal import Values

/// Where a plan's text names its resources, and that text with nothing else in it.
struct PlanAddresses {
  private let file: SourceFile
  /// The first place of an address among the resource changes, or else in the plan.
  private var places: [String: Range<Int>] = [:]

  private static let key = Array(#""address""#.utf8)

  /// Of the known addresses alone: a resource may have an attribute called `address`. O(bytes).
  init(_ file: SourceFile, of known: Set<String>) {
    self.file = file
    let bytes = file.bytes
    let changes = Self.find(Array(#""resource_changes""#.utf8), in: bytes, from: 0) ?? bytes.count
    var isAmongChanges: Set<String> = []
    var offset = 0
    while let start = Self.find(Self.key, in: bytes, from: offset) {
      offset = start + Self.key.count
      guard let (address, range) = Self.text(after: offset, in: bytes) else { continue }
      offset = range.upperBound
      guard known.contains(address) else { continue }
      if start > changes {
        if isAmongChanges.insert(address).inserted { places[address] = range }
      } else if places[address] == nil {
        places[address] = range
      }
    }
  }

  subscript(address: String) -> Location? {
    places[address].map { Location(file: file.id, range: ByteRange($0)) }
  }

  /// The file with blanks for all but line ends and the addresses: a plan holds secrets, and reports quote lines.
  var quotable: SourceFile {
    var bytes = file.bytes.map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
    for range in places.values { bytes.replaceSubrange(range, with: file.bytes[range]) }
    return SourceFile(id: file.id, path: file.path, bytes: bytes)
  }

  private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    while let next = bytes[offset...].firstIndex(of: wanted[0]) {
      if bytes[next...].starts(with: wanted) { return next }
      offset = next + 1
    }
    return nil
  }

  /// The string after a key's colon and where its characters stand.
  private static func text(after offset: Int, in bytes: [UInt8]) -> (text: String, range: Range<Int>)? {
    var offset = offset
    func skipSpace() { while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 } }
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else { return nil }
    offset += 1
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { return nil }
    let start = offset
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard offset < bytes.count,
      let value = try? JSONText.value(String(decoding: bytes[start...offset], as: UTF8.self)),
      let text = value.string
    else { return nil }
    return (text, (start + 1)..<offset)
  }
}
