public import ResourceModel
public import SourceText

/// Finds the credentials of the commands that a Markdown file tells its reader to type: of its fenced blocks of shell.
public enum DocumentedCommands {
  private static let languages: Set<String> = [
    "sh", "bash", "shell", "zsh", "console", "shell-session", "terminal",
  ]

  /// O(bytes). What the reader is to replace is none, nor is a word that stands for one: `--password secret`.
  public static func credentials(in file: SourceFile) -> [RecognisedToken] {
    blocks(of: file.bytes).flatMap { block -> [RecognisedToken] in
      // What is no ASCII takes part in no credential, and each byte keeps its place.
      let text = String(decoding: file.bytes[block].map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
      return Credential.found(inText: text).compactMap { credential in
        let range =
          (credential.range.lowerBound + block.lowerBound)..<(credential.range.upperBound + block.lowerBound)
        guard !credential.isPlaceholder, isStrong(file.bytes[range]) else { return nil }
        return RecognisedToken(
          kind: credential.kind, location: Location(file: file.id, range: ByteRange(range)), isOfCommand: true
        )
      }
    }
  }

  /// Nobody makes it up to show a form: letters with digits, seven or more, in which nothing is filled in.
  private static func isStrong(_ value: ArraySlice<UInt8>) -> Bool {
    let hasDigit = value.contains { (0x30...0x39).contains($0) }
    let hasLetter = value.contains { (0x41...0x5A).contains($0 & 0xDF) }
    let isFilledIn = value.contains { "$%<>(){}?".utf8.contains($0) } || value.occurs("EXAMPLE")
    return value.count >= 7 && hasDigit && hasLetter && !isFilledIn
  }

  /// The contents of fenced blocks whose language is a shell.
  ///
  /// Source: CommonMark 0.31, fenced code blocks: three or more of one character, closed by as many or more of it.
  public static func blocks(of bytes: [UInt8]) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var open: (fence: ArraySlice<UInt8>, start: Int, isShell: Bool)?
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end].drop { $0 == 0x20 || $0 == 0x09 }
      let fence = line.prefix { $0 == line.first && ($0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~")) }
      if let current = open {
        let rest = line.dropFirst(fence.count)
        if fence.count >= current.fence.count, fence.first == current.fence.first,
          rest.allSatisfy({ $0 <= 0x20 })
        {
          if current.isShell { blocks.append(current.start..<start) }
          open = nil
        }
      } else if fence.count >= 3 {
        let word = line.dropFirst(fence.count).drop { $0 == 0x20 }.prefix {
          $0 > 0x20 && $0 != UInt8(ascii: "{")
        }
        let language = String(decoding: word, as: UTF8.self).lowercased()
        open = (fence, min(end + 1, bytes.count), languages.contains(language))
      }
      start = end + 1
    }
    if let current = open, current.isShell { blocks.append(current.start..<bytes.count) }
    return blocks
  }
}

extension ArraySlice<UInt8> {
  fileprivate func occurs(_ word: String) -> Bool {
    let wanted = Array(word.utf8)
    guard count >= wanted.count else { return false }
    return (startIndex...(endIndex - wanted.count)).contains { self[$0...].starts(with: wanted) }
  }
}
