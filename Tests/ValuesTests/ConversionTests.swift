internal import Testing

@testable import Values

struct ConversionTests {
  func check(
    _ value: Value, _ type: ValueType, _ expected: String, at location: SourceLocation = #_sourceLocation
  ) {
    let result: String
    do throws(ConversionFailure) {
      let converted = try value.converted(to: type)
      result = "\(print(converted)) \(converted.type.friendlyName)"
    } catch { result = error.description }
    #expect(result == expected, sourceLocation: location)
  }

  func print(_ value: Value) -> String {
    switch value.content {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .number(let number): number.text
    case .string(let text): text.quotedAsGo
    case .list(let elements): "[\(elements.map(print).joined(separator: ","))]"
    case .object(let fields):
      "{\(fields.sortedByName.map { "\($0.name)=\(print($0.value))" }.joined(separator: ","))}"
    case .unknown: "?"
    }
  }

  let one = Value.number(.integer(1))
  let a = Value.string("a")

  func object(_ fields: (String, Value)...) -> Value {
    .object(ObjectFields(fields.map { ObjectFields.Field($0.0, $0.1) }))
  }

  @Test func `primitive types convert where the text allows`() {
    check(one, .string, "\"1\" string")
    check(.string("1.50"), .number, "1.5 number")
    check(.bool(true), .string, "\"true\" string")
    check(.string("1"), .bool, "true bool")
    check(.string("True"), .bool, "a bool is required; to convert from string, use lowercase \"true\"")
    check(a, .number, "a number is required")
    check(.bool(true), .number, "number required, but have bool")
    check(a, .list(.string), "list of string required, but have string")
  }

  @Test func `tuples become lists and sets of one type`() {
    check(.tuple([one, a, .bool(true)]), .list(.dynamic), "[\"1\",\"a\",\"true\"] list of string")
    check(.tuple([one, .string("1")]), .set(.dynamic), "[\"1\"] set of string")
    check(.tuple([]), .set(.dynamic), "[] set of dynamic")
    check(.tuple([one, .tuple([])]), .list(.dynamic), "all list elements must have the same type")
    check(.tuple([one, a]), .list(.number), "element 1: a number is required")
    check(
      .tuple([.number(.integer(10)), .number(.integer(9))]), .set(.number), "[9,10] set of number")
    check(.tuple([one, .null()]), .list(.string), "[\"1\",null] list of string")
  }

  @Test func `objects and maps convert into each other`() {
    check(object(("a", one), ("b", a)), .map(.dynamic), "{a=\"1\",b=\"a\"} map of string")
    check(object(("a", one), ("b", a)), .object(["a": .string]), "{a=\"1\"} object")
    check(object(("a", one)), .object(["a": .number, "b": .string]), "attribute \"b\" is required")
    check(
      object(("a", one)), .object(["a": .number, "b": .string], optional: ["b"]), "{a=1,b=null} object")
    check(
      object(("a", object(("x", a)))), .object(["a": .object(["x": .number])]),
      "attribute \"a\".x: a number is required")
  }

  @Test func `marks and unknowns survive`() throws {
    let reason = Unknown.Reason("a test says so")
    let secret = Value(.string("5"), marks: .sensitive)
    let list = try Value.tuple([secret, .unknown(.string, because: [reason])]).converted(to: .list(.number))
    #expect(list.type == .list(.number))
    #expect(list[0]?.marks == .sensitive)
    #expect(list[1]?.unknown?.reasons == [reason])
    let set = try Value.tuple([secret, one]).converted(to: .set(.number))
    #expect(set.marks == .sensitive)
    #expect(set.list?.count == 2)
    let unknown = try Value.unknown(.tuple([.string, .string]), Unknown([reason], isNotNull: true))
      .converted(to: .list(.string))
    #expect(unknown.list?.count == 2)
  }

  @Test func `unification finds the one type that holds all`() {
    #expect(ValueType.unified([.number, .string]) == .string)
    #expect(ValueType.unified([.tuple([.number]), .tuple([.string, .string])]) == .list(.string))
    #expect(ValueType.unified([.object(["a": .number]), .object(["b": .number])]) == .map(.number))
    #expect(ValueType.unified([.object(["a": .number]), .object(["a": .string])]) == .object(["a": .string]))
    #expect(ValueType.unified([.bool, .tuple([])]) == nil)
    #expect(ValueType.unified([.object([:]), .tuple([])]) == nil)
  }

  @Test func `a set with an unknown element has no order yet`() throws {
    let unknown = Value.unknown(.string, because: [Unknown.Reason("a test says so")])
    let list = try Value.set([a, unknown], of: .string).converted(to: .list(.string))
    #expect(!list.isKnown)
    #expect(list.lengthBounds == (1, 2))
    #expect(try Value.set([unknown], of: .string).converted(to: .list(.string)).list?.count == 1)
  }

  @Test func `defaults fill what is missing or null, inwards too`() throws {
    let defaults = TypeDefaults(
      values: ["b": .string("x"), "c": object(("d", .null()))],
      children: ["c": TypeDefaults(values: ["d": one])])
    #expect(print(defaults.applied(to: object(("a", one), ("b", .null())))) == "{a=1,b=\"x\",c={d=1}}")
    let each = TypeDefaults(children: ["": defaults])
    #expect(
      print(each.applied(to: .map(ObjectFields([.init("k", object(("b", a)))]), of: .dynamic)))
        == "{k={b=\"a\",c={d=1}}}")
    #expect(print(defaults.applied(to: .null())) == "null")
  }

  @Test func `sets of objects are in cty's order`() throws {
    let elements = [1, 2, 10].map { object(("a", .number(.integer($0)))) }
    let set = try Value.tuple(elements).converted(to: .set(.dynamic))
    #expect(print(set) == "[{a=10},{a=1},{a=2}]")
  }

  @Test func `equality knows what an unknown cannot be`() {
    let reason = Unknown.Reason("a test says so")
    let prefixed = Value.unknown(.string, Unknown([reason], prefix: "abc-", isNotNull: true))
    #expect(prefixed.equality(with: .string("abc-d")) == .undecided)
    #expect(prefixed.equality(with: .string("x")) == .different)
    #expect(prefixed.equality(with: .null()) == .different)
    #expect(one.equality(with: .string("1")) == .different)
    #expect(one.equality(with: .number(.double(1))) == .equal)
    #expect(Value.list([one], of: .number).equality(with: .tuple([one])) == .different)
    #expect(Value.null(.string).equality(with: .null()) == .equal)
  }

  @Test func `strings are composed and their safe start is known`() {
    #expect("e\u{301}".normalized.unicodeScalars.count == 1)
    #expect("ami-".safePrefix == "ami-")
    #expect("boo".safePrefix == "bo")
    #expect("hello \u{1F937}".safePrefix == "hello ")
    #expect("a\"\n\u{1}é".quotedAsGo == #""a\"\n\x01é""#)
  }
}
