internal import SourceText
internal import Testing
internal import YAMLSyntax

struct ProblemTests {
  private func problems(_ text: String, limits: YAMLLimits = YAMLLimits()) -> [String] {
    problems(Array(text.utf8), limits: limits)
  }

  private func problems(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> [String] {
    YAMLParser.parse(SourceFile(id: FileID(0), path: "a.yaml", bytes: bytes), limits: limits).problems
      .map { problemLine($0, bytes) }
  }

  @Test(arguments: [
    (
      "a:\n\tb: 1\n",
      "2:1 error syntax «\t» a tab in the indentation; YAML indents with spaces only | replace the tab by spaces"
    ),
    (
      "a: 1\nb:2\nc: 3\n",
      "2:1 error syntax «b:2» no space after the colon, so that this is no key with a value | b: 2"
    ),
    (
      "a: \"x\nb: 1\n",
      "1:4 error syntax «\"x» the quote \" that opens here is never closed | close it with \" at the end of the value"
    ),
    (
      "a: [1, 2\nb: 3\n",
      "1:4 error syntax «[» the [ that opens here is not closed, or a comma is missing before line 2"
        + " | add , between the items and ] after the last"
    ),
    (
      "a: b: c\n",
      "1:4 error syntax «b: c» a second \": \" in one line, so that it is not clear where the value begins"
        + " | put the value in quotes: \"b: c\""
    ),
    (
      "a: @x\n", "1:4 error syntax «@» a value cannot start with @ | put the value in quotes"
    ),
    (
      "a: \"\\q\"\n",
      "1:5 error syntax «\\q» \\q is no escape in double quotes | write \\\\q, or use single quotes"
    ),
    (
      "a: 'x' y\n", "1:8 error syntax «y» text after the value has ended | put the whole value in quotes"
    ),
    (
      "a:\n  b: 1\n c: 2\n",
      "3:2 error syntax «c: 2» this line is not aligned with the keys of the mapping that begins on line 1"
        + " | give it the same indentation as its neighbours"
    ),
    (
      "a: *\n",
      "1:4 error syntax «*» * begins an alias or anchor, and no name follows | put the value in quotes"
    ),
    (
      "a: &web 1\nb: *wev\n",
      "2:4 error semantics «*wev» alias *wev names no anchor above it in this document | *web"
    ),
    (
      "a: &a [*a]\n",
      "1:8 error semantics «*a» alias *a stands inside the node that it names | write the value out, or move the"
        + " anchor &a to a node that is complete before this line"
    ),
    (
      "a: 1\nb: 2\na: 3\n",
      "3:1 error semantics «a» key \"a\" is written twice in this mapping, first on line 1; only the last counts"
        + " | keep one of the two"
    ),
    (
      "yes: 1\ntrue: 2\n",
      "2:1 error semantics «true» key \"true\" (the same as \"yes\") is written twice in this mapping, first on"
        + " line 1; only the last counts | keep one of the two"
    ),
    (
      "a: &b 1\nc: {<<: *b}\n",
      "2:9 error semantics «*b» << merges mappings, and this is none"
        + " | name an anchor of a mapping: <<: *defaults"
    ),
    (
      "~: 1\n",
      "1:1 error semantics «~» null is no key | write a name before the colon, or \"null\" in quotes"
    ),
    (
      "a: !!int yes\n",
      "1:10 error semantics «yes» the tag !!int stands before text that is no int"
        + " | remove the tag, or write the value as int"
    ),
    (
      "[a, b]: 1\n",
      "1:1 error semantics «[a, b]» a list stands where a key is expected"
        + " | use a name as key, and put the braces in quotes"
    ),
    (
      "image: {{inputs.parameters.image}}\n",
      "1:8 error syntax «{{inputs.parameters.image}}» {{ … }} outside of quotes is a mapping inside a mapping,"
        + " not text | put the value in quotes: \"{{…}}\""
    ),
  ]) func `a problem says what stands there and what to type`(text: String, problem: String) {
    #expect(problems(text) == [problem])
  }

  @Test func `duplicates are found among many keys`() {
    let keys = (0..<40).map { "k\($0): \($0)\n" }.joined() + "k7: 7\n"
    #expect(problems(keys).count == 1)
    #expect(problems((0..<40).map { "k\($0): \($0)\n" }.joined()) == [])
  }

  @Test func `after a mistake the next document is read`() {
    #expect(
      printed("a: 1\nb: [1\n---\nc: é\n---\nd: \"\n---\ne: 1\n") == """
        --- (incomplete)
        0..10 map
          0..1 plain "a"
            3..4 int 1
          5..6 plain "b"
            8..10 seq
              9..10 int 1
        ---
        15..20 map
          15..16 plain "c"
            18..20 plain "é"
        --- (incomplete)
        25..26 map
          25..26 plain "d"
            26..26 null
        ---
        34..38 map
          34..35 plain "e"
            37..38 int 1
        2:4 error syntax «[» the [ that opens here is not closed, or a comma is missing before line 3 | add , between \
        the items and ] after the last
        6:4 error syntax «"» the quote " that opens here is never closed | close it with " at the end of the value
        """)
  }

  @Test func `bytes that are no text are reported and the rest is read`() {
    #expect(
      printed(Array("a: caf".utf8) + [0xE9] + Array("\nb: x".utf8) + [0] + Array("y\n".utf8)) == """
        ---
        0..14 map
          0..1 plain "a"
            3..7 plain "caf?"
          8..9 plain "b"
            11..14 plain "x?y"
        1:7 error unreadable «\u{FFFD}» byte 0xE9 is not UTF-8 | save the file as UTF-8
        2:5 error unreadable «\0» the file holds a NUL byte | remove it; a binary file belongs under another name
        """)
  }

  @Test func `UTF-16 is named`() {
    let expected = [
      "1:1 error unreadable «» the file is encoded in UTF-16, not in UTF-8 | iconv -f UTF-16 -t UTF-8 a.yaml"
    ]
    #expect(problems([0xFF, 0xFE, 0x61, 0, 0x3A, 0]) == expected)
    #expect(problems([0xFE, 0xFF, 0, 0x61]) == expected)
    #expect(problems([0x61, 0, 0x3A, 0]) == expected)
  }

  @Test func `a billion laughs are a problem`() {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1..<40 {
      let previous = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(previous)]\n"
    }
    let clock = ContinuousClock()
    var found: [String] = []
    let time = clock.measure { found = problems(text) }
    #expect(found.count == 1)
    #expect(found[0].contains("error budget «*a") && found[0].contains("beyond 1000000 nodes"))
    #expect(time < .milliseconds(500))
  }

  @Test(arguments: ["[", "{a: ", "- ", "{", "a:\n", "? "]) func `deep nesting is a problem`(opening: String) {
    var text = ""
    if opening == "a:\n" {
      for level in 0..<600 { text += String(repeating: " ", count: level) + "a:\n" }
    } else {
      text = String(repeating: opening, count: 100_000)
    }
    let found = problems(text + "\n---\nb: 1\nb: 2\n")
    #expect(found.count == (opening == "? " ? 12 : opening == "{" ? 3 : 2))
    let budget = "error budget «» collections are nested more than 200 deep"
    #expect(found.contains { $0.contains(budget) })
    #expect(found.last?.contains("key \"b\"") == true)
  }
}
