/// A made-up market that comes out the same, byte for byte, on every machine and in every language.
///
/// Only integer arithmetic and IEEE-754 double `+ - * /` and `sqrt` are used, in the order written, without
/// fused multiply-add; `script/synthetic_market.py` is the same rule in Python, and a test compares the two.
///
/// - Stream 0 is the market's, stream `i + 1` symbol `i`'s. Stream `k` is SplitMix64 seeded with the output number `k`
///   (from 0) of SplitMix64 seeded with `seed`: seeds one increment apart would give the same numbers, shifted by one.
///   `uniform` is the top 53 bits times 2^-53.
/// - `normal` is `((u1 + u2 + u3 + u4) - 2) * 1.7320508075688772`: mean 0, variance 1, bounded.
/// - A symbol starts with `beta = 0.5 + uniform`, `price = 20 + 180 * uniform`,
///   `turnover = floor(100000 + 900000 * uniform)`, variance `0.0002`, no drift, no previous shock.
/// - Each day, in this order: market shock `m` (one `normal` of the market's stream, shared by all symbols);
///   `n1 n2 n3` (normals) and `u1 u2` (uniforms) of the symbol's stream;
///   `drift = 0.97 * drift + 0.0008 * n1`; `shock = sqrt(variance) * n2`;
///   `r = drift - 0.12 * previousShock + beta * (0.004 * m) + shock`, limited to -0.2...0.2;
///   `variance = 0.00001 + 0.85 * variance + 0.1 * (shock * shock)`;
///   `open = price * (1 + 0.15 * r + 0.001 * n3)`; `close = max(0.5, price * (1 + r))`;
///   `high = max(open, close) * (1 + 0.006 * u1)`; `low = min(open, close) * (1 - 0.006 * u2)`;
///   `volume = floor(turnover * (0.6 + 0.8 * u1) * (1 + 25 * abs(r)))`; `price = close`.
/// - Prices are written with four decimals, as `floor(x * 10000 + 0.5)` ten-thousandths.
/// - Days are Monday to Friday from the first day on.
///
/// The slow drift and the reversal of the last shock are what a model can learn here; nothing else is.
public struct SyntheticMarket: Sendable {
  public let symbolCount: Int
  public let dayCount: Int
  public let seed: UInt64
  public let firstDay: TradingDay

  public init(
    symbolCount: Int, dayCount: Int, seed: UInt64 = 20_240_101,
    firstDay: TradingDay = TradingDay(daysSince1970: 16_801)
  ) {
    self.symbolCount = symbolCount
    self.dayCount = dayCount
    self.seed = seed
    self.firstDay = firstDay
  }

  /// `SYN0000`, `SYN0001`, …: in name order for up to 10,000 symbols.
  public func symbol(_ index: Int) -> String {
    let digits = String(index)
    return "SYN" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  public var symbols: [String] { (0..<symbolCount).map(symbol) }

  /// The weekdays covered, `dayCount` of them.
  public var days: [TradingDay] {
    var result: [TradingDay] = []
    result.reserveCapacity(dayCount)
    var day = firstDay
    while result.count < dayCount {
      if !day.isWeekend { result.append(day) }
      day = day.advanced(by: 1)
    }
    return result
  }

  /// One `normal` a day for the whole market.
  public var marketShocks: [Double] {
    var stream = SplitMix64(stream: 0, of: seed)
    return (0..<dayCount).map { _ in stream.normal() }
  }

  /// O(`dayCount`). `days` and `marketShocks` are passed in so that many symbols share them.
  public func history(_ index: Int, days: [TradingDay], marketShocks: [Double]) -> PriceHistory {
    var stream = SplitMix64(stream: UInt64(index) + 1, of: seed)
    let beta = 0.5 + stream.uniform()
    var price = 20 + 180 * stream.uniform()
    let turnover = (100_000 + 900_000 * stream.uniform()).rounded(.down)
    var variance = 0.0002
    var drift = 0.0
    var shock = 0.0
    var bars: [DailyBar] = []
    bars.reserveCapacity(days.count)
    for (day, market) in zip(days, marketShocks) {
      let n1 = stream.normal()
      let n2 = stream.normal()
      let n3 = stream.normal()
      let u1 = stream.uniform()
      let u2 = stream.uniform()
      drift = 0.97 * drift + 0.0008 * n1
      let previousShock = shock
      shock = variance.squareRoot() * n2
      var change = drift - 0.12 * previousShock + beta * (0.004 * market) + shock
      change = min(0.2, max(-0.2, change))
      variance = 0.00001 + 0.85 * variance + 0.1 * (shock * shock)
      let open = price * (1 + 0.15 * change + 0.001 * n3)
      let close = max(0.5, price * (1 + change))
      let high = max(open, close) * (1 + 0.006 * u1)
      let low = min(open, close) * (1 - 0.006 * u2)
      let volume = (turnover * (0.6 + 0.8 * u1) * (1 + 25 * change.magnitude)).rounded(.down)
      price = close
      bars.append(
        DailyBar(
          day: day, open: tenThousandths(open), high: tenThousandths(high), low: tenThousandths(low),
          close: tenThousandths(price), volume: volume))
    }
    return PriceHistory(symbol: symbol(index), bars: bars)
  }

  private func tenThousandths(_ price: Double) -> Double {
    (price * 10_000 + 0.5).rounded(.down) / 10_000
  }
}

/// Steele, Lea and Flood's SplitMix64: one 64-bit word of state, the same sequence everywhere.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  /// Seeded with the output number `stream` of a generator seeded with `seed`.
  public init(stream: UInt64, of seed: UInt64) {
    var seeds = SplitMix64(seed: seed &+ stream &* Self.increment)
    state = seeds.next()
  }

  public mutating func next() -> UInt64 {
    state &+= Self.increment
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// In `[0, 1)`, a multiple of 2^-53.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Sum of four uniforms, centred and scaled to variance 1: between -3.47 and 3.47, exact in any language.
  public mutating func normal() -> Double {
    let u1 = uniform()
    let u2 = uniform()
    let u3 = uniform()
    let u4 = uniform()
    return ((u1 + u2 + u3 + u4) - 2) * 1.7320508075688772
  }
}
