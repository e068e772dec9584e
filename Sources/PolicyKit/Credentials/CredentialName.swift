/// A name that says "here belongs a credential": `DB_PASSWORD`, `clientSecret`, `api-key`.
public struct CredentialName: Sendable {
  /// What belongs here, with its article.
  let kind: String
  /// Any literal under a password's name is a password; under a token's or key's name it may be a reference.
  let takesAnyLiteral: Bool

  private static let passwords: Set<String> = ["password", "passwd", "pwd", "pass", "passphrase", "passcode"]
  private static let keys: Set<String> = [
    "api", "access", "secret", "private", "encryption", "signing", "auth", "master", "shared", "session",
    "storage", "account", "cipher", "hmac", "webhook",
  ]
  /// Words written without a gap.
  private static let joined: [(ending: String, kind: String, takesAny: Bool)] = [
    ("password", "a password", true), ("passwd", "a password", true), ("passphrase", "a password", true),
    ("apikey", "an API key", false), ("secretkey", "a secret key", false),
    ("accesskey", "an access key", false),
    ("privatekey", "a private key", false), ("clientsecret", "a client secret", false),
    ("authtoken", "a token", false), ("accesstoken", "a token", false), ("apitoken", "a token", false),
  ]

  /// What the last word of such a name ends in.
  private static let endings: [[UInt8]] =
    (passwords.sorted() + joined.map(\.ending) + [
      "key", "id", "secret", "token", "credential", "credentials", "wo",
    ])
    .map { Array($0.utf8) }

  /// Most names are told by their end, without being taken apart.
  private static func mayBeOne(_ name: String) -> Bool {
    var tail: [UInt8] = []
    tail.reserveCapacity(16)
    for byte in name.utf8.reversed() {
      let lower = byte | 0x20
      if (0x61...0x7A).contains(lower) {
        tail.append(lower)
        if tail.count == 12 { break }
      } else if !tail.isEmpty, !(0x30...0x39).contains(byte) {
        break
      }
    }
    return endings.contains { tail.starts(with: $0.reversed()) }
  }

  public init?(_ name: String) {
    guard Self.mayBeOne(name) else { return nil }
    var words = Self.words(of: name)
    // Write-only arguments of Terraform: `password_wo`.
    if words.count > 1, words.last == "wo" { words.removeLast() }
    guard let last = words.last else { return nil }
    let before = words.dropLast().last ?? ""
    if Self.passwords.contains(last) {
      self.init(kind: "a password", takesAnyLiteral: true)
    } else if last == "key", Self.keys.contains(before) {
      self.init(kind: before == "api" ? "an API key" : before == "access" ? "an access key" : "a key")
    } else if last == "id", before == "key", words.dropLast(2).last == "access" {
      self.init(kind: "an access key id")
    } else if last == "secret" {
      self.init(kind: "a secret")
    } else if last == "token",
      ![
        "page", "next", "continuation", "csrf", "max", "creation", "request", "idempotency",
      ].contains(before)
    {
      self.init(kind: "a token")
    } else if last == "credential" || last == "credentials" {
      self.init(kind: "a credential")
    } else if let match = Self.joined.first(where: { last.hasSuffix($0.ending) }) {
      self.init(kind: match.kind, takesAnyLiteral: match.takesAny)
    } else {
      return nil
    }
  }

  /// For an argument that is known to take a credential, whatever its name says.
  init(position name: String) {
    self.init(kind: Self(name)?.kind ?? "a credential", takesAnyLiteral: true)
  }

  private init(kind: String, takesAnyLiteral: Bool = false) {
    self.kind = kind
    self.takesAnyLiteral = takesAnyLiteral
  }

  /// The credential that the value is; nil where it is a reference to one, empty, or no credential at all.
  func credential(in value: ArraySlice<UInt8>) -> Credential? {
    let value = Self.trimmed(value)
    guard !value.isEmpty else { return nil }
    let text = String(decoding: value, as: UTF8.self)
    if Placeholder.isPlaceholder(text) {
      return Credential(kind: "a placeholder for \(kind)", range: value.indices, isPlaceholder: true)
    }
    guard !CredentialReference.isReference(text, strict: !takesAnyLiteral) else { return nil }
    return Credential(kind: kind, range: value.indices)
  }

  private static func trimmed(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var value = value
    while let first = value.first, first <= 0x20 { value = value.dropFirst() }
    while let last = value.last, last <= 0x20 { value = value.dropLast() }
    return value
  }

  /// Lower-case words of `DB_PASSWORD`, `db-password`, `dbPassword`, `spring.datasource.password`.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll()
    }
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if wasLower { close() }
        word.append(byte | 0x20)
        wasLower = false
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        word.append(byte)
        wasLower = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        // `password1` is a password all the same.
        wasLower = true
      default:
        close()
        wasLower = false
      }
    }
    close()
    return words
  }
}
