/// Sums over windows that end at each row, by pairs: a window of 20 is one of 16 and one of 4 before it, each made of
/// halves. O(log window) additions a row; the order of the additions depends on the window alone, not on what came
/// before it, and the rounding error grows with the logarithm of the window instead of with the window.
///
/// Source of the pairwise variance: Chan, Golub, LeVeque, "Updating formulae and a pairwise algorithm for computing
/// sample variances" (1979).
struct WindowSums {
  /// Entry k: windows of 2^k rows. Rows before the first whole window hold nothing of use.
  private let sums: [[Double]]

  init(_ values: [Double], longest: Int) {
    var sums = [values]
    while 2 << (sums.count - 1) <= longest {
      let half = sums[sums.count - 1]
      sums.append(Self.row(half, lag: 1 << (sums.count - 1)) { $0 + $1 })
    }
    self.sums = sums
  }

  /// The sum of the last `window` values, at most `longest`.
  func sum(_ window: Int) -> [Double] {
    let powers = Self.powers(of: window)
    var total = sums[powers[0]]
    var lag = 1 << powers[0]
    for power in powers.dropFirst() {
      total = Self.row(total, sums[power], lag: lag) { $0 + $1 }
      lag += 1 << power
    }
    return total
  }

  /// The squared distances from their mean of the last `window` values, summed: n - 1 times the sample variance. Exactly
  /// zero where the values are equal.
  func squaredDistances(_ window: Int) -> [Double] {
    squaredDistances([window])[0]
  }

  /// The same for several windows, which share their halves.
  func squaredDistances(_ windows: [Int]) -> [[Double]] {
    let levels = groups(upTo: windows.reduce(0) { max($0, Self.powers(of: $1)[0]) })
    return windows.map { window in
      let powers = Self.powers(of: window)
      var total = levels[powers[0]]
      for power in powers.dropFirst() { total = total.joined(with: levels[power]) }
      return total.squares
    }
  }

  /// Entry k: the windows of 2^k values.
  private func groups(upTo power: Int) -> [Group] {
    var groups = [Group(size: 1, sums: sums[0], squares: [Double](repeating: 0, count: sums[0].count))]
    for level in 0..<power {
      let half = groups[level]
      groups.append(
        Group(size: 2 << level, sums: sums[level + 1], squares: half.joinedSquares(with: half)))
    }
    return groups
  }

  /// The windows of one size that end at each row.
  private struct Group {
    let size: Int
    let sums: [Double]
    /// Squared distances from the window's mean, summed.
    let squares: [Double]

    /// With the windows of `earlier` that end where these begin.
    func joined(with earlier: Group) -> Group {
      Group(
        size: size + earlier.size, sums: WindowSums.row(sums, earlier.sums, lag: size) { $0 + $1 },
        squares: joinedSquares(with: earlier))
    }

    /// Those of both groups, and nm / (n + m) times the squared distance of their means.
    func joinedSquares(with earlier: Group) -> [Double] {
      let (n, m) = (Double(size), Double(earlier.size))
      let (ofLate, ofEarly, factor) = (1 / n, 1 / m, n * m / (n + m))
      let (size, earlySums, earlySquares) = (size, earlier.sums.span, earlier.squares.span)
      return WindowSums.row(sums.span, squares.span, lag: size) { lateSum, lateSquares, row in
        let distance = unsafe lateSum * ofLate - earlySums[unchecked: row &- size] * ofEarly
        return unsafe lateSquares + earlySquares[unchecked: row &- size] + distance * distance * factor
      }
    }
  }

  /// The largest of the last `window` values.
  static func maximum(_ values: [Double], _ window: Int) -> [Double] {
    var largest = values
    var size = 1
    while size < window {
      let lag = min(size, window - size)
      largest = row(largest, lag: lag) { $0 < $1 ? $1 : $0 }
      size += lag
    }
    return largest
  }

  /// `combine` of each value and the one `lag` rows before it.
  @inline(__always)
  static func row(_ values: [Double], lag: Int, _ combine: (Double, Double) -> Double) -> [Double] {
    row(values, values, lag: lag, combine)
  }

  /// `combine` of each value of `left` and that of `right` `lag` rows before; 0 where there is none.
  @inline(__always)
  static func row(
    _ left: [Double], _ right: [Double], lag: Int, _ combine: (Double, Double) -> Double
  ) -> [Double] {
    let earlier = right.span
    return row(left.span, right.span, lag: lag) { value, _, row in
      unsafe combine(value, earlier[unchecked: row &- lag])
    }
  }

  /// `combine` of each value of `left` and `right` and the number of their row; 0 in the first `lag` rows. Nothing in the
  /// loop can trap, so that it is compiled to vector instructions.
  @inline(__always)
  private static func row(
    _ left: Span<Double>, _ right: Span<Double>, lag: Int, _ combine: (Double, Double, Int) -> Double
  ) -> [Double] {
    let count = left.count
    precondition(lag >= 0 && right.count == count)
    return unsafe [Double](unsafeUninitializedCapacity: count) { target, initialized in
      for row in 0..<min(lag, count) { unsafe target[row] = 0 }
      for row in min(lag, count)..<count {
        unsafe target[row] = combine(left[unchecked: row], right[unchecked: row], row)
      }
      initialized = count
    }
  }

  /// Exponents of the powers of two that make up a number, the largest first.
  private static func powers(of window: Int) -> [Int] {
    (0..<Int.bitWidth).reversed().filter { window & 1 << $0 != 0 }
  }
}
