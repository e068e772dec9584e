import ArgumentParser
import Foundation
import HTTPTransport
import MarketSources
import PipelineCore

enum SourceName: String, CaseIterable, ExpressibleByArgument {
  case offline, csv, binance, ecb
  case alphaVantage = "alpha-vantage"
  case tiingo

  /// What a network source is asked for when no symbols are named.
  var defaultSymbols: [String] {
    switch self {
    case .offline, .csv: []
    case .binance:
      [
        "ADAUSDT", "BNBUSDT", "BTCUSDT", "DOGEUSDT", "ETHUSDT", "LINKUSDT", "LTCUSDT", "SOLUSDT", "TRXUSDT",
        "XRPUSDT",
      ]
    case .ecb: ["AUD", "CAD", "CHF", "GBP", "JPY", "NOK", "NZD", "PLN", "SEK", "USD"]
    case .alphaVantage, .tiingo: ["AAPL", "AMZN", "GOOGL", "IBM", "JNJ", "JPM", "KO", "MSFT", "PG", "XOM"]
    }
  }
}

struct SourceOptions: ParsableArguments {
  @Option(help: "Where bars come from: offline is made up, csv a folder, the others ask over the network.")
  var source = SourceName.offline

  @Option(help: "Symbols for a network source, separated by commas; default a list of ten.")
  var symbols: String?

  @Option(help: "First day wanted from a network source, YYYY-MM-DD; default four years before the last.")
  var from: String?

  @Option(help: "Last day wanted from a network source, YYYY-MM-DD; default yesterday (UTC).")
  var to: String?

  @Option(help: "Folder of SYMBOL.csv files: all of 'csv', added to the synthetic symbols of 'offline'.")
  var csvFolder: String?

  @Option(help: "Synthetic symbols (offline).")
  var symbolCount = 60

  @Option(help: "Synthetic trading days (offline).")
  var days = 1260

  @Option(help: "Seed of the synthetic market (offline).")
  var seed: UInt64 = 20_240_101

  func validate() throws {
    guard (0...10_000).contains(symbolCount) else {
      throw ValidationError("--symbol-count must be 0 to 10000")
    }
    guard (1...20_000).contains(days) else { throw ValidationError("--days must be 1 to 20000") }
    if source == .csv, csvFolder == nil {
      throw ValidationError("--source csv needs --csv-folder FOLDER with one SYMBOL.csv per symbol")
    }
    for name in names
    where name.isEmpty || !name.allSatisfy({ $0.isLetter || $0.isNumber || "-._".contains($0) }) {
      throw ValidationError("--symbols: '\(name)' is no symbol; write A,B,C")
    }
    _ = try range()
  }

  func marketSource() throws -> any MarketSource {
    let keys = SourceKeys(environment: ProcessInfo.processInfo.environment)
    switch source {
    case .offline:
      let market = SyntheticMarket(symbolCount: symbolCount, dayCount: days, seed: seed)
      return OfflineSource(market: market, sampleFolder: csvFolder)
    case .csv:
      return FolderSource(folder: csvFolder ?? ".")
    case .binance:
      return BinanceSource(
        pairs: names, range: try range(), today: Self.today, client: client(interval: 0.05))
    case .ecb:
      return ECBSource(currencies: names, range: try range(), client: client(interval: 0.2))
    case .alphaVantage:
      let key = try keys.key(variable: "ALPHA_VANTAGE_API_KEY", file: "alpha-vantage")
      return AlphaVantageSource(
        tickers: names, key: key, client: client(interval: AlphaVantageSource.minimumInterval))
    case .tiingo:
      let key = try keys.key(variable: "TIINGO_API_KEY", file: "tiingo")
      return TiingoSource(
        tickers: names, range: try range(), key: key, client: client(interval: TiingoSource.minimumInterval))
    }
  }

  /// The list alone, for which no key is needed.
  func symbolList() throws -> [String] {
    switch source {
    case .offline, .csv: try marketSource().symbols()
    case .binance, .ecb, .alphaVantage, .tiingo: names.sorted()
    }
  }

  private var names: [String] {
    symbols.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      ?? source.defaultSymbols
  }

  private func range() throws -> DayRange {
    func day(_ text: String?, _ option: String) throws -> TradingDay? {
      guard let text else { return nil }
      guard let day = TradingDay(text) else {
        throw ValidationError("\(option): '\(text)' is no day; write 2024-01-31")
      }
      return day
    }
    let last = try day(to, "--to") ?? Self.today.advanced(by: -1)
    let first = try day(from, "--from") ?? last.advanced(by: -4 * 365)
    guard let range = DayRange(first, last) else {
      throw ValidationError("--from \(first) lies after --to \(last)")
    }
    return range
  }

  private func client(interval: Double) -> RetryingClient {
    RetryingClient(SessionTransport(timeout: 60), minimumInterval: interval, note: Terminal.note)
  }

  private static var today: TradingDay {
    TradingDay(secondsSince1970: Int64(Date().timeIntervalSince1970))
  }
}
