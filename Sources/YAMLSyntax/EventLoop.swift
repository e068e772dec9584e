internal import CLibYAML
internal import SourceText

/// One run of libyaml's event parser over the rest of a file, into a `TreeBuilder`.
@safe struct EventLoop {
  /// How a run ended.
  enum Stop {
    case endOfFile
    /// The grammar was broken, at the offset inside.
    case failure(Failure)
    /// The bytes are no text that YAML allows.
    case unreadable
    /// A budget was spent, at this offset.
    case overrun(TreeBuilder.Overrun, at: Int)
    case outOfMemory
  }

  struct Failure {
    /// Where libyaml stopped.
    var offset: Int
    var message: String
    /// Where the construct began that was not finished; nil when libyaml names none.
    var contextOffset: Int?
    var context: String
    /// Where the document began and its first node, if it has one.
    var documentStart: Int
    var firstNode: Int
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let isASCII: Bool
  var builder: TreeBuilder
  var comments: CommentScan
  var documents: [PendingDocument] = []

  struct PendingDocument {
    var root: Int32?
    var range: ByteRange
    var isComplete: Bool
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, builder: TreeBuilder) {
    unsafe self.bytes = bytes
    self.isASCII = unsafe CharacterOffsets.isASCII(bytes)
    self.builder = builder
    self.comments = CommentScan()
  }

  /// Reads from `base` to the end, an error or a budget. The document that was being read is kept as far as it
  /// was understood.
  mutating func run(from base: Int) -> Stop {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { unsafe parser.deallocate() }
    guard unsafe yaml_parser_initialize(parser) == 1 else { return .outOfMemory }
    defer { unsafe yaml_parser_delete(parser) }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    let rest = unsafe UnsafeBufferPointer(rebasing: bytes[base...])
    guard let input = unsafe WholeInput(rest) else { return .unreadable }
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, 0)
    return unsafe input.lend(to: parser) { unsafe events(of: parser, from: base) }
  }

  private mutating func events(of parser: UnsafeMutablePointer<yaml_parser_t>, from base: Int) -> Stop {
    var offsets = CharacterOffsets(from: base, isASCII: isASCII)
    unsafe comments.start(at: base, in: bytes)

    var event = unsafe yaml_event_t()
    var rootIndex = Int32(truncatingIfNeeded: builder.nodes.count)
    var documentStart = Int32(truncatingIfNeeded: base)
    var isInDocument = false

    while true {
      guard unsafe yaml_parser_parse(parser, &event) == 1 else {
        if unsafe parser.pointee.error == YAML_MEMORY_ERROR { return .outOfMemory }
        let failure = unsafe failure(
          parser, &offsets, documentStart: Int(documentStart), firstNode: Int(rootIndex))
        if isInDocument {
          unsafe builder.closeAll(at: Int32(truncatingIfNeeded: failure.offset), in: bytes)
          endDocument(root: rootIndex, start: documentStart, isComplete: false)
        }
        unsafe comments.advance(to: failure.offset, in: bytes)
        return .failure(failure)
      }
      let start = unsafe Int32(
        truncatingIfNeeded: offsets.byteOffset(event.start_mark.index, in: bytes))
      let end = unsafe Int32(truncatingIfNeeded: offsets.byteOffset(event.end_mark.index, in: bytes))
      var isEndOfStream = false
      switch unsafe event.type {
      case YAML_SCALAR_EVENT:
        unsafe scalar(&event, start: start, end: end)
      case YAML_MAPPING_START_EVENT:
        let style = unsafe event.data.mapping_start.style
        let properties = unsafe properties(event.data.mapping_start.anchor, event.data.mapping_start.tag)
        open(.mapping, isFlow: style == YAML_FLOW_MAPPING_STYLE, properties, start: start)
      case YAML_SEQUENCE_START_EVENT:
        let style = unsafe event.data.sequence_start.style
        let properties = unsafe properties(event.data.sequence_start.anchor, event.data.sequence_start.tag)
        open(.sequence, isFlow: style == YAML_FLOW_SEQUENCE_STYLE, properties, start: start)
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        unsafe builder.closeCollection(end: end > start ? end : nil, in: bytes)
      case YAML_ALIAS_EVENT:
        let name = unsafe String(cString: event.data.alias.anchor)
        builder.alias(name, start: start, end: end)
      case YAML_DOCUMENT_START_EVENT:
        isInDocument = true
        rootIndex = Int32(truncatingIfNeeded: builder.nodes.count)
        documentStart = start
        builder.startDocument()
      case YAML_DOCUMENT_END_EVENT:
        isInDocument = false
        endDocument(root: rootIndex, start: documentStart, isComplete: true)
      case YAML_STREAM_END_EVENT:
        isEndOfStream = true
      default:  // libyaml's enum, not ours: stream start, and no event
        break
      }
      unsafe yaml_event_delete(&event)
      if isEndOfStream {
        unsafe comments.advance(to: bytes.count, in: bytes)
        return .endOfFile
      }
      if let overrun = builder.overrun {
        builder.overrun = nil
        unsafe builder.closeAll(at: end, in: bytes)
        endDocument(root: rootIndex, start: documentStart, isComplete: false)
        return .overrun(overrun, at: Int(start))
      }
    }
  }

