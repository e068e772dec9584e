import Foundation
import HTTPTransport
import LoopbackServer
import PipelineCore
import Testing

@testable import MarketSources

@Suite struct NetworkSourceTests {
  private func day(_ text: String) throws -> TradingDay { try #require(TradingDay(text)) }

  private func range(_ first: String, _ last: String) throws -> DayRange {
    try #require(DayRange(day(first), day(last)))
  }

  private var client: RetryingClient {
    RetryingClient(SessionTransport(timeout: 5), policy: RetryPolicy(attempts: 2), sleep: { _ in })
  }

  /// Answers by path and query; anything else is 404.
  private func server(_ pages: [String: [UInt8]]) throws -> LoopbackServer {
    try LoopbackServer { request in
      .response(pages[request.url].map { HTTPResponse(status: 200, body: $0) } ?? HTTPResponse(status: 404))
    }
  }

  /// The bars of every response, or the error.
  private func bars(_ source: any MarketSource, _ symbol: String, hiding url: String) async -> String {
    var lines: [String] = []
    do {
      for request in try source.requests(for: symbol) {
        guard let bytes = try await source.response(to: request) else {
          lines.append("none")
          continue
        }
        let raw = try RawDecoding.bars(bytes, format: request.format, name: request.origin)
        lines += raw.bars.map { "\($0.day) \($0.open) \($0.high) \($0.low) \($0.close) \($0.volume)" }
      }
    } catch {
      lines.append("\(error)")
    }
    return lines.joined(separator: "\n").replacingOccurrences(of: url, with: "HOST")
  }

  /// Made with Python's zipfile, deflated: one line for 2024-01-01 (milliseconds).
  private func zip(_ name: String, _ text: String) throws -> [UInt8] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let code =
      "import sys,zipfile,io;b=io.BytesIO();z=zipfile.ZipFile(b,'w',zipfile.ZIP_DEFLATED);"
      + "z.writestr(sys.argv[1],sys.argv[2]);z.close();sys.stdout.buffer.write(b.getvalue())"
    process.arguments = ["python3", "-c", code, name, text]
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(bytes)
  }

  private let january = "/data/spot/monthly/klines/BTCUSDT/1d/BTCUSDT-1d-2024-01.zip"
  private let december = "/data/spot/monthly/klines/BTCUSDT/1d/BTCUSDT-1d-2023-12.zip"

  private func binance(_ server: LoopbackServer) throws -> BinanceSource {
    BinanceSource(
      pairs: ["BTCUSDT"], range: try range("2023-12-15", "2024-02-01"), today: try day("2024-02-02"),
      client: client, archive: server.url, api: server.url)
  }

