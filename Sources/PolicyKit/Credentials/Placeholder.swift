/// What somebody was to replace.
enum Placeholder {
  /// Works as a password wherever nobody replaced it, and strangers try it first: `changeme`, `yourpassword`.
  /// O(bytes).
  static func isDefault(_ text: String) -> Bool {
    let letters = text.lowercased().utf8.filter { !"-_ !".utf8.contains($0) }
    return defaults.contains(String(decoding: letters, as: UTF8.self))
  }

  private static let defaults: Set<String> = [
    "changeme", "changeit", "changethis", "changemeplease", "pleasechangeme", "changemenow", "changemelater",
    "changethispassword", "changemeinproduction", "yourpassword", "yourpasswordhere",
  ]

  /// Says that a value is to be filled in and cannot be taken for one: `<your-key>`, `xxxxx`, `REPLACE_ME`,
  /// `INSERT-PASSWORD-HERE`. No credential. O(bytes).
  static func isStandIn(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, bytes.count > 2 else { return false }
    if isBracketed(bytes, first, last) || isRepeated(bytes, first) || isNoun(bytes) { return true }
    let lower = text.lowercased()
    if words.contains(lower) || openings.contains(where: { lower.hasPrefix($0) }) { return true }
    if parts.contains(where: { lower.contains($0) }) { return true }
    // `sampleAuthKey`, `sample_key`
    return lower.hasPrefix("sample") && bytes.count > 6 && !isLowerCase(bytes[6])
  }

  private static let words: Set<String> = [
    "placeholder", "sample", "replaceme", "setme", "todo", "fixme", "tbd", "redacted", "removed", "hidden",
    "masked", "obfuscated",
    "unset",
    "notset", "not-set", "not_set", "unused", "not-used", "not_used", "not-needed", "not_needed",
    "dummy-value",
    "empty", "n/a",
  ]
  private static let openings = [
    "replace_", "replace-", "replace me", "replacewith", "your_", "your-", "your ", "insert_",
    "insert-", "insert ", "enter_", "enter-", "enter ", "put_your", "put-your", "add_your", "add-your",
    "paste_", "paste-", "todo:", "todo ", "fill-in", "fill_in", "to-be-", "to_be_", "set-me", "set_me",
    "setme",
    "example-", "example_",
  ]
  private static let parts = [
    "placeholder", "replace_me", "replace-me", "_your_", "-your-", "redacted", "goes-here",
    "goes_here", "-here>",
  ]

  /// `<password>`, `[your password]` and not a list, `__PASSWORD__`, `@@PASSWORD@@`, `#{PASSWORD}#`, `{password}`.
  private static func isBracketed(_ bytes: [UInt8], _ first: UInt8, _ last: UInt8) -> Bool {
    let inner = bytes.dropFirst().dropLast()
    switch (first, last) {
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): return !bytes.starts(with: "<path:".utf8)
    case (UInt8(ascii: "["), UInt8(ascii: "]")):
      return inner.count > 2 && inner.allSatisfy { isLetter($0) || "-_ ".utf8.contains($0) }
    case (UInt8(ascii: "{"), UInt8(ascii: "}")):
      return inner.allSatisfy { isLetter($0) || $0 == 0x5F || $0 == 0x2D }
    case (UInt8(ascii: "_"), UInt8(ascii: "_")), (UInt8(ascii: "@"), UInt8(ascii: "@")),
      (UInt8(ascii: "#"), UInt8(ascii: "#")):
      return bytes.count > 4 && bytes[1] == first || bytes[1] == UInt8(ascii: "{")
    default: return false
    }
  }

  /// `xxxxx`, `********`, `...`; `sk-xxxxxxxx`, `XXXX-XXXX`.
  private static func isRepeated(_ bytes: [UInt8], _ first: UInt8) -> Bool {
    if "x*.#?-_X".utf8.contains(first), bytes.allSatisfy({ $0 == first }) { return true }
    let fill = bytes.count { $0 | 0x20 == UInt8(ascii: "x") || $0 == UInt8(ascii: "*") }
    return fill > 3 && fill * 2 >= bytes.count
  }

  /// `API_KEY`, `hf-TOKEN`, `INSERT_PASSWORD_HERE`: the last word names what belongs here.
  private static func isNoun(_ bytes: [UInt8]) -> Bool {
    guard bytes.allSatisfy({ isLetter($0) || "-_ .".utf8.contains($0) }) else { return false }
    let last = bytes.split(whereSeparator: { "-_ .".utf8.contains($0) }).last ?? []
    guard last.count < bytes.count, last.allSatisfy({ !isLowerCase($0) }) else { return false }
    return nouns.contains { last.suffix($0.count).elementsEqual($0) }
  }

  private static let nouns = [
    "KEY", "TOKEN", "SECRET", "PASSWORD", "PASS", "HERE", "VALUE", "CREDENTIALS", "ME",
  ]
  .map { Array($0.utf8) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isLowerCase(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
