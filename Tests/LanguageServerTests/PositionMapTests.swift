internal import Testing

@testable internal import LanguageServer

struct PositionMapTests {
  @Test func `positions count UTF-16 units or bytes, and lines end in three ways`() {
    let text = "a: é😀b\r\nc\rd\n"
    let bytes = Array(text.utf8)
    func positions(_ encoding: PositionMap.Encoding, _ parts: String...) -> [String] {
      let map = PositionMap(bytes, encoding)
      return parts.map { part in
        let start = bytes.indices.first { bytes[$0...].starts(with: part.utf8) } ?? 0
        let position = map.position(of: start)
        #expect(map.offset(of: position) == start)
        return "\(position.line):\(position.character)"
      }
    }
    #expect(positions(.utf16, "é", "😀", "b", "c", "d") == ["0:3", "0:4", "0:6", "1:0", "2:0"])
    #expect(positions(.utf8, "é", "😀", "b", "c", "d") == ["0:3", "0:5", "0:9", "1:0", "2:0"])
  }

  @Test func `positions outside of the text are its nearest end`() {
    let map = PositionMap(Array("ab\ncd".utf8), .utf16)
    #expect(map.offset(of: .init(line: 0, character: 99)) == 2)
    #expect(map.offset(of: .init(line: 9, character: 0)) == 5)
    #expect(map.offset(of: .init(line: -1, character: 0)) == 0)
    #expect(map.position(of: 99) == .init(line: 1, character: 2))
  }

  @Test func `a byte order mark is no character, half of a pair is the whole`() {
    let map = PositionMap([0xEF, 0xBB, 0xBF] + Array("a😀b".utf8), .utf16)
    #expect(map.position(of: 3) == .init(line: 0, character: 0))
    #expect(map.offset(of: .init(line: 0, character: 0)) == 3)
    #expect(map.offset(of: .init(line: 0, character: 2)) == 8)
  }

  @Test func `paths with every kind of character survive the way through a URI`() {
    for path in ["/a b/ä%/#?.yaml", "/x+y"] { #expect(DocumentURI.path(DocumentURI.uri(path)) == path) }
    #expect(DocumentURI.uri("/a b/ä") == "file:///a%20b/%C3%A4")
    #expect(DocumentURI.path("file://localhost/a%2Fb%") == "/a/b%")
    for uri in ["untitled:1", "file://host/a", "file://", "file:///a%00"] {
      #expect(DocumentURI.path(uri) == nil)
    }
  }
}
