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
    guard identified.isEmpty, let position = CredentialName(name),
      let credential = position.credential(in: bytes[...])
    else { return identified }
    return [credential]
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
  public static func found(inText text: String) -> [Credential] {
    let bytes = Array(text.utf8)
    var found = found(in: bytes)
    for assignment in Assignment.all(in: bytes) {
      guard let position = CredentialName(assignment.name),
        let credential = position.credential(in: bytes[assignment.value]),
        !found.contains(where: { $0.range.overlaps(credential.range) })
      else { continue }
      found.append(credential)
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
