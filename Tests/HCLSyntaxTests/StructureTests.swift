internal import HCLSyntax
internal import SourceText
internal import Testing

struct StructureTests {
  private func check(_ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(TreePrinter.print(text) == expected, sourceLocation: sourceLocation)
  }

  @Test func `bodies hold attributes and blocks`() {
    check(
      "a = 1 # one\n/* x */ b \"l\" m {\n  c = 2\n  d {}\n}\ne { f = 3 }\n",
      "a=1; b 'l' 'm'{c=2; d{}}; e{f=3}")
  }

  @Test func `a single-line block holds one argument`() {
    check("a { b = 1, c = 2 }\n", "a{b=1}\n1:10-1:11 invalid single-argument block definition")
    check("a { b = 1\n}\n", "a{b=1}\n1:10-2:1 invalid single-argument block definition")
  }

  @Test func `an attribute is set once`() {
    check("a = 1\na = 2\nb { a = 3 }\n", "a=1; b{a=3}\n2:1-2:2 attribute redefined")
  }

  @Test func `a heredoc keeps its lines and a flush heredoc loses the smallest indentation`() {
    check("a = <<EOT\n  x\n y\nEOT\nb = 1\n", "a='  x\n y\n'; b=1")
    check("a = <<-EOT\n    x\n\n   y\n  EOT\n", "a=' x\n\ny\n'")
    check("a = <<-EOT\n  ${b}\n    c\n  EOT\n", "a=template('', b, '\n  c\n')")
    check("a = <<EOT\nNOT EOT\nEOT\n", "a='NOT EOT\n'")
    check("a = <<EOT\nx\nEOT", "a='x\nEOT'\n3:4-3:4 unterminated template string")
  }

  @Test func `a broken block does not lose its neighbours`() {
    check(
      "a \"x\" {\n  b = \n}\nc \"y\" {\n  d = 1\n}\n",
      "a 'x'{b=?}; c 'y'{d=1}\n2:7-3:1 invalid expression")
    check(
      "a \"x\" {\n  b = [1,\n\nc \"y\" {\n  d = 1\n}\n",
      "a 'x'{b=[1, c]}; c 'y'{d=1}\n4:3-4:4 missing item separator")
    check(
      "a \"x\" {\n  b = 1\n\nc \"y\" {\n  d = 1\n}\n",
      "a 'x'{b=1}; c 'y'{d=1}\n1:7-1:8 unclosed configuration block")
    check(
      "a = \"x\nb = 2\n",
      "a='x'; b=2\n1:7-2:1 invalid multi-line string\n1:7-2:1 unterminated template string")
    check("} a\nb = 1\n", "b=1\n1:1-1:2 argument or block definition required")
  }

  @Test func `bytes outside of the language give a problem each`() {
    check(
      "a = 'b'\n", "a=?\n1:5-1:6 invalid character\n1:5-1:6 invalid expression\n1:7-1:8 invalid character")
    check("a = 1 & 2\n", "a=1\n1:7-1:8 unsupported operator\n1:7-1:8 missing newline after argument")
    check("é = \"ü\"\n", "é='ü'")
  }

  @Test func `comments are kept with their ranges`() {
    let text = "# one\na = 1 // two\n/* three */\n"
    let tree = HCLTree.parse(Array(text.utf8), file: FileID(0)).tree
    let comments = tree.comments.map { String(decoding: tree.bytes[$0.range.indices], as: UTF8.self) }
    #expect(comments == ["# one", "// two", "/* three */"])
  }

  @Test func `ranges cover exactly what was written`() {
    let text = "resource \"a\" \"b\" {\n  c = [d.e, \"f${g}\"]\n}\n"
    let tree = HCLTree.parse(Array(text.utf8), file: FileID(0)).tree
    func source(_ range: ByteRange) -> String { String(decoding: tree.bytes[range.indices], as: UTF8.self) }
    guard case .block(let block) = tree[tree.root].items[0],
      case .attribute(let c) = tree[block.body].items[0],
      case .tuple(let elements) = tree[c.value]
    else {
      Issue.record("not the expected tree")
      return
    }
    #expect(source(block.range) == "resource \"a\" \"b\" {\n  c = [d.e, \"f${g}\"]\n}")
    #expect(source(block.headerRange) == "resource \"a\" \"b\"")
    #expect(source(c.range) == "c = [d.e, \"f${g}\"]")
    #expect(tree[elements].map { source(tree.range(of: $0)) } == ["d.e", "\"f${g}\""])
  }

  @Test func `a file that is nested too deeply gives a problem`() {
    for (open, close) in [
      ("[", "]"), ("(", ")"), ("{a=", "}"), ("f(", ")"), ("\"${", "}\""), ("-", ""), ("a?", ":b"),
    ] {
      let text =
        "a = " + String(repeating: open, count: 100_000) + "1" + String(repeating: close, count: 100_000)
        + "\nb = 2\n"
      let parse = HCLTree.parse(Array(text.utf8), file: FileID(0))
      #expect(parse.problems.contains { $0.kind == .budget }, "\(open)")
    }
    let blocks = String(repeating: "a {\n", count: 100_000) + String(repeating: "}\n", count: 100_000)
    #expect(HCLTree.parse(Array(blocks.utf8), file: FileID(0)).problems.contains { $0.kind == .budget })
    let json = String(repeating: "[", count: 100_000)
    #expect(HCLTree.parseJSON(Array(json.utf8), file: FileID(0)).problems.contains { $0.kind == .budget })
  }
}
