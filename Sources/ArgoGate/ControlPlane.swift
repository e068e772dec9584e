internal import ResourceModel
internal import SourceText
public import Values
internal import YAMLSyntax

/// One API server, its clock and its patience: what the gate needs of the world.
public protocol Transport {
  /// Status and body; status 0 where there was no HTTP answer, with the reason as text.
  mutating func get(_ path: String, timeout: Double) -> (status: Int, body: [UInt8], reason: String)
  /// Seconds on a clock that only goes forward.
  var seconds: Double { get }
  func wait(_ seconds: Double)
}

/// Reads objects of an API server with retries, until a deadline.
public struct ControlPlane<Connection: Transport> {
  public var connection: Connection
  private let deadline: Double
  private let timeout: Double
  /// Named where the server refuses: `this cluster`.
  private let name: String

  /// - Parameters:
  ///   - deadline: on the connection's clock.
  ///   - timeout: of one request, in seconds.
  public init(_ connection: Connection, name: String, deadline: Double, timeout: Double) {
    self.connection = connection
    self.name = name
    self.deadline = deadline
    self.timeout = timeout
  }

  public var isOver: Bool { connection.seconds >= deadline }

  /// Waits, but not past the deadline.
  public func wait(_ seconds: Double) {
    connection.wait(max(0, min(seconds, deadline - connection.seconds)))
  }

  /// The object at the path. What may be different in a moment is asked again; what will not be is told.
  /// - Parameters:
  ///   - right: what has to be granted: `get jobs.batch in namespace 'mlflow'`.
  ///   - absence: said when there is none.
  public mutating func object(
    _ path: String, right: String, absence: String
  ) throws(Refusal) -> Value {
    var pause = 0.25
    var last = "there was no time to ask"
    while !isOver {
      let answer = connection.get(path, timeout: max(0.05, min(timeout, deadline - connection.seconds)))
      switch answer.status {
      case 200:
        guard let value = Self.read(answer.body) else {
          throw .unknown("the API server of \(name) answers with something that is no object")
        }
        return value
      case 401: last = "the API server of \(name) does not take our token (401)"
      case 403: throw .unknown("the service account may not \(right) (403): grant it")
      case 404: throw .unknown(absence)
      case 0: last = "the API server of \(name) does not answer: \(answer.reason)"
      case 408, 429, 500...599: last = "the API server of \(name) answers \(answer.status)"
      default: throw .unknown("the API server of \(name) answers \(answer.status) to \(path)")
      }
      wait(pause)
      pause = min(pause * 2, 5)
    }
    throw .unknown("\(last), until the deadline")
  }

  private static func read(_ body: [UInt8]) -> Value? {
    let stream = YAMLParser.parse(SourceFile(id: FileID(0), path: "answer.json", bytes: body))
    guard body.first == UInt8(ascii: "{"), stream.documents.count == 1, let root = stream.documents[0].root,
      !stream.problems.contains(where: { $0.severity == .error })
    else { return nil }
    let value = Value(root)
    return value.object == nil ? nil : value
  }
}
