internal import Testing
public import Values

@testable import Terraform

/// Calls with values in, the printed result out. Expected texts are Terraform 1.11's, where it has the function.
struct FunctionCallTests {
  let table = FunctionTable()

  func check(
    _ name: String, _ arguments: Value..., expects expected: String,
    context: FunctionContext = FunctionContext(),
    at location: SourceLocation = #_sourceLocation
  ) {
    let text: String
    switch table.call(name, arguments, context: context) {
    case .success(let value): text = ValuePrinter.text(value)
    case .failure(let failure): text = "error: \(failure.message)"
    }
    #expect(text == expected, sourceLocation: location)
  }

  func strings(_ texts: String...) -> Value { .tuple(texts.map { .string($0) }) }
  func numbers(_ values: Int64...) -> Value { .tuple(values.map { .number(.integer($0)) }) }
  func number(_ text: String) -> Value { .number(Number(parsing: text) ?? .integer(-999)) }

  func object(_ fields: (String, Value)...) -> Value {
    .object(ObjectFields(fields.map { ObjectFields.Field($0.0, $0.1) }))
  }

  static let reason = Unknown.Reason("the test says so")
  func unknown(_ type: ValueType, prefix: String? = nil) -> Value {
    .unknown(type, Unknown([Self.reason], prefix: prefix, isNotNull: prefix != nil))
  }

  @Test func `every function of Terraform and OpenTofu has a name`() {
    #expect(FunctionTable(includingOpenTofu: false).names.count == 121)
    #expect(table.names.count == 136)
    #expect(table.names.filter { !table.contains($0) }.isEmpty)
  }

  @Test func `arguments are counted and converted`() {
    check("upper", expects: "error: function \"upper\" expects 1 argument(s). Missing value for \"str\"")
    check("upper", "a", "b", expects: "error: function \"upper\" expects only 1 argument(s)")
    check("upper", number("1.50"), expects: "\"1.5\"")
    check("upper", .tuple([]), expects: "error: string required, but have tuple")
    check("upper", .null(.string), expects: "error: argument must not be null")
    check("nope", expects: "error: there is no function named \"nope\"")
    check("list", expects: table.call("list", []).failureText)
  }

  @Test func `unknown arguments make an unknown result that says why`() {
    check("upper", unknown(.string), expects: "unknown string, not null, because the test says so")
    check("startswith", unknown(.string, prefix: "abc-"), "abc", expects: "true")
    check("startswith", unknown(.string, prefix: "abc-"), "x", expects: "false")
    check(
      "format", "a-%s-b", unknown(.string),
      expects: "unknown string, not null, starts with \"a-\", because the test says so")
    check(
      "jsonencode", object(("a", unknown(.string))),
      expects: "unknown string, not null, starts with \"{\", because the test says so")
    check(
      "merge", object(("a", unknown(.string))), object(("b", number("1"))),
      expects: "{a = unknown string, because the test says so, b = 1}")
    check("contains", .tuple(["a", unknown(.string)]), "a", expects: "true")
    check(
      "contains", .tuple(["b", unknown(.string)]), "a",
      expects: "unknown bool, not null, because the test says so")
    check("keys", unknown(.object(["b": .string, "a": .string])), expects: "[\"a\", \"b\"]")
    check("length", unknown(.tuple([.string, .string])), expects: "2")
    check("timestamp", expects: "unknown string, not null, because timestamp() is the time of the run")
  }

  @Test func `sensitive arguments make sensitive results, and stay out of messages`() {
    let secret = Value(.string("hunter2"), marks: .sensitive)
    check("upper", secret, expects: "sensitive \"HUNTER2\"")
    check("concat", .tuple([secret]), .tuple(["b"]), expects: "[sensitive \"hunter2\", \"b\"]")
    check("setunion", .tuple([secret]), .tuple(["b"]), expects: "sensitive set[\"b\", \"hunter2\"]")
    check("nonsensitive", secret, expects: "\"hunter2\"")
    check(
      "parseint", secret, number("10"), expects: "error: cannot parse (sensitive value) as a base 10 integer")
    check("tonumber", secret, expects: "error: cannot convert this sensitive string to number")
    check("length", secret, expects: "sensitive 7")
  }

