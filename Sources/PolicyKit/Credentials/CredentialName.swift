/// A name that says "here belongs a credential": `DB_PASSWORD`, `clientSecret`, `api-key`.
public struct CredentialName: Sendable {
  /// What a value must show beside the name to be a credential.
  enum Evidence: Sendable {
    /// Whatever stands there is one: the argument takes nothing else.
    case position
    /// Any literal under a password's name is a password, `password` itself too.
    case none
    /// Under a key's name too, but for choices, durations, paths and names of Secrets.
    case literal
    /// `secret` and `token` are names of references as often: the value must not look like a word or a name.
    case value
    /// Most things called a key are none: the value must look like what a generator makes.
    case random
    /// The header: `Basic …` and `Bearer …`.
    case scheme
  }

  /// What belongs here, with its article.
  let kind: String
  /// The name of an environment variable or a flag, which hold values: in a configuration file, names of objects stand
  /// under the same words.
  private(set) var holdsValue = false
  let evidence: Evidence

  private static let passwords: Set<String> = ["password", "passwd", "pwd", "pass", "passphrase", "passcode"]
  private static let keys: Set<String> = [
    "api", "access", "secret", "private", "encryption", "signing", "auth", "master", "shared", "session",
    "storage", "account", "cipher", "hmac", "webhook", "fernet", "preshared", "jwt",
  ]
  /// A secret or token of these is a value; another may be the name of an object that holds one.
  private static let holders: Set<String> = [
    "client", "shared", "consumer", "jwt", "session", "cookie", "app", "oauth", "key", "hmac", "signing",
    "auth",
    "access", "api", "bearer", "vault", "consul", "refresh", "bot", "root",
  ]
  private static let publicKeys: Set<String> = [
    "public", "ssh", "pgp", "gpg", "kms", "hash", "range", "sort", "partition", "cache", "object", "host",
  ]
  /// Words written without a gap.
  private static let joined: [(ending: String, kind: String, evidence: Evidence)] = [
    ("bindpass", "a password", .none), ("rootpass", "a password", .none), ("adminpass", "a password", .none),
    ("userpass", "a password", .none), ("dbpass", "a password", .none), ("keypass", "a password", .none),
    ("storepass", "a password", .none), ("password", "a password", .none), ("passwd", "a password", .none),
    ("passphrase", "a password", .none),
    ("apikey", "an API key", .literal), ("secretkey", "a secret key", .literal),
    ("accesskey", "an access key", .literal), ("accountkey", "an account key", .literal),
    ("privatekey", "a private key", .literal), ("clientsecret", "a client secret", .literal),
    ("authtoken", "a token", .literal), ("accesstoken", "a token", .literal),
    ("apitoken", "a token", .literal),
    ("primarykey", "a key", .random), ("secondarykey", "a key", .random),
  ]

  /// What the last word of such a name ends in.
  private static let endings: [[UInt8]] =
    (passwords.sorted() + joined.map(\.ending) + [
      "key", "id", "secret", "token", "credential", "credentials", "wo", "base", "authorization",
    ])
    .map { Array($0.utf8.reversed()) }

  /// The last letters of the endings, as bits.
  private static let lastLetters = endings.reduce(UInt32(0)) { $0 | 1 << UInt32(($1.first ?? 0) & 0x1F) }

  /// Most names are told by their end, without being taken apart.
  private static func mayBeOne(_ name: String) -> Bool {
    guard let last = name.utf8.last(where: { (0x61...0x7A).contains($0 | 0x20) }),
      lastLetters & 1 << UInt32(last & 0x1F) != 0
    else { return false }
    var tail: [UInt8] = []
    tail.reserveCapacity(16)
    for byte in name.utf8.reversed() {
      let lower = byte | 0x20
      if (0x61...0x7A).contains(lower) {
        tail.append(lower)
        if tail.count == 13 { break }
      } else if !tail.isEmpty, !(0x30...0x39).contains(byte) {
        break
      }
    }
    return endings.contains { tail.starts(with: $0) }
  }

