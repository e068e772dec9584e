/// Tokens that identify themselves by their form, whoever holds them.
///
/// Sources: the issuers' documentation of their prefixes (AWS unique identifiers, GitHub token formats, GitLab token
/// prefixes, Slack token types, Stripe keys, Google API keys, HashiCorp Vault token prefixes, …).
struct TokenFormat: Sendable {
  let kind: String
  let prefix: [UInt8]
  let body: ClosedRange<Int>
  let alphabet: Alphabet

  enum Alphabet: Sendable {
    case upper, alphanumeric, word, hexadecimal

    func contains(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39: true
      case 0x41...0x5A: self != .hexadecimal || byte <= 0x46
      case 0x61...0x7A: self != .upper && (self != .hexadecimal || byte <= 0x66)
      case UInt8(ascii: "_"), UInt8(ascii: "-"): self == .word
      default: false
      }
    }
  }

  init(_ kind: String, _ prefix: String, _ body: ClosedRange<Int>, _ alphabet: Alphabet = .alphanumeric) {
    self.kind = kind
    self.prefix = Array(prefix.utf8)
    self.body = body
    self.alphabet = alphabet
  }

  static let formats: [TokenFormat] =
    ["AKIA", "ASIA", "ABIA", "ACCA"].map { TokenFormat("an AWS access key id", $0, 16...16, .upper) }
    + ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].map { TokenFormat("a GitHub token", $0, 36...255) }
    + [
      TokenFormat("a GitHub token", "github_pat_", 40...255, .word),
      TokenFormat("a GitLab token", "glpat-", 20...64, .word),
      TokenFormat("a GitLab token", "gldt-", 20...64, .word),
      TokenFormat("a GitLab token", "glrt-", 20...64, .word),
      TokenFormat("a Slack token", "xoxb-", 20...255, .word),
      TokenFormat("a Slack token", "xoxp-", 20...255, .word),
      TokenFormat("a Slack token", "xoxa-", 20...255, .word),
      TokenFormat("a Slack token", "xoxr-", 20...255, .word),
      TokenFormat("a Slack token", "xoxs-", 20...255, .word),
      TokenFormat("a Slack token", "xapp-", 20...255, .word),
      TokenFormat("a Stripe key", "sk_live_", 16...255),
      TokenFormat("a Stripe key", "rk_live_", 16...255),
      TokenFormat("a Google API key", "AIza", 35...35, .word),
      TokenFormat("an npm token", "npm_", 36...36),
      TokenFormat("a PyPI token", "pypi-AgEI", 50...512, .word),
      TokenFormat("a Docker Hub token", "dckr_pat_", 20...64, .word),
      TokenFormat("a Vault token", "hvs.", 24...255, .word),
      TokenFormat("a Vault token", "hvb.", 24...512, .word),
      TokenFormat("a Databricks token", "dapi", 32...32, .hexadecimal),
      TokenFormat("a DigitalOcean token", "dop_v1_", 64...64, .hexadecimal),
      TokenFormat("a Hugging Face token", "hf_", 34...40),
      TokenFormat("an Anthropic key", "sk-ant-", 24...255, .word),
      TokenFormat("an OpenAI key", "sk-proj-", 24...255, .word),
      TokenFormat("an age key", "AGE-SECRET-KEY-1", 58...58, .upper),
      TokenFormat("a Terraform Cloud token", "atlasv1.", 60...80, .word),
    ]

  private static let keyOpening = Array("-----BEGIN ".utf8)
  private static let keyName = Array("PRIVATE KEY".utf8)
  private static let keyClosing = Array("-----END".utf8)
  private static let webOpening = Array("eyJ".utf8)

  /// A set of pairs of bytes, as bits.
  private struct Pairs: Sendable {
    private(set) var words = [UInt64](repeating: 0, count: 1024)

    mutating func insert(_ first: UInt8, _ second: UInt8) {
      let pair = Int(first) << 8 | Int(second)
      words[pair >> 6] |= 1 << UInt64(pair & 63)
    }

    func contains(_ first: UInt8, _ second: UInt8) -> Bool {
      let pair = Int(first) << 8 | Int(second)
      return words[pair >> 6] & (1 << UInt64(pair & 63)) != 0
    }
  }

  /// The first two bytes of all that can begin a token.
  private static let openings = pairs { [($0[0], $0[1])] }
  /// The first two and the second two: every other place of a text is enough to find them.
  private static let probes = pairs { [($0[0], $0[1]), ($0[1], $0[2])] }

  private static func pairs(_ parts: ([UInt8]) -> [(UInt8, UInt8)]) -> Pairs {
    var pairs = Pairs()
    for prefix in formats.map(\.prefix) + [keyOpening, webOpening] where prefix.count > 2 {
      for part in parts(prefix) { pairs.insert(part.0, part.1) }
    }
    return pairs
  }

  /// O(bytes); nearly every second byte costs one look.
  static func all(in bytes: ArraySlice<UInt8>) -> [Credential] {
    var found: [Credential] = []
    var offset = bytes.startIndex
    var resume = offset
    while let probe = nextProbe(from: offset, in: bytes) {
      for candidate in [probe - 1, probe] where candidate >= resume {
        guard openings.contains(bytes[candidate], bytes[candidate + 1]),
          candidate == bytes.startIndex || !isWordByte(bytes[candidate - 1]),
          let credential = token(at: candidate, in: bytes) ?? privateKey(at: candidate, in: bytes)
            ?? webToken(at: candidate, in: bytes)
        else { continue }
        found.append(credential)
        resume = max(candidate + 1, credential.range.upperBound)
      }
      offset = max(probe + 2, resume)
    }
    return found
  }

  /// The first of every other place whose two bytes belong to an opening.
  private static func nextProbe(from start: Int, in bytes: ArraySlice<UInt8>) -> Int? {
    let end = bytes.endIndex - 1
    guard start < end else { return nil }
    let base = bytes.startIndex
    return unsafe bytes.withUnsafeBufferPointer { text in
      unsafe probes.words.withUnsafeBufferPointer { words in
        var offset = start
        while offset < end {
          let pair = unsafe Int(text[offset - base]) << 8 | Int(text[offset - base + 1])
          if unsafe words[pair >> 6] & (1 << UInt64(pair & 63)) != 0 { return offset }
          offset &+= 2
        }
        return nil
      }
    }
  }

  private static func token(at offset: Int, in bytes: ArraySlice<UInt8>) -> Credential? {
    for format in formats where bytes[offset...].starts(with: format.prefix) {
      let start = offset + format.prefix.count
      var end = start
      while end < bytes.endIndex, format.alphabet.contains(bytes[end]) { end += 1 }
      guard format.body.contains(end - start) else { continue }
      let body = bytes[start..<end]
      // The issuers' own documentation writes EXAMPLE into its keys; nothing random repeats one character.
      if Set(body).count < 5 { continue }
      let text = String(decoding: bytes[offset..<end], as: UTF8.self).lowercased()
      if text.contains("example") {
        return Credential(kind: "the example of \(format.kind)", range: offset..<end, isPlaceholder: true)
      }
      return Credential(kind: format.kind, range: offset..<end)
    }
    return nil
  }

  /// `-----BEGIN … PRIVATE KEY-----` with something behind it: up to the end of the block.
  private static func privateKey(at offset: Int, in bytes: ArraySlice<UInt8>) -> Credential? {
    guard bytes[offset...].starts(with: keyOpening) else { return nil }
    let rest = bytes[(offset + keyOpening.count)...].prefix(64)
    guard
      let start = rest.indices.first(where: { rest[$0...].starts(with: keyName) }),
      rest[rest.startIndex..<start].allSatisfy({ (0x41...0x5A).contains($0) || $0 == 0x20 })
    else { return nil }
    let header = start + keyName.count
    let end = bytes[header...].indices.first {
      bytes[$0] == keyClosing[0] && bytes[$0...].starts(with: keyClosing)
    }
    guard holdsKey(bytes[header..<(end ?? min(header + 1024, bytes.endIndex))]) else { return nil }
    return Credential(kind: "a private key", range: offset..<(end ?? bytes.endIndex))
  }

  /// A line of base64, and not `REDACTED` or what a comment says about keys.
  private static func holdsKey(_ body: ArraySlice<UInt8>) -> Bool {
    var run = 0
    for byte in body {
      run = Alphabet.alphanumeric.contains(byte) || byte == 0x2B || byte == 0x2F ? run + 1 : 0
      if run == 24 { return true }
    }
    return false
  }

  /// A JSON Web Token with a signature: `eyJ….eyJ….…` (RFC 7519).
  private static func webToken(at offset: Int, in bytes: ArraySlice<UInt8>) -> Credential? {
    guard bytes[offset...].starts(with: webOpening) else { return nil }
    var end = offset
    var dots: [Int] = []
    while end < bytes.endIndex, Alphabet.word.contains(bytes[end]) || bytes[end] == UInt8(ascii: ".") {
      if bytes[end] == UInt8(ascii: ".") { dots.append(end) }
      end += 1
    }
    guard dots.count == 2, dots[0] - offset > 15, dots[1] - dots[0] > 15, end - dots[1] > 20,
      bytes[(dots[0] + 1)...].starts(with: webOpening)
    else { return nil }
    return Credential(kind: "a JSON web token", range: offset..<end)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_")
  }
}
