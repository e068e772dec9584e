/// Values that stand where a credential belongs and are none: they say where it is to be found.
enum CredentialReference {
  /// Choices, and answers to "is there one?".
  private static let choices: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "null", "nil", "none", "undefined", "default", "disabled",
    "enabled", "optional", "required", "file", "env", "bearer", "basic", "restricted", "unrestricted",
    "not_restricted", "prompt", "auto", "generate", "generated", "random", "header", "cookie", "primary",
    "secondary", "string", "opaque", "optin",
  ]
  /// A weak secret under the name of a key, the name of a kind under `type`'s like.
  private static let nouns: Set<String> = ["secret", "token", "password", "credential", "credentials", "key"]
  private static let openings = [
    "${", "$(", "{{", "<path:", "vault:", "secret:", "secret/", "ssm:", "sm:", "awssm:", "gcpsm:", "azkv:",
    "op://", "ref+", "arn:", "env:", "file:", "kms:", "enc[", "sops:", "projects/", "/", "./", "../",
    "~/", "@", "data.", "var.", "local.", "module.",
  ]
  /// Nobody names a Kubernetes Secret so.
  private static let literals = [
    "my-", "my_", "super-", "super_", "mock", "fake", "some-", "some_", "test-", "test_", "very-", "very_",
  ]

  static func isReference(_ text: String, under evidence: CredentialName.Evidence, holdsValue: Bool) -> Bool {
    let lower = text.lowercased()
    let count = text.utf8.count
    if count < 3 { return true }
    // `@file` is how tools name a file; a password may begin so.
    let isAtSign =
      lower.hasPrefix("@") && (evidence == .none || evidence == .position) && !lower.contains("/")
    if !isAtSign, openings.contains(where: { lower.hasPrefix($0) }) { return true }
    if lower.contains("${") || lower.contains("$(") || lower.contains("{{") || lower.contains("<%") {
      return true
    }
    // `!Ref Password`, `!vault |`: tags of YAML.
    if lower.hasPrefix("!"), let word = lower.dropFirst().split(separator: " ").first,
      word.count < lower.count - 1,
      word.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    {
      return true
    }
    if isVariable(text) { return true }
    if lower.contains("://"), !lower.contains("@") { return true }
    switch evidence {
    case .position: return ["true", "false", "null", "none"].contains(lower)
    case .none, .scheme:
      if ["true", "false", "null", "none", "nil", "yes", "no"].contains(lower) { return true }
      // Prose about a password.
      return text.utf8.count(where: { $0 == 0x20 }) > 2
    case .literal:
      return choices.contains(lower) || isNotKey(text, lower)
        || !holdsValue && isNameOfThing(lower) && !literals.contains { lower.hasPrefix($0) }
    case .value:
      // Nothing that short is a token. Under a variable's name a word is a weak one.
      return count < 6 || choices.contains(lower) || nouns.contains(lower) || isNotKey(text, lower)
        || isNameOfThing(lower) || isObjectName(text) || !holdsValue && isWord(text)
    case .random: return !isRandom(text)
    }
  }

  private static func isWord(_ text: String) -> Bool {
    text.utf8.count < 16 && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// `my-registry`
  private static func isObjectName(_ text: String) -> Bool {
    text.utf8.count < 32 && text.utf8.contains(0x2D)
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
  }

  private static func isNotKey(_ text: String, _ lower: String) -> Bool {
    if text.utf8.contains(0x20) || text.utf8.contains(0x0A) { return !lower.hasPrefix("-----begin") }
    return text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }
      || isDuration(lower) || isQualifiedName(lower) || isPath(text)
  }

  /// `$PASSWORD`, `$slack-token`, `%PASSWORD%`, and a name that repeats itself: `DB_PASSWORD`.
  private static func isVariable(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    // `$$PASSWORD`: Kubernetes and Compose leave the second for the shell.
    let rest = text.utf8.drop { $0 == UInt8(ascii: "$") }
    if first == UInt8(ascii: "$"), rest.allSatisfy({ isNameByte($0) }) { return true }
    // `$slack-token`, `$oidc.okta.clientSecret`, `$secret:key`: names of a tool's own.
    if first == UInt8(ascii: "$"), let second = rest.first, second >= 0x41, isNameByte(second),
      rest.allSatisfy({ isNameByte($0) || "-.:".utf8.contains($0) })
    {
      return true
    }
    if first == UInt8(ascii: "%"), text.utf8.last == first { return true }
    return text.utf8.contains(UInt8(ascii: "_"))
      && text.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
      && CredentialName(text) != nil
  }

  /// What an expression begins with: `new File(…)`.
  private static let keywords = ["new", "await", "yield", "lambda", "function", "not", "void", "typeof"]

  /// `os.environ["TOKEN"]`, `config.token`, `getenv("TOKEN")`: code that gives the value when it is run.
  static func isExpression(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, !(0x30...0x39).contains(first) else { return false }
    let path = text.prefix { isNameByte($0) || $0 == 0x2E }
    guard !path.isEmpty, path.last != 0x2E else { return false }
    // `connect(url, credential=credential)`
    if keywords.contains(where: { text.elementsEqual($0.utf8) }) { return true }
    if text.last == UInt8(ascii: ")"), !text.contains(UInt8(ascii: "(")) { return true }
    guard path.endIndex < text.endIndex else {
      return path.contains(0x2E) && path.allSatisfy { !(0x30...0x39).contains($0) }
    }
    return "[(".utf8.contains(text[path.endIndex])
  }

  /// `my-app-secret`, `db-credentials`: the name of a Secret, a key or a volume.
  private static func isNameOfThing(_ lower: String) -> Bool {
    let parts = lower.split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == "." || $0 == "/" })
    guard parts.count > 1, let last = parts.last else { return false }
    guard
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) } })
    else { return false }
    return [
      "secret", "secrets", "token", "tokens", "key", "keys", "credential", "credentials", "creds", "password",
      "passwords", "name", "cert", "tls", "config", "auth", "account",
    ].contains(String(last))
      || parts.allSatisfy { $0.utf8.count < 12 && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }
        && parts.count > 2
  }

  /// `io.example.Token`, `example.com/token`: a class, a label.
  private static func isQualifiedName(_ lower: String) -> Bool {
    let parts = lower.split(whereSeparator: { $0 == "." || $0 == "/" })
    return parts.count > 2
      && parts.allSatisfy {
        $0.utf8.count < 24 && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
      }
  }

  /// `prod/db`, `prod/db:password`: the path of a secret in its store.
  private static func isPath(_ text: String) -> Bool {
    let parts = text.split(whereSeparator: { $0 == "/" || $0 == ":" })
    return parts.count > 1 && text.utf8.contains(UInt8(ascii: "/"))
      && parts.allSatisfy {
        $0.utf8.count < 24
          && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F }
      }
  }

  private static func isDuration(_ lower: String) -> Bool {
    guard let last = lower.utf8.last, "smhdw".utf8.contains(last) else { return false }
    return lower.utf8.dropLast().allSatisfy { (0x30...0x39).contains($0) } && lower.utf8.count > 1
  }

  /// A key of 128 bits or more in hexadecimal, of 24 characters or more in base64: what nobody types.
  private static func isRandom(_ text: String) -> Bool {
    var (digits, upper, lower, hexadecimal, count) = (0, 0, 0, 0, 0)
    for byte in text.utf8 {
      count += 1
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A: upper += 1
      case 0x61...0x7A: lower += 1
      case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): break
      default: return false
      }
      if (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20) { hexadecimal += 1 }
    }
    if hexadecimal == count {
      return [32, 40, 48, 64, 96, 128].contains(count) && digits > 4 && digits < count
    }
    return count >= 24 && digits > 1 && upper > 3 && lower > 3
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }
}
