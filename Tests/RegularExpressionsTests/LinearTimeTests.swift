import RegularExpressions
import Testing

/// Patterns on which engines that backtrack without memory run for ever. The bound is far above what is needed
/// (measured: below 0.1 s each, debug build) and far below what an exponential or quadratic search takes.
@Suite struct LinearTimeTests {
  private static let text = String(repeating: "a", count: 5_000)

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "(a*)*b", "(x+x+)+y", "(a|aa)+$", "(a|a?)+b", "(?:a?){30}a{30}b", "(.*)(.*)(.*)(.*)(.*)b",
      "^(([a-z])+.)+[A-Z]$",
      "(?i)(a+)+b", "(a+)*\\bb", "[^b]*[^c]*[^d]*b", "(?:.*a){20}b",
    ])
  func `no pattern explodes`(pattern: String) throws {
    let expression = try RegularExpression(pattern)
    let clock = ContinuousClock()
    let duration = clock.measure {
      let matches = expression.matches(Self.text)
      #expect(matches == (pattern == "(a|aa)+$"))
      #expect((expression.firstMatch(in: Self.text) != nil) == matches)
    }
    print(pattern, duration)
  }
}
