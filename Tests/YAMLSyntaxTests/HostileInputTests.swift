internal import SourceText
internal import Testing
internal import YAMLSyntax

/// Input that is made to take long: each must end in time that grows with its size only.
struct HostileInputTests {
  @Test(arguments: [
    ("block scalars", "- |\n  a\n", 40_000),
    ("anchors and aliases", "- &a@ x\n- *a@\n", 20_000),
    ("aliases to nothing", "- *a@\n", 20_000),
    ("duplicate keys", "a: 1\n", 20_000),
    ("broken documents", "---\na: [\n", 20_000),
    ("documents", "---\na: @\n", 20_000),
    ("tags", "- !!int x\n", 20_000),
    ("comments", "a@: b # c\n", 20_000),
    ("wide characters", "é@: 'é'\n", 20_000),
    ("long keys", "? a@\n: b\n", 20_000),
    ("quotes", "- \"\\u00e9\\n\"\n", 20_000),
  ]) func `time grows with size`(name: String, piece: String, count: Int) {
    func seconds(_ count: Int) -> Duration {
      let text = (0..<count).map {
        piece.split(separator: "@", omittingEmptySubsequences: false).joined(separator: "\($0)")
      }
      .joined()
      let file = SourceFile(id: FileID(0), path: "a.yaml", bytes: Array(text.utf8))
      return (0..<2).map { _ in ContinuousClock().measure { _ = YAMLParser.parse(file) } }.min() ?? .zero
    }
    let small = seconds(count / 8)
    let large = seconds(count)
    #expect(large < max(small * 30, .milliseconds(400)), "\(name): \(small) for an eighth, \(large)")
  }
}
