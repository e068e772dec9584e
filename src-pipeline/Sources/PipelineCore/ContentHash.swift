internal import Crypto

/// A SHA-256 of some bytes; the name under which raw responses, features and models are known.
public struct ContentHash: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  public let hex: String

  public init(of bytes: [UInt8]) {
    hex = Self.hex(SHA256.hash(data: bytes))
  }

  /// Of the bytes of several parts, one after the other.
  public init(ofConcatenated parts: some Sequence<[UInt8]>) {
    var state = SHA256()
    for part in parts { state.update(data: part) }
    hex = Self.hex(state.finalize())
  }

  /// nil unless 64 hexadecimal digits.
  public init?(hex: String) {
    guard hex.utf8.count == 64, hex.allSatisfy(\.isHexDigit) else { return nil }
    self.hex = hex.lowercased()
  }

  public var description: String { hex }

  public static func < (left: ContentHash, right: ContentHash) -> Bool { left.hex < right.hex }

  fileprivate init(_ digest: SHA256.Digest) {
    hex = Self.hex(digest)
  }

  private static func hex(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The hash of bytes that come in parts.
struct ContentHasher {
  private var state = SHA256()

  mutating func update(_ bytes: RawSpan) {
    unsafe bytes.withUnsafeBytes { unsafe state.update(bufferPointer: $0) }
  }

  func finalize() -> ContentHash { ContentHash(state.finalize()) }
}
