internal import SourceText

/// Words one of libyaml's errors: what stands there, and what to type instead.
@safe struct SyntaxProblem {
  let failure: EventLoop.Failure
  let bytes: UnsafeBufferPointer<UInt8>
  let file: FileID

  init(failure: EventLoop.Failure, bytes: UnsafeBufferPointer<UInt8>, file: FileID) {
    self.failure = failure
    unsafe self.bytes = bytes
    self.file = file
  }

  static func unquotedBraces(_ location: Location) -> Problem {
    Problem(
      .error, .syntax, "{{ … }} outside of quotes is a mapping inside a mapping, not text",
      advice: "put the value in quotes: \"{{…}}\"", at: location)
  }

  var problem: Problem {
    let wording = wording
    return Problem(
      .error, .syntax, wording.message, advice: wording.advice,
      at: Location(file: file, range: wording.range ?? range(at: failure.offset)))
  }

  private struct Wording {
    var message: String
    var advice: String?
    var range: ByteRange?

    init(_ message: String, advice: String? = nil, at range: ByteRange? = nil) {
      self.message = message
      self.advice = advice
      self.range = range
    }
  }

  private var wording: Wording {
    if let tab = tabInIndentation { return tab }
    switch failure.message {
    case "could not find expected ':'": return missingColon
    case "mapping values are not allowed in this context": return secondColon
    case "found unexpected end of stream", "found unexpected document indicator": return unclosedQuote
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": return unclosedBracket
    case "did not find expected key": return unexpectedInMapping
    case "did not find expected '-' indicator": return unexpectedInSequence
    case "found character that cannot start any token": return wrongFirstCharacter
    case "block sequence entries are not allowed in this context":
      return Wording(
        "a list item \"- …\" cannot stand here", advice: "put \"- …\" on a line of its own below the key")
    case "found unknown escape character": return unknownEscape
    case "did not find expected node content": return missingContent
    case "did not find expected <document start>":
      return Wording(
        "text after the end of the document's content",
        advice: "indent it as part of the value above, or separate documents with ---")
    case "found duplicate %YAML directive", "found duplicate %TAG directive", "found unknown directive name",
      "found incompatible YAML document":
      return Wording("a directive line (%) that YAML 1.1 does not know", advice: "remove the line")
    case "did not find expected alphabetic or numeric character":
      return Wording(
        "\(character(at: failure.contextOffset ?? failure.offset)) begins an alias or anchor, and no name follows",
        advice: "put the value in quotes", at: failure.contextOffset.map(range(at:)))
    case "found undefined tag handle", "did not find expected whitespace or line break",
      "did not find URI escaped octet":
      return Wording("a tag (!…) that is not complete", advice: "put the value in quotes if it is text")
    default:
      let context = failure.context.isEmpty ? "" : " (\(failure.context))"
      return Wording(failure.message + context)
    }
  }

  private var tabInIndentation: Wording? {
    var offset = lineStart(of: failure.offset)
    while unsafe offset < bytes.count, unsafe bytes[offset] == 0x20 { offset += 1 }
    guard unsafe offset < bytes.count, unsafe bytes[offset] == 0x09, offset <= failure.offset else {
      return nil
    }
    var end = offset
    while unsafe end < bytes.count, unsafe bytes[end] == 0x09 { end += 1 }
    return Wording(
      "a tab in the indentation; YAML indents with spaces only", advice: "replace the tab by spaces",
      at: ByteRange(offset..<end))
  }

  private var missingColon: Wording {
    let start = failure.contextOffset ?? failure.offset
    let line = lineRange(of: start)
    let text = trimmed(start..<line.upperBound)
    let written = unsafe String(decoding: bytes[text], as: UTF8.self)
    if let colon = written.firstIndex(of: ":"), written.index(after: colon) < written.endIndex {
      let name = written[..<colon]
      let rest = written[written.index(after: colon)...]
      return Wording(
        "no space after the colon, so that this is no key with a value", advice: "\(name): \(rest)",
        at: ByteRange(text))
    }
    return Wording(
      "this line is neither \"key: value\" nor a list item",
      advice: "add a colon after the key: \(written.prefix(40)):",
      at: ByteRange(text))
  }

  private var secondColon: Wording {
    let line = lineRange(of: failure.offset)
    let text = trimmed(line)
    let colons = unsafe bytes[text].indices.filter {
      unsafe bytes[$0] == UInt8(ascii: ":") && ($0 + 1 >= line.upperBound || bytes[$0 + 1] == 0x20)
    }
    if colons.count > 1, let first = colons.first {
      let value = trimmed((first + 1)..<text.upperBound)
      let written = unsafe String(decoding: bytes[value], as: UTF8.self)
      return Wording(
        "a second \": \" in one line, so that it is not clear where the value begins",
        advice: "put the value in quotes: \"\(written)\"", at: ByteRange(value))
    }
    return Wording(
      "this key is indented deeper than the line above allows",
      advice: "align it with its neighbours, or end the line above with a colon", at: ByteRange(text))
  }

