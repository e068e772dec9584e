internal import HCLSyntax
internal import SourceText
internal import Testing

struct JSONSyntaxTests {
  private func check(_ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(TreePrinter.printJSON(text) == expected, sourceLocation: sourceLocation)
  }

  @Test func `strings are templates`() {
    check(
      #"{"a": {"b": "x${c.d}", "e": [1, -2.5e3, true, null]}, "//": "comment"}"#,
      "a={json'b''b': json'x${c.d}'template('x', c.d), json'e''e': [1, -2.5e3, true, null]}")
    check(#"{"a": "${b}"}"#, "a=json'${b}'wrap(b)")
    check(#"{"a": "\u00e9\ud83d\ude00\n"}"#, "a=json'é😀\n''é😀\n'")
  }

  @Test func `a template's ranges are those of the file, behind escapes too`() {
    let text = #"{"a": "\t\"${b.c}\""}"#
    let parse = HCLTree.parseJSON(Array(text.utf8), file: FileID(0))
    guard case .attribute(let a) = parse.tree[parse.tree.root].items[0],
      case .jsonString(_, let template) = parse.tree[a.value],
      case .template(let parts) = parse.tree[template]
    else {
      Issue.record("not the expected tree")
      return
    }
    let range = parse.tree.range(of: parse.tree[parts].dropFirst().first!)
    #expect(String(decoding: parse.tree.bytes[range.indices], as: UTF8.self) == "b.c")
  }

  @Test func `a string that is no template is still a string`() {
    check(#"{"a": "${"}"#, "a=json'${'?")
  }

  @Test func `mistakes are strict JSON's`() {
    check(#"{"a": 1,}"#, "a=1\n1:8-1:9 trailing comma in object")
    check(#"{"a": 01}"#, "a=?\n1:7-1:9 invalid JSON number")
    check(#"{"a" 1, "b": 2}"#, "b=2\n1:6-1:7 missing property value colon")
    check(#"{"a": tru, "b": 2}"#, "a=?; b=2\n1:7-1:10 invalid JSON keyword")
    check(#"{"a": [1 2], "b": 3}"#, "a=[1]; b=3\n1:10-1:11 missing attribute separator comma")
    check("[1]", "\n1:1-1:4 root value must be object")
    check(#"{"a": 1} x"#, "a=1\n1:10-1:11 extraneous data after value")
    check(#"{"a": "b"#, "a=?\n1:9-1:9 invalid JSON string")
  }
}
