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

/// Patterns made to keep the parser, the alphabet or the automaton busy.
@Suite struct HostilePatternTests {
  private static func classes(_ count: Int) -> String {
    (0..<count).map { "[^\\x{\(String(0x4E00 + $0, radix: 16))}]" }.joined()
  }

  private static let patterns: [String] = [
    String(repeating: "a?", count: 30_000),
    String(repeating: "(a|b)", count: 2_000),
    String(repeating: "(?i)\\pL", count: 3_000),
    String(repeating: "(?:", count: 50_000) + String(repeating: ")*", count: 50_000),
    (0..<5_000).map { "word\($0)" }.joined(separator: "|"),
    (0..<20_000).compactMap { Unicode.Scalar(0x4E00 + $0).map(String.init) }.joined(),
    classes(300),
    classes(10_000),
    String(repeating: "[", count: 50_000),
    String(repeating: "\\p{L}{2,9}", count: 1_000),
    String(repeating: "\\Q", count: 50_000),
  ]

  @Test(arguments: patterns.indices)
  func `are read or refused, and searched, without delay`(index: Int) {
    let duration = ContinuousClock().measure {
      let expression = try? RegularExpression(Self.patterns[index])
      _ = expression?.matches("abcdefgh é 中文 word4999")
      _ = expression?.firstMatch(in: String(repeating: "abc日", count: 300))
    }
    #expect(duration < .seconds(20))
  }
}
