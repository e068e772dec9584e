/// What a scalar is to the Kubernetes API machinery.
public enum YAMLScalar: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A double with an integral value that fits is an integer, because JSON writes `1e3` as `1000`.
  case integer(Int64)
  case double(Double)
  case string
}

/// The rules of sigs.k8s.io/yaml: go-yaml v2 resolves (YAML 1.1 with Go's number syntax), then JSON carries it.
enum ScalarResolution {
  /// False for text that is a string whatever follows its first byte. Cheap, for the many.
  @inline(__always)
  static func mayBeNoString(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !text.isEmpty else { return true }
    switch unsafe text[0] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return true
    case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
      UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "O"),
      UInt8(ascii: "~"):
      return text.count <= 5
    default:
      return false
    }
  }

  /// A plain scalar without a tag. Timestamps stay text: none of them reads as a number.
  static func resolve(_ text: UnsafeBufferPointer<UInt8>) -> YAMLScalar {
    guard !text.isEmpty else { return .null }
    guard unsafe mayBeNoString(text) else { return .string }
    if text.count <= 5, let word = unsafe word(text) { return word }
    switch unsafe text[0] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      return unsafe number(text)
    case UInt8(ascii: "."):
      return unsafe GoNumber.parseFraction(text).map { .double($0) } ?? .string
    default:
      return .string
    }
  }

  /// YAML 1.2's core schema.
  static func resolveCore(_ text: UnsafeBufferPointer<UInt8>) -> YAMLScalar {
    guard !text.isEmpty else { return .null }
    switch unsafe String(decoding: text.prefix(6), as: UTF8.self) {
    case "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    case ".nan", ".NaN", ".NAN": return .double(.nan)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .double(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .double(-.infinity)
    default: break
    }
    if unsafe GoNumber.isYAMLFloat(text), let double = unsafe GoNumber.parseFloat(text) {
      let isInteger = unsafe text.allSatisfy {
        $0 < UInt8(ascii: ".") || $0 > UInt8(ascii: ".") && $0 < UInt8(ascii: "E")
      }
      guard isInteger else { return .double(double) }
      return unsafe Int64(String(decoding: text, as: UTF8.self)).map { .integer($0) } ?? .double(double)
    }
    let isPrefixed =
      unsafe text.count > 2 && text[0] == UInt8(ascii: "0")
      && (text[1] == UInt8(ascii: "x") || text[1] == UInt8(ascii: "o"))
    return isPrefixed ? unsafe GoNumber.parseInteger(text) ?? .string : .string
  }

  /// Words of at most five bytes, compared as one integer each.
  private static func word(_ text: UnsafeBufferPointer<UInt8>) -> YAMLScalar? {
    var packed: UInt64 = 0
    for offset in text.indices { packed = unsafe packed << 8 | UInt64(text[offset]) }
    switch packed {
    case 0x79, 0x59, 0x79_6573, 0x59_6573, 0x59_4553: return .bool(true)  // y yes
    case 0x7472_7565, 0x5472_7565, 0x5452_5545: return .bool(true)  // true
    case 0x6f6e, 0x4f6e, 0x4f4e: return .bool(true)  // on
    case 0x6e, 0x4e, 0x6e6f, 0x4e6f, 0x4e4f: return .bool(false)  // n no
    case 0x66_616c_7365, 0x46_616c_7365, 0x46_414c_5345: return .bool(false)  // false
    case 0x6f_6666, 0x4f_6666, 0x4f_4646: return .bool(false)  // off
    case 0x7e, 0x6e75_6c6c, 0x4e75_6c6c, 0x4e55_4c4c: return .null  // ~ null
    case 0x2e6e_616e, 0x2e4e_614e, 0x2e4e_414e: return .double(.nan)  // .nan
    case 0x2e69_6e66, 0x2e49_6e66, 0x2e49_4e46: return .double(.infinity)  // .inf
    case 0x2b_2e69_6e66, 0x2b_2e49_6e66, 0x2b_2e49_4e46: return .double(.infinity)  // +.inf
    case 0x2d_2e69_6e66, 0x2d_2e49_6e66, 0x2d_2e49_4e46: return .double(-.infinity)  // -.inf
    default: return nil
    }
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> YAMLScalar {
    let plain = unsafe text.filter { $0 != UInt8(ascii: "_") }
    return unsafe plain.withUnsafeBufferPointer { plain in
      if let integer = unsafe GoNumber.parseInteger(plain) { return integer }
      if unsafe GoNumber.isYAMLFloat(plain), let double = unsafe GoNumber.parseFloat(plain) {
        return .double(double)
      }
      return .string
    }
  }
}

extension YAMLScalar {
  /// JSON writes integral doubles below 1e21 without a point; the API machinery then reads an integer.
  var normalised: YAMLScalar {
    if case .double(let double) = self, let integer = Int64(exactly: double) { return .integer(integer) }
    return self
  }

  /// The field name in JSON that a key of this value gets; nil when the text itself is the name.
  var keyName: String? {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let integer): String(integer)
    case .double(let double): GoNumber.shortFloat(double)
    case .string: nil
    }
  }
}
