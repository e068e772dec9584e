internal import LanguageServer
internal import Testing

/// One message in, the bodies of what comes back.
struct SessionTests {
  static func answers(_ messages: String...) async -> [String] {
    var server = LanguageServer(version: "1", threads: 1)
    var answers: [String] = []
    for message in messages {
      var reader = MessageReader()
      reader.append(await server.handle(Array(message.utf8)))
      while let body = reader.next() { answers.append(String(decoding: body, as: UTF8.self)) }
      if let code = server.exitCode { answers.append("exit \(code)") }
    }
    return answers
  }

  static let initialize = #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#

  @Test func `broken messages are answered and end nothing`() async {
    let answers = await Self.answers(
      "{", "[]", "{}", #"{"jsonrpc":"2.0"}"#, #"{"jsonrpc":"2.0","id":"a","method":"textDocument/hover"}"#,
      "\u{0}\u{1}", #"{"jsonrpc":"2.0","id":7,"method":"nothing","params":3}"#, Self.initialize,
      #"{"jsonrpc":"2.0","id":8,"method":"nothing","params":3}"#,
      #"{"jsonrpc":"2.0","id":9,"method":"textDocument/hover","params":[1]}"#,
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":3}}"#,
      #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":9}}"#,
      #"{"jsonrpc":"2.0","id":10,"method":"shutdown"}"#,
      #"{"jsonrpc":"2.0","id":11,"method":"textDocument/hover"}"#, #"{"jsonrpc":"2.0","method":"exit"}"#)
    #expect(
      answers.map { $0.hasPrefix(#"{"jsonrpc":"2.0","id":1,"result":{"capabilities""#) ? "initialized" : $0 }
        == [
          #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"the message is no JSON object"}}"#,
          #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"the message is no JSON object"}}"#,
          #"{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"the object is no message of JSON-RPC 2.0"}}"#,
          #"{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"the object is no message of JSON-RPC 2.0"}}"#,
          #"{"jsonrpc":"2.0","id":"a","error":{"code":-32002,"message":"the session is not initialized"}}"#,
          #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"the message is no JSON object"}}"#,
          #"{"jsonrpc":"2.0","id":7,"error":{"code":-32002,"message":"the session is not initialized"}}"#,
          "initialized",
          #"{"jsonrpc":"2.0","id":8,"error":{"code":-32601,"message":"there is no method 'nothing'"}}"#,
          #"{"jsonrpc":"2.0","id":9,"result":null}"#,
          #"{"jsonrpc":"2.0","id":10,"result":null}"#,
          #"{"jsonrpc":"2.0","id":11,"error":{"code":-32600,"message":"the session is shut down"}}"#,
          "exit 0",
        ])
  }

  @Test func `exit without shutdown is 1`() async {
    #expect(await Self.answers(#"{"jsonrpc":"2.0","method":"exit"}"#) == ["exit 1"])
  }

  @Test func `UTF-8 positions are for clients that offer them`() async {
    let offers =
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{"general":{"positionEncodings":["utf-32","utf-8","utf-16"]}}}}"#
    #expect(await Self.answers(offers)[0].contains(#""positionEncoding":"utf-8""#))
    #expect(await Self.answers(Self.initialize)[0].contains(#""positionEncoding":"utf-16""#))
  }
}
