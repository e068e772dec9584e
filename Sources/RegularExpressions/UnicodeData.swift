/// The Unicode properties that patterns can name, read from `UnicodeTables` at first use.
struct UnicodeData: Sendable {
  static let shared = UnicodeData()

  private let sets: [String: ScalarSet]

  private init() {
    var sets = Self.categories()
    for (name, set) in Self.scripts() { sets[name] = set }
    for alias in UnicodeTables.categoryAliases.split(separator: " ") {
      let sides = alias.split(separator: "=")
      sets[Self.canonicalName(String(sides[0]))] = sets[String(sides[1])]
    }
    for name in UnicodeTables.scriptNames.split(separator: " ") {
      sets[Self.canonicalName(String(name))] = sets[String(name)]
    }
    sets["Any"] = .all
    sets["Assigned"] = sets["Cn"]?.inverted
    sets["Ascii"] = ScalarSet(normalized: [0...0x7F])
    sets["Lc"] = sets["LC"]
    self.sets = sets
  }

  /// The set that `\p{name}` stands for: a category, a script, their long names, `Any`, `Assigned`, `ASCII`. Case,
  /// spaces, `-` and `_` do not matter.
  func set(named name: String) -> ScalarSet? {
    sets[Self.canonicalName(name)]
  }

  private static func canonicalName(_ name: String) -> String {
    var canonical: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "):
        continue
      case UInt8(ascii: "a")...UInt8(ascii: "z") where canonical.isEmpty:
        canonical.append(byte - 32)
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !canonical.isEmpty:
        canonical.append(byte + 32)
      default:
        canonical.append(byte)
      }
    }
    return String(decoding: canonical, as: UTF8.self)
  }

  private static func categories() -> [String: ScalarSet] {
    var parts: [String: [ClosedRange<UInt32>]] = [:]
    for (range, name) in runs(UnicodeTables.categories) {
      parts[name, default: []].append(range)
      parts[String(name.prefix(1)), default: []].append(range)
      if name == "Lu" || name == "Ll" || name == "Lt" { parts["LC", default: []].append(range) }
    }
    return parts.mapValues { ScalarSet($0) }
  }

  private static func scripts() -> [String: ScalarSet] {
    let names = UnicodeTables.scriptNames.split(separator: " ")
    var parts: [Int: [ClosedRange<UInt32>]] = [:]
    for (range, code) in runs(UnicodeTables.scripts) {
      let letters = Array(code.utf8)
      let index = Int(letters[0] - 65) * 26 + Int(letters[1] - 65)
      if index > 0 { parts[index - 1, default: []].append(range) }
    }
    return Dictionary(
      uniqueKeysWithValues: parts.map { (String(names[$0.key]), ScalarSet(normalized: $0.value)) })
  }

  /// Reads `12Lu3Ll…`: a length in base 36, then a value of two letters of which the first is upper case.
  private static func runs(_ text: String) -> [(ClosedRange<UInt32>, String)] {
    var result: [(ClosedRange<UInt32>, String)] = []
    let bytes = Array(text.utf8)
    var start: UInt32 = 0
    var length: UInt32 = 0
    var offset = 0
    while offset + 1 < bytes.count {
      let byte = bytes[offset]
      if let digit = base36Digit(byte) {
        length = length * 36 + digit
        offset += 1
      } else {
        length = max(length, 1)
        result.append(
          (start...(start + length - 1), String(decoding: bytes[offset..<offset + 2], as: UTF8.self)))
        start += length
        length = 0
        offset += 2
      }
    }
    return result
  }

  private static func base36Digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - 48)
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - 87)
    default: nil
    }
  }
}
