/// One symbol's trading on one day. Prices are in the quote currency, volume in units traded.
public struct DailyBar: Equatable, Sendable {
  public var day: TradingDay
  public var open: Double
  public var high: Double
  public var low: Double
  public var close: Double
  public var volume: Double

  public init(day: TradingDay, open: Double, high: Double, low: Double, close: Double, volume: Double) {
    self.day = day
    self.open = open
    self.high = high
    self.low = low
    self.close = close
    self.volume = volume
  }
}

/// The bars of one symbol, ascending by day, each day once.
public struct PriceHistory: Equatable, Sendable {
  public let symbol: String
  public var bars: [DailyBar]

  public init(symbol: String, bars: [DailyBar]) {
    self.symbol = symbol
    self.bars = bars
  }
}
