internal import SourceText

extension Places {
  /// A line of a file, ready to print: secrets and control characters replaced, long lines cut.
  struct NumberedLine {
    var number: Int
    /// Before, in and after the mark; without a mark all of the text is `before`.
    var before: String
    var marked: String
    var after: String
  }

  /// The line of the location and up to `context` lines on each side of it; empty for a file without bytes.
  mutating func lines(around location: Location, context: Int, maximumWidth: Int = 200) -> [NumberedLine] {
    let file = Int(location.file.raw)
    guard files.indices.contains(file), !files[file].bytes.isEmpty else { return [] }
    let bytes = files[file].bytes
    let index = lineIndex(of: file)
    let start = min(Int(location.range.start), bytes.count)
    let markedLine = index.line(of: start)
    return (max(1, markedLine - context)...min(index.lineCount, markedLine + context)).compactMap { number in
      let range = index.range(ofLine: number, in: bytes)
      guard number == markedLine else {
        // The empty line after the last line end is none.
        if number == index.lineCount, range.isEmpty { return nil }
        return NumberedLine(
          number: number, before: cut(range, of: file, maximumWidth), marked: "", after: "")
      }
      let markStart = min(max(start, range.lowerBound), range.upperBound)
      let markEnd = min(max(Int(location.range.end), markStart), range.upperBound)
      // Of what stands before the mark the end is shown, for a mark far to the right.
      let cutStart = max(range.lowerBound, markStart - maximumWidth)
      let before = printable(cutStart..<markStart, of: file)
      return NumberedLine(
        number: number, before: (cutStart > range.lowerBound ? "…" : "") + before,
        marked: cut(markStart..<markEnd, of: file, maximumWidth),
        after: cut(markEnd..<range.upperBound, of: file, maximumWidth))
    }
  }

  /// At most so many bytes, and an ellipsis where there are more.
  private func cut(_ range: Range<Int>, of file: Int, _ width: Int) -> String {
    range.count <= width
      ? printable(range, of: file) : printable(range.lowerBound..<(range.lowerBound + width), of: file) + "…"
  }
}