  public init?(_ name: String) {
    guard let told = Self(words: name) else { return nil }
    self = told
    holdsValue = name.utf8.first == UInt8(ascii: "-") || !name.utf8.contains { (0x61...0x7A).contains($0) }
  }

  private init?(words name: String) {
    guard Self.mayBeOne(name) else { return nil }
    var words = Self.words(of: name)
    // Write-only arguments of Terraform: `password_wo`.
    if words.count > 1, words.last == "wo" { words.removeLast() }
    guard let last = words.last else { return nil }
    let before = words.dropLast().last ?? ""
    let third = words.dropLast(2).last ?? ""
    if Self.passwords.contains(last) {
      self.init(kind: "a password", evidence: .none)
    } else if last == "key" {
      guard !before.isEmpty, !Self.publicKeys.contains(before) else { return nil }
      guard Self.keys.contains(before) else {
        self.init(kind: "a key", evidence: .random)
        return
      }
      let kind = before == "api" ? "an API key" : before == "access" ? "an access key" : "a key"
      self.init(kind: kind, evidence: .literal)
    } else if last == "id", before == "key", third == "access" {
      self.init(kind: "an access key id", evidence: .value)
    } else if last == "id", before == "token", third == "root" {
      self.init(kind: "a token", evidence: .literal)
    } else if last == "base", before == "key", third == "secret" {
      self.init(kind: "a secret key", evidence: .literal)
    } else if last == "secret" {
      self.init(kind: "a secret", evidence: Self.holders.contains(before) ? .literal : .value)
    } else if last == "token",
      ![
        "page", "next", "continuation", "csrf", "max", "creation", "request", "idempotency",
      ].contains(before)
    {
      self.init(kind: "a token", evidence: Self.holders.contains(before) ? .literal : .value)
    } else if last == "credential" || last == "credentials" {
      self.init(kind: "a credential", evidence: .value)
    } else if last == "authorization" {
      self.init(kind: "a credential", evidence: .scheme)
    } else if let match = Self.joined.first(where: { last.hasSuffix($0.ending) }) {
      self.init(kind: match.kind, evidence: match.evidence)
    } else {
      return nil
    }
  }

  /// For an argument that is known to take a credential, whatever its name says.
  init(position name: String) {
    self.init(kind: Self(name)?.kind ?? "a credential", evidence: .position)
  }

  private init(kind: String, evidence: Evidence) {
    self.kind = kind
    self.evidence = evidence
  }

  /// The credential that the value is; nil where it is a reference to one, a stand-in, empty, or no credential at all.
  func credential(in value: ArraySlice<UInt8>) -> Credential? {
    var value = Self.trimmed(value)
    if evidence == .scheme {
      guard let space = value.firstIndex(of: 0x20) else { return nil }
      let scheme = String(decoding: value[..<space], as: UTF8.self).lowercased()
      guard ["basic", "bearer", "token", "apikey"].contains(scheme) else { return nil }
      value = Self.trimmed(value[space...])
      // The shortest that base64 makes of `a:b`.
      guard value.count > (scheme == "basic" ? 3 : 15), !value.contains(0x20) else { return nil }
    }
    guard !value.isEmpty else { return nil }
    let text = String(decoding: value, as: UTF8.self)
    if Placeholder.isDefault(text) {
      return Credential(kind: "a placeholder for \(kind)", range: value.indices, isPlaceholder: true)
    }
    guard !Placeholder.isStandIn(text),
      !CredentialReference.isReference(text, under: evidence, holdsValue: holdsValue)
    else {
      return nil
    }
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
    let bytes = Array(name.utf8)
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll()
    }
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        // `dbPassword`, `JWTSecret`
        let beginsWord = offset + 1 < bytes.count && (0x61...0x7A).contains(bytes[offset + 1])
        if wasLower || beginsWord { close() }
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
