internal import Reporting
internal import SourceText
internal import YAMLSyntax

/// A message of JSON-RPC 2.0 from the client.
struct Message {
  /// Nil for a notification.
  var id: JSONText?
  /// Nil for the answer to a request of ours.
  var method: String?
  var params: YAMLNode?

  enum Fault: Error {
    case notJSON
    case notAMessage
  }

  init(_ body: [UInt8]) throws(Fault) {
    guard body.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { throw .notJSON }
    // JSON is YAML, and the reader takes the fast way for it.
    let stream = YAMLParser.parse(SourceFile(id: FileID(0), path: "message.json", bytes: body))
    guard stream.problems.allSatisfy({ $0.severity != .error }), stream.documents.count == 1,
      let root = stream.documents[0].root, root.kind == .mapping
    else { throw .notJSON }
    guard root["jsonrpc"]?.text == "2.0" else { throw .notAMessage }
    method = root["method"]?.text
    params = root["params"]
    if let node = root["id"] {
      switch node.scalar {
      case .integer(let number): id = .decimal("\(number)")
      case .string: id = .string(node.text)
      default: id = .null
      }
    }
    if method == nil, root["result"] == nil, root["error"] == nil { throw .notAMessage }
  }

  static func reply(to id: JSONText, _ result: JSONText) -> [UInt8] {
    framed(.object([("jsonrpc", .string("2.0")), ("id", id), ("result", result)]))
  }

  static func failure(of id: JSONText, _ code: Int, _ message: String) -> [UInt8] {
    let error = JSONText.object([("code", .integer(code)), ("message", .string(message))])
    return framed(.object([("jsonrpc", .string("2.0")), ("id", id), ("error", error)]))
  }

  static func notification(_ method: String, _ params: JSONText) -> [UInt8] {
    framed(.object([("jsonrpc", .string("2.0")), ("method", .string(method)), ("params", params)]))
  }

  private static func framed(_ value: JSONText) -> [UInt8] {
    let body = Array(value.compact().utf8)
    return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}

extension YAMLNode {
  var integer: Int? { if case .integer(let number) = scalar { Int("\(number)") } else { nil } }
  var position: PositionMap.Position? {
    guard let line = self["line"]?.integer, let character = self["character"]?.integer else { return nil }
    return .init(line: line, character: character)
  }
}