  private var unclosedQuote: Wording {
    guard let start = failure.contextOffset, unsafe start < bytes.count, failure.context.contains("quoted")
    else {
      return Wording("the document ends inside of a value")
    }
    let quote = character(at: start)
    return Wording(
      "the quote \(quote) that opens here is never closed",
      advice: "close it with \(quote) at the end of the value",
      at: ByteRange(trimmed(start..<lineRange(of: start).upperBound)))
  }

  private var unclosedBracket: Wording {
    guard let start = failure.contextOffset else { return Wording(failure.message) }
    let closing = failure.message.hasSuffix("']'") ? "]" : "}"
    return Wording(
      "the \(character(at: start)) that opens here is not closed, or a comma is missing before line "
        + "\(lineNumber(of: failure.offset))",
      advice: "add , between the items and \(closing) after the last",
      at: range(at: start))
  }

  private var unexpectedInMapping: Wording {
    let found = trimmed(failure.offset..<lineRange(of: failure.offset).upperBound)
    let first = unsafe failure.offset < bytes.count ? unsafe bytes[failure.offset] : 0
    let above =
      failure.contextOffset.map { " of the mapping that begins on line \(lineNumber(of: $0))" } ?? ""
    if failure.offset > lineStart(of: failure.offset), !isFirstOnLine(failure.offset) {
      return Wording(
        "text after the value has ended", advice: "put the whole value in quotes", at: ByteRange(found))
    }
    if first == UInt8(ascii: "-") {
      return Wording(
        "a list item among the keys\(above)", advice: "indent it below the key that it belongs to",
        at: ByteRange(found))
    }
    return Wording(
      "this line is not aligned with the keys\(above)",
      advice: "give it the same indentation as its neighbours",
      at: ByteRange(found))
  }

  private var unexpectedInSequence: Wording {
    let found = trimmed(failure.offset..<lineRange(of: failure.offset).upperBound)
    let above = failure.contextOffset.map { " of the list that begins on line \(lineNumber(of: $0))" } ?? ""
    return Wording(
      "this line is not aligned with the items\(above)",
      advice: "start it with \"- \", or indent it as part of the item above", at: ByteRange(found))
  }

  private var wrongFirstCharacter: Wording {
    Wording(
      "a value cannot start with \(character(at: failure.offset))", advice: "put the value in quotes")
  }

  private var unknownEscape: Wording {
    let escape = ByteRange(failure.offset..<Int(range(at: failure.offset + 1).end))
    let written = character(at: failure.offset + 1)
    return Wording(
      "\\\(written) is no escape in double quotes", advice: "write \\\\\(written), or use single quotes",
      at: escape)
  }

  private var missingContent: Wording {
    Wording(
      "\(character(at: failure.offset)) cannot stand where a value is expected",
      advice: "put the value in quotes")
  }

  private func character(at offset: Int) -> String {
    guard unsafe offset < bytes.count else { return "the end of the file" }
    let range = range(at: offset)
    return unsafe String(decoding: bytes[range.indices], as: UTF8.self)
  }

  /// The one character at an offset.
  private func range(at offset: Int) -> ByteRange {
    guard unsafe offset < bytes.count else { return unsafe ByteRange(bytes.count..<bytes.count) }
    var end = offset + 1
    while unsafe end < bytes.count, unsafe bytes[end] & 0xC0 == 0x80 { end += 1 }
    return ByteRange(offset..<end)
  }

  private func isFirstOnLine(_ offset: Int) -> Bool {
    for position in lineStart(of: offset)..<offset where unsafe bytes[position] != 0x20 { return false }
    return true
  }

  private func lineStart(of offset: Int) -> Int {
    var start = unsafe min(offset, bytes.count)
    while start > 0, unsafe bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  private func lineRange(of offset: Int) -> Range<Int> {
    let start = lineStart(of: offset)
    return start..<(unsafe CommentScan.find(0x0A, from: max(start, min(offset, bytes.count)), in: bytes))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = unsafe max(start, min(range.upperBound, bytes.count))
    while start < end, unsafe bytes[start] <= 0x20 { start += 1 }
    while end > start, unsafe bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  private func lineNumber(of offset: Int) -> Int {
    var line = 1
    for position in unsafe 0..<min(offset, bytes.count) where unsafe bytes[position] == 0x0A { line += 1 }
    return line
  }
}
