internal import PolicyKit
internal import Reporting
internal import Scanner
internal import SourceText
internal import YAMLSyntax

/// The state of one session with an editor: bodies of messages in, framed messages out. It reads the repository and
/// writes nothing; edits are the editor's to make.
///
/// Source: Language Server Protocol 3.17.
public struct LanguageServer {
  enum Phase { case new, running, shutDown }

  private let version: String
  private let threads: Int
  private(set) var phase = Phase.new
  var encoding = PositionMap.Encoding.utf16
  var sendsRelatedInformation = false
  /// Nil until a folder is known and its configuration is right.
  var workspace: Workspace?
  /// What the editor has open, by URI.
  var documents: [String: Document] = [:]
  /// The diagnostics that the editor has, by URI: only what changed is sent again.
  var published: [String: String] = [:]
  private var folder: String?
  private var output: [UInt8] = []

  /// A text in the editor.
  struct Document {
    /// From the root; nil for a file outside of the repository.
    var path: String?
    var bytes: [UInt8]
  }

  public init(version: String, threads: Int) {
    self.version = version
    self.threads = threads
  }

  /// Nil while the session goes on; then the exit code: 0 when it was shut down as agreed.
  public private(set) var exitCode: Int32?

  /// Handles one message; gives the bytes to send.
  public mutating func handle(_ body: [UInt8]) async -> [UInt8] {
    output = []
    do throws(Message.Fault) {
      let message = try Message(body)
      if let method = message.method {
        if let id = message.id {
          await request(method, message.params, id)
        } else {
          await notification(method, message.params)
        }
      }
    } catch {
      switch error {
      case .notJSON: output += Message.failure(of: .null, -32700, "the message is no JSON object")
      case .notAMessage:
        output += Message.failure(of: .null, -32600, "the object is no message of JSON-RPC 2.0")
      }
    }
    return output
  }

  private mutating func request(_ method: String, _ params: YAMLNode?, _ id: JSONText) async {
    switch (method, phase) {
    case ("initialize", .new): output += Message.reply(to: id, initialize(params))
    case ("initialize", _): output += Message.failure(of: id, -32600, "the session is initialized already")
    case (_, .new): output += Message.failure(of: id, -32002, "the session is not initialized")
    case (_, .shutDown): output += Message.failure(of: id, -32600, "the session is shut down")
    case ("shutdown", .running):
      phase = .shutDown
      output += Message.reply(to: id, .null)
    case ("textDocument/hover", .running): output += Message.reply(to: id, hover(params))
    case ("textDocument/codeAction", .running): output += Message.reply(to: id, await codeActions(params))
    case (_, .running): output += Message.failure(of: id, -32601, "there is no method '\(method)'")
    }
  }

  private mutating func notification(_ method: String, _ params: YAMLNode?) async {
    if method == "exit" {
      exitCode = phase == .shutDown ? 0 : 1
      return
    }
    guard phase == .running else { return }
    let uri = params?.at("textDocument", "uri")?.text
    switch method {
    case "initialized": await refresh()
    case "textDocument/didOpen":
      guard let uri, let text = params?.at("textDocument", "text")?.text else { return }
      if workspace == nil, folder == nil { folder = DocumentURI.path(uri) }
      documents[uri] = Document(path: nil, bytes: Array(text.utf8))
      await refresh()
    case "textDocument/didChange":
      guard let uri, var document = documents[uri] else { return }
      for change in params?["contentChanges"]?.elements.map({ $0 }) ?? [] { document.apply(change, encoding) }
      documents[uri] = document
    case "textDocument/didSave":
      guard let uri else { return }
      if let text = params?["text"]?.text { documents[uri]?.bytes = Array(text.utf8) }
      await refresh()
    case "textDocument/didClose":
      guard let uri else { return }
      if let file = documents.removeValue(forKey: uri)?.path.flatMap({ workspace?.file(at: $0) }) {
        workspace?.show(nil, for: file)
      }
      await refresh()
    case "workspace/didChangeWatchedFiles": await refresh()
    default: return
    }
  }

  private mutating func initialize(_ params: YAMLNode?) -> JSONText {
    phase = .running
    let general = params?.at("capabilities", "general", "positionEncodings")?.elements.map(\.text) ?? []
    if general.contains("utf-8") { encoding = .utf8 }
    if case .bool(true)? = params?.at(
      "capabilities", "textDocument", "publishDiagnostics", "relatedInformation")?
      .scalar
    {
      sendsRelatedInformation = true
    }
    let uri = params?["workspaceFolders"]?[0]?["uri"] ?? params?["rootUri"]
    folder = uri.flatMap { DocumentURI.path($0.text) }
    return .object([
      (
        "capabilities",
        .object([
          ("positionEncoding", .string(encoding.rawValue)),
          (
            "textDocumentSync",
            .object([
              ("openClose", .bool(true)), ("change", .integer(2)),
              ("save", .object([("includeText", .bool(false))])),
            ])
          ),
          ("hoverProvider", .bool(true)),
          ("codeActionProvider", .object([("codeActionKinds", .array([.string("quickfix")]))])),
        ])
      ),
      ("serverInfo", .object([("name", .string("mlguard")), ("version", .string(version))])),
    ])
  }

  /// Reads what changed on the disk, judges, and sends the diagnostics that changed.
  private mutating func refresh() async {
    do throws(ScanFailure) {
      if workspace == nil {
        guard let folder else { return }
        var request = ScanRequest(paths: [folder], threads: threads)
        request.ignoresBaseline = true
        workspace = try await Workspace.whole(request)
      }
      showDocuments()
      try await workspace?.refresh()
    } catch {
      for message in error.messages { show("mlguard: \(message)") }
      return
    }
    for uri in Array(documents.keys) {
      let path = path(of: uri)
      documents[uri]?.path = path
    }
    for notification in publications() { output += notification }
  }

  /// An open text counts, saved or not.
  private mutating func showDocuments() {
    for (uri, document) in documents {
      guard let path = path(of: uri), let file = workspace?.file(at: path) else { continue }
      workspace?.show(document.bytes, for: file)
    }
  }

  private mutating func show(_ message: String) {
    output += Message.notification(
      "window/showMessage", .object([("type", .integer(1)), ("message", .string(message))]))
  }

  /// From the root of the repository.
  func path(of uri: String) -> String? {
    guard let workspace, let path = DocumentURI.path(uri) else { return nil }
    return workspace.path(ofFile: path)
  }
}

extension LanguageServer.Document {
  /// A change of a range, or of the whole text where it names none.
  fileprivate mutating func apply(_ change: YAMLNode, _ encoding: PositionMap.Encoding) {
    guard let text = change["text"]?.text else { return }
    guard let start = change.at("range", "start")?.position, let end = change.at("range", "end")?.position
    else {
      bytes = Array(text.utf8)
      return
    }
    let map = PositionMap(bytes, encoding)
    let first = map.offset(of: start)
    bytes.replaceSubrange(first..<max(first, map.offset(of: end)), with: text.utf8)
  }
}
