public import HTTPTransport
public import PipelineCore

/// Daily prices of shares; wants a key, and answers "used up" as 200 with JSON where CSV was asked for.
///
/// Source: www.alphavantage.co/documentation, TIME_SERIES_DAILY.
public struct AlphaVantageSource: MarketSource {
  public let name = "alpha-vantage"
  /// The free tier's five requests a minute.
  public static let minimumInterval = 12.0
  private let tickers: [String]
  private let key: String
  private let fetch: WebFetch
  private let base: String

  public init(
    tickers: [String], key: String, client: RetryingClient, base: String = "https://www.alphavantage.co"
  ) {
    self.tickers = tickers.sorted()
    self.key = key
    fetch = WebFetch(client: client)
    self.base = base
  }

  public func symbols() -> [String] { tickers }

  public func requests(for symbol: String) -> [RawRequest] {
    let query = PercentEncoding.query([
      ("function", "TIME_SERIES_DAILY"), ("symbol", symbol), ("outputsize", "full"), ("datatype", "csv"),
    ])
    return [RawRequest(symbol: symbol, origin: "\(base)/query?\(query)", format: .csv)]
  }

  public func response(to request: RawRequest) async throws(PipelineError) -> [UInt8]? {
    let url = "\(request.origin)&apikey=\(PercentEncoding.component(key))"
    guard let bytes = try await fetch.bytes(url, origin: request.origin) else { return nil }
    try WebFetch.requireColumns(["timestamp", "close"], in: bytes, origin: request.origin)
    return bytes
  }
}

/// Daily prices of shares and funds; wants a key.
///
/// Source: www.tiingo.com/documentation/end-of-day.
public struct TiingoSource: MarketSource {
  public let name = "tiingo"
  /// Fifty requests an hour on the free tier come in bursts; this spreads them a little.
  public static let minimumInterval = 1.0
  private let tickers: [String]
  private let range: DayRange
  private let key: String
  private let fetch: WebFetch
  private let base: String

  public init(
    tickers: [String], range: DayRange, key: String, client: RetryingClient,
    base: String = "https://api.tiingo.com"
  ) {
    self.tickers = tickers.sorted()
    self.range = range
    self.key = key
    fetch = WebFetch(client: client)
    self.base = base
  }

  public func symbols() -> [String] { tickers }

  public func requests(for symbol: String) -> [RawRequest] {
    let query = PercentEncoding.query([
      ("startDate", range.first.description), ("endDate", range.last.description), ("format", "csv"),
    ])
    let path = "\(base)/tiingo/daily/\(PercentEncoding.component(symbol))/prices"
    return [RawRequest(symbol: symbol, origin: "\(path)?\(query)", format: .csv)]
  }

  public func response(to request: RawRequest) async throws(PipelineError) -> [UInt8]? {
    let headers = [(name: "Authorization", value: "Token \(key)")]
    guard let bytes = try await fetch.bytes(request.origin, origin: request.origin, headers: headers) else {
      return nil
    }
    try WebFetch.requireColumns(["date", "close"], in: bytes, origin: request.origin)
    return bytes
  }
}
