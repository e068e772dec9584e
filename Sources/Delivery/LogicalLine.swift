internal import SourceText

/// An instruction's text over all its lines, each byte with its place in the file.
struct LogicalLine {
  private(set) var bytes: [UInt8] = []
  private(set) var offsets: [Int32] = []

  mutating func append(_ source: [UInt8], _ range: Range<Int>) {
    bytes += source[range]
    offsets += range.map { Int32(clamping: $0) }
  }

  /// The source from the first to the last byte of a piece.
  func word(_ range: Range<Int>) -> Dockerfile.Word {
    let place =
      range.isEmpty
      ? ByteRange(start: offsets.last.map { $0 + 1 } ?? 0, end: offsets.last.map { $0 + 1 } ?? 0)
      : ByteRange(start: offsets[range.lowerBound], end: offsets[range.upperBound - 1] + 1)
    return Dockerfile.Word(text: String(decoding: bytes[range], as: UTF8.self), range: place)
  }
}

/// Cuts a logical line into keyword, flags and words.
struct WordScanner {
  let line: LogicalLine
  let escape: UInt8
  private var position = 0

  init(line: LogicalLine, escape: UInt8) {
    self.line = line
    self.escape = escape
  }

  private func isBlank(_ position: Int) -> Bool {
    let byte = line.bytes[position]
    return byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0B || byte == 0x0C
  }

  private mutating func skipBlanks() {
    while position < line.bytes.count, isBlank(position) { position += 1 }
  }

  mutating func bareWord() -> Dockerfile.Word? {
    skipBlanks()
    let start = position
    while position < line.bytes.count, !isBlank(position) { position += 1 }
    return start < position ? line.word(start..<position) : nil
  }

  /// `--name=value` words; leaves the position at the first word that is none.
  mutating func flags() -> [Dockerfile.Flag] {
    var flags: [Dockerfile.Flag] = []
    while true {
      skipBlanks()
      let start = position
      guard start + 2 < line.bytes.count, line.bytes[start] == UInt8(ascii: "-"),
        line.bytes[start + 1] == UInt8(ascii: "-")
      else { return flags }
      let end = endOfWord(from: start)
      let equals = line.bytes[start..<end].firstIndex(of: UInt8(ascii: "=")) ?? end
      let name = String(decoding: line.bytes[(start + 2)..<equals], as: UTF8.self)
      flags.append(Dockerfile.Flag(name: name, value: line.word(min(equals + 1, end)..<end)))
      position = end
    }
  }

  /// All that follows, without blanks around it.
  mutating func rest() -> Dockerfile.Word {
    skipBlanks()
    var end = line.bytes.count
    while end > position, isBlank(end - 1) { end -= 1 }
    return line.word(position..<max(position, end))
  }

  /// The words that follow; does not move.
  func words() -> [Dockerfile.Word] {
    var scanner = self
    var words: [Dockerfile.Word] = []
    while true {
      scanner.skipBlanks()
      guard scanner.position < line.bytes.count else { return words }
      let end = scanner.endOfWord(from: scanner.position)
      words.append(line.word(scanner.position..<end))
      scanner.position = end
    }
  }

  /// A word ends at a blank outside of quotes.
  private func endOfWord(from start: Int) -> Int {
    var end = start
    var quote: UInt8?
    while end < line.bytes.count {
      let byte = line.bytes[end]
      if let open = quote {
        if byte == escape, open == UInt8(ascii: "\"") { end += 1 } else if byte == open { quote = nil }
      } else if byte == escape {
        end += 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if isBlank(end) {
        break
      }
      end += 1
    }
    return min(end, line.bytes.count)
  }
}

/// `<<EOF`, `<<-EOF`, `<<"EOF"` at the start of a word (a file descriptor before it is allowed).
struct HeredocOpening {
  var delimiter: String
  var stripsTabs: Bool
  var isExpanded: Bool
  var range: ByteRange

  static func find(in words: [Dockerfile.Word]) -> [HeredocOpening] {
    words.compactMap { word in
      var text = word.text.drop { $0.isNumber }
      guard text.hasPrefix("<<"), !text.hasPrefix("<<<") else { return nil }
      text = text.dropFirst(2)
      let stripsTabs = text.first == "-"
      if stripsTabs { text = text.dropFirst() }
      let isQuoted = text.first == "\"" || text.first == "'"
      let name = text.filter { $0 != "\"" && $0 != "'" }
      guard let first = name.first, first.isLetter || first == "_",
        name.allSatisfy({ $0.isLetter || $0.isNumber || "_-.".contains($0) })
      else { return nil }
      return HeredocOpening(
        delimiter: String(name), stripsTabs: stripsTabs, isExpanded: !isQuoted, range: word.range)
    }
  }
}
