/// Values that stand where a credential belongs and are none: they say where it is to be found.
enum CredentialReference {
  private static let words: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "null", "nil", "none", "undefined", "default", "disabled",
    "enabled", "optional", "required", "file", "env", "n/a", "secret", "token", "password", "bearer", "basic",
    "restricted", "unrestricted", "not_restricted", "not_set",
    "prompt", "auto", "generate", "generated", "random",
  ]
  private static let openings = [
    "${", "$(", "{{", "<path:", "vault:", "secret:", "secret/", "ssm:", "sm:", "awssm:", "gcpsm:", "azkv:",
    "op://", "ref+", "arn:", "env:", "file:", "kms:", "!", "enc[", "sops:", "projects/", "/", "./", "../",
    "~/", "@", "data.", "var.", "local.", "module.",
  ]

  /// - Parameter strict: the name alone does not make the value a credential, so that the value must look like
  ///   one: not like the name of a thing, a number, or a sentence.
  static func isReference(_ text: String, strict: Bool) -> Bool {
    let lower = text.lowercased()
    if text.utf8.count < 3 { return true }
    // `@file` is how tools name a file; a password may begin so.
    let isAtSign = lower.hasPrefix("@") && !strict && !lower.contains("/")
    if !isAtSign, openings.contains(where: { lower.hasPrefix($0) }) { return true }
    if lower.contains("${") || lower.contains("$(") || lower.contains("{{") || lower.contains("<%") {
      return true
    }
    if isVariable(text) { return true }
    if lower.contains("://"), !lower.contains("@") { return true }
    if strict {
      // Nothing that short is a key or a token.
      if words.contains(lower) || text.utf8.count < 6 { return true }
      if text.utf8.contains(0x20) || text.utf8.contains(0x0A) { return !lower.hasPrefix("-----begin") }
      if text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }) { return true }
      if isDuration(lower) || isNameOfThing(lower) || isQualifiedName(lower) || isPath(text) {
        return true
      }
    } else {
      if ["true", "false", "null", "none", "nil", "yes", "no"].contains(lower) { return true }
      // Prose about a password.
      if text.utf8.count(where: { $0 == 0x20 }) > 2 { return true }
    }
    return false
  }

  /// `$PASSWORD`, `$slack-token`, `%PASSWORD%`, and a name that repeats itself: `DB_PASSWORD`.
  private static func isVariable(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    let rest = text.utf8.dropFirst()
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

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }
}

/// Stand-ins that somebody was to replace, and that work as a password where nobody did.
enum Placeholder {
  private static let words: Set<String> = [
    "changeme", "changeit", "change_me", "change-me", "replaceme", "replace_me", "replace-me", "placeholder",
    "example", "todo", "fixme", "tbd", "dummy", "sample", "redacted", "removed", "hidden", "your_password",
    "your-password", "yourpassword", "mypassword", "my-password", "my_password", "insert-here", "insert_here",
    "put-your-password-here", "notsecure", "insecure",
  ]
  private static let openings = [
    "changeme", "change_me", "change-me", "change_this", "change-this", "replace_", "replace-", "replaceme",
    "your_", "your-", "insert_", "insert-", "enter_", "enter-", "put_your", "put-your", "example-",
    "example_",
    "todo", "placeholder",
  ]

  static func isPlaceholder(_ text: String) -> Bool {
    let lower = text.lowercased()
    if words.contains(lower) || openings.contains(where: { lower.hasPrefix($0) }) { return true }
    let bytes = Array(lower.utf8)
    if bytes.count > 2, let first = bytes.first, bytes.allSatisfy({ $0 == first }),
      "x*.#?-".utf8.contains(first)
    {
      return true
    }
    if bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: ">"), !lower.hasPrefix("<path:") {
      return true
    }
    // `[your password]`; not a list.
    return bytes.count > 4 && bytes.first == UInt8(ascii: "[") && bytes.last == UInt8(ascii: "]")
      && bytes.dropFirst().dropLast().allSatisfy { (0x61...0x7A).contains($0) || "-_ ".utf8.contains($0) }
  }
}
