internal import CEL
internal import Testing

/// What an author is told about an expression that does not compile.
struct IssueTests {
  @Test func `syntax faults have line and column and say what was expected`() {
    check("object.a ==", gives: "1:12: unexpected end of the expression: expected a value")
    check("(object.a", gives: "1:10: unexpected end of the expression: expected ')'")
    check("object.a\n  = 1", gives: "2:3: '=' is not an operator; did you mean '=='?")
    check("object.a & true", gives: "1:10: '&' is not an operator; did you mean '&&'?")
    check(
      "'abc", gives: "1:1: a string has no closing quote on its line; three quotes hold several lines")
    check("'a\\q'", gives: "1:3: unknown escape '\\q'")
    check("99999999999999999999", gives: "1:1: integer literal is beyond 64 bits")
    check("object.a b", gives: "1:10: unexpected 'b': expected an operator or the end of the expression")
    check("for + 1", gives: "1:1: 'for' is reserved and cannot name a variable")
    check("'ä' + #", gives: "1:7: unexpected character '#'")
  }

  @Test func `unknown names come with the nearest one`() {
    check("objct.a == 1", gives: "1:1: undeclared reference to 'objct'; did you mean 'object'?")
    check("[1].exist(x, x > 0)", gives: "1:5: undeclared reference to 'exist'; did you mean 'exists'?")
    check(
      "object.name.startswith('a')",
      gives: "1:13: undeclared reference to 'startswith'; did you mean 'startsWith'?")
    check(
      "math.grates(1)", gives: "1:6: undeclared reference to 'math.grates'; did you mean 'math.greatest'?")
    check("size(x)", gives: "1:6: undeclared reference to 'x'")
    var environment = CELEnvironment(.policy)
    environment.declare(object: ObjectType(name: "image", fields: ["digest": .string, "tag": .string]))
    environment.declare(variable: "ref", as: .object("image"))
    guard case .failure(let failure) = environment.compile("ref.digets != ''") else {
      return #expect(Bool(false))
    }
    #expect(failure.description == "1:5: undefined field 'digets'; did you mean 'digest'?")
  }

  @Test func `type faults name the types`() {
    check("1 + 'a'", gives: "1:3: found no matching overload for '_+_' applied to '(int, string)'")
    check("'a'.size(1)", gives: "1:5: found no matching overload for 'size' applied to 'string.(int)'")
    check(
      "startsWith('a', 'b')",
      gives:
        "1:1: found no matching overload for 'startsWith' applied to '(string, string)'; it is called on its first "
        + "argument: x.startsWith(…)")
    check("1.all(x, true)", gives: "1:1: all() ranges over a list or map, not over 'int'")
    check("'a'.all(x, true)", gives: "1:1: all() ranges over a list or map, not over 'string'")
    check("[1].all(x, x)", gives: "1:12: expected type 'bool' but found 'int'")
    check("[1].all(object.x, true)", gives: "1:16: all() needs a simple variable name here")
    check("{[1]: 2}", gives: "1:2: a map's key cannot be of type 'list(int)'")
    check("object.x && 1", gives: "1:13: expected type 'bool' but found 'int'")
    check("[1, 'a']", dialect: .latestKubernetes, gives: "1:5: expected type 'int' but found 'string'")
    check(
      "{1: 'a', 'b': 'c'}", dialect: .latestKubernetes, gives: "1:10: expected type 'int' but found 'string'")
    check("has(object)", gives: "1:5: has() needs a field selection such as has(a.b)")
    check(
      "'a'.matches('(')",
      gives: "1:13: invalid matches argument: error parsing regexp: missing closing ): `(`")
    check(
      "timestamp('x')",
      gives: "1:11: invalid timestamp argument: 'x' is no RFC 3339 time such as 2006-01-02T15:04:05Z")
  }

  @Test func `several faults are reported together`() {
    check(
      "objct.a == 1 &&\n  foo.b",
      gives:
        "1:1: undeclared reference to 'objct'; did you mean 'object'?\n2:3: undeclared reference to 'foo'")
  }

  @Test func `a dialect has what its API server has`() {
    check(
      "optional.none()", dialect: .kubernetes(minor: 27),
      gives: "1:10: undeclared reference to 'optional.none'")
    check(
      "object.?a", dialect: .kubernetes(minor: 27),
      gives: "1:8: unexpected '?': optional syntax is not enabled here")
    check("ip('1.2.3.4').family()", dialect: .kubernetes(minor: 30), gives: "4")
    check("semver('1.2.3').major()", dialect: .kubernetes(minor: 33), gives: "1")
    check(
      "math.greatest(1, 2)", dialect: .latestKubernetes,
      gives: "1:6: undeclared reference to 'math.greatest'")
    check(
      "'abc'.reverse()", dialect: .latestKubernetes,
      gives: "1:7: found no matching overload for 'reverse' applied to 'string.()'")
    check("'abc'.reverse() + string(math.greatest(1, 2, 3.0))", gives: "'cba3'")
  }
}
