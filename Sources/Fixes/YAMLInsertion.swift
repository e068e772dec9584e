internal import SourceText
internal import YAMLSyntax

/// A new value below a mapping, written as its surroundings are: block or flow style, their indentation, their line
/// ends. What is there stays as it is, with its comments.
struct YAMLInsertion {
  private let tree: YAMLTree
  private let file: FileID
  private let lineEnd: LineEnd

  init(_ tree: YAMLTree, _ file: FileID) {
    self.tree = tree
    self.file = file
    lineEnd = LineEnd(of: tree.bytes)
  }

  /// Nil where the path ends in something that is no mapping, or where an alias or a merge key would be changed.
  func edit(adding path: ArraySlice<String>, _ value: String, to mapping: YAMLNode) -> TextEdit? {
    guard let key = path.first, mapping.kind == .mapping, !mapping.isAlias, !mapping.merges else {
      return nil
    }
    let rest = path.dropFirst()
    if let entry = mapping.entry(key) {
      if entry.value.kind == .mapping { return edit(adding: rest, value, to: entry.value) }
      guard entry.value.kind == .scalar, !entry.value.isAlias, entry.value.scalar == .null, !rest.isEmpty
      else {
        return nil
      }
      return replacing(null: entry, with: rest, value, in: mapping)
    }
    return isFlow(mapping) ? flowEdit(path, value, mapping) : blockEdit(path, value, mapping)
  }

  private var bytes: [UInt8] { tree.bytes }

  private func isFlow(_ mapping: YAMLNode) -> Bool {
    let start = Int(mapping.range.start)
    return start < bytes.count && bytes[start] == UInt8(ascii: "{")
  }

  /// `resources:` or `resources: null` becomes `resources: {limits: {memory: 1Gi}}`.
  private func replacing(
    null entry: YAMLNode.Entry, with path: ArraySlice<String>, _ value: String, in mapping: YAMLNode
  ) -> TextEdit? {
    let text = flowText(path, value, isJSON: isJSON(mapping))
    if !entry.value.range.isEmpty { return TextEdit("{\(text)}", replacing: entry.value.range, of: file) }
    let keyEnd = Int(entry.key.range.end)
    guard let colon = bytes[keyEnd...].firstIndex(where: { $0 > 0x20 }), bytes[colon] == UInt8(ascii: ":")
    else {
      return nil
    }
    return TextEdit(" {\(text)}", at: colon + 1, of: file)
  }

  private func isJSON(_ mapping: YAMLNode) -> Bool {
    for entry in mapping.entries { return entry.key.style == .doubleQuoted }
    let start = bytes.first { $0 > 0x20 }
    return start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
  }

  /// `limits: {memory: 1Gi}`
  private func flowText(_ path: ArraySlice<String>, _ value: String, isJSON: Bool) -> String {
    let mark = isJSON ? "\"" : ""
    var text = "\(mark)\(value)\(mark)"
    for (position, key) in path.reversed().enumerated() {
      text = "\(mark)\(key)\(mark): " + (position == 0 ? text : "{\(text)}")
    }
    return text
  }

  private func flowEdit(_ path: ArraySlice<String>, _ value: String, _ mapping: YAMLNode) -> TextEdit? {
    let end = Int(mapping.range.end)
    guard end > 0, end <= bytes.count, bytes[end - 1] == UInt8(ascii: "}") else { return nil }
    let text = flowText(path, value, isJSON: isJSON(mapping))
    var last: YAMLNode.Entry?
    for entry in mapping.entries { last = entry }
    guard let last else { return TextEdit(text, at: Int(mapping.range.start) + 1, of: file) }
    let lastEnd = max(Int(last.value.range.end), Int(last.key.range.end))
    let between = bytes[lastEnd..<(end - 1)]
    // A comma is allowed after the last entry; a comment behind it has to stay behind it.
    guard between.allSatisfy({ $0 <= 0x20 }) else { return nil }
    guard between.contains(UInt8(ascii: "\n")) else { return TextEdit(", " + text, at: lastEnd, of: file) }
    let indentation = indentation(of: Int(last.key.range.start))
    return TextEdit(",\(lineEnd.text)\(indentation)\(text)", at: lastEnd, of: file)
  }

  private func blockEdit(_ path: ArraySlice<String>, _ value: String, _ mapping: YAMLNode) -> TextEdit? {
    // Behind a block scalar a new line would end its trailing empty lines: it goes behind an entry before that.
    var anchor: YAMLNode.Entry?
    for entry in mapping.entries where !entry.value.endsInBlockScalar { anchor = entry }
    guard let anchor else { return nil }
    let end = max(Int(anchor.value.range.end), Int(anchor.key.range.end))
    var last = end
    while last > 0, bytes[last - 1] <= 0x20 { last -= 1 }
    let line = lineEnd.line(at: last, in: bytes)
    let column = lineEnd.column(of: Int(anchor.key.range.start), in: bytes)
    let step = indentationStep(below: mapping)
    var text = ""
    for (depth, key) in path.enumerated() {
      text += lineEnd.text + String(repeating: " ", count: column + depth * step) + key + ":"
    }
    return TextEdit("\(text) \(value)", at: line.upperBound, of: file)
  }

  /// The white space before the offset's line begins.
  private func indentation(of offset: Int) -> String {
    let start = lineEnd.start(of: offset, in: bytes)
    return String(decoding: bytes[start...].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
  }

  /// How much further in a mapping within this one stands; 2 where none does.
  private func indentationStep(below mapping: YAMLNode) -> Int {
    for entry in mapping.entries {
      guard entry.value.kind == .mapping, !entry.value.isAlias, !isFlow(entry.value) else { continue }
      for inner in entry.value.entries {
        let outer = lineEnd.column(of: Int(entry.key.range.start), in: bytes)
        let step = lineEnd.column(of: Int(inner.key.range.start), in: bytes) - outer
        return (1...8).contains(step) ? step : 2
      }
    }
    return 2
  }
}

extension YAMLNode {
  /// The last text below the node is a `|` or `>` scalar.
  fileprivate var endsInBlockScalar: Bool {
    if isAlias { return false }
    switch kind {
    case .scalar: return style == .literal || style == .folded
    case .sequence:
      var last: YAMLNode?
      for element in elements { last = element }
      return last?.endsInBlockScalar ?? false
    case .mapping:
      var last: YAMLNode?
      for entry in entries { last = entry.value }
      return last?.endsInBlockScalar ?? false
    }
  }
}