  @inline(__always)
  private mutating func scalar(_ event: inout yaml_event_t, start: Int32, end: Int32) {
    let length = unsafe Int32(truncatingIfNeeded: event.data.scalar.length)
    let value = unsafe event.data.scalar.value
    let style = unsafe event.data.scalar.style
    var isOneLine = unsafe event.start_mark.line == event.end_mark.line
    unsafe comments.skip(start: Int(start), end: Int(end), in: bytes)
    var node = Node.plainScalar(start: start, end: end)
    var anchor: String?
    if unsafe event.data.scalar.anchor != nil || event.data.scalar.tag != nil {
      let properties = unsafe properties(event.data.scalar.anchor, event.data.scalar.tag)
      node.properties = properties.index
      anchor = properties.anchor
      node.start = contentStart(from: start, limit: end)
      node.end = max(node.start, end)
      node.first = node.start
      node.second = node.end
      isOneLine = hasNoBreak(Int(node.start)..<Int(node.end))
    }
    switch style {
    case YAML_PLAIN_SCALAR_STYLE:
      if !isOneLine || node.end - node.start != length { unsafe store(value, length, in: &node) }
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      let isDouble = style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
      node.style = isDouble ? .doubleQuoted : .singleQuoted
      node.first = node.start + 1
      node.second = max(node.first, node.end - 1)
      if !isOneLine || node.second - node.first != length
        || isDouble && hasBackslash(Int(node.first)..<Int(node.second))
      {
        unsafe store(value, length, in: &node)
      }
    default:  // libyaml's enum: literal or folded
      node.style = style == YAML_LITERAL_SCALAR_STYLE ? .literal : .folded
      unsafe comments.header(from: Int(node.start), to: Int(node.end), in: bytes)
      node.end = trimmedEnd(of: node)
      unsafe store(value, length, in: &node)
    }
    builder.scalar(node, anchor: anchor)
  }

  /// A block scalar's last byte that is no line end or space after it.
  private func trimmedEnd(of node: Node) -> Int32 {
    var end = Int(node.end)
    while end > Int(node.start) + 1 {
      let byte = unsafe bytes[end - 1]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
      end -= 1
    }
    return Int32(truncatingIfNeeded: end)
  }

  private mutating func store(_ value: UnsafeMutablePointer<UInt8>?, _ length: Int32, in node: inout Node) {
    node.flags.insert(.textIsDecoded)
    node.first = Int32(truncatingIfNeeded: builder.decoded.count)
    unsafe builder.decoded.append(contentsOf: UnsafeBufferPointer(start: value, count: Int(length)))
    node.second = Int32(truncatingIfNeeded: builder.decoded.count)
  }

