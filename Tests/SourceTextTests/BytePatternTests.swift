internal import SourceText
internal import Testing

struct BytePatternTests {
  @Test(arguments: [0, 1, 4])
  func `a word is found wherever it stands, and nothing like it`(anchor: Int) {
    let pattern = BytePattern("mlguard", anchor: anchor)
    for length in 0..<80 {
      let before = String(repeating: "mlg", count: length / 3) + String(repeating: "x", count: length % 3)
      #expect(pattern.occurs(in: Array((before + "mlguard").utf8)))
      #expect(pattern.occurs(in: before + "mlguard and more"))
      #expect(!pattern.occurs(in: before + "mlguar"))
      #expect(!pattern.occurs(in: before + "mlgu\u{E1}rd"))
    }
    #expect(!pattern.occurs(in: ""))
  }
}
