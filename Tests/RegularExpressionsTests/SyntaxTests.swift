import RegularExpressions
import Testing

/// The message for a pattern, or `ok` and the number of groups. Expectations are what Go 1.27 answers.
private func check(_ pattern: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let actual: String
  do {
    actual = try "ok \(RegularExpression(pattern).groupCount)"
  } catch {
    actual = "\(error)"
  }
  let prefix = "error parsing regexp: "
  #expect(
    actual == (expected.hasPrefix("ok") ? expected : prefix + expected), "/\(pattern)/",
    sourceLocation: sourceLocation)
}

@Suite struct SyntaxTests {
  @Test func `parentheses that do not pair are named`() {
    check("a(b", "missing closing ): `a(b`")
    check("a)b", "unexpected ): `a)b`")
    check("(a))", "unexpected ): `(a))`")
    check("(?:a|(b)", "missing closing ): `(?:a|(b)`")
    check(")(", "unexpected ): `)(`")
  }

  @Test func `groups are counted, those without capture are not`() {
    check("", "ok 0")
    check("(a)(?:b)((c)|d)", "ok 3")
    check("(?P<year>\\d+)-(?<month>\\d+)", "ok 2")
    check("(?P<n>a)(?P<n>b)", "ok 2")
    check("(?P<n>a", "missing closing ): `(?P<n>a`")
    check("(?P<n", "invalid named capture: `(?P<n`")
    check("(?P<x y>a)", "invalid named capture: `(?P<x y>`")
    check("(?P<>a)", "invalid named capture: `(?P<>`")
    check("(?<é>a)", "invalid named capture: `(?<é>`")
  }

  @Test func `Perl syntax beyond RE2 is refused by name`() {
    check("(?=a)", "invalid or unsupported Perl syntax: `(?=`")
    check("(?!a)", "invalid or unsupported Perl syntax: `(?!`")
    check("(?<=a)", "invalid named capture: `(?<=a)`")
    check("(?<!a)", "invalid named capture: `(?<!a)`")
    check("(?<=a>)", "invalid named capture: `(?<=a>`")
    check("(?>a)", "invalid or unsupported Perl syntax: `(?>`")
    check("(?P=n)", "invalid or unsupported Perl syntax: `(?P`")
    check("(?", "invalid or unsupported Perl syntax: `(?`")
    check("(?i", "invalid or unsupported Perl syntax: `(?i`")
    check("(?i-)", "invalid or unsupported Perl syntax: `(?i-)`")
    check("(?--i)", "invalid or unsupported Perl syntax: `(?--`")
    check("(?x)a", "invalid or unsupported Perl syntax: `(?x`")
    check("(a)\\1", "invalid escape sequence: `\\1`")
    check("\\Za", "invalid escape sequence: `\\Z`")
    check("\\C", "invalid escape sequence: `\\C`")
  }

  @Test func `repetitions need something to repeat, once, within limits`() {
    check("*a", "missing argument to repetition operator: `*`")
    check("(?i)*?", "missing argument to repetition operator: `*?`")
    check("a|+", "missing argument to repetition operator: `+`")
    check("(*)", "missing argument to repetition operator: `*`")
    check("a**", "invalid nested repetition operator: `**`")
    check("a*+", "invalid nested repetition operator: `*+`")
    check("a{2}{3}", "invalid nested repetition operator: `{2}{3}`")
    check("a??{2}?", "invalid nested repetition operator: `??{2}?`")
    check("(?:a*)*", "ok 0")
    check("a{1000}", "ok 0")
    check("a{1001}", "invalid repeat count: `{1001}`")
    check("a{99999999999}", "invalid repeat count: `{99999999999}`")
    check("a{3,2}", "invalid repeat count: `{3,2}`")
    check("(a{100}){10}", "ok 1")
    check("(a{100}){11}", "invalid repeat count: `{11}`")
    check("((((((((((x{2}){2}){2}){2}){2}){2}){2}){2}){2}){2})", "invalid repeat count: `{2}`")
    check("a{,2}", "ok 0")
    check("a{01}", "ok 0")
    check("a{", "ok 0")
    check("{2}", "missing argument to repetition operator: `{2}`")
  }

  @Test func `classes are closed, ordered and known`() {
    check("[a", "missing closing ]: `[a`")
    check("x[]", "missing closing ]: `[]`")
    check("[]a]", "ok 0")
    check("[z-a]", "invalid character class range: `z-a`")
    check("[a-\\d]", "invalid escape sequence: `\\d`")
    check("[[:word:]]", "ok 0")
    check("[[:foo:]]", "invalid character class range: `[:foo:]`")
    check("[[:alpha]", "ok 0")
    check(
      "\\p{Greek}\\pN\\p{^Lu}\\P{Script_Extension}",
      "invalid character class range: `\\P{Script_Extension}`")
    check("\\p{greek}\\p{uppercase letter}\\p{Any}\\p{ASCII}\\p{Lc}", "ok 0")
    check("\\p", "invalid character class range: `\\p`")
    check("\\pX", "invalid character class range: `\\pX`")
    check("a\\p{Lu", "invalid character class range: `\\p{Lu`")
  }

  @Test func `escapes are complete`() {
    check("a\\", "trailing backslash at end of expression: ``")
    check("[\\", "trailing backslash at end of expression: ``")
    check("\\x", "invalid escape sequence: `\\x`")
    check("\\x1", "invalid escape sequence: `\\x1`")
    check("\\xg0a", "invalid escape sequence: `\\xg0`")
    check("\\x{110000}", "invalid escape sequence: `\\x{110000`")
    check("\\x{}", "invalid escape sequence: `\\x{}`")
    check("\\8", "invalid escape sequence: `\\8`")
    check("\\é", "invalid escape sequence: `\\é`")
    check("\\_\\-\\/\\07\\123\\a\\f\\n\\r\\t\\v", "ok 0")
    check("\\Qa(b\\Ec)", "unexpected ): `\\Qa(b\\Ec)`")
    check("\\Qa(b", "ok 0")
  }

  @Test func `depth and size have limits`() {
    func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }
    let deep = times(1000, "(") + times(1000, ")")
    check(deep, "expression nests too deeply: `\(deep)`")
    check(times(999, "(") + times(999, ")"), "ok 999")
    let stars = times(1000, "(?:") + times(1000, ")*")
    check(stars, "expression nests too deeply: `\(stars)`")
    let open = times(100_000, "(")
    check(open, "missing closing ): `\(open)`")
    check(times(100_000, "(?:") + "a" + times(100_000, ")"), "ok 0")
    check(times(101, "a{1000}"), "expression too large: `\(times(101, "a{1000}"))`")
    check(times(500, "[^\\pL]"), "ok 0")
  }

  @Test func `an error knows its place in the pattern`() {
    #expect(throws: RegularExpressionError.self) { try RegularExpression("é[z-a]") }
    do {
      _ = try RegularExpression("é[z-a]")
    } catch {
      #expect(error.range == 3..<6)
    }
  }
}
