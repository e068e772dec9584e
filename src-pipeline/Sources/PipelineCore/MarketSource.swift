/// How the bytes of a response are read.
public enum RawFormat: String, Codable, Sendable {
  /// `BarCSV`.
  case csv
  /// A zip with one headerless file of Binance klines.
  case binanceArchive
  /// Binance's REST klines: an array of arrays.
  case binanceKlines
  /// The ECB's `csvdata` of one exchange-rate series.
  case ecbRates
}

/// One thing to ask a source for. `origin` is an address without secrets: it identifies the response on a restart
/// and stays in the manifest as its provenance.
public struct RawRequest: Hashable, Sendable {
  public let symbol: String
  public let origin: String
  public let format: RawFormat

  public init(symbol: String, origin: String, format: RawFormat) {
    self.symbol = symbol
    self.origin = origin
    self.format = format
  }
}

/// Where daily bars come from.
public protocol MarketSource: Sendable {
  /// As on the command line.
  var name: String { get }
  /// Sorted, each once.
  func symbols() throws(PipelineError) -> [String]
  /// What to ask for, oldest first.
  func requests(for symbol: String) throws(PipelineError) -> [RawRequest]
  /// The whole response, its checksum verified where the source publishes one; a page that only says that the
  /// quota is used up is an error, whatever its status. nil when the source says that it has no such thing, as for a
  /// month before a symbol was listed.
  func response(to request: RawRequest) async throws(PipelineError) -> [UInt8]?
}

/// A folder of `SYMBOL.csv` files.
public struct FolderSource: MarketSource {
  public let name = "csv"
  let folder: String

  public init(folder: String) {
    self.folder = folder
  }

  public func symbols() throws(PipelineError) -> [String] {
    let names = LocalFile.names(in: folder).filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
    guard !names.isEmpty else {
      throw PipelineError(
        .input, "no .csv file in this folder", at: folder, fix: "put one SYMBOL.csv per symbol there")
    }
    return names
  }

  public func requests(for symbol: String) -> [RawRequest] {
    [RawRequest(symbol: symbol, origin: "file:\(symbol).csv", format: .csv)]
  }

  public func response(to request: RawRequest) async throws(PipelineError) -> [UInt8]? {
    try LocalFile.read("\(folder)/\(request.symbol).csv")
  }
}

/// The default: a synthetic market, and the files of a sample folder where one is given. Needs no network.
public struct OfflineSource: MarketSource {
  public let name = "offline"
  let market: SyntheticMarket
  let sample: FolderSource?
  private let days: [TradingDay]
  private let shocks: [Double]

  public init(market: SyntheticMarket, sampleFolder: String?) {
    self.market = market
    sample = sampleFolder.map(FolderSource.init(folder:))
    days = market.days
    shocks = market.marketShocks
  }

  public func symbols() throws(PipelineError) -> [String] {
    let shipped = try sample?.symbols() ?? []
    return (shipped + market.symbols).sorted()
  }

  public func requests(for symbol: String) -> [RawRequest] {
    guard index(symbol) != nil else { return sample?.requests(for: symbol) ?? [] }
    let origin = "synthetic:\(market.seed)/\(market.dayCount)/\(symbol)"
    return [RawRequest(symbol: symbol, origin: origin, format: .csv)]
  }

  public func response(to request: RawRequest) async throws(PipelineError) -> [UInt8]? {
    if let index = index(request.symbol) {
      return BarCSV.encode(market.history(index, days: days, marketShocks: shocks).bars)
    }
    guard let sample else { throw PipelineError(.input, "unknown symbol", at: request.symbol) }
    return try await sample.response(to: request)
  }

  private func index(_ symbol: String) -> Int? {
    guard symbol.hasPrefix("SYN"), let index = Int(symbol.dropFirst(3)),
      (0..<market.symbolCount).contains(index),
      market.symbol(index) == symbol
    else { return nil }
    return index
  }
}
