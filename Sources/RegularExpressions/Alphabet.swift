/// Reads the scalar that begins at `offset`. Bytes that are no UTF-8 read as U+FFFD, one byte each, as Go has it;
/// past the end the width is 0.
@inline(__always)
func decodeScalar(_ text: [UInt8], at offset: Int) -> (scalar: UInt32, width: Int) {
  guard offset < text.count else { return (0xFFFD, 0) }
  let first = text[offset]
  if first < 0x80 { return (UInt32(first), 1) }
  return decodeLongScalar(text, at: offset)
}

private func decodeLongScalar(_ text: [UInt8], at offset: Int) -> (scalar: UInt32, width: Int) {
  let first = text[offset]
  let width: Int
  var scalar: UInt32
  var lowest: UInt8 = 0x80
  var highest: UInt8 = 0xBF
  switch first {
  case 0xC2...0xDF: (width, scalar) = (2, UInt32(first & 0x1F))
  case 0xE0...0xEF:
    (width, scalar) = (3, UInt32(first & 0x0F))
    if first == 0xE0 { lowest = 0xA0 }
    if first == 0xED { highest = 0x9F }
  case 0xF0...0xF4:
    (width, scalar) = (4, UInt32(first & 0x07))
    if first == 0xF0 { lowest = 0x90 }
    if first == 0xF4 { highest = 0x8F }
  default: return (0xFFFD, 1)
  }
  guard offset + width <= text.count else { return (0xFFFD, 1) }
  for index in 1..<width {
    let byte = text[offset + index]
    guard byte >= lowest, byte <= highest else { return (0xFFFD, 1) }
    (lowest, highest) = (0x80, 0xBF)
    scalar = scalar << 6 | UInt32(byte & 0x3F)
  }
  return (scalar, width)
}

/// Reads the scalar that ends at `offset`, by the same rules.
func decodeScalar(_ text: [UInt8], before offset: Int) -> (scalar: UInt32, width: Int) {
  guard offset > 0 else { return (0xFFFD, 0) }
  if text[offset - 1] < 0x80 { return (UInt32(text[offset - 1]), 1) }
  for width in 2...4 where width <= offset {
    let (scalar, actual) = decodeScalar(text, at: offset - width)
    if actual == width { return (scalar, width) }
  }
  return (0xFFFD, 1)
}

/// The scalars of a pattern, grouped: two that every set of it treats alike are one symbol.
struct Alphabet: Sendable {
  /// Symbols of U+0000 to U+007F.
  let ascii: [Int32]
  /// The first scalar of each interval from U+0080 on, ascending, and the interval's symbol.
  private let starts: [UInt32]
  private let symbols: [Int32]
  /// Number of symbols.
  let count: Int
  /// One scalar of each symbol, to ask for its properties.
  let representatives: [UInt32]

  /// - Returns: nil when telling the symbols apart would need more than the memory budget.
  init?(_ sets: [ScalarSet]) {
    var boundaries: Set<UInt32> = [0, 0x80]
    for set in sets {
      for range in set.ranges {
        boundaries.insert(range.lowerBound)
        if range.upperBound < ScalarSet.maximum { boundaries.insert(range.upperBound + 1) }
      }
    }
    let starts = boundaries.sorted()
    var indexes: [UInt32: Int] = [:]
    for (index, start) in starts.enumerated() { indexes[start] = index }
    var group = [Int32](repeating: 0, count: starts.count)
    var groupCount: Int32 = 1
    var work = 0
    for set in sets {
      var renamed: [Int32: Int32] = [:]
      for range in set.ranges {
        var index = indexes[range.lowerBound] ?? 0
        while index < starts.count, starts[index] <= range.upperBound {
          if let name = renamed[group[index]] {
            group[index] = name
          } else {
            renamed[group[index]] = groupCount
            group[index] = groupCount
            groupCount += 1
          }
          index += 1
          work += 1
        }
      }
      guard work <= Self.maximumWork else { return nil }
    }
    self.init(starts: starts, groups: group)
    guard count * sets.count(where: { $0.onlyScalar == nil }) <= Self.maximumMembers else { return nil }
  }

  private static let maximumWork = 4_000_000
  private static let maximumMembers = 16_000_000

  private init(starts: [UInt32], groups: [Int32]) {
    var numbers: [Int32: Int32] = [:]
    var representatives: [UInt32] = []
    var ascii: [Int32] = []
    var longStarts: [UInt32] = []
    var longSymbols: [Int32] = []
    for (index, start) in starts.enumerated() {
      let symbol = numbers[groups[index]] ?? Int32(representatives.count)
      if symbol == representatives.count {
        numbers[groups[index]] = symbol
        representatives.append(start)
      }
      if start < 0x80 {
        let end = index + 1 < starts.count ? starts[index + 1] : 0x80
        for _ in start..<end { ascii.append(symbol) }
      } else if longSymbols.last != symbol {
        longStarts.append(start)
        longSymbols.append(symbol)
      }
    }
    self.ascii = ascii
    self.starts = longStarts
    self.symbols = longSymbols
    self.representatives = representatives
    count = representatives.count
  }

  @inline(__always)
  func symbol(of scalar: UInt32) -> Int32 {
    scalar < 0x80 ? ascii[Int(scalar)] : longSymbol(scalar)
  }

  private func longSymbol(_ scalar: UInt32) -> Int32 {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= scalar { low = middle } else { high = middle }
    }
    return symbols[low]
  }
}
