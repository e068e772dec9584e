/// Responses to rows, by format.
public enum RawDecoding {
  public static func bars(_ bytes: [UInt8], format: RawFormat, name: String) throws(PipelineError) -> RawBars
  {
    switch format {
    case .csv: try BarCSV.decode(bytes, name: name)
    case .binanceArchive: try BinanceFormat.archive(bytes, name: name)
    case .binanceKlines: try BinanceFormat.klines(bytes, name: name)
    case .ecbRates: try ECBFormat.rates(bytes, name: name)
    }
  }
}
