public import HTTPTransport
public import PipelineCore

/// Spot klines of one day: whole months from the public archive, each with its published checksum, the month that is
/// not over from the REST API. No key.
///
/// Source: github.com/binance/binance-public-data and developers.binance.com, market data endpoints.
public struct BinanceSource: MarketSource {
  public let name = "binance"
  private let pairs: [String]
  private let range: DayRange
  private let today: TradingDay
  private let fetch: WebFetch
  private let archive: String
  private let api: String

  /// - Parameters:
  ///   - pairs: such as `BTCUSDT`.
  ///   - today: the archive has the months before this day's.
  public init(
    pairs: [String], range: DayRange, today: TradingDay, client: RetryingClient,
    archive: String = "https://data.binance.vision", api: String = "https://api.binance.com"
  ) {
    self.pairs = pairs.sorted()
    self.range = range
    self.today = today
    fetch = WebFetch(client: client)
    self.archive = archive
    self.api = api
  }

  public func symbols() -> [String] { pairs }

  public func requests(for symbol: String) -> [RawRequest] {
    var requests: [RawRequest] = []
    var (year, month, _) = range.first.components
    let current = today.components
    let last = range.last.components
    while (year, month) < (current.year, current.month), (year, month) <= (last.year, last.month) {
      let file = "\(symbol)-1d-\(year)-\(month < 10 ? "0" : "")\(month).zip"
      let origin = "\(archive)/data/spot/monthly/klines/\(symbol)/1d/\(file)"
      requests.append(RawRequest(symbol: symbol, origin: origin, format: .binanceArchive))
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    guard let monthStart = TradingDay(year: current.year, month: current.month, day: 1),
      range.last >= monthStart
    else { return requests }
    let start = max(range.first, monthStart)
    let query = PercentEncoding.query([
      ("symbol", symbol), ("interval", "1d"), ("startTime", Self.milliseconds(start)),
      ("endTime", Self.milliseconds(range.last)), ("limit", "1000"),
    ])
    requests.append(
      RawRequest(symbol: symbol, origin: "\(api)/api/v3/klines?\(query)", format: .binanceKlines))
    return requests
  }

  public func response(to request: RawRequest) async throws(PipelineError) -> [UInt8]? {
    guard let bytes = try await fetch.bytes(request.origin, origin: request.origin) else { return nil }
    if request.format == .binanceArchive { try await verify(bytes, request.origin) }
    return bytes
  }

  /// The archive has `NAME.CHECKSUM` beside each file: the SHA-256 and the name.
  private func verify(_ bytes: [UInt8], _ origin: String) async throws(PipelineError) {
    let address = origin + ".CHECKSUM"
    guard let listed = try await fetch.bytes(address, origin: address) else {
      throw PipelineError(.service, "there is no checksum beside the archive", at: address)
    }
    let expected = String(decoding: listed.prefix { $0 != 32 }, as: UTF8.self).lowercased()
    let found = ContentHash(of: bytes).hex
    guard expected == found else {
      throw PipelineError(
        .service, "SHA-256 is \(found), the checksum file says \(expected.prefix(64))", at: origin,
        fix: "run the step again: the download was damaged, or the archive is being rewritten")
    }
  }

  private static func milliseconds(_ day: TradingDay) -> String {
    String(Int64(day.daysSince1970) * 86_400_000)
  }
}
