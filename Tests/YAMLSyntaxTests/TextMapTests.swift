internal import SourceText
internal import Testing
internal import YAMLSyntax

struct TextMapTests {
  /// The source of one part of the text of the value of `a`.
  private func source(_ part: String, in text: String) -> String {
    let bytes = Array(text.utf8)
    let stream = YAMLParser.parse(SourceFile(id: FileID(0), path: "a.yaml", bytes: bytes))
    guard let node = stream.documents.first?.root?["a"] else { return "no value" }
    let value = node.text
    guard let range = value.range(of: part) else { return "no such part in \(value.debugDescription)" }
    let start = value.utf8.distance(from: value.startIndex, to: range.lowerBound)
    let found = node.sourceRange(ofText: start..<(start + part.utf8.count))
    return "\(found.start): " + String(decoding: bytes[found.indices], as: UTF8.self)
  }

  @Test func `a part of a literal is found through indentation`() {
    #expect(source("$TOKEN", in: "x: 1\na: |\n    curl\n      -H $TOKEN\n    end\n") == "28: $TOKEN")
    #expect(source("-H $TOKEN\nend", in: "a: |2\n    curl\n   -H $TOKEN\n  end\n") == "18: -H $TOKEN\n  end")
  }

  @Test func `a part of a folded scalar may span lines`() {
    #expect(source("two three", in: "a: >-\n  one two\n  three\n\n  four\n") == "12: two\n  three")
    #expect(source("four", in: "a: >-\n  one two\n  three\n\n  four\n") == "27: four")
  }

  @Test func `escapes are whole`() {
    #expect(source("é\n", in: #"a: "x\u00e9\ny""#) == #"5: \u00e9\n"#)
    #expect(source("y", in: #"a: "x\u00e9\ny""#) == "13: y")
    #expect(source("'", in: "a: 'it''s'") == "6: ''")
    #expect(source("b c", in: "a: \"b\n  c \\\n  d\"") == "4: b\n  c")
    #expect(source("d", in: "a: \"b\n  c \\\n  d\"") == "14: d")
  }

  @Test func `embedded JSON in JSON`() {
    #expect(source("\"Action\"", in: #"{"a": "{\"Action\": \"*\"}"}"#) == #"8: \"Action\""#)
  }

  @Test func `plain text is its own source`() {
    #expect(source("web", in: "a: the web app") == "7: web")
    #expect(source("web app", in: "a: the web\n  app") == "7: web\n  app")
  }

  @Test func `each line of a script has its range`() {
    let text = "a: |\n  one\n\n    two\n  three\nb: 1\n"
    let bytes = Array(text.utf8)
    let root = YAMLParser.parse(SourceFile(id: FileID(0), path: "a.yaml", bytes: bytes)).documents[0].root
    let lines = root?["a"]?.textLines.map { String(decoding: bytes[$0.indices], as: UTF8.self) }
    #expect(lines == ["one", "", "  two", "three"])
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start <= endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      guard start < endIndex else { return nil }
      start = index(after: start)
    }
    return nil
  }
}
