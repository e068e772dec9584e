internal import Testing

struct ExpressionTests {
  private func check(_ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(TreePrinter.printExpression(text) == expected, sourceLocation: sourceLocation)
  }

  @Test func `operators bind by precedence and to the left`() {
    check("1 + 2 * 3 - 4", "subtract(add(1, multiply(2, 3)), 4)")
    check("a || b && c == d < e", "or(a, and(b, equal(c, less(d, e))))")
    check("-a.b + !c[0]", "add(negate(a.b), not(c[0]))")
    check("a ? b : c ? d : e", "(a ? b : (c ? d : e))")
    check("(1 + 2) * 3", "multiply((add(1, 2)), 3)")
  }

  @Test func `traversals keep literal steps flat`() {
    check("a.b[0][\"k\"].0.c", "a.b[0]['k'][0].c")
    check("a[b].c", "(index(a, b)).c")
    check("f(x).y[1]", "(f(x)).y[1]")
    check("a.0.1", "a\n1:3-1:6 invalid legacy index syntax")
  }

  @Test func `splats take what follows them`() {
    check("a.*.b.0.c[1]", "(attrsplat(a, (_).b[0].c))[1]")
    check("a[*].b[c].d", "fullsplat(a, (index((_).b, c)).d)")
  }

  @Test func `calls expand and name providers`() {
    check("f(a, b...)", "f(a, b...)")
    check("provider::aws::arn_parse(x,)", "provider::aws::arn_parse(x)")
    check("f(a b)", "f(a)\n1:5-1:6 missing argument separator")
  }

  @Test func `collections accept newlines and both separators`() {
    check("[\n1,\n2,\n]", "[1, 2]")
    check("{\n a = 1\n \"b\" : 2, (c) = 3\n}", "{a: 1, 'b': 2, (c): 3}")
    check("{true = 1, null = 2}", "{true: 1, null: 2}")
    check("{a 1}", "{}\n1:4-1:5 missing key/value separator")
  }

  @Test func `for expressions build tuples and objects`() {
    check("[for v in a : v if v != null]", "for(v in a: v if notEqual(v, null))")
    check("{for k, v in a : k => v...}", "for(k,v in a: k => v...)")
    check("[for k in a : k => 1]", "for(k in a: k => 1)\n1:15-1:16 invalid 'for' expression")
  }

  @Test func `quoted strings decode escapes`() {
    check(#""a\n\t\"\\\u00e9\U0001F600""#, "'a\n\t\"\\é😀'")
    check(##""$${a} %%{b} $$ % $""##, "'${a} %{b} $$ % $'")
    check(#""a\qb""#, "'aqb'\n1:3-1:5 invalid escape sequence")
  }

  @Test func `an interpolation alone keeps its value`() {
    check(#""${a}""#, "wrap(a)")
    check(#""x${a}""#, "template('x', a)")
    check(#""""#, "''")
  }

  @Test func `a template trims on the side of the tilde`() {
    check(#""a ${~ b ~} c""#, "template('a', b, 'c')")
    check(#""%{ if a ~} x %{~ else }y%{ endif }""#, "template((a ? template('x') : template('y')))")
    check(#""%{ for k, v in a }${k}%{ endfor }""#, "template(join(for(k,v in a: template(k))))")
    check(#""%{ if a }""#, "template(?)\n1:11-1:12 unexpected end of template")
  }

  @Test func `a bare template keeps its lines`() {
    #expect(
      TreePrinter.printTemplate("a ${b}\n%{ if c ~}\n  d\n%{ endif }$") == """
        template('a ', b, '
        ', (c ? template('  d
        ') : ''), '$')
        """)
  }

  @Test func `numbers need one dot and one exponent at most`() {
    check("1.5e-3", "1.5e-3")
    check("1.2.3", "?\n1:1-1:6 invalid number literal")
  }
}
