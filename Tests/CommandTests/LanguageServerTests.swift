internal import Foundation
internal import Testing

/// An editor that talks to the built binary through pipes.
final class EditorSession {
  let run: CommandRun
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var buffer = Data()
  private var lastID = 0

  init(_ files: [String: String]) throws {
    run = try CommandRun(files)
    process.executableURL = CommandRun.binary
    process.arguments = ["lsp"]
    process.standardInput = input
    process.standardOutput = output
    process.currentDirectoryURL = run.folder
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  func uri(_ path: String) -> String { "file://" + run.folder.path + "/" + path }

  func sendRaw(_ text: String) { input.fileHandleForWriting.write(Data(text.utf8)) }

  private func send(_ message: [String: Any]) throws {
    var message = message
    message["jsonrpc"] = "2.0"
    let body = try JSONSerialization.data(withJSONObject: message)
    input.fileHandleForWriting.write(Data("Content-Length: \(body.count)\r\n\r\n".utf8) + body)
  }

  func notify(_ method: String, _ params: [String: Any]) throws {
    try send(["method": method, "params": params])
  }

  /// The result, and the notifications that came before it.
  @discardableResult
  func request(_ method: String, _ params: [String: Any]) throws -> (
    result: Any?, notifications: [[String: Any]]
  ) {
    lastID += 1
    try send(["id": lastID, "method": method, "params": params])
    var notifications: [[String: Any]] = []
    while let message = try receive() {
      if message["id"] as? Int == lastID { return (message["result"], notifications) }
      notifications.append(message)
    }
    return (nil, notifications)
  }

  private func receive() throws -> [String: Any]? {
    while true {
      if let end = buffer.range(of: Data("\r\n\r\n".utf8)) {
        let head = String(decoding: buffer[buffer.startIndex..<end.lowerBound], as: UTF8.self)
        let length = Int(head.dropFirst("Content-Length: ".count)) ?? 0
        if buffer.endIndex - end.upperBound >= length {
          let body = buffer[end.upperBound..<(end.upperBound + length)]
          buffer = Data(buffer[(end.upperBound + length)...])
          return try JSONSerialization.jsonObject(with: body) as? [String: Any]
        }
      }
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { return nil }
      buffer += data
    }
  }

  func start(_ encodings: [String] = []) throws {
    try request(
      "initialize",
      [
        "rootUri": uri(""),
        "capabilities": [
          "general": ["positionEncodings": encodings],
          "textDocument": ["publishDiagnostics": ["relatedInformation": true]],
        ],
      ])
    try notify("initialized", [:])
  }

  func open(_ path: String) throws {
    try notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": uri(path), "languageId": "yaml", "version": 1, "text": try run.text(of: path),
        ]
      ])
  }

  func save(_ path: String, _ text: String) throws {
    try run.write(text, to: path)
    try notify(
      "textDocument/didChange",
      ["textDocument": ["uri": uri(path), "version": 2], "contentChanges": [["text": text]]])
    try notify("textDocument/didSave", ["textDocument": ["uri": uri(path)]])
  }

  /// What was published since the last request, one line for each diagnostic or empty list.
  func published() throws -> [String] {
    let notifications = try request("textDocument/hover", [:]).notifications
    return notifications.flatMap { message -> [String] in
      guard let params = message["params"] as? [String: Any] else { return [] }
      guard let uri = params["uri"] as? String, let list = params["diagnostics"] as? [[String: Any]] else {
        return ["\(params["message"] ?? "")"]
      }
      let name = uri.replacingOccurrences(of: self.uri(""), with: "")
      if list.isEmpty { return ["\(name) clean"] }
      return list.map { "\(name) \(Self.text(of: $0["range"])) \($0["severity"] ?? "") \($0["code"] ?? "")" }
    }
  }

  static func text(of range: Any?) -> String {
    func text(_ name: String) -> String {
      let position = (range as? [String: Any])?[name] as? [String: Any]
      return "\(position?["line"] ?? ""):\(position?["character"] ?? "")"
    }
    return text("start") + "-" + text("end")
  }

  /// The exit code after the agreed end.
  func end() throws -> Int32 {
    try request("shutdown", [:])
    try notify("exit", [:])
    process.waitUntilExit()
    return process.terminationStatus
  }
}

struct LanguageServerTests {
  static let fixed = Manifest.mutable.replacing("web:1.4", with: "web:1.4@\(FixCommandTests.digest)")

  @Test func `diagnostics come on open and on save, for every file that changed`() throws {
    let editor = try EditorSession(["a/web.yaml": Manifest.mutable, "b/api.yaml": Manifest.clean])
    try editor.start()
    #expect(try editor.published() == ["a/web.yaml 8:13-8:20 1 IMG-01"])
    try editor.open("b/api.yaml")
    #expect(try editor.published() == ["b/api.yaml clean"])
    try editor.save("b/api.yaml", "# é\n" + Manifest.mutable)
    #expect(try editor.published() == ["b/api.yaml 9:13-9:20 1 IMG-01"])
    // Changed behind the editor's back, seen with the next save.
    try editor.run.write(Self.fixed, to: "a/web.yaml")
    try editor.save("b/api.yaml", "# é\n" + Manifest.mutable)
    #expect(try editor.published() == ["a/web.yaml clean"])
    try FileManager.default.removeItem(at: editor.run.folder.appending(path: "a/web.yaml"))
    try editor.save("b/api.yaml", Manifest.clean)
    #expect(try editor.published() == ["b/api.yaml clean"])
    #expect(try editor.end() == 0)
  }