  /// No byte of a line break that libyaml knows, nor one that might be part of such.
  private func hasNoBreak(_ range: Range<Int>) -> Bool {
    for offset in range {
      switch unsafe bytes[offset] {
      case 0x0A, 0x0D, 0xC2, 0xE2: return false
      default: continue
      }
    }
    return true
  }

  private func hasBackslash(_ range: Range<Int>) -> Bool {
    for offset in range where unsafe bytes[offset] == UInt8(ascii: "\\") { return true }
    return false
  }

  private mutating func open(
    _ kind: Node.Kind, isFlow: Bool, _ properties: (index: Int32, anchor: String?), start: Int32
  ) {
    var start = start
    if properties.index >= 0 { start = unsafe contentStart(from: start, limit: Int32(clamping: bytes.count)) }
    builder.openCollection(
      Node(
        kind: kind, style: isFlow ? .flow : .block, flags: [], properties: properties.index, start: start,
        end: start, first: 0, second: 0),
      anchor: properties.anchor)
  }

  private mutating func properties(
    _ anchor: UnsafeMutablePointer<UInt8>?, _ tag: UnsafeMutablePointer<UInt8>?
  ) -> (index: Int32, anchor: String?) {
    guard unsafe anchor != nil || tag != nil else { return (-1, nil) }
    let anchor = unsafe anchor.map { unsafe String(cString: $0) }
    let tag = unsafe tag.map { unsafe String(cString: $0) }
    builder.properties.append(NodeProperties(tag: tag, anchor: anchor))
    return (Int32(truncatingIfNeeded: builder.properties.count - 1), anchor)
  }

  /// The first byte after a node's tag and anchor, which libyaml counts into the node.
  private func contentStart(from start: Int32, limit: Int32) -> Int32 {
    var offset = Int(start)
    let limit = unsafe min(Int(limit), bytes.count)
    while offset < limit {
      switch unsafe bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D:
        offset += 1
      case UInt8(ascii: "#"):
        while offset < limit, unsafe bytes[offset] != 0x0A { offset += 1 }
      case UInt8(ascii: "&"):
        offset += 1
        while offset < limit, unsafe Self.isNameByte(bytes[offset]) { offset += 1 }
      case UInt8(ascii: "!"):
        let isVerbatim = unsafe offset + 1 < limit && bytes[offset + 1] == UInt8(ascii: "<")
        offset += 1
        while offset < limit {
          let byte = unsafe bytes[offset]
          if isVerbatim
            ? byte == UInt8(ascii: ">") : byte <= 0x20 || byte >= 0x80 || byte == UInt8(ascii: ",")
          {
            break
          }
          offset += 1
        }
        if isVerbatim { offset += 1 }
      case 0xC2 where unsafe offset + 1 < limit && bytes[offset + 1] == 0x85:  // next line
        offset += 2
      case 0xE2
      where unsafe offset + 2 < limit && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8:
        offset += 3  // line and paragraph separator
      default:
        return Int32(truncatingIfNeeded: offset)
      }
    }
    return Int32(truncatingIfNeeded: limit)
  }

  /// What libyaml takes for a part of an anchor's name.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private mutating func endDocument(root: Int32, start: Int32, isComplete: Bool) {
    let hasRoot = Int(root) < builder.nodes.count
    let end = hasRoot ? builder.nodes[Int(root)].end : start
    documents.append(
      PendingDocument(
        root: hasRoot ? root : nil, range: ByteRange(start: min(start, end), end: end), isComplete: isComplete
      ))
  }

  private func failure(
    _ parser: UnsafeMutablePointer<yaml_parser_t>, _ offsets: inout CharacterOffsets, documentStart: Int,
    firstNode: Int
  ) -> Failure {
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) } ?? ""
    return unsafe Failure(
      offset: offsets.byteOffset(Int(parser.pointee.problem_mark.index), in: bytes),
      message: parser.pointee.problem.map { unsafe String(cString: $0) } ?? "",
      contextOffset: context.isEmpty
        ? nil : offsets.byteOffset(Int(parser.pointee.context_mark.index), in: bytes),
      context: context, documentStart: documentStart, firstNode: firstNode)
  }
}
