import RegularExpressions
import Testing

/// Patterns on which engines that backtrack without memory run for ever. In a release build each takes at most
/// 0.2 s on 100,000 bytes; the bound leaves a debug build on a busy machine its time, and no other algorithm.
@Suite struct LinearTimeTests {
  private static let text = String(repeating: "a", count: 20_000)

  @Test(
    arguments: [
      "(a*)*b", "(x+x+)+y", "(a|aa)+$", "(a|a?)+b", "(?:a?){30}a{30}b", "(.*)(.*)(.*)(.*)(.*)b",
      "^(([a-z])+.)+[A-Z]$", "(?i)(a+)+b", "(a+)*\\bb", "[^b]*[^c]*[^d]*b", "(?:.*a){20}b",
      "((a?){100}){10}b",
      "([a-z]+)*(\\d+)?", "(\\w+)\\s*=\\s*(\\w+)", "(?:(?:(?:a?)*)*)*c",
    ])
  func `no pattern explodes`(pattern: String) throws {
    let matching = ["(a|aa)+$", "([a-z]+)*(\\d+)?"]
    let expression = try RegularExpression(pattern)
    let duration = ContinuousClock().measure {
      #expect(expression.matches(Self.text) == matching.contains(pattern))
      #expect((expression.firstMatch(in: Self.text) != nil) == matching.contains(pattern))
    }
    #expect(duration < .seconds(20))
  }

  @Test func `all matches of a long text are found in one pass`() throws {
    let text = String(repeating: "name = value; ", count: 5_000)
    let expression = try RegularExpression("(?P<k>\\w+)\\s*=\\s*(?P<v>\\w+)")
    let duration = ContinuousClock().measure {
      #expect(expression.allMatches(in: text).count == 5_000)
    }
    #expect(duration < .seconds(20))
  }
}
