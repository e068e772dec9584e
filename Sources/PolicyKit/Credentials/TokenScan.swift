public import ResourceModel
public import SourceText

/// Finds the credentials of a whole file that identify themselves.
public enum TokenScan {
  /// O(bytes). The examples of an issuer's documentation are none, and the id of an AWS access key is one only with
  /// its secret beside it: the id alone opens nothing.
  public static func tokens(in file: SourceFile) -> [RecognisedToken] {
    TokenFormat.all(in: file.bytes[...]).compactMap { credential in
      if credential.isPlaceholder { return nil }
      if credential.kind == "an AWS access key id", !hasSecret(beside: credential.range, in: file.bytes) {
        return nil
      }
      let kind = credential.kind == "an AWS access key id" ? "an AWS access key" : credential.kind
      let lineEnd = file.bytes[credential.range].firstIndex { $0 == 0x0A || $0 == 0x0D }
      let range = credential.range.lowerBound..<(lineEnd ?? credential.range.upperBound)
      return RecognisedToken(kind: kind, location: Location(file: file.id, range: ByteRange(range)))
    }
  }

  /// Forty characters of base64 in mixed case, within a few lines.
  private static func hasSecret(beside range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let window = max(0, range.lowerBound - 400)..<min(bytes.count, range.upperBound + 400)
    var start = window.lowerBound
    while start < window.upperBound {
      guard isSecretByte(bytes[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < window.upperBound, isSecretByte(bytes[end]) { end += 1 }
      if end - start == 40, isMixed(bytes[start..<end]) { return true }
      start = end
    }
    return false
  }

  private static func isMixed(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains { (0x41...0x5A).contains($0) } && text.contains { (0x61...0x7A).contains($0) }
      && text.contains { (0x30...0x39).contains($0) } && Set(text).count > 15
  }

  private static func isSecretByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x2B
      || byte == 0x2F
  }
}
