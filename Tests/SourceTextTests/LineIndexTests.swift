internal import SourceText
internal import Testing

struct LineIndexTests {
  @Test func `columns count grapheme clusters and lines end at LF`() {
    let bytes = Array("a: é\r\nb: 👩‍👩‍👧x\n".utf8)
    let index = LineIndex(bytes)
    #expect(index.position(of: 5, in: bytes) == Position(line: 1, column: 5, byte: 5))
    let x = bytes.firstIndex(of: UInt8(ascii: "x"))!
    #expect(index.position(of: x, in: bytes) == Position(line: 2, column: 5, byte: x))
    #expect(index.range(ofLine: 1, in: bytes) == 0..<5)
    #expect(index.lineCount == 3)
  }
}
