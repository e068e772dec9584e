/// Writes DEFLATE data byte for byte as Go's compressor does at its default level: lazy matching over hash chains
/// of four bytes in a window of 32 KiB.
struct Deflater {
  private static let windowSize = 1 << 15
  private static let shortestMatch = 4
  private static let longestMatch = 258
  private static let mostTokens = 1 << 14
  /// A match this long is not improved any more.
  private static let niceLength = 128
  private static let chainLength = 128
  /// After a match this long the next position is not tried.
  private static let lazyLimit = 16

  private let bytes: [UInt8]
  private var output = DeflateWriter()
  private var tokens: [DeflateToken] = []
  /// By hash: the last position plus one. By position in the window: the one before with the same hash.
  private var heads = [Int32](repeating: 0, count: 1 << 17)
  private var previous = [Int32](repeating: 0, count: windowSize)
  private var chainHead = -1
  private var index = 0
  /// Start of the buffer of two windows that Go keeps; nothing before it is looked at.
  private var bufferStart = 0
  private var blockStart: Int? = 0
  private var hasPendingByte = false
  private var length = shortestMatch - 1
  private var offset = 0

  static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    var deflater = Deflater(bytes: bytes)
    return deflater.run()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() -> [UInt8] {
    var end = min(bytes.count, 2 * Self.windowSize)
    while end < bytes.count {
      compress(upTo: end, isFlush: false)
      bufferStart += Self.windowSize
      if let start = blockStart, start < bufferStart { blockStart = nil }
      end = min(bytes.count, bufferStart + 2 * Self.windowSize)
    }
    compress(upTo: end, isFlush: true)
    output.writeStored([], isFinal: false)
    output.writeStored([], isFinal: true)
    return output.bytes
  }

  private func hash(at position: Int) -> Int {
    let word = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[position + $1]) }
    return Int((word &* 0x1E35_A7BD) >> 15)
  }

  private mutating func insert(_ position: Int) {
    let hash = hash(at: position)
    previous[position & (Self.windowSize - 1)] = heads[hash]
    heads[hash] = Int32(truncatingIfNeeded: position + 1)
  }

  private mutating func compress(upTo end: Int, isFlush: Bool) {
    let insertLimit = end - (Self.shortestMatch - 1)
    while true {
      let lookahead = end - index
      if lookahead < Self.shortestMatch + Self.longestMatch {
        if !isFlush { return }
        if lookahead == 0 { return flushPending() }
      }
      if index < insertLimit {
        chainHead = Int(heads[hash(at: index)])
        insert(index)
      }
      let (earlierLength, earlierOffset) = (length, offset)
      (length, offset) = (Self.shortestMatch - 1, 0)
      let first = chainHead - 1
      if first >= max(index - Self.windowSize, bufferStart), lookahead > earlierLength,
        earlierLength < Self.lazyLimit
      {
        findMatch(from: first, lookahead: lookahead)
      }
      if earlierLength >= Self.shortestMatch, length <= earlierLength {
        tokens.append(.match(length: earlierLength - 3, offset: earlierOffset - 1))
        let next = index + earlierLength - 1
        index += 1
        while index < next {
          if index < insertLimit { insert(index) }
          index += 1
        }
        hasPendingByte = false
        length = Self.shortestMatch - 1
        if tokens.count == Self.mostTokens { writeBlock(upTo: index) }
      } else {
        if hasPendingByte {
          tokens.append(.literal(bytes[index - 1]))
          if tokens.count == Self.mostTokens { writeBlock(upTo: index) }
        }
        index += 1
        hasPendingByte = true
      }
    }
  }

  private mutating func flushPending() {
    if hasPendingByte {
      tokens.append(.literal(bytes[index - 1]))
      hasPendingByte = false
    }
    if !tokens.isEmpty { writeBlock(upTo: index) }
  }

  private mutating func findMatch(from first: Int, lookahead: Int) {
    let limit = min(Self.longestMatch, lookahead)
    let nice = min(Self.niceLength, limit)
    let oldest = index - Self.windowSize
    var candidate = first
    var tries = Self.chainLength
    while tries > 0 {
      if bytes[index + length] == bytes[candidate + length] {
        var count = 0
        while count < limit, bytes[candidate + count] == bytes[index + count] { count += 1 }
        if count > length, count > Self.shortestMatch || index - candidate <= 4096 {
          (length, offset) = (count, index - candidate)
          if count >= nice { return }
        }
      }
      if candidate == oldest { return }
      candidate = Int(previous[candidate & (Self.windowSize - 1)]) - 1
      if candidate < oldest || candidate < bufferStart { return }
      tries -= 1
    }
  }

  private mutating func writeBlock(upTo end: Int) {
    output.writeBlock(tokens, input: blockStart.map { bytes[$0..<end] })
    blockStart = end
    tokens.removeAll(keepingCapacity: true)
  }
}

enum DeflateToken {
  case literal(UInt8)
  /// Length from 3 and offset from 1, as differences from those.
  case match(length: Int, offset: Int)
}
