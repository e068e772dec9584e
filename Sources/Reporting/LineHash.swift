/// The hashes of a file's lines as GitHub's code scanning computes them for `primaryLocationLineHash`:
/// a 64-bit rolling hash of the 100 UTF-16 units from the line's start, white space dropped.
///
/// Source: github/codeql-action, `src/fingerprints.ts`.
enum LineHash {
  private static let window = 100
  private static let multiplier: Int64 = 37

  /// One hash a line, with a count after the colon that tells equal ones apart. O(bytes).
  static func hashes(of bytes: [UInt8]) -> [String] {
    var state = State()
    for unit in String(decoding: bytes, as: UTF8.self).utf16 { state.process(unit) }
    state.process(0xffff)
    for _ in 0..<window {
      state.emit()
      state.update(0)
    }
    return state.hashes
  }

  private struct State {
    var hashes: [String] = []
    private var units = [Int64](repeating: 0, count: LineHash.window)
    private var startsLine = [Bool](repeating: false, count: LineHash.window)
    private var raw: Int64 = 0
    private let outgoing: Int64 = (0..<LineHash.window).reduce(1) { power, _ in power &* LineHash.multiplier }
    private var index = 0
    private var isLineStart = true
    private var previousWasReturn = false
    private var counts: [UInt64: Int] = [:]

    mutating func process(_ unit: UInt16) {
      var unit = unit
      if unit == 0x20 || unit == 0x09 || (previousWasReturn && unit == 0x0a) {
        previousWasReturn = false
        return
      }
      previousWasReturn = unit == 0x0d
      if previousWasReturn { unit = 0x0a }
      emit()
      if isLineStart {
        isLineStart = false
        startsLine[index] = true
      }
      if unit == 0x0a { isLineStart = true }
      update(Int64(unit))
    }

    /// Writes the hash of the line whose start leaves the window.
    mutating func emit() {
      guard startsLine[index] else { return }
      startsLine[index] = false
      let hash = UInt64(bitPattern: raw)
      counts[hash, default: 0] += 1
      hashes.append("\(String(hash, radix: 16)):\(counts[hash] ?? 1)")
    }

    mutating func update(_ unit: Int64) {
      let leaving = units[index]
      units[index] = unit
      raw = LineHash.multiplier &* raw &+ unit &- outgoing &* leaving
      index = (index + 1) % LineHash.window
    }
  }
}