  @Test func `a new file, an unsaved text and a broken file are judged as the editor shows them`() throws {
    let editor = try EditorSession(["web.yaml": Manifest.clean])
    try editor.start()
    #expect(try editor.published() == [])
    try editor.run.write(Manifest.mutable, to: "new.yaml")
    try editor.open("new.yaml")
    #expect(try editor.published() == ["new.yaml 8:13-8:20 1 IMG-01"])
    try editor.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": editor.uri("new.yaml"), "version": 2],
        "contentChanges": [
          [
            "range": ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 0]],
            "text": "# top\n",
          ]
        ],
      ])
    try editor.open("web.yaml")
    #expect(Set(try editor.published()) == ["new.yaml 9:13-9:20 1 IMG-01", "web.yaml clean"])
    try editor.save("new.yaml", "kind: Pod\nspec: [1\n")
    #expect(try editor.published() == ["new.yaml 1:6-1:7 1 "])
    try editor.save("web.yaml", "{{ if .Values.x }}\na: 1\n{{ end }}\n")
    #expect(try editor.published().count == 1)
    #expect(try editor.end() == 0)
  }

  @Test(arguments: [(["utf-16"], "8:24-8:31"), (["utf-8"], "8:27-8:34"), ([], "8:24-8:31")])
  func `columns are those of the encoding that was agreed`(encodings: [String], range: String) throws {
    let flow = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        serviceAccountName: web
        automountServiceAccountToken: false
        # one line
        containers:
          [{name: é😀, image: web:1.4, resources: {requests: {cpu: 1, memory: 1Gi}, \
      limits: {cpu: 1, memory: 1Gi, ephemeral-storage: 1Gi}}}]

      """
    let editor = try EditorSession(["web.yaml": flow])
    try editor.start(encodings)
    #expect(try editor.published() == ["web.yaml \(range) 1 IMG-01"])
    #expect(try editor.end() == 0)
  }

  @Test func `hover shows the card, a code action is the proved edit of the text in the editor`() throws {
    let editor = try EditorSession(["web.yaml": Manifest.mutable, "images.lock": FixCommandTests.lock])
    try editor.start()
    try editor.open("web.yaml")
    let place: [String: Any] = [
      "textDocument": ["uri": editor.uri("web.yaml")], "position": ["line": 8, "character": 15],
    ]
    let hover = try editor.request("textDocument/hover", place).result as? [String: Any]
    let contents = hover?["contents"] as? [String: Any]
    #expect((contents?["value"] as? String)?.hasPrefix("**IMG-01 mutable-image-tag** (error)") ?? false)
    #expect(EditorSession.text(of: hover?["range"]) == "8:13-8:20")
    // The line moves without a save.
    try editor.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": editor.uri("web.yaml"), "version": 2],
        "contentChanges": [["text": "# é\n" + Manifest.mutable]],
      ])
    let range = ["start": ["line": 9, "character": 14], "end": ["line": 9, "character": 14]]
    let actions =
      try editor.request(
        "textDocument/codeAction",
        [
          "textDocument": ["uri": editor.uri("web.yaml")], "range": range,
          "context": ["diagnostics": [Any]()],
        ]
      ).result as? [[String: Any]]
    #expect(actions?.count == 1)
    #expect(actions?.first?["title"] as? String == "IMG-01: pin web:1.4 to the digest in images.lock")
    let changes = (actions?.first?["edit"] as? [String: Any])?["changes"] as? [String: [[String: Any]]]
    let edit = changes?[editor.uri("web.yaml")]?.first
    #expect(EditorSession.text(of: edit?["range"]) == "9:20-9:20")
    #expect(edit?["newText"] as? String == "@\(FixCommandTests.digest)")
    #expect(try editor.run.text(of: "web.yaml") == Manifest.mutable)
    #expect(try editor.end() == 0)
  }

  @Test func `a broken profile is told and the session goes on, as it does after noise`() throws {
    let editor = try EditorSession(["web.yaml": Manifest.mutable, ".mlguard.yaml": "failon: error\n"])
    try editor.start()
    let told = try editor.published()
    #expect(told.count == 1 && told[0].contains(".mlguard.yaml:1:1: "), "\(told)")
    editor.sendRaw("noise\r\n\r\nContent-Length: 7\r\n\r\n{broken")
    try editor.run.write("failOn: error\n", to: ".mlguard.yaml")
    try editor.notify("workspace/didChangeWatchedFiles", ["changes": [Any]()])
    #expect(try editor.published().contains("web.yaml 8:13-8:20 1 IMG-01"))
    try editor.run.write("failOn: error\npolicies: {IMG-01: off}\n", to: ".mlguard.yaml")
    try editor.notify("workspace/didChangeWatchedFiles", ["changes": [Any]()])
    #expect(try editor.published() == ["web.yaml clean"])
    #expect(try editor.end() == 0)
  }
}
