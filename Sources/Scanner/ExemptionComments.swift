internal import HCLSyntax
internal import PolicyKit
internal import SourceText
internal import YAMLSyntax

/// Finds comments that exempt a finding: `# mlguard: allow IMG-01 because …`, behind the text that they are about, or
/// on lines of their own above it.
enum ExemptionComments {
  private static let mark = "mlguard:"

  private static let word = BytePattern("mlguard", anchor: 1)

  /// A comment or an annotation of mlguard may be in the file: few files have one, and only those are looked at closer.
  /// O(bytes).
  static func mayOccur(in bytes: [UInt8]) -> Bool { word.occurs(in: bytes) }

  /// In the order of the file.
  static func texts(in file: SourceFile, _ fileClass: FileClass) -> [ExemptionText] {
    let comments = comments(of: file, fileClass)
    let lines = LineIndex(file.bytes)
    /// Lines that hold nothing but a comment.
    var whole: Set<Int> = []
    for comment in comments where startsLine(comment, in: file.bytes) {
      whole.insert(lines.line(of: comment.lowerBound))
    }
    return comments.compactMap { comment in
      let body = body(of: comment, in: file.bytes)
      let location = Location(file: file.id, range: ByteRange(comment))
      guard body.hasPrefix(mark) else {
        guard holdsMark(body) else { return nil }
        return ExemptionText(
          body, at: location, target: .none("an exemption stands at the start of its comment"))
      }
      var line = lines.line(of: comment.lowerBound)
      if whole.contains(line) {
        repeat {
          line += 1
        } while line <= lines.lineCount && (whole.contains(line) || isBlank(line, lines, file))
      }
      guard line <= lines.lineCount else {
        return ExemptionText(body, at: location, target: .none("nothing stands below the exemption"))
      }
      return ExemptionText(
        String(body.dropFirst(mark.count)), at: location,
        target: .line(ByteRange(lines.range(ofLine: line, in: file.bytes))))
    }
  }

  private static func comments(of file: SourceFile, _ fileClass: FileClass) -> [Range<Int>] {
    switch fileClass {
    case .yaml: YAMLParser.parse(file).comments.map(\.indices)
    case .hcl:
      file.path.lowercased().hasSuffix(".json")
        ? [] : HCLTree.parse(file.bytes, file: file.id).tree.comments.map(\.range.indices)
    case .dockerfile: commentLines(of: file.bytes)
    // In the commands that a document shows; elsewhere it speaks of exemptions.
    case .markdown:
      DocumentedCommands.blocks(of: file.bytes).flatMap { block in
        commentLines(of: file.bytes).filter { block.contains($0.lowerBound) }
      }
    }
  }

  /// A Dockerfile has comments on lines of their own only.
  private static func commentLines(of bytes: [UInt8]) -> [Range<Int>] {
    let lines = LineIndex(bytes)
    return (1...lines.lineCount).compactMap { number in
      let line = lines.range(ofLine: number, in: bytes)
      let text = bytes[line].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      return text.first == UInt8(ascii: "#") ? text.startIndex..<line.upperBound : nil
    }
  }

  private static func startsLine(_ comment: Range<Int>, in bytes: [UInt8]) -> Bool {
    let before = bytes[..<comment.lowerBound]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return before[lineStart...].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  private static func isBlank(_ line: Int, _ lines: LineIndex, _ file: SourceFile) -> Bool {
    file.bytes[lines.range(ofLine: line, in: file.bytes)].allSatisfy { $0 <= 0x20 }
  }

  /// Without the marks of a comment.
  private static func body(of comment: Range<Int>, in bytes: [UInt8]) -> String {
    var text = bytes[comment]
    if text.starts(with: Array("/*".utf8)) {
      text = text.dropFirst(2)
      if text.suffix(2).elementsEqual(Array("*/".utf8)) { text = text.dropLast(2) }
    }
    text = text.drop { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "/") || $0 <= 0x20 }
    while let last = text.last, last <= 0x20 { text = text.dropLast() }
    return String(decoding: text, as: UTF8.self)
  }

  /// The words of an exemption behind others; not where they are quoted.
  private static func holdsMark(_ body: String) -> Bool {
    let words = body.split(whereSeparator: \.isWhitespace)
    return words.indices.contains { index in
      words[index] == mark && words[(index + 1)...].first == "allow" || words[index] == mark + "allow"
    }
  }
}
