public import SourceText

/// Reads Dockerfiles and Containerfiles as BuildKit does: parser directives, continuation lines, comments inside of
/// them, heredocs. Never fails; what is wrong is a problem.
public struct DockerfileParser {
  private let bytes: [UInt8]
  private let file: FileID
  private var offset = 0
  private var escape = UInt8(ascii: "\\")
  private var instructions: [Dockerfile.Instruction] = []
  private var problems: [Problem] = []
  private var comments: [ByteRange] = []

  public static func parse(_ file: SourceFile) -> Dockerfile {
    var parser = DockerfileParser(file)
    parser.run()
    return Dockerfile(
      instructions: parser.instructions, problems: parser.problems, comments: parser.comments)
  }

  private init(_ file: SourceFile) {
    bytes = file.bytes
    self.file = file.id
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  static let keywords: Set<String> = [
    "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER",
    "ONBUILD",
    "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
  ]

  private mutating func run() {
    readDirectives()
    while offset < bytes.count {
      let line = lineRange(at: offset)
      let first = firstNonBlank(line)
      if first == line.upperBound {
        offset = nextLine(line)
      } else if bytes[first] == UInt8(ascii: "#") {
        comments.append(ByteRange(first..<line.upperBound))
        offset = nextLine(line)
      } else {
        readInstruction(from: first)
      }
    }
    checkOrder()
  }

  /// `# escape=` and `# syntax=` count only before everything else.
  private mutating func readDirectives() {
    var position = offset
    while position < bytes.count {
      let line = lineRange(at: position)
      let text = String(decoding: bytes[line], as: UTF8.self)
      guard text.hasPrefix("#") else { return }
      let parts = text.dropFirst().split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return }
      let name = parts[0].filter { $0 != " " }.lowercased()
      let value = parts[1].filter { $0 != " " }
      switch name {
      case "escape":
        if value == "`" {
          escape = UInt8(ascii: "`")
        } else if value != "\\" {
          problem("escape is \(value); Docker knows \\ and `", advice: "# escape=`", at: ByteRange(line))
        }
      case "syntax", "check": break
      default: return
      }
      position = nextLine(line)
    }
  }

  private mutating func readInstruction(from start: Int) {
    var logical = LogicalLine()
    readLogicalLine(from: start, into: &logical)
    var scanner = WordScanner(line: logical, escape: escape)
    guard let keyword = scanner.bareWord() else { return }
    let name = keyword.text.uppercased()
    guard Self.keywords.contains(name) else {
      let near = Self.nearest(to: name)
      problem(
        "\(keyword.text) is no instruction of a Dockerfile",
        advice: near ?? "end the line above with \(Character(Unicode.Scalar(escape))) if this continues it",
        at: keyword.range)
      return
    }
    let flags = ["FROM", "RUN", "COPY", "ADD", "HEALTHCHECK"].contains(name) ? scanner.flags() : []
    let text = scanner.rest()
    if text.text.isEmpty { problem("\(name) has no arguments", advice: nil, at: keyword.range) }
    var end = text.text.isEmpty ? keyword.range.end : text.range.end
    let words = scanner.words()
    var heredocs: [Dockerfile.Heredoc] = []
    if ["RUN", "COPY", "ADD"].contains(name) {
      for opening in HeredocOpening.find(in: words) {
        guard let heredoc = readHeredoc(opening) else { break }
        heredocs.append(heredoc)
        end = max(end, Int32(clamping: offset))
      }
    }
    while Int(end) > start, bytes[Int(end) - 1] == 0x0A || bytes[Int(end) - 1] == 0x0D { end -= 1 }
    instructions.append(
      Dockerfile.Instruction(
        keyword: name, keywordRange: keyword.range, range: ByteRange(start: keyword.range.start, end: end),
        flags: flags, words: words, text: text, heredocs: heredocs))
  }

  /// Joins continuation lines, leaving out comment lines and empty lines between them.
  private mutating func readLogicalLine(from start: Int, into logical: inout LogicalLine) {
    var position = start
    var isContinuation = false
    while position < bytes.count || !isContinuation {
      let line = lineRange(at: position)
      let first = firstNonBlank(line)
      offset = nextLine(line)
      if isContinuation, first < line.upperBound, bytes[first] == UInt8(ascii: "#") {
        comments.append(ByteRange(first..<line.upperBound))
      } else if isContinuation, first == line.upperBound {
        // Docker goes on, with a warning that this will become an error.
      } else {
        var end = line.upperBound
        while end > position, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        let continues = end > position && bytes[end - 1] == escape
        logical.append(bytes, position..<(continues ? end - 1 : line.upperBound))
        if !continues { return }
        isContinuation = true
      }
      position = offset
      if position >= bytes.count { return }
    }
  }

  private mutating func readHeredoc(_ opening: HeredocOpening) -> Dockerfile.Heredoc? {
    let start = offset
    while offset < bytes.count {
      let line = lineRange(at: offset)
      var text = bytes[line]
      if opening.stripsTabs { text = text.drop { $0 == 0x09 } }
      if text.elementsEqual(opening.delimiter.utf8) {
        let body = Dockerfile.Word(
          text: String(decoding: bytes[start..<offset], as: UTF8.self), range: ByteRange(start..<offset))
        offset = nextLine(line)
        return Dockerfile.Heredoc(delimiter: opening.delimiter, isExpanded: opening.isExpanded, body: body)
      }
      offset = nextLine(line)
    }
    problem(
      "the heredoc <<\(opening.delimiter) is never closed",
      advice: "add a line with \(opening.delimiter) alone",
      at: opening.range)
    return nil
  }

  private mutating func checkOrder() {
    let first = instructions.first { $0.keyword != "ARG" }
    if let first, first.keyword != "FROM" {
      problem("\(first.keyword) stands before the first FROM", advice: "FROM image", at: first.keywordRange)
    }
    if instructions.isEmpty, problems.isEmpty {
      problem("the file has no instruction", advice: "FROM image", at: ByteRange(0..<0))
    }
  }

  private mutating func problem(_ message: String, advice: String?, at range: ByteRange) {
    problems.append(
      Problem(.error, .syntax, message, advice: advice, at: Location(file: file, range: range)))
  }

  /// The line at an offset without its line end.
  private func lineRange(at start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    if end > start, end < bytes.count, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  private func nextLine(_ line: Range<Int>) -> Int {
    var end = line.upperBound
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    return min(end + 1, bytes.count)
  }

  private func firstNonBlank(_ line: Range<Int>) -> Int {
    line.first { bytes[$0] != 0x20 && bytes[$0] != 0x09 } ?? line.upperBound
  }

  /// The instruction that differs in one letter, or has two swapped.
  private static func nearest(to name: String) -> String? {
    let wanted = Array(name.utf8)
    return keywords.sorted().first { keyword in
      let other = Array(keyword.utf8)
      guard abs(other.count - wanted.count) <= 1, wanted.count > 2 else { return false }
      if other.count == wanted.count {
        return zip(wanted, other).filter { $0 != $1 }.count == 1 || wanted.sorted() == other.sorted()
      }
      let (long, short) = other.count > wanted.count ? (other, wanted) : (wanted, other)
      return long.indices.contains { Array(long[..<$0] + long[($0 + 1)...]) == short }
    }
  }
}
