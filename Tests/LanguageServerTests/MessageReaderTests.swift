internal import LanguageServer
internal import Testing

struct MessageReaderTests {
  static func bodies(_ pieces: String...) -> [String] {
    var reader = MessageReader()
    var bodies: [String] = []
    for piece in pieces {
      reader.append(Array(piece.utf8))
      while let body = reader.next() { bodies.append(String(decoding: body, as: UTF8.self)) }
    }
    return bodies
  }

  @Test func `messages come in any pieces`() {
    let text = "Content-Length: 2\r\n\r\n{}Content-Length: 3\r\nContent-Type: x\r\n\r\n[1]"
    #expect(Self.bodies(text) == ["{}", "[1]"])
    var reader = MessageReader()
    var bodies: [String] = []
    for byte in Array(text.utf8) {
      reader.append([byte])
      while let body = reader.next() { bodies.append(String(decoding: body, as: UTF8.self)) }
    }
    #expect(bodies == ["{}", "[1]"])
  }

  @Test func `the length counts bytes, and the name is read in any case`() {
    #expect(Self.bodies("content-length:4\r\n\r\n\"é\"") == ["\"é\""])
  }

  @Test func `what is no head is skipped`() {
    #expect(
      Self.bodies(
        "noise\r\n\r\nContent-Length: minus\r\n\r\n", "Content-Length: -5\r\n\r\n",
        "Content-Length: 2\r\n\r\n{}")
        == ["{}"])
    #expect(Self.bodies(String(repeating: "x", count: 100_000), "Content-Length: 2\r\n\r\n{}") == ["{}"])
    #expect(
      Self.bodies("Content-Length: 99999999999999999999\r\n\r\nContent-Length: 2\r\n\r\n{}") == ["{}"])
  }
}
