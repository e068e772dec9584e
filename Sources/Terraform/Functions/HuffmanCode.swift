/// A prefix code of limited length for symbols of given frequencies.
struct HuffmanCode {
  /// The bits of each symbol's code, first bit lowest.
  private(set) var codes: [Int]
  /// 0 for a symbol without a code.
  private(set) var lengths: [Int]

  init(_ frequencies: [Int], longest: Int) {
    codes = Array(repeating: 0, count: frequencies.count)
    lengths = codes
    let used = frequencies.indices.filter { frequencies[$0] != 0 }
    guard used.count > 2 else {
      for (code, symbol) in used.enumerated() { (codes[symbol], lengths[symbol]) = (code, 1) }
      return
    }
    let sorted = used.sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
    let counts = Self.counts(sorted.map { frequencies[$0] }, longest: longest)
    assign(counts, sorted[...])
  }

  private init(lengths: [Int], codes: [Int]) {
    self.lengths = lengths
    self.codes = zip(codes, lengths).map { Self.reversed($0, $1) }
  }

  static let fixedLiterals = HuffmanCode(
    lengths: (0..<286).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 },
    codes: (0..<286).map { $0 < 144 ? $0 + 48 : $0 < 256 ? $0 + 256 : $0 < 280 ? $0 - 256 : $0 - 88 })
  static let fixedOffsets = HuffmanCode(lengths: Array(repeating: 5, count: 30), codes: Array(0..<30))

  /// Bits that symbols of these frequencies take.
  func size(_ frequencies: [Int]) -> Int { zip(frequencies, lengths).reduce(0) { $0 + $1.0 * $1.1 } }

  private static func reversed(_ code: Int, _ length: Int) -> Int {
    (0..<length).reduce(0) { $0 << 1 | code >> $1 & 1 }
  }

  /// Rarer symbols have longer codes; within one length codes go up with the symbols.
  private mutating func assign(_ counts: [Int], _ sorted: ArraySlice<Int>) {
    var (code, rest) = (0, sorted)
    for (length, count) in counts.enumerated() {
      code <<= 1
      for symbol in rest.suffix(count).sorted() {
        (codes[symbol], lengths[symbol]) = (Self.reversed(code, length), length)
        code += 1
      }
      rest = rest.dropLast(count)
    }
  }

  /// One level of the tree while the codes of limited length are found by merging pairs lazily.
  private struct Level {
    var lastFrequency: Int
    var nextLeaf: Int
    var nextPair: Int
    var needed = 0
  }

  /// How many symbols get a code of each length, of three or more frequencies in ascending order.
  private static func counts(_ frequencies: [Int], longest: Int) -> [Int] {
    let count = frequencies.count
    let depth = min(longest, count - 1)
    func frequency(_ position: Int) -> Int { position < count ? frequencies[position] : .max }
    var levels = (0...depth + 1).map { level in
      Level(
        lastFrequency: frequencies[1], nextLeaf: frequencies[2],
        nextPair: level <= 1 ? Int.max : frequencies[0] + frequencies[1])
    }
    // leaves[i][j]: leaves at or left of the ancestor on level j of level i's rightmost node.
    var leaves = [[Int]](repeating: [Int](repeating: 0, count: depth + 1), count: depth + 1)
    for level in 1...depth { leaves[level][level] = 2 }
    levels[depth].needed = 2 * count - 4
    var level = depth
    while true {
      if levels[level].nextPair == .max, levels[level].nextLeaf == .max {
        levels[level].needed = 0
        levels[level + 1].nextPair = .max
        level += 1
        continue
      }
      let earlier = levels[level].lastFrequency
      if levels[level].nextLeaf < levels[level].nextPair {
        levels[level].lastFrequency = levels[level].nextLeaf
        leaves[level][level] += 1
        levels[level].nextLeaf = frequency(leaves[level][level])
      } else {
        levels[level].lastFrequency = levels[level].nextPair
        for ancestor in 0..<level { leaves[level][ancestor] = leaves[level - 1][ancestor] }
        levels[level - 1].needed = 2
      }
      levels[level].needed -= 1
      if levels[level].needed == 0 {
        if level == depth { break }
        levels[level + 1].nextPair = earlier + levels[level].lastFrequency
        level += 1
      } else {
        while levels[level - 1].needed > 0 { level -= 1 }
      }
    }
    var counts = [Int](repeating: 0, count: depth + 1)
    for level in (1...depth).reversed() {
      counts[depth - level + 1] = leaves[depth][level] - leaves[depth][level - 1]
    }
    return counts
  }
}
