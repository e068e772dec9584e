/// Turns tokens into blocks: stored, with the fixed codes or with codes of their own, whichever is shortest.
struct DeflateWriter {
  private(set) var bytes: [UInt8] = []
  private var bits: UInt64 = 0
  private var bitCount = 0

  private static let endOfBlock = 256
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  mutating func writeStored(_ input: ArraySlice<UInt8>, isFinal: Bool) {
    write(isFinal ? 1 : 0, 3)
    if bitCount > 0 { write(0, 8 - bitCount) }
    write(input.count, 16)
    write(~input.count & 0xFFFF, 16)
    bytes += input
  }

  private mutating func write(_ value: Int, _ count: Int) {
    bits |= UInt64(truncatingIfNeeded: value) << UInt64(bitCount)
    bitCount += count
    while bitCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }

  private mutating func write(_ symbol: Int, in code: HuffmanCode) {
    write(code.codes[symbol], code.lengths[symbol])
  }

  private struct Frequencies {
    var literals = [Int](repeating: 0, count: 286)
    var offsets = [Int](repeating: 0, count: 30)
    var extraBits = 0

    init(_ tokens: [DeflateToken]) {
      for token in tokens {
        switch token {
        case .literal(let byte): literals[Int(byte)] += 1
        case .match(let length, let offset):
          let (lengthCode, offsetCode) = (DeflateTables.lengthCode(length), DeflateTables.offsetCode(offset))
          literals[257 + lengthCode] += 1
          offsets[offsetCode] += 1
          extraBits += DeflateTables.lengthExtraBits[lengthCode] + DeflateTables.offsetExtraBits[offsetCode]
        }
      }
      literals[DeflateWriter.endOfBlock] = 1
    }
  }

  mutating func writeBlock(_ tokens: [DeflateToken], input: ArraySlice<UInt8>?) {
    var frequencies = Frequencies(tokens)
    let literalCount = (frequencies.literals.lastIndex { $0 != 0 } ?? 0) + 1
    var offsetCount = (frequencies.offsets.lastIndex { $0 != 0 } ?? -1) + 1
    if offsetCount == 0 {
      frequencies.offsets[0] = 1
      offsetCount = 1
    }
    let literals = HuffmanCode(frequencies.literals, longest: 15)
    let offsets = HuffmanCode(frequencies.offsets, longest: 15)
    let runs = Self.runs(Array(literals.lengths[..<literalCount] + offsets.lengths[..<offsetCount]))
    var runFrequencies = [Int](repeating: 0, count: 19)
    for run in runs { runFrequencies[run.symbol] += 1 }
    let runCode = HuffmanCode(runFrequencies, longest: 7)
    let runCount = max((Self.order.lastIndex { runFrequencies[$0] != 0 } ?? 0) + 1, 4)
    let header = 17 + 3 * runCount + runCode.size(runFrequencies) + runs.reduce(0) { $0 + $1.extraBits }
    let ownSize =
      header + literals.size(frequencies.literals) + offsets.size(frequencies.offsets) + frequencies.extraBits
    let fixedSize =
      3 + HuffmanCode.fixedLiterals.size(frequencies.literals)
      + HuffmanCode.fixedOffsets.size(frequencies.offsets)
      + frequencies.extraBits
    if let input, input.count <= 65_535, (input.count + 5) * 8 < min(fixedSize, ownSize) {
      return writeStored(input, isFinal: false)
    }
    guard ownSize < fixedSize else {
      write(2, 3)
      return write(tokens, HuffmanCode.fixedLiterals, HuffmanCode.fixedOffsets)
    }
    write(4, 3)
    write(literalCount - 257, 5)
    write(offsetCount - 1, 5)
    write(runCount - 4, 4)
    for symbol in Self.order.prefix(runCount) { write(runCode.lengths[symbol], 3) }
    for run in runs {
      write(run.symbol, in: runCode)
      write(run.extra, run.extraBits)
    }
    write(tokens, literals, offsets)
  }

  private mutating func write(_ tokens: [DeflateToken], _ literals: HuffmanCode, _ offsets: HuffmanCode) {
    for token in tokens {
      switch token {
      case .literal(let byte): write(Int(byte), in: literals)
      case .match(let length, let offset):
        let (lengthCode, offsetCode) = (DeflateTables.lengthCode(length), DeflateTables.offsetCode(offset))
        write(257 + lengthCode, in: literals)
        write(length - DeflateTables.lengthBase[lengthCode], DeflateTables.lengthExtraBits[lengthCode])
        write(offsetCode, in: offsets)
        write(offset - DeflateTables.offsetBase[offsetCode], DeflateTables.offsetExtraBits[offsetCode])
      }
    }
    write(Self.endOfBlock, in: literals)
  }

  private struct Run {
    var symbol: Int
    var extra = 0
    var extraBits = 0
  }

  /// The code lengths in the run-length form of RFC 1951, 3.2.7.
  private static func runs(_ lengths: [Int]) -> [Run] {
    var runs: [Run] = []
    var start = 0
    while start < lengths.count {
      let length = lengths[start]
      let end = lengths[start...].firstIndex { $0 != length } ?? lengths.count
      var count = end - start
      if length != 0 {
        runs.append(Run(symbol: length))
        count -= 1
        while count >= 3 {
          let part = min(count, 6)
          runs.append(Run(symbol: 16, extra: part - 3, extraBits: 2))
          count -= part
        }
      } else {
        while count >= 11 {
          let part = min(count, 138)
          runs.append(Run(symbol: 18, extra: part - 11, extraBits: 7))
          count -= part
        }
        if count >= 3 {
          runs.append(Run(symbol: 17, extra: count - 3, extraBits: 3))
          count = 0
        }
      }
      runs += Array(repeating: Run(symbol: length), count: count)
      start = end
    }
    return runs
  }
}