  @Test
  func `Binance: archives with checksums, then the current month by REST; a month without data is none`()
    async throws
  {
    let archive = try zip(
      "BTCUSDT-1d-2024-01.csv",
      "1704067200000,42283.58,44184.1,42180.77,44179.55,27174.29,1704153599999,1,1,1,1,0\n")
    let klines =
      #"[[1706745600000,"42580.00","43285.13","41884.28","43082.94","35231.04",1706831999999,"1",1,"1","1","0"]]"#
    let server = try server([
      january: archive,
      january + ".CHECKSUM": Array("\(ContentHash(of: archive).hex)  BTCUSDT-1d-2024-01.zip\n".utf8),
      "/api/v3/klines?symbol=BTCUSDT&interval=1d&startTime=1706745600000&endTime=1706745600000&limit=1000":
        Array(klines.utf8),
    ])
    defer { server.stop() }
    let found = await bars(try binance(server), "BTCUSDT", hiding: server.url)
    #expect(
      found == """
        none
        2024-01-01 42283.58 44184.1 42180.77 44179.55 27174.29
        2024-02-01 42580.0 43285.13 41884.28 43082.94 35231.04
        """)
    #expect(server.requests.first?.url == december)
  }

  @Test func `Binance: microseconds since 2025 are days too`() throws {
    let bytes = try zip("x.csv", "1735689600000000,1,2,1,2,3,1735775999999999,1,1,1,1,0\n")
    let raw = try RawDecoding.bars(bytes, format: .binanceArchive, name: "x.zip")
    #expect(raw.bars.map(\.day.description) == ["2025-01-01"])
  }

  @Test func `Binance: another checksum is refused`() async throws {
    let archive = try zip("BTCUSDT-1d-2024-01.csv", "1704067200000,1,1,1,1,1,1\n")
    let server = try server([january: archive, january + ".CHECKSUM": Array("00ff  x.zip\n".utf8)])
    defer { server.stop() }
    let found = await bars(try binance(server), "BTCUSDT", hiding: server.url)
    let hash = ContentHash(of: archive).hex
    #expect(
      found == """
        none
        HOST\(january): SHA-256 is \(hash), the checksum file says 00ff
          = fix: run the step again: the download was damaged, or the archive is being rewritten
        """)
  }

  @Test func `a zip that is cut off or changed is refused`() throws {
    let bytes = try zip("x.csv", String(repeating: "1704067200000,1,1,1,1,1,1\n", count: 200))
    for length in stride(from: 0, to: bytes.count, by: 5) {
      #expect(throws: PipelineError.self) {
        try RawDecoding.bars(Array(bytes.prefix(length)), format: .binanceArchive, name: "x.zip")
      }
    }
    var stream = SplitMix64(seed: 2)
    for _ in 0..<2000 {
      var changed = bytes
      changed[Int(stream.next() % UInt64(bytes.count))] ^= UInt8(truncatingIfNeeded: stream.next() | 1)
      _ = try? RawDecoding.bars(changed, format: .binanceArchive, name: "x.zip")
    }
  }

  @Test func `ECB: a rate a day, a day without observation is missing`() async throws {
    let csv = """
      KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,TITLE
      EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2024-01-02,1.0956,A,"US dollar, reference rate"
      EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2024-01-03,,H,"US dollar, reference rate"

      """
    let server = try server([
      "/EXR/D.USD.EUR.SP00.A?format=csvdata&startPeriod=2024-01-02&endPeriod=2024-01-03": Array(csv.utf8)
    ])
    defer { server.stop() }
    let source = ECBSource(
      currencies: ["USD"], range: try range("2024-01-02", "2024-01-03"), client: client, base: server.url)
    let found = await bars(source, "USD", hiding: server.url)
    #expect(found == "2024-01-02 1.0956 1.0956 1.0956 1.0956 0.0\n2024-01-03 nan nan nan nan 0.0")
  }

  @Test func `Alpha Vantage: the key is sent and stays out of the provenance`() async throws {
    let path = "/query?function=TIME_SERIES_DAILY&symbol=IBM&outputsize=full&datatype=csv"
    let server = try server([
      path + "&apikey=s3cret": Array("timestamp,open,high,low,close,volume\r\n2024-01-02,1,2,1,2,5\r\n".utf8)
    ])
    defer { server.stop() }
    let source = AlphaVantageSource(tickers: ["IBM"], key: "s3cret", client: client, base: server.url)
    let found = await bars(source, "IBM", hiding: server.url)
    #expect(found == "2024-01-02 1.0 2.0 1.0 2.0 5.0")
    #expect(source.requests(for: "IBM").map(\.origin) == [server.url + path])
  }

  @Test func `a quota page with status 200 is an error that quotes it`() async throws {
    let note = "{\n  \"Information\": \"Our standard API rate limit is 25 requests per day.\"\n}"
    let server = try LoopbackServer { _ in .response(HTTPResponse(status: 200, body: Array(note.utf8))) }
    defer { server.stop() }
    let source = AlphaVantageSource(tickers: ["IBM"], key: "k", client: client, base: server.url)
    let found = await bars(source, "IBM", hiding: server.url)
    #expect(
      found == """
        HOST/query?function=TIME_SERIES_DAILY&symbol=IBM&outputsize=full&datatype=csv: the source answered 200 with a \
        message instead of data: { "Information": "Our standard API rate limit is 25 requests per day." }
          = fix: wait until the quota is renewed and run the step again: it continues where it stopped
        """)
  }

  @Test func `Tiingo: token in the header, the adjusted columns skipped`() async throws {
    let csv = "date,close,high,low,open,volume,adjClose,adjHigh\n2024-01-02,2,3,1,1.5,7,2,3\n"
    let server = try server([
      "/tiingo/daily/AAPL/prices?startDate=2024-01-02&endDate=2024-01-02&format=csv": Array(csv.utf8)
    ])
    defer { server.stop() }
    let source = TiingoSource(
      tickers: ["AAPL"], range: try range("2024-01-02", "2024-01-02"), key: "t0ken", client: client,
      base: server.url)
    let found = await bars(source, "AAPL", hiding: server.url)
    #expect(found == "2024-01-02 1.5 3.0 1.0 2.0 7.0")
    #expect(server.requests[0].headers.contains { $0.name == "Authorization" && $0.value == "Token t0ken" })
  }

  @Test func `keys come from a variable or a mounted file`() throws {
    let folder = NSTemporaryDirectory() + "mlpipe-keys-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try LocalFile.write(Array("from-file\n".utf8), to: folder + "/tiingo")
    let mounted = SourceKeys(environment: ["MLPIPE_KEYS_DIRECTORY": folder])
    let key = try mounted.key(variable: "TIINGO_API_KEY", file: "tiingo")
    #expect(key == "from-file")
    let fault = #expect(throws: PipelineError.self) {
      try SourceKeys(environment: [:]).key(variable: "TIINGO_API_KEY", file: "tiingo")
    }
    #expect(
      fault?.description == """
        TIINGO_API_KEY: no key for this source
          = fix: set TIINGO_API_KEY, or MLPIPE_KEYS_DIRECTORY to a folder with a file 'tiingo'
        """)
  }
}
