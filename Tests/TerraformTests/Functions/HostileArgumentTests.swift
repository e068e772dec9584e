internal import Testing
internal import Values

@testable import Terraform

/// No argument makes a function trap or run away.
struct HostileArgumentTests {
  struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  static let texts = [
    "", "a", "{", "[[", "%", "%99999999d", "%[0]d", "%-+#0 100000.5v", "\u{0}", "e\u{301}", "/(/",
    "**/{a,b}{c,d}[", "\\",
    "9223372036854775808", "-9223372036854775808", "1e99999", "-1e-99999", "0000-00-00T00:00:00Z",
    "9999-12-31T23:59:59.999999999+23:59", "2562047h47m16.854775807s", "::/0", "0.0.0.0/0", "ffff::/128",
    "H4sIAAAAAAAA/w==",
    "& *a", "&a [*a]", "\"", "'", "a,\"b\n", "UTF-16", "utf-8", "dns", "..", "/", "x:\n  - <<: [1]\n",
  ]

  func argument(_ random: inout Seeded, _ depth: Int) -> Value {
    switch Int.random(in: 0..<(depth > 0 ? 12 : 8), using: &random) {
    case 0...2: return .string(Self.texts.randomElement(using: &random) ?? "")
    case 3:
      return .number(Number(parsing: Self.texts[13 + Int.random(in: 0..<4, using: &random)]) ?? .integer(0))
    case 4: return .number(.integer(Int64.random(in: -3...70, using: &random)))
    case 5:
      return [.null(), .null(.string), .bool(true), .number(.exact(.infinity()))].randomElement(
        using: &random) ?? .null()
    case 6:
      let types: [ValueType] = [
        .string, .dynamic, .list(.string), .set(.number), .tuple([.bool]), .object(["a": .string]),
      ]
      return .unknown(types.randomElement(using: &random) ?? .dynamic, because: [FunctionCallTests.reason])
    case 7: return Value(.string("secret"), marks: .sensitive)
    case 8, 9:
      let elements = (0..<Int.random(in: 0...3, using: &random)).map { _ in argument(&random, depth - 1) }
      let tuple = Value.tuple(elements)
      let type: ValueType = Bool.random(using: &random) ? .set(.dynamic) : .list(.dynamic)
      return (try? tuple.converted(to: type)) ?? tuple
    default:
      var fields = ObjectFields()
      for name in ["a", "", "é"].shuffled(using: &random).prefix(2) {
        fields[name] = argument(&random, depth - 1)
      }
      if Int.random(in: 0..<4, using: &random) == 0 { fields.rest = Unknown([FunctionCallTests.reason]) }
      return .object(fields)
    }
  }

  @Test func `every function answers every argument`() {
    let table = FunctionTable()
    let context = FunctionContext(files: EncodingFunctionTests.Files())
    var random = Seeded(state: 20_240_229)
    var answers = 0
    for name in table.names where !FunctionTable.expressionFunctions.contains(name) {
      let count = table.signature(of: name)?.parameters.count ?? 0
      for _ in 0..<150 {
        let arguments = (0..<max(count + Int.random(in: -1...2, using: &random), 0)).map { _ in
          argument(&random, 2)
        }
        if case .success(let value) = table.call(name, arguments, context: context) {
          _ = ValuePrinter.text(value)
          answers += 1
        }
      }
    }
    #expect(answers > 1000)
  }

  @Test func `damaged gzip data is refused`() {
    var random = Seeded(state: 11)
    let intact = Gzip.compress(Array(String(repeating: "hello, gzip ", count: 200).utf8))
    for _ in 0..<2000 {
      var damaged = intact
      for _ in 0..<3 {
        damaged[Int.random(in: 10..<damaged.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if let content = Gzip.decompress(damaged) { #expect(Gzip.compress(content) == intact) }
    }
  }
}
