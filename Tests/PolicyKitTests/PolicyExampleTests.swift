internal import PolicyKit
internal import SourceText
internal import Testing

struct PolicyExampleTests {
  @Test func `marks are taken out and put back`() {
    let text = "a: «b\nc: [«d», é«»e]\n»"
    let file = PolicyExample.File(path: "a.yaml", text: text)
    #expect(String(decoding: file.bytes, as: UTF8.self) == "a: b\nc: [d, ée]\n")
    #expect(
      file.marks == [
        ByteRange(start: 3, end: 17), ByteRange(start: 9, end: 10), ByteRange(start: 14, end: 14),
      ])
  }

  @Test func `marks as they stood`() {
    let text = "a: «b»\nc: [«\"d\"»]\n"
    #expect(PolicyExample.File(path: "a.yaml", text: text).markedText == text)
  }
}
