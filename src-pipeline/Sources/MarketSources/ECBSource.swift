public import HTTPTransport
public import PipelineCore

/// The euro's reference rates. No key.
///
/// Source: data.ecb.europa.eu, API of dataset EXR: daily (`D`), currency, against `EUR`, spot (`SP00`), average (`A`).
public struct ECBSource: MarketSource {
  public let name = "ecb"
  private let currencies: [String]
  private let range: DayRange
  private let fetch: WebFetch
  private let base: String

  /// - Parameter currencies: ISO codes such as `USD`.
  public init(
    currencies: [String], range: DayRange, client: RetryingClient,
    base: String = "https://data-api.ecb.europa.eu/service/data"
  ) {
    self.currencies = currencies.sorted()
    self.range = range
    fetch = WebFetch(client: client)
    self.base = base
  }

  public func symbols() -> [String] { currencies }

  public func requests(for symbol: String) -> [RawRequest] {
    let query = PercentEncoding.query([
      ("format", "csvdata"), ("startPeriod", range.first.description), ("endPeriod", range.last.description),
    ])
    let origin = "\(base)/EXR/D.\(PercentEncoding.component(symbol)).EUR.SP00.A?\(query)"
    return [RawRequest(symbol: symbol, origin: origin, format: .ecbRates)]
  }

  public func response(to request: RawRequest) async throws(PipelineError) -> [UInt8]? {
    guard let bytes = try await fetch.bytes(request.origin, origin: request.origin) else { return nil }
    try WebFetch.requireColumns(["time_period", "obs_value"], in: bytes, origin: request.origin)
    return bytes
  }
}
