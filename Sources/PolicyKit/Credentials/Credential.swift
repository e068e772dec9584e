/// A credential that stands in a text in clear.
///
/// A finding may say what it is and how long; the text itself is never kept.
public struct Credential: Hashable, Sendable {
  /// What it is, with its article: `a password`, `an AWS access key id`.
  public var kind: String
  /// Bytes of the text that holds it.
  public var range: Range<Int>
  /// A stand-in that somebody was to replace: `changeme`, `<password>`.
  public var isPlaceholder: Bool

  public init(kind: String, range: Range<Int>, isPlaceholder: Bool = false) {
    self.kind = kind
    self.range = range
    self.isPlaceholder = isPlaceholder
  }
}

extension Credential {
  /// The credentials in a value that is known under a name: an environment variable, a key of a ConfigMap, an
  /// argument. The name says that a credential belongs here; whether one does stand here the value decides.
  public static func found(in text: String, named name: String) -> [Credential] {
    let bytes = Array(text.utf8)
    let identified = found(in: bytes)
    guard identified.isEmpty else { return identified }
    if let position = CredentialName(name) {
      return position.credential(in: bytes[...]).map { [$0] } ?? []
    }
    // `Server=db;Password=…`, `-Dtoken=…`, `{"password": …}`
    return bytes.contains(UInt8(ascii: "=")) || bytes.first == UInt8(ascii: "{") ? assigned(in: bytes) : []
  }

  /// Credentials that identify themselves, and passwords in URLs.
  public static func found(in bytes: [UInt8]) -> [Credential] {
    var found = TokenFormat.all(in: bytes[...])
    for credential in CredentialURL.all(in: bytes[...])
    where !found.contains(where: { $0.range.overlaps(credential.range) }) {
      found.append(credential)
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Credentials in a text of many lines: a configuration file, a script.
  /// - Parameter program: what runs it, where the text is one argument of a command.
  public static func found(inText text: String, of program: String = "") -> [Credential] {
    let bytes = Array(text.utf8)
    var found = found(in: bytes)
    for credential in assigned(in: bytes) + CommandCredential.all(in: bytes, of: program)
    where !found.contains(where: { $0.range.overlaps(credential.range) }) {
      found.append(credential)
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func assigned(in bytes: [UInt8]) -> [Credential] {
    var found: [Credential] = []
    var before: Assignment?
    for assignment in Assignment.all(in: bytes) {
      var name = assignment.name
      // `{"name": "PASSWORD", "value": …}`, `{"type": "password", "value": …}`
      if name == "value" || name == "Value", let pair = before, ["name", "key", "type"].contains(pair.name) {
        name = String(decoding: bytes[pair.value], as: UTF8.self)
      }
      before = assignment
      guard let position = CredentialName(name),
        assignment.isQuoted || !CredentialReference.isExpression(bytes[assignment.value]),
        let credential = position.credential(in: bytes[assignment.value])
      else { continue }
      found.append(credential)
    }
    return found
  }
}
