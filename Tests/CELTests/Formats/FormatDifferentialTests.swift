import Foundation
import Testing

@testable import CEL

/// Compares with what Go answered; `script/fuzz-formats` writes the file. A line is a kind, an input and the expected
/// answer, the last two in base 64, separated by tabs.
@Suite struct FormatDifferentialTests {
  private static let path = ProcessInfo.processInfo.environment["MLGUARD_FORMAT_CASES"]

  @Test(.enabled(if: path != nil, "set MLGUARD_FORMAT_CASES, or run script/fuzz-formats"))
  func `answers are those of Go`() throws {
    let lines = try String(contentsOfFile: #require(Self.path), encoding: .utf8).split(separator: "\n")
    var wrong = 0
    for line in lines {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let input = try Self.decoded(fields[1])
      let expected = try Self.decoded(fields[2])
      let actual = Self.answer(fields[0], input)
      guard actual != expected, wrong < 60 else { continue }
      wrong += 1
      Issue.record(
        "\(fields[0]) \(input.debugDescription): \(actual.debugDescription), not \(expected.debugDescription)"
      )
    }
    print("compared \(lines.count) answers with Go's")
  }

  private static func decoded(_ field: String) throws -> String {
    try String(decoding: #require(Data(base64Encoded: field)), as: UTF8.self)
  }

  private static func answer(_ kind: String, _ input: String) -> String {
    do {
      switch kind {
      case "ip": return try address(input)
      case "cidr": return try block(input)
      case "url": return try url(input)
      case "time": return time(input)
      case "duration": return duration(input)
      case "number": return number(input)
      case "base64":
        guard let bytes = Base64.decode(input) else { return "-" }
        return String(decoding: bytes, as: UTF8.self) + " " + Base64.encode(bytes)
      case "zone":
        let parts = input.split(separator: " ")
        return try "\(TimeZoneRules.offset(inZone: String(parts[0]), at: Int64(parts[1]) ?? 0))"
      case "quantity": return try quantity(input)
      case "semver": return try version(input)
      default: return "unknown kind"
      }
    } catch {
      return "\(error)"
    }
  }

  private static func address(_ input: String) throws -> String {
    let address = try IPAddress(parsing: input)
    let facts = [
      address.isIPv4, address.isIPv4Mapped, address.isUnspecified, address.isLoopback, address.isMulticast,
      address.isLinkLocalUnicast, address.isLinkLocalMulticast, address.isGlobalUnicast, address.isPrivate,
    ]
    return ([address.description] + facts.map(\.description)).joined(separator: " ")
  }

  private static func block(_ input: String) throws -> String {
    let parts = input.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let block = try CIDRBlock(parsing: parts[0])
    guard let other = try? CIDRBlock(parsing: parts[1]) else {
      return "\(block) \(block.masked) \(block.isMask)"
    }
    return "\(block) \(block.masked) \(block.contains(other.address)) \(block.contains(other))"
  }

  private static func url(_ input: String) throws -> String {
    let url = try GoURL(parsing: input)
    let query = url.query.map { parameter in
      goQuoted(parameter.name) + "=[" + parameter.values.map { goQuoted($0) }.joined(separator: " ") + "]"
    }
    return [
      url.scheme, url.host, url.hostname, url.port, url.escapedPath, query.sorted().joined(separator: " "),
      url.description,
    ].joined(separator: "|")
  }

  private static func time(_ input: String) -> String {
    guard let (seconds, nanoseconds) = RFC3339.parse(input) else { return "-" }
    let civil = CivilTime(secondsSince1970: seconds)
    let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    return "\(seconds) \(nanoseconds) \(RFC3339.text(seconds: seconds, nanoseconds: nanoseconds)) "
      + "\(days[civil.weekday]) \(civil.dayOfYear + 1)"
  }

  private static func duration(_ input: String) -> String {
    guard let nanoseconds = GoDuration.parse(input) else { return "-" }
    let text = GoDuration.secondsText(
      seconds: nanoseconds / 1_000_000_000, nanoseconds: Int32(nanoseconds % 1_000_000_000))
    return "\(nanoseconds) \(text)"
  }

  private static func number(_ input: String) -> String {
    let value = Double(input) ?? (input == "NaN" ? .nan : input == "+Inf" ? .infinity : -.infinity)
    let places = value.isFinite && value.magnitude <= 1e15 ? Int(value.magnitude * 7) % 20 : 6
    return [
      GoNumber.general(value), GoNumber.fixed(value, places: nil), GoNumber.scientific(value, places: nil),
      GoNumber.fixed(value, places: places), GoNumber.scientific(value, places: places),
    ].joined(separator: " ")
  }

  private static func quantity(_ input: String) throws -> String {
    let parts = input.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let left = try Quantity(parsing: parts[0])
    let own =
      "\(left) \(left.sign) \(left.integer.map(String.init) ?? "-") \(GoNumber.general(left.approximateDouble))"
    guard let right = try? Quantity(parsing: parts[1]) else { return own }
    let sum = left.sum(right)?.description ?? "too long"
    let difference = left.difference(right)?.description ?? "too long"
    return "\(own) \(Quantity.compare(left, right)) \(sum) \(difference)"
  }

  private static func version(_ input: String) throws -> String {
    let parts = input.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let left = try SemanticVersion(parsing: parts[0])
    guard let right = try? SemanticVersion(parsing: parts[1]) else { return "\(left)" }
    return "\(left) \(SemanticVersion.compare(left, right))"
  }
}
