internal import ResourceModel
internal import SourceText
internal import Testing
internal import Values
internal import YAMLSyntax

struct ValueYAMLTests {
  private func value(_ text: String) -> (value: Value, bytes: [UInt8]) {
    let bytes = Array(text.utf8)
    let stream = YAMLParser.parse(SourceFile(id: FileID(0), path: "a.yaml", bytes: bytes))
    return (stream.documents.first?.root.map { Value($0) } ?? Value(.null), bytes)
  }

  /// JSON with the text that each scalar stands in: `1«0x1»`.
  private func printed(_ text: String) -> String {
    let (value, bytes) = value(text)
    return show(value, bytes)
  }

  private func show(_ value: Value, _ bytes: [UInt8]) -> String {
    let source =
      value.location.map { "«" + String(decoding: bytes[$0.range.indices], as: UTF8.self) + "»" } ?? ""
    let steps = value.origin.trace?.steps.map(\.note) ?? []
    let way = steps.isEmpty ? "" : "(\(steps.joined(separator: ", ")))"
    switch value.content {
    case .null: return "null" + source + way
    case .bool(let flag): return "\(flag)" + source + way
    case .number(.integer(let integer)): return "\(integer)" + source + way
    case .number(.double(let double)): return "\(double)" + source + way
    case .number(.exact): return "exact" + source + way
    case .string(let string): return string.debugDescription + source + way
    case .list(let elements):
      return "[" + elements.map { show($0, bytes) }.joined(separator: ", ") + "]" + way
    case .object(let fields):
      return "{" + fields.fields.map { "\($0.name): " + show($0.value, bytes) }.joined(separator: ", ") + "}"
        + way
    case .unknown: return "unknown"
    }
  }

  @Test func `values know the text to edit`() {
    #expect(printed("a: yes\nb: ['x', 0x10]\n") == #"{a: true«yes», b: ["x"«'x'», 16«0x10»]}"#)
  }

  @Test func `an alias leads to its anchor and names itself`() {
    #expect(printed("a: &x 1\nb: *x\nc: *none\n") == "{a: 1«1», b: 1«1»(alias *x), c: null«*none»}")
  }

  @Test func `merged fields come from where they are written, the last wins`() {
    #expect(
      printed("base: &b {x: 1, z: 2}\nuse: {x: 0, <<: *b, z: 3}\n")
        == "{base: {x: 1«1», z: 2«2»}, use: {x: 1«1»(merge key <<), z: 3«3»}}")
  }

  @Test func `of duplicate keys the last counts`() {
    #expect(printed("a: 1\nb: 2\na: 3\n") == "{a: 3«3», b: 2«2»}")
  }

  @Test func `keys get their JSON names`() {
    #expect(
      printed("on: 1\n0x10: 2\n1.5: 3\n'on': 4\n")
        == "{true: 1«1», 16: 2«2», 1.5: 3«3», on: 4«4»}")
  }
}
