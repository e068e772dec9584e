/// Rows by ascending score, in time linear in their number: three passes over eleven bits each, where comparing costs
/// twenty (a tenth of a training's CPU).
public enum ScoreOrder {
  /// Row numbers by ascending score; rows of one score keep their order, NaN comes last.
  public static func rows(_ scores: [Float]) -> [Int] {
    var words = scores.indices.map { UInt64(key(scores[$0])) << 32 | UInt64(UInt32(truncatingIfNeeded: $0)) }
    sort(&words, from: 32)
    return words.map { Int($0 & 0xFFFF_FFFF) }
  }

  /// Ascending, as `key` numbers them.
  static func keys(_ scores: some Sequence<Float>) -> [UInt32] {
    var words = scores.map(key)
    sort(&words, from: 0)
    return words
  }

  /// A number that is greater for a greater score, and equal for both zeros.
  @inline(__always)
  static func key(_ score: Float) -> UInt32 {
    let bits = (score + 0).bitPattern
    guard !score.isNaN else { return .max }
    return bits & 0x8000_0000 == 0 ? bits | 0x8000_0000 : ~bits
  }

  /// Sorts by the 32 bits from `lowest` on; words that agree in them keep their order.
  private static func sort<Word: FixedWidthInteger & BitwiseCopyable>(_ words: inout [Word], from lowest: Int)
  {
    var other = [Word](repeating: 0, count: words.count)
    for shift in [lowest, lowest + 11, lowest + 22] {
      scatter(words, to: &other, by: Word(shift))
      swap(&words, &other)
    }
  }

  private static func scatter<Word: FixedWidthInteger & BitwiseCopyable>(
    _ words: [Word], to target: inout [Word], by shift: Word
  ) {
    var next = [Int](repeating: 0, count: 2048)
    for word in words { next[Int(truncatingIfNeeded: word &>> shift) & 2047] += 1 }
    var start = 0
    for digit in next.indices { (next[digit], start) = (start, start + next[digit]) }
    var output = target.mutableSpan
    for word in words {
      let digit = Int(truncatingIfNeeded: word &>> shift) & 2047
      output[next[digit]] = word
      next[digit] += 1
    }
  }
}
