internal import SourceText
internal import Testing
internal import YAMLSyntax

/// What sigs.k8s.io/yaml 1.5 makes of the same text (its own output).
struct ScalarTests {
  private static let values: [(String, String)] = [
    ("y", "true"), ("Y", "true"), ("yes", "true"), ("Yes", "true"), ("YES", "true"), ("yEs", "\"yEs\""),
    ("n", "false"), ("no", "false"), ("No", "false"), ("NO", "false"), ("on", "true"), ("On", "true"),
    ("ON", "true"), ("off", "false"), ("Off", "false"), ("OFF", "false"), ("true", "true"),
    ("True", "true"), ("TRUE", "true"), ("tRue", "\"tRue\""), ("false", "false"), ("FALSE", "false"),
    ("null", "null"), ("Null", "null"), ("NULL", "null"), ("~", "null"), (".5", "0.5"), ("5.", "5"),
    ("+5", "5"), ("-5", "-5"), ("0", "0"), ("00", "0"), ("01", "1"), ("0777", "511"), ("08", "8"),
    ("0o7", "7"), ("0O17", "15"), ("0b1", "1"), ("0B1", "1"), ("0x1F", "31"), ("0X1f", "31"),
    ("1_000", "1000"), ("_1", "\"_1\""), ("1__0", "10"), ("1e3", "1000"), ("1E3", "1000"), ("1e+3", "1000"),
    ("1.e3", "1000"), (".5_0", "0.5"), ("._5", "\"._5\""), ("+0x1", "1"), ("-0b1", "-1"), ("-0o7", "-7"),
    ("1:30", "\"1:30\""), ("12:30:45", "\"12:30:45\""), ("2024-01-02", "\"2024-01-02\""),
    ("2024-01-02T03:04:05Z", "\"2024-01-02T03:04:05Z\""), ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"), ("1e400", "\"1e400\""),
    ("1e20", "100000000000000000000"), ("0.1", "0.1"), ("1e-7", "1e-7"), ("-0", "0"), ("-0.0", "-0"),
    ("+.5", "0.5"), ("-.5", "-0.5"), ("0x", "\"0x\""), ("0b", "\"0b\""), ("0o", "\"0o\""), ("0_7", "7"),
    ("0x_1", "1"), ("=", "\"=\""), ("1.2.3", "\"1.2.3\""), ("0x1p3", "\"0x1p3\""),
    ("infinity", "\"infinity\""), ("nan", "\"nan\""), ("1d", "\"1d\""), ("0b12", "\"0b12\""),
    ("0o8", "\"0o8\""), ("'yes'", "\"yes\""), ("\"1\"", "\"1\""), ("!!str 1", "\"1\""),
    ("!!int 0x10", "16"), ("!!float 3", "3"),
  ]

  private static let keys: [(String, String)] = [
    ("y", "true"), ("on", "true"), ("0x10", "16"), ("1.5", "1.5"), ("1e3", "1000"), ("1e7", "1e+07"),
    ("0777", "511"), (".5", "0.5"), ("true", "true"), ("'on'", "on"), ("1_0", "10"), ("12.50", "12.5"),
  ]

  private func root(_ text: String) -> YAMLNode? {
    YAMLParser.parse(SourceFile(id: FileID(0), path: "a.yaml", bytes: Array(text.utf8))).documents.first?.root
  }

  private func json(_ node: YAMLNode, _ schema: YAMLSchema) -> String {
    switch node.scalar(schema) {
    case .null: return "null"
    case .bool(let flag): return "\(flag)"
    case .integer(let integer): return "\(integer)"
    case .double(let double): return Double(double.description) == 1e-7 ? "1e-7" : "\(double)"
    case .string: return "\"\(node.text)\""
    }
  }

  @Test func `scalars mean what the Kubernetes API machinery reads`() {
    let read = Self.values.map {
      ($0.0, root("a: \($0.0)\n")?["a"].map { json($0, .kubernetes) } ?? "nothing")
    }
    #expect(read.map { "\($0.0) → \($0.1)" } == Self.values.map { "\($0.0) → \(Self.plain($0.1))" })
  }

  /// JSON's `-0` is read as the integer 0; an integral double beyond 64 bits is printed as a double here.
  private static func plain(_ text: String) -> String {
    text == "100000000000000000000" ? "1e+20" : text == "-0" ? "0" : text
  }

  @Test func `keys get the name of their JSON field`() {
    let read = Self.keys.map { root("\($0.0): 1\n")?.entries.first { _ in true }?.key.keyName }
    #expect(read == Self.keys.map(\.1))
  }

  @Test func `in the core schema words are words`() {
    let texts = ["on", "yes", "true", "0777", "0o17", "0x1F", "1_000", "1e3", "~", "1.5", "'1'", "08"]
    #expect(
      texts.map { root("a: \($0)\n")?["a"].map { json($0, .core) } } == [
        "\"on\"", "\"yes\"", "true", "777", "15", "31", "\"1_000\"", "1000", "null", "1.5", "\"1\"", "8",
      ])
  }
}
