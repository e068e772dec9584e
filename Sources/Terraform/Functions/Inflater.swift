/// Reads DEFLATE data (RFC 1951).
struct Inflater {
  static let largestContent = 64 << 20

  private let bytes: [UInt8]
  private var position: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var content: [UInt8] = []

  /// The content and the position after the data; nil for damaged data.
  static func inflate(_ bytes: [UInt8], from start: Int) -> (content: [UInt8], end: Int)? {
    var inflater = Inflater(bytes: bytes, position: start)
    return inflater.run() ? (inflater.content, inflater.position) : nil
  }

  private init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
  }

  private struct Codes {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    /// nil when there are more codes of some length than bits allow.
    init?(_ lengths: [Int]) {
      for length in lengths where length > 0 { counts[length] += 1 }
      var free = 1
      for length in 1...15 {
        free = free * 2 - counts[length]
        if free < 0 { return nil }
      }
      for length in 1...15 { symbols += lengths.indices.filter { lengths[$0] == length } }
    }
  }

  private mutating func run() -> Bool {
    var isLast = false
    while !isLast {
      guard let last = take(1), let kind = take(2) else { return false }
      isLast = last == 1
      switch kind {
      case 0: guard copyStored() else { return false }
      case 1:
        guard let literals = Self.fixedLiterals, let distances = Self.fixedDistances,
          readBlock(literals, distances)
        else { return false }
      case 2:
        guard let (literals, distances) = readCodes(), readBlock(literals, distances) else { return false }
      default: return false
      }
    }
    return true
  }

  private mutating func take(_ count: Int) -> Int? {
    while bitCount < count {
      guard position < bytes.count else { return nil }
      bits |= UInt32(bytes[position]) << UInt32(bitCount)
      position += 1
      bitCount += 8
    }
    let value = Int(bits & ((1 << UInt32(count)) - 1))
    bits >>= UInt32(count)
    bitCount -= count
    return value
  }

  private mutating func symbol(_ codes: Codes) -> Int? {
    var (code, first, index) = (0, 0, 0)
    for length in 1...15 {
      guard let bit = take(1) else { return nil }
      code |= bit
      let count = codes.counts[length]
      if code - first < count { return codes.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return nil
  }

  private mutating func copyStored() -> Bool {
    (bits, bitCount) = (0, 0)
    guard position + 4 <= bytes.count else { return false }
    let length = Int(bytes[position]) | Int(bytes[position + 1]) << 8
    let complement = Int(bytes[position + 2]) | Int(bytes[position + 3]) << 8
    position += 4
    guard length ^ complement == 0xFFFF, position + length <= bytes.count,
      content.count + length <= Self.largestContent
    else { return false }
    content += bytes[position..<position + length]
    position += length
    return true
  }

  private static let fixedLiterals = Codes(
    Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112) + Array(repeating: 7, count: 24)
      + Array(repeating: 8, count: 8))
  private static let fixedDistances = Codes(Array(repeating: 5, count: 30))
  private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private mutating func readCodes() -> (Codes, Codes)? {
    guard let literals = take(5), let distances = take(5), let lengths = take(4) else { return nil }
    var codeLengths = [Int](repeating: 0, count: 19)
    for position in 0..<(lengths + 4) {
      guard let length = take(3) else { return nil }
      codeLengths[Self.lengthOrder[position]] = length
    }
    guard let codes = Codes(codeLengths) else { return nil }
    let total = literals + 257 + distances + 1
    var all: [Int] = []
    while all.count < total {
      guard let symbol = symbol(codes) else { return nil }
      switch symbol {
      case ..<16: all.append(symbol)
      case 16:
        guard let last = all.last, let count = take(2) else { return nil }
        all += Array(repeating: last, count: count + 3)
      case 17:
        guard let count = take(3) else { return nil }
        all += Array(repeating: 0, count: count + 3)
      default:
        guard let count = take(7) else { return nil }
        all += Array(repeating: 0, count: count + 11)
      }
    }
    guard all.count == total, let literalCodes = Codes(Array(all[..<(literals + 257)])),
      let distanceCodes = Codes(Array(all[(literals + 257)...]))
    else { return nil }
    return (literalCodes, distanceCodes)
  }

  private mutating func readBlock(_ literals: Codes, _ distances: Codes) -> Bool {
    while true {
      guard let symbol = symbol(literals), content.count <= Self.largestContent else { return false }
      if symbol < 256 {
        content.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return true }
      guard symbol <= 285 else { return false }
      let code = symbol - 257
      guard let extra = take(DeflateTables.lengthExtraBits[code]), let slot = self.symbol(distances),
        slot < 30,
        let more = take(DeflateTables.offsetExtraBits[slot])
      else { return false }
      let distance = DeflateTables.offsetBase[slot] + 1 + more
      guard distance <= content.count else { return false }
      for _ in 0..<(DeflateTables.lengthBase[code] + 3 + extra) {
        content.append(content[content.count - distance])
      }
    }
  }
}

/// The codes of lengths (from 3) and distances (from 1): first value and extra bits.
enum DeflateTables {
  static let lengthBase = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192,
    224, 255,
  ]
  static let lengthExtraBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  static let offsetBase = [
    0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072,
    4096,
    6144, 8192, 12288, 16384, 24576,
  ]
  static let offsetExtraBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]

  static func lengthCode(_ length: Int) -> Int {
    (lengthBase.firstIndex { $0 > length } ?? lengthBase.count) - 1
  }
  static func offsetCode(_ offset: Int) -> Int {
    (offsetBase.firstIndex { $0 > offset } ?? offsetBase.count) - 1
  }
}
