import RegularExpressions
import Testing

/// All matches as text: the whole match, then the groups after colons, `-` for a group that took no part.
private func check(
  _ pattern: String, _ text: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let expression = try RegularExpression(pattern)
  let bytes = Array(text.utf8)
  let actual = expression.allMatches(in: text).map { match in
    let parts = match.groups.map { $0.map { String(decoding: bytes[$0], as: UTF8.self) } ?? "-" }
    return "\(match.range.lowerBound) " + parts.joined(separator: ":")
  }
  #expect(actual == expected, "/\(pattern)/ in \(text.debugDescription)", sourceLocation: sourceLocation)
  #expect(expression.matches(text) == !expected.isEmpty, "/\(pattern)/", sourceLocation: sourceLocation)
}

@Suite struct SearchTests {
  @Test func `the leftmost match wins, then the first alternative`() throws {
    try check("b|abc|ab", "xabcb", ["1 abc", "4 b"])
    try check("a|ab", "ab", ["0 a"])
    try check("(a|ab)(c|bcd)(d*)", "abcd", ["0 abcd:a:bcd:"])
    try check("x*", "axb", ["0 ", "1 x", "3 "])
    try check("(a+)(b+)", "aaabbab", ["0 aaabb:aaa:bb", "5 ab:a:b"])
    try check("a{2,3}", "aaaaa", ["0 aaa", "3 aa"])
  }

  @Test func `lazy repetitions take the least`() throws {
    try check("a+?", "aaa", ["0 a", "1 a", "2 a"])
    try check("a.*?b", "axbxb", ["0 axb"])
    try check("(?U)a.*b", "axbxb", ["0 axb"])
    try check("(?U)a.*?b", "axbxb", ["0 axbxb"])
    try check("^(.+?)(?::(.*))?$", "web:1.4", ["0 web:1.4:web:1.4"])
    try check("a{1,3}?a", "aaaa", ["0 aa", "2 aa"])
  }

  @Test func `groups keep their last round`() throws {
    try check("(a|b)*", "abac", ["0 aba:a", "4 :-"])
    try check("(?:(a)|b)*", "ab", ["0 ab:a"])
    try check("(|a)*", "aa", ["0 :", "1 :", "2 :"])
    try check("(|a)+", "aa", ["0 :", "1 :", "2 :"])
    try check("(a*)*", "b", ["0 :", "1 :"])
    try check("(a*)+", "b", ["0 :", "1 :"])
    try check("(a){0}b", "ab", ["1 b:-"])
    try check("((a)|(b)){2}", "ab", ["0 ab:b:a:b"])
  }

  @Test func `anchors and boundaries`() throws {
    try check("^a", "aa\na", ["0 a"])
    try check("(?m)^a$", "a\nba\na", ["0 a", "5 a"])
    try check("a$", "a\n", [])
    try check("(?m)a$", "a\n", ["0 a"])
    try check("\\Aa\\z", "a", ["0 a"])
    try check("(?m)\\Aa|a\\z", "a\na\na", ["0 a", "4 a"])
    try check("\\bfoo\\b", "foo foobar xfoo foo", ["0 foo", "16 foo"])
    try check("\\b", "é a", ["3 ", "4 "])
    try check("\\B", "éa", ["0 "])
    try check("^*", "a", ["0 ", "1 "])
  }

  @Test func `a scalar is one character however many bytes it has`() throws {
    try check("^.$", "日", ["0 日"])
    try check("[^a]", "é日", ["0 é", "2 日"])
    try check("", "é日", ["0 ", "2 ", "5 "])
    try check("[à-ü]+", "aéèz", ["1 éè"])
    try check("\\pL+", "aé日1", ["0 aé日"])
    try check("\\p{Greek}", "aσ", ["1 σ"])
    try check("[[:alpha:]]+", "aé", ["0 a"])
    try check(".", "\n", [])
    try check("(?s).", "\n", ["0 \n"])
    try check("[^a]", "\n", ["0 \n"])
  }

  @Test func `case is folded as Unicode has it`() throws {
    try check("(?i)straße", "STRAßE", ["0 STRAßE"])
    try check("(?i)k", "kK\u{212A}", ["0 k", "1 K", "2 \u{212A}"])
    try check("(?i)[^k]", "K\u{212A}x", ["4 x"])
    try check("(?i)\\w", "ſ", ["0 ſ"])
    try check("\\w", "ſ", [])
    try check("(?i)σ", "Σσς", ["0 Σ", "2 σ", "4 ς"])
    try check("(?i)a(?-i)b", "AbAB", ["0 Ab"])
    try check("(?i:a)b", "AbAB", ["0 Ab"])
    try check("(?i)[\\x{1e900}-\\x{1e943}]", "\u{1e922}", ["0 \u{1e922}"])
  }

