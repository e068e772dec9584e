internal import PolicyKit
internal import SourceText

/// Turns locations into paths, lines and columns; indexes a file's lines when it is first asked for.
struct Places {
  let files: [SourceFile]
  private var indexes: [Int: LineIndex] = [:]
  /// Secrets by file: never printed, whoever quotes the line they stand in.
  private let secrets: [Int: [Range<Int>]]

  struct Span {
    var path: String
    var start: Position
    var end: Position
  }

  /// A line's bytes to print, and where the marked part lies in them.
  struct Excerpt {
    var text: String
    /// As many columns as the text before the mark takes, tabs kept.
    var padding: String
    var markWidth: Int
  }

  /// - Parameter pathPrefix: stands before each path.
  init(_ report: Report, pathPrefix: String = "") {
    files =
      pathPrefix.isEmpty
      ? report.files
      : report.files.map { SourceFile(id: $0.id, path: pathPrefix + $0.path, bytes: $0.bytes) }
    var secrets: [Int: [Range<Int>]] = [:]
    for finding in report.findings where finding.isSecret {
      secrets[Int(finding.location.file.raw), default: []].append(finding.location.range.indices)
    }
    self.secrets = secrets
  }

  func path(of file: FileID) -> String {
    files.indices.contains(Int(file.raw)) ? files[Int(file.raw)].path : ""
  }

  mutating func lineIndex(of file: Int) -> LineIndex {
    if let index = indexes[file] { return index }
    let index = LineIndex(files[file].bytes)
    indexes[file] = index
    return index
  }

  mutating func span(of location: Location) -> Span {
    let file = Int(location.file.raw)
    guard files.indices.contains(file) else {
      let start = Position(line: 1, column: 1, byte: 0)
      return Span(path: "", start: start, end: start)
    }
    let index = lineIndex(of: file)
    let bytes = files[file].bytes
    return Span(
      path: files[file].path, start: index.position(of: Int(location.range.start), in: bytes),
      end: index.position(of: Int(location.range.end), in: bytes))
  }

  /// The line in which the location starts; nil when the file has no bytes to show.
  mutating func excerpt(of location: Location, maximumWidth: Int = 160) -> Excerpt? {
    let file = Int(location.file.raw)
    guard files.indices.contains(file), !files[file].bytes.isEmpty else { return nil }
    let bytes = files[file].bytes
    let index = lineIndex(of: file)
    let start = min(Int(location.range.start), bytes.count)
    let line = index.range(ofLine: index.line(of: start), in: bytes)
    let markStart = min(start, line.upperBound)
    let markEnd = min(max(Int(location.range.end), markStart), line.upperBound)
    var before = printable(line.lowerBound..<markStart, of: file)
    var marked = printable(markStart..<markEnd, of: file)
    var after = printable(markEnd..<line.upperBound, of: file)
    if isWider(marked, than: maximumWidth) { marked = marked.prefix(maximumWidth) + "…" }
    if isWider(before, than: maximumWidth) { before = "…" + before.suffix(maximumWidth / 4) }
    if isWider(after, than: maximumWidth) { after = after.prefix(maximumWidth / 4) + "…" }
    return Excerpt(
      text: before + marked + after,
      padding: padding(for: before),
      markWidth: max(1, marked.count))
  }

  /// Characters are counted only in texts of so many bytes.
  private func isWider(_ text: String, than width: Int) -> Bool {
    text.utf8.count > width && text.count > width
  }

  private func padding(for text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x09 }) {
      return String(repeating: " ", count: text.utf8.count)
    }
    return String(text.unicodeScalars.map { $0 == "\t" ? "\t" : " " }.map(Character.init))
  }

  /// Text that a terminal shows and does not obey: control characters and secrets replaced.
  func printable(_ range: Range<Int>, of file: Int) -> String {
    var bytes = Array(files[file].bytes[range])
    for secret in secrets[file] ?? [] {
      for offset in secret.clamped(to: range) { bytes[offset - range.lowerBound] = UInt8(ascii: "*") }
    }
    return Self.harmless(String(decoding: bytes, as: UTF8.self))
  }

  /// Replaces control characters other than tab, and the marks that reverse the direction of writing.
  static func harmless(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x09 }) { return text }
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isHarmful(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00...0x1f, 0x7f...0x9f, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}

extension Places {
  /// A region within one line, columns in Unicode code points from 1, the end exclusive.
  struct Region {
    var line: Int
    var startColumn: Int
    var endColumn: Int
  }

  mutating func region(of location: Location) -> Region {
    let file = Int(location.file.raw)
    guard files.indices.contains(file) else { return Region(line: 1, startColumn: 1, endColumn: 1) }
    let bytes = files[file].bytes
    let index = lineIndex(of: file)
    let start = min(Int(location.range.start), bytes.count)
    let number = index.line(of: start)
    let line = index.range(ofLine: number, in: bytes)
    let first = min(start, line.upperBound)
    let last = min(max(Int(location.range.end), first), line.upperBound)
    let startColumn = 1 + Self.scalarCount(bytes[line.lowerBound..<first])
    return Region(
      line: number, startColumn: startColumn,
      endColumn: startColumn + max(1, Self.scalarCount(bytes[first..<last])))
  }

  private static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xc0 != 0x80 }
  }
}
