internal import SourceText

/// Tells a template that must be rendered before it is YAML (Helm, Jinja) from YAML with a mistake.
///
/// Braces inside strings say nothing: Argo Workflows and GitHub use them rightly. Outside of strings they are a
/// template's; so are Go's template words on the very line where the grammar breaks.
@safe struct TemplateDetection {
  let bytes: UnsafeBufferPointer<UInt8>
  let tree: YAMLTree
  let comments: [ByteRange]

  init(bytes: UnsafeBufferPointer<UInt8>, tree: YAMLTree, comments: [ByteRange]) {
    unsafe self.bytes = bytes
    self.tree = tree
    self.comments = comments
  }

  /// The range of the first template expression, when the file is a template.
  func template(failures: [EventLoop.Failure], templateLike: ByteRange?) -> ByteRange? {
    if let range = templateLike, !namesArgoVariable(Int(range.start)) {
      return expression(at: Int(range.start))
    }
    for failure in failures {
      if let range = evidence(for: failure) { return range }
    }
    return nil
  }

  private func evidence(for failure: EventLoop.Failure) -> ByteRange? {
    let lineEnd = unsafe CommentScan.find(0x0A, from: failure.offset, in: bytes)
    var lineStart = unsafe min(failure.offset, bytes.count)
    while lineStart > 0, unsafe bytes[lineStart - 1] != 0x0A { lineStart -= 1 }
    var node = failure.firstNode
    var comment = 0
    var offset = failure.documentStart
    while let opening = opening(from: offset, to: lineEnd) {
      offset = opening + 2
      while node < tree.nodes.count, tree.nodes[node].kind != .scalar || tree.nodes[node].end <= opening {
        node += 1
      }
      while comment < comments.count, comments[comment].end <= opening { comment += 1 }
      let isInScalar = node < tree.nodes.count && tree.nodes[node].start <= opening
      let isInComment = comment < comments.count && comments[comment].start <= opening
      if opening >= lineStart, looksLikeGoTemplate(opening) { return expression(at: opening) }
      if !isInScalar, !isInComment, !namesArgoVariable(opening), !isGitHubExpression(opening) {
        return expression(at: opening)
      }
    }
    return nil
  }

  /// The next `{{`, `{%` or `<%`.
  private func opening(from start: Int, to end: Int) -> Int? {
    var offset = start
    while offset + 1 < end {
      let byte = unsafe bytes[offset]
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "<") {
        let next = unsafe bytes[offset + 1]
        if next == UInt8(ascii: "%") || byte == UInt8(ascii: "{") && next == UInt8(ascii: "{") {
          return offset
        }
      }
      offset += 1
    }
    return nil
  }

  private func isGitHubExpression(_ opening: Int) -> Bool {
    unsafe opening > 0 && bytes[opening - 1] == UInt8(ascii: "$")
  }

  private func inside(_ opening: Int) -> Substring {
    let end = unsafe min(opening + 60, bytes.count)
    let text = unsafe String(decoding: bytes[min(opening + 2, end)..<end], as: UTF8.self)
    return text.drop { $0 == " " }
  }

  private func looksLikeGoTemplate(_ opening: Int) -> Bool {
    guard unsafe bytes[opening] == UInt8(ascii: "{") && bytes[opening + 1] == UInt8(ascii: "{") else {
      return true
    }
    let text = inside(opening)
    guard let first = text.first else { return false }
    if first == "." || first == "$" || first == "-" || text.hasPrefix("/*") { return true }
    let word = text.prefix { $0.isLetter }
    return [
      "include", "template", "if", "else", "end", "range", "with", "define", "block", "toYaml", "tpl",
      "default",
      "quote", "printf", "required", "lookup", "and", "or", "not", "eq", "ne",
    ].contains(String(word))
  }

  /// Argo's variables, which Argo wants in quotes: unquoted they are a mistake, not a template. Neither is `{{{`.
  private func namesArgoVariable(_ opening: Int) -> Bool {
    let text = inside(opening)
    if text.first == "=" || text.first == "{" { return true }
    let word = text.prefix { $0.isLetter }
    let next = text.dropFirst(word.count).first
    guard next == "." || next == "}" || next == " " else { return false }
    return [
      "inputs", "outputs", "workflow", "item", "steps", "tasks", "pod", "node", "cronworkflow", "retries",
      "lastRetry",
    ].contains(String(word))
  }

  /// From the opening to its closing on the same line.
  private func expression(at opening: Int) -> ByteRange {
    let lineEnd = unsafe CommentScan.find(0x0A, from: opening, in: bytes)
    var end = opening + 2
    while end < lineEnd {
      if unsafe end + 1 < lineEnd && bytes[end + 1] == UInt8(ascii: "}")
        && (bytes[end] == UInt8(ascii: "}") || bytes[end] == UInt8(ascii: "%"))
      {
        return ByteRange(opening..<(end + 2))
      }
      end += 1
    }
    while end > opening, unsafe bytes[end - 1] == 0x0D || bytes[end - 1] == 0x20 { end -= 1 }
    return ByteRange(opening..<end)
  }
}