  @Test func `quoted text is text`() throws {
    try check("\\Qa.b\\E+", "a.bb axb", ["0 a.bb"])
    #expect(RegularExpression.escaped("a.b[c]-é$") == "a\\.b\\[c\\]-é\\$")
  }

  @Test func `bytes that are no UTF-8 read as U+FFFD one at a time`() throws {
    let expression = try RegularExpression(".")
    #expect(
      expression.allMatches(in: [0xE6, 0x97, 0xFF, 0x61]).map(\.range) == [0..<1, 1..<2, 2..<3, 3..<4])
    #expect(try RegularExpression("\\x{FFFD}").firstMatch(in: [0xC0, 0x80])?.range == 0..<1)
  }

  @Test func `a search from the middle still sees what is before`() throws {
    let text = Array("ab ab".utf8)
    #expect(try RegularExpression("\\bb").firstMatch(in: text, from: 1) == nil)
    #expect(try RegularExpression("^").firstMatch(in: text, from: 1) == nil)
    #expect(try RegularExpression("ab").firstMatch(in: text, from: 1)?.range == 3..<5)
    #expect(try RegularExpression("").firstMatch(in: text, from: 5)?.range == 5..<5)
    #expect(try RegularExpression("").firstMatch(in: text, from: 6) == nil)
  }

  @Test(arguments: [
    "b|abc|ab", "(a|ab)(c|bcd)(d*)", "(a+)(b+)", "a{1,3}?a", "(?:(a)|b)+", "\\bfoo\\b", "(?m)^a$",
    "\\pL+é", "(?i)straße$",
    "((a)|(b)){2}", "(a|b)+?c",
  ])
  func `a long text gives the answers of a short one`(pattern: String) throws {
    let text = "aabbcabcd foo foobar aé\na\nSTRAßE"
    let expression = try RegularExpression(pattern)
    let padding = 300_000 / expression.size
    let short = expression.allMatches(in: "\n" + text)
    let long = expression.allMatches(in: String(repeating: "\n", count: padding) + text)
    #expect(
      short.map { $0.groups.map { $0.map { $0.lowerBound + padding - 1..<$0.upperBound + padding - 1 } } }
        == long.map(\.groups))
  }

  @Test func `matches can be limited`() throws {
    #expect(try RegularExpression("a").allMatches(in: "aaa", limit: 2).count == 2)
    #expect(try RegularExpression("a").allMatches(in: "aaa", limit: 0).isEmpty)
  }

  @Test func `groups are found by name`() throws {
    let expression = try RegularExpression("(?P<a>x)(y)(?<b>z)")
    #expect(expression.groupNames == ["a", nil, "b"])
    #expect(expression.groupIndex(named: "b") == 3)
    #expect(expression.groupIndex(named: "c") == nil)
  }
}

@Suite struct ReplacementTests {
  private func check(
    _ pattern: String, _ text: String, _ template: String, _ expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let actual = try RegularExpression(pattern).replacingMatches(in: text, with: template)
    #expect(actual == expected, sourceLocation: sourceLocation)
  }

  @Test func `templates name groups by number or name`() throws {
    try check("(\\w+)-(\\w+)", "a-b c-d", "$2-$1", "b-a d-c")
    try check("(?P<k>\\w+)=(?P<v>\\w+)", "a=1", "${v}=${k}", "1=a")
    try check("(a)", "a", "$1x", "")
    try check("(a)", "a", "${1}x", "ax")
    try check("(a)", "a", "$0$0", "aa")
    try check("(a)", "a", "$$1", "$1")
    try check("(a)", "a", "$9-$ -${1-$", "-$ -${1-$")
    try check("(a)|(b)", "ab", "[$1|$2]", "[a|][|b]")
  }

  @Test func `empty matches are replaced between other matches only`() throws {
    try check("x*", "axb", "-", "-a-b-")
    try check("", "é", "-", "-é-")
    try check("a*", "baaac", "x", "xbxcx")
  }

  @Test func `a literal replacement has no templates`() throws {
    #expect(try RegularExpression("a").replacingMatches(in: "bab", withLiteral: "$0") == "b$0b")
  }
}
