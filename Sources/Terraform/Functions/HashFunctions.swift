internal import Values

/// `md5`, `sha1`, `sha256`, `sha512`, their base64 forms, and `uuidv5`.
enum HashFunctions {
  private static let text = FunctionParameter("str", .string)

  static let all: [String: BuiltInFunction] = [
    "md5": hash { Digest.hexadecimal(Digest.md5($0)) },
    "sha1": hash { Digest.hexadecimal(Digest.sha1($0)) },
    "sha256": hash { Digest.hexadecimal(Digest.sha256($0)) },
    "sha512": hash { Digest.hexadecimal(Digest.sha512($0)) },
    "base64sha256": hash { Base64.encode(Digest.sha256($0)) },
    "base64sha512": hash { Base64.encode(Digest.sha512($0)) },
    "uuidv5": BuiltInFunction(
      [FunctionParameter("namespace", .string), FunctionParameter("name", .string)], returns: .string, uuid),
  ]

  private static func hash(_ digest: @escaping @Sendable ([UInt8]) -> String) -> BuiltInFunction {
    BuiltInFunction([text], returns: .string) { (call) throws(FunctionFailure) in .text(digest(call.bytes(0)))
    }
  }

  private static func uuid(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let names = ["dns": 0x10, "url": 0x11, "oid": 0x12, "x500": 0x14] as [String: UInt8]
    let namespace: [UInt8]
    if let number = names[call.text(0)] {
      namespace = [
        0x6b, 0xa7, 0xb8, number, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
      ]
    } else if let parsed = identifier(call.text(0)) {
      namespace = parsed
    } else {
      throw FunctionFailure("uuidv5() doesn't support namespace \(call.text(0)) (invalid UUID)")
    }
    var bytes = Array(Digest.sha1(namespace + call.bytes(1)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array(Digest.hexadecimal(bytes))
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return .text(groups.joined(separator: "-"))
  }

  /// The forms that Go's package takes: with hyphens, in braces, with `urn:uuid:`, or the bare digits.
  private static func identifier(_ text: String) -> [UInt8]? {
    var bytes = Array(text.utf8)
    if bytes.count == 45, text.lowercased().hasPrefix("urn:uuid:") { bytes.removeFirst(9) }
    if bytes.count == 38, bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") {
      bytes = Array(bytes[1..<37])
    }
    if bytes.count == 36 {
      guard [8, 13, 18, 23].allSatisfy({ bytes[$0] == UInt8(ascii: "-") }) else { return nil }
      for position in [23, 18, 13, 8] { bytes.remove(at: position) }
    }
    guard bytes.count == 32 else { return nil }
    var result: [UInt8] = []
    for index in stride(from: 0, to: 32, by: 2) {
      let pair = String(decoding: bytes[index..<index + 2], as: UTF8.self)
      guard pair.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
        let byte = UInt8(pair, radix: 16)
      else { return nil }
      result.append(byte)
    }
    return result
  }
}
