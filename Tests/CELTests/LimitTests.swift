internal import CEL
internal import Testing

/// No expression can exhaust the tool.
struct LimitTests {
  @Test func `deep nesting is refused`() {
    for (open, close) in [
      ("[", "]"), ("(", ")"), ("{1: ", "}"), ("size(", ")"), ("[1].map(x, ", ")"), ("-", ""), ("!", ""),
    ] {
      let source = String(repeating: open, count: 20_000) + "1" + String(repeating: close, count: 20_000)
      let result = evaluate(source).text
      #expect(
        result.contains("nested deeper") || result.contains("longer than")
          || result.contains("no matching overload") || result == "1",
        "\(open)")
    }
    for part in [".a", "[0]", " + 1", " && true", " ? 1 : 1"] {
      let result = evaluate("object" + String(repeating: part, count: 20_000)).text
      #expect(!result.isEmpty)
    }
    #expect(evaluate(String(repeating: "[", count: 150_000)).text.contains("nested deeper"))
  }

  @Test func `a long text is refused`() {
    check(String(repeating: " ", count: 300_000) + "1", gives: "1:1: expression is longer than 200000 bytes")
  }

  @Test func `the cost limit ends an evaluation`() {
    check(
      "lists.range(1000).map(x, lists.range(1000).map(y, x * y)).size()", costLimit: 100_000,
      gives: "error at -1: evaluation costs more than 100000 units")
    check(
      "lists.range(1000).all(x, lists.range(1000).all(y, lists.range(1000).all(z, x + y + z > 0)) || true)",
      gives: "error at -1: evaluation costs more than 10000000 units")
    check("[1, 2, 3].all(x, x > 0)", costLimit: 10, gives: "error at -1: evaluation costs more than 10 units")
  }

  @Test func `values that double are stopped`() {
    func doubled(_ start: String, _ times: Int) -> String {
      (0..<times).reduce("size(x\(times))") { body, index in
        let step = times - index
        return
          "cel.bind(x\(step), \(step == 1 ? "\(start) + \(start)" : "x\(step - 1) + x\(step - 1)"), \(body))"
      }
    }
    check(doubled("[1, 2]", 10), gives: "2048")
    check(doubled("[1, 2]", 100), gives: "error at -1: evaluation makes values that are too large")
    #expect(evaluate(doubled("'ab'", 100)).text.hasPrefix("error at -1: evaluation "))
    #expect(
      evaluate("lists.range(100000).map(x, lists.range(100000)).size()").text.hasPrefix(
        "error at -1: evaluation "))
    #expect(
      evaluate("sets.contains(lists.range(1000000), lists.range(1000000))").text.hasPrefix("error at -1: "))
    #expect(evaluate("lists.range(100000).distinct().size()").text.hasPrefix("error at -1: "))
  }

  @Test func `values that share their parts are not walked for ever`() {
    func nested(_ make: (String) -> String, _ times: Int, _ body: String) -> String {
      var source = body.replacing("LAST", with: "x\(times)")
      for step in (1...times).reversed() {
        source = "cel.bind(x\(step), \(make(step == 1 ? "[1, 2]" : "x\(step - 1)")), \(source))"
      }
      return source
    }
    let tooLarge = "error at -1: evaluation makes values that are too large"
    let pair: (String) -> String = { "[\($0), \($0)]" }
    check(nested(pair, 8, "size(LAST)"), gives: "2")
    check(nested(pair, 60, "LAST == LAST"), gives: tooLarge)
    check(nested(pair, 60, "LAST in [LAST]"), gives: tooLarge)
    check(nested(pair, 60, "'%s'.format([LAST])"), gives: tooLarge)
    check(nested(pair, 60, "sets.contains(LAST, LAST)"), gives: tooLarge)
    check(nested(pair, 60, "LAST.flatten(60)"), gives: tooLarge)
    check(nested({ "{'a': \($0), 'b': \($0)}" }, 60, "LAST == LAST"), gives: tooLarge)
    check(nested(pair, 60, "optional.of(LAST) == optional.of(LAST)"), gives: tooLarge)
    let deep: (String) -> String = {
      String(repeating: "[", count: 60) + $0 + String(repeating: "]", count: 60)
    }
    check(nested(deep, 60, "LAST == LAST"), gives: tooLarge)
    check(nested(deep, 60, "size(LAST)"), gives: "1")
  }

  @Test func `a search for a hostile pattern ends`() {
    let text = String(repeating: "a", count: 50_000)
    #expect(!evaluate("'\(text)'.matches('((a{1,100}){1,100})*b')").text.isEmpty)
    check("'\(text)'.contains('\(text.dropLast())b')", costLimit: 100_000_000, gives: "false")
    check("'\(text)'.replace('\(String(repeating: "a", count: 1000))b', 'x').size()", gives: "50000")
  }

  /// Seeded mutations of real expressions: whatever comes out, nothing traps and nothing hangs.
  @Test func `mutated expressions neither trap nor hang`() {
    let seeds = [
      "object.spec.containers.all(c, c.image.matches('^[a-z]+:[0-9]+$') && has(c.resources.?limits.memory))",
      "object.?a.?b[?0].orValue({'k': 1u, 2: [1.5e3, -7, b'\\xff', r'\\d']}) == null ? 'a' : \"b\".format([1, 2])",
      "cel.bind(x, [3, 1, 2].sortBy(e, -e), x.map(i, v, i * v).sum() > 0x1F || x.exists_one(e, e in [1, 2]))",
      "timestamp('2024-01-01T00:00:00Z').getFullYear('Europe/Berlin') > duration('1h30m').getMinutes() % 7",
      "quantity('1.5Gi').compareTo(quantity('1G')) < 0 && ip('10.0.0.1').isGlobalUnicast() && semver('1.2.3').major() == 1",
      "'%s %d %.3f %x %e'.format([object, 9223372036854775807, 1.0, 'z', -0.0]) + 'abc'.substring(1, 2).replace('b', '')",
      "{'a': object.list}.transformMapEntry(k, v, v.size() > 0, {k + string(v): v}).optMap(q, q)",
    ]
    let pieces = Array("()[]{}.?,:+-*/%!<>=&|'\"`\\ \n0123456789abcxurbtnf_eE.@#$\u{0}\u{e4}\u{1F600}")
    let document = Document(
      "object", ["list": [1, "a", nil, .unknown("later")], "spec": ["containers": [["image": "a:1"]]]])
    var random = SplitMix(state: 20_260_101)
    for round in 0..<3_000 {
      var text = Array(seeds[round % seeds.count])
      for _ in 0...random.next(6) {
        let position = random.next(text.count)
        switch random.next(4) {
        case 0: text.remove(at: position)
        case 1: text.insert(pieces[random.next(pieces.count)], at: position)
        case 2: text[position] = pieces[random.next(pieces.count)]
        default:
          let end = min(text.count, position + random.next(30))
          text.insert(contentsOf: text[position..<end], at: random.next(text.count))
        }
        if text.isEmpty { text = ["1"] }
      }
      let result = evaluate(
        String(text), document, dialect: round % 2 == 0 ? .policy : .standard, costLimit: 100_000)
      #expect(!result.text.isEmpty)
    }
  }

  struct SplitMix {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, bound)))
    }
  }
}
