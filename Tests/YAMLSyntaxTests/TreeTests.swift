internal import SourceText
internal import Testing
internal import YAMLSyntax

struct TreeTests {
  @Test func `nodes have exact byte ranges, past characters of several bytes`() {
    #expect(
      printed("né: [ä, \"b\\u00e9\"] # c\nk: 'it''s'\n") == """
        ---
        0..35 map
          0..3 plain "né"
            5..20 seq
              6..8 plain "ä"
              10..19 doubleQuoted "bé"
          25..26 plain "k"
            28..35 singleQuoted "it\\'s"
        # 21: # c
        """)
  }

  @Test func `block scalars end with their last text`() {
    #expect(
      printed("a: |-  # why\n  one\n   two\n\nb: >+\n  x\n  y\n\n# end\nc:\n") == """
        ---
        0..50 map
          0..1 plain "a"
            3..25 literal "one\\n two"
          27..28 plain "b"
            30..40 folded "x y\\n\\n"
          48..49 plain "c"
            50..50 null
        # 7: # why
        # 42: # end
        """)
  }

  @Test func `tags and anchors do not belong to the range`() {
    #expect(
      printed("a: &x !!str 12\nb: *x\nc: !!map\n  d: !Ref e\nf: !<tag:yaml.org,2002:int> 0x10\n") == """
        ---
        0..74 map
          0..1 plain "a"
            12..14 !tag:yaml.org,2002:str plain "12"
          15..16 plain "b"
            18..20 *x
          21..22 plain "c"
            32..41 !tag:yaml.org,2002:map map
              32..33 plain "d"
                40..41 !!Ref plain "e"
          42..43 plain "f"
            70..74 !tag:yaml.org,2002:int int 16
        """)
  }

  @Test func `a byte order mark is skipped, CRLF is two bytes`() {
    #expect(
      printed([0xEF, 0xBB, 0xBF] + Array("a: 1\r\nb: x\r\n".utf8)) == """
        ---
        3..13 map
          3..4 plain "a"
            6..7 int 1
          9..10 plain "b"
            12..13 plain "x"
        """)
  }

  @Test func `a stream has many documents, empty ones are null`() {
    #expect(
      printed("%YAML 1.1\n---\na\n...\n---\n---\nb: {c: }\n") == """
        ---
        14..15 plain "a"
        ---
        24..24 null
        ---
        28..36 map
          28..29 plain "b"
            31..36 map
              32..33 plain "c"
                35..35 null
        """)
  }

  @Test func `merge keys are followed and the last wins`() {
    let text = "x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}\nz: {<<: [{a: 4}, *x]}\n"
    let root = YAMLParser.parse(SourceFile(id: FileID(0), path: "a.yaml", bytes: Array(text.utf8))).documents[
      0
    ]
    .root
    #expect(root?.at("y", "a")?.text == "1")
    #expect(root?.at("y", "b")?.text == "3")
    #expect(root?.at("z", "a")?.text == "4")
    #expect(root?.at("z", "b")?.text == "2")
    #expect(root?["y"]?["none"] == nil)
  }

  @Test func `JSON parses with tabs, surrogate pairs and long keys`() {
    let key = String(repeating: "k", count: 1100)
    #expect(
      printed("\t{\n\t\"a\":\t[1.5e1,\"\\ud83d\\ude00\\/\"],\"\(key)\":null}\n") == """
        ---
        1..1142 map
          4..7 doubleQuoted "a"
            9..33 seq
              10..15 int 15
              16..32 doubleQuoted "😀/"
          34..1136 doubleQuoted "\(key)"
            1137..1141 null
        """)
  }

  @Test func `what looks like JSON and is YAML is read as YAML`() {
    #expect(
      printed("{a: 1, \"b\": [x,],}\n---\nc: 1\n") == """
        ---
        0..18 map
          1..2 plain "a"
            4..5 int 1
          7..10 doubleQuoted "b"
            12..16 seq
              13..14 plain "x"
        ---
        23..27 map
          23..24 plain "c"
            26..27 int 1
        """)
  }
}