  @Test func `what only the provider knows stays unknown`() {
    var fields = ObjectFields([.init("name", "web"), .init("tags", object(("a", "b")))])
    fields.rest = Unknown([Self.reason])
    let resource = Value.object(fields)
    check("jsonencode", resource, expects: "unknown string, not null, because the test says so")
    check("lookup", resource, "name", expects: "\"web\"")
    check("lookup", resource, "arn", "none", expects: "unknown dynamic, because the test says so")
    check("keys", resource, expects: "unknown dynamic, because the test says so")
    check("length", resource, expects: "unknown number, not null, because the test says so")
    check("tomap", resource, expects: "unknown map of dynamic, not null, because the test says so")
    check(
      "merge", object(("arn", "x"), ("name", "y")), resource, object(("z", "1")),
      expects:
        "{arn = unknown dynamic, because the test says so, name = \"web\", tags = {a = \"b\"}, z = \"1\"}")
    check(
      "contains", .tuple([resource]), object(("name", "x")),
      expects: "unknown bool, not null, because the test says so")
    let narrow = try? resource.converted(to: .object(["name": .string, "id": .string]))
    #expect(
      narrow.map(ValuePrinter.text) == "{id = unknown string, because the test says so, name = \"web\"}")
  }

  @Test func `numbers`() {
    check("ceil", number("-0.5"), expects: "0")
    check("floor", number("-0.5"), expects: "-1")
    check("abs", number("-3.25"), expects: "3.25")
    check("log", number("50"), number("10"), expects: "1.6989700043360185")
    check("pow", number("3"), number("2"), expects: "9")
    check("pow", number("10"), number("-2"), expects: "0.01")
    check("pow", number("2"), number("0.5"), expects: "1.4142135623730951")
    check("signum", number("-13"), expects: "-1")
    check("max", expects: "error: must pass at least one number")
    check("min", number("2"), number("-1"), expects: "-1")
    check("parseint", "FF", number("16"), expects: "255")
    check("parseint", "12345678901234567890123", number("10"), expects: "12345678901234567890123")
    check("sum", .tuple([]), expects: "error: cannot sum an empty list")
    check("sum", .tuple([number("0.1"), number("0.2")]), expects: "0.3")
    check("range", number("1"), number("8"), number("2"), expects: "list[1, 3, 5, 7]")
    check("range", number("3"), expects: "list[0, 1, 2]")
    check(
      "range", number("0"), number("2000"),
      expects: table.call("range", [number("0"), number("2000")]).failureText)
  }

  @Test func `text`() {
    check("upper", "straße ǆ", expects: "\"STRAßE Ǆ\"")
    check("title", "hello wORLD-x_y", expects: "\"Hello WORLD-X_y\"")
    check("strrev", "🇩🇪e\u{301}x", expects: "\"xé🇩🇪\"")
    check("length", "👩‍👩‍👧e\u{301}", expects: "2")
    check("substr", "hello", number("-3"), number("2"), expects: "\"ll\"")
    check("substr", "hello", number("1"), number("-1"), expects: "\"ello\"")
    check("substr", "hello", number("9"), number("1"), expects: "\"\"")
    check("chomp", "a\r\n\n", expects: "\"a\"")
    check("indent", number("2"), "a\nb", expects: "\"a\\n  b\"")
    check("join", "-", strings("a", "b"), strings("c"), expects: "\"a-b-c\"")
    check(
      "join", "-", .tuple([.null(.string)]),
      expects: "error: element 0 is null; cannot concatenate null values")
    check("split", ",", "", expects: "list[\"\"]")
    check("split", "", "héy", expects: "list[\"h\", \"é\", \"y\"]")
    check("trim", "?!hello?!", "!?", expects: "\"hello\"")
    check("trimspace", " \u{A0}a\n", expects: "\"a\"")
    check("replace", "hello world", "/w.*d/", "everybody", expects: "\"hello everybody\"")
    check("replace", "abc", "", "-", expects: "\"-a-b-c-\"")
    check("replace", "1 + 2", "+", "-", expects: "\"1 - 2\"")
    check("regex", "[a-z]+", "53453453.345345aaabbbccc23454", expects: "\"aaabbbccc\"")
    check("regex", "(\\d+)-(x)?", "12-", expects: "[\"12\", null]")
    check("regex", "(?P<year>\\d+)", "x2020", expects: "{year = \"2020\"}")
    check("regex", "[", "x", expects: "error: invalid regexp pattern: missing closing ] in [")
    check("regexall", "a(.)", "abac", expects: "list[[\"b\"], [\"c\"]]")
    check("sort", strings("b", "A", "a", "é"), expects: "list[\"A\", \"a\", \"b\", \"é\"]")
  }

  @Test func `format prints as Go does`() {
    check(
      "format", "%5.2f|%-6d|%06d|%+d|%x|%#b", number("3.14159"), number("7"), number("42"), number("5"),
      number("255"), number("5"),
      expects: "\" 3.14|7     |000042|+5|ff|0b101\"")
    check(
      "format", "%v %v %v", number("1000000"), .bool(true), strings("a"),
      expects: "\"1e+06 true [\\\"a\\\"]\"")
    check(
      "format", "%q %s %5s|%-5s|", "a\"b", number("1.50"), "é", "x",
      expects: "\"\\\"a\\\\\\\"b\\\" 1.5     é|x    |\"")
    check("format", "%[2]s-%[1]s", "a", "b", expects: "\"b-a\"")
    check(
      "format", "%d", number("1.5"),
      expects: "error: unsupported value for \"%d\" at 0: an integer is required")
    check(
      "format", "%s", expects: "error: not enough arguments for \"%s\" at 0: need index 1 but have 0 total")
    check("format", "x", "a", expects: "error: too many arguments; no verbs in format string")
    check("format", "%z", "a", expects: "error: unsupported format verb 'z' in \"%z\" at offset 0")
    check("format", "100%", expects: "error: invalid format string starting at offset 4")
    check(
      "format", "%e %g %G", number("123456"), number("0.00001"), number("1e21"),
      expects: "\"1.234560e+05 1e-05 1E+21\"")
    check("formatlist", "%s-%s", strings("a", "b"), "x", expects: "list[\"a-x\", \"b-x\"]")
  }

  @Test func `collections`() {
    check("concat", numbers(1), strings("a"), expects: "[1, \"a\"]")
    check("distinct", .tuple([number("1"), "1"]), expects: "list[\"1\"]")
    check("element", strings("a", "b"), number("-1"), expects: "\"b\"")
    check(
      "flatten", .tuple([strings("a"), .tuple([strings("b"), .tuple([])]), "c"]),
      expects: "[\"a\", \"b\", \"c\"]")
    check("index", strings("a", "b"), "b", expects: "1")
    check("one", .tuple([]), expects: "null")
    check(
      "one", strings("a", "b"),
      expects: "error: must be a list, set, or tuple value with either zero or one elements")
    check("chunklist", strings("a", "b", "c"), number("2"), expects: "list[list[\"a\", \"b\"], list[\"c\"]]")
    check("slice", strings("a", "b", "c"), number("1"), number("3"), expects: "[\"b\", \"c\"]")
    check(
      "slice", strings("a"), number("1"), number("0"),
      expects: "error: start index must not be greater than end index")
    check("reverse", strings("a", "b"), expects: "[\"b\", \"a\"]")
    check(
      "matchkeys", strings("x", "y", "z"), strings("a", "b", "a"), strings("a"), expects: "list[\"x\", \"z\"]"
    )
    check("coalesce", "", .null(.string), "b", expects: "\"b\"")
    check("coalesce", .null(.string), expects: "error: no non-null, non-empty-string arguments")
    check("coalescelist", .tuple([]), strings("a"), expects: "[\"a\"]")
    check("compact", strings("a", "", "b"), expects: "list[\"a\", \"b\"]")
    check("alltrue", .tuple([.bool(true), "true"]), expects: "true")
    check("anytrue", .tuple([]), expects: "false")
    check(
      "setproduct", strings("a", "b"), numbers(1, 2),
      expects: "list[[\"a\", 1], [\"a\", 2], [\"b\", 1], [\"b\", 2]]")
    check("setintersection", strings("a", "b"), strings("b", "c"), expects: "set[\"b\"]")
    check("setsubtract", strings("b", "a"), strings("c"), expects: "set[\"a\", \"b\"]")
    check("keys", object(("b", number("1")), ("a", number("2"))), expects: "[\"a\", \"b\"]")
    check("values", object(("b", number("1")), ("a", "x")), expects: "[\"x\", 1]")
    check("lookup", object(("a", "x")), "b", "y", expects: "\"y\"")
    check("lookup", object(("a", "x")), "b", expects: "error: the given object has no attribute \"b\"")
    check(
      "merge", object(("a", number("1")), ("b", number("2"))), .null(), object(("b", "c")),
      expects: "{a = 1, b = \"c\"}")
    check("merge", .null(), "a", expects: "error: arguments must be maps or objects, got \"string\"")
    check("zipmap", strings("a", "b"), .tuple([number("1"), "x"]), expects: "{a = 1, b = \"x\"}")
    check(
      "zipmap", strings("a"), strings(),
      expects: "error: number of keys (1) does not match number of values (0)")
    check(
      "transpose", object(("a", strings("1", "2")), ("b", strings("2"))),
      expects: "map{1 = list[\"a\"], 2 = list[\"a\", \"b\"]}")
    check("toset", .tuple([number("1"), "1", "b"]), expects: "set[\"1\", \"b\"]")
    check("tomap", object(("a", number("1")), ("b", "x")), expects: "map{a = \"1\", b = \"x\"}")
    check("tolist", "a", expects: "error: cannot convert string to list of any single type")
    check(
      "tobool", "yes",
      expects: "error: cannot convert \"yes\" to bool; only the strings \"true\" or \"false\" are allowed")
  }
}

extension Result where Success == Value, Failure == FunctionFailure {
  var failureText: String {
    switch self {
    case .success: "no failure"
    case .failure(let failure): "error: \(failure.message)"
    }
  }
}

extension Value: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = .string(text) }
}
