internal import SourceText

/// Turns byte offsets into the positions of the Language Server Protocol and back.
///
/// Source: LSP 3.17, "Text Documents": lines end at LF, CR LF or CR; characters are code units of the negotiated
/// encoding. A byte order mark is no character: editors take it off.
struct PositionMap {
  enum Encoding: String {
    case utf8 = "utf-8"
    case utf16 = "utf-16"
  }

  struct Position: Hashable {
    var line: Int
    var character: Int
  }

  private let bytes: [UInt8]
  private let encoding: Encoding
  private var starts: [Int] = []

  init(_ bytes: [UInt8], _ encoding: Encoding) {
    self.bytes = bytes
    self.encoding = encoding
    starts.append(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    for (offset, byte) in bytes.enumerated() {
      let isBareReturn = byte == 13 && (offset + 1 == bytes.count || bytes[offset + 1] != 10)
      if byte == 10 || isBareReturn { starts.append(offset + 1) }
    }
  }

  /// O(log lines + length of the line).
  func position(of offset: Int) -> Position {
    let offset = min(max(offset, starts[0]), bytes.count)
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let character = bytes[starts[low]..<offset].reduce(0) { $0 + width($1) }
    return Position(line: low, character: character)
  }

  /// Characters behind the end of a line are its end, as the protocol has it.
  func offset(of position: Position) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < starts.count else { return bytes.count }
    var offset = starts[position.line]
    var rest = position.character
    while offset < bytes.count, bytes[offset] != 10, bytes[offset] != 13 {
      let width = width(bytes[offset])
      // Bytes that continue a character belong to it.
      guard rest > 0 || (width == 0 && encoding == .utf16) else { break }
      rest -= width
      offset += 1
    }
    return offset
  }

  /// Code units that begin with this byte.
  private func width(_ byte: UInt8) -> Int {
    switch encoding {
    case .utf8: 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    }
  }
}
