public import SourceText

/// Reads YAML and JSON files. Never fails: what was not understood is a problem in the result.
public enum YAMLParser {
  /// Cost is about that of libyaml's own event loop; JSON is several times faster.
  public static func parse(_ file: SourceFile, limits: YAMLLimits = YAMLLimits()) -> YAMLStream {
    if let refusal = refusal(file) {
      let tree = YAMLTree(file: file.id, bytes: file.bytes, nodes: [], decoded: [], properties: [])
      return YAMLStream(documents: [], problems: [refusal], comments: [], isTemplate: false, tree: tree)
    }
    return unsafe file.bytes.withUnsafeBufferPointer { bytes in
      if let stream = unsafe jsonStream(file, bytes, limits) { return stream }
      if let stream = unsafe yamlStream(file, bytes, limits) { return stream }
      var cleaned = Sanitizer(file: file.id)
      let replaced = unsafe cleaned.clean(bytes)
      // The tree holds the replaced bytes: text and source of a scalar stay equal byte for byte.
      let file = SourceFile(id: file.id, path: file.path, bytes: replaced)
      return unsafe replaced.withUnsafeBufferPointer { replaced in
        var stream =
          unsafe yamlStream(file, replaced, limits)
          ?? YAMLStream(
            documents: [], problems: [], comments: [], isTemplate: false,
            tree: YAMLTree(file: file.id, bytes: file.bytes, nodes: [], decoded: [], properties: []))
        stream.problems = cleaned.problems + stream.problems
        return stream
      }
    }
  }

  /// What no part of which can be read.
  private static func refusal(_ file: SourceFile) -> Problem? {
    let start = Location(file: file.id, range: ByteRange(start: 0, end: 0))
    if file.bytes.count >= Int(Int32.max) {
      return Problem(.error, .budget, "the file is larger than 2 GiB", at: start)
    }
    let head = Array(file.bytes.prefix(4))
    guard head.count >= 2 else { return nil }
    let isUTF16 =
      head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head[0] == 0 && head[1] != 0
      || head[0] != 0 && head[1] == 0
    guard isUTF16 else { return nil }
    return Problem(
      .error, .unreadable, "the file is encoded in UTF-16, not in UTF-8",
      advice: "iconv -f UTF-16 -t UTF-8 \(file.path)", at: start)
  }

  private static func byteOrderMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    unsafe bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// Nil when the file is not JSON alone: it may be YAML all the same.
  private static func jsonStream(
    _ file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, _ limits: YAMLLimits
  ) -> YAMLStream? {
    var start = unsafe byteOrderMark(bytes)
    while start < bytes.count, unsafe JSONReader.isSpace(bytes[start]) { start += 1 }
    guard start < bytes.count, unsafe bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "[")
    else { return nil }
    let builder = TreeBuilder(file: file.id, limits: limits, expectedBytes: bytes.count)
    var reader = unsafe JSONReader(bytes, builder: builder)
    guard let documents = reader.read(from: start) else { return nil }
    return unsafe finish(file, reader.builder, bytes, documents: documents, comments: [], failures: [])
  }

  /// Nil when the bytes hold what YAML does not allow as text.
  private static func yamlStream(
    _ file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, _ limits: YAMLLimits
  ) -> YAMLStream? {
    let builder = TreeBuilder(file: file.id, limits: limits, expectedBytes: bytes.count)
    var loop = unsafe EventLoop(bytes, builder: builder)
    var failures: [EventLoop.Failure] = []
    var base = unsafe byteOrderMark(bytes)
    var broken = 0
    reading: while true {
      var stopped = base
      switch loop.run(from: base) {
      case .endOfFile: break reading
      case .unreadable: return nil
      case .outOfMemory:
        loop.builder.problem(.error, .budget, "out of memory", at: ByteRange(base..<base))
        break reading
      case .failure(let failure):
        failures.append(failure)
        stopped = failure.offset
      case .overrun(.nodes, let offset):
        loop.builder.problem(
          .error, .budget, "the file has more than \(limits.nodes) nodes", at: ByteRange(offset..<offset),
          advice: "split the file")
        break reading
      case .overrun(.depth, let offset):
        loop.builder.problem(
          .error, .budget, "collections are nested more than \(limits.depth) deep",
          at: ByteRange(offset..<offset))
        stopped = offset
      }
      guard let next = unsafe nextDocument(after: base, from: stopped, in: bytes) else { break }
      broken += 1
      if broken > limits.brokenDocuments {
        loop.builder.problem(
          .error, .budget, "more than \(limits.brokenDocuments) documents are broken; the rest is not read",
          at: ByteRange(next..<(next + 3)))
        break
      }
      base = next
    }
    return unsafe finish(
      file, loop.builder, bytes, documents: loop.documents, comments: loop.comments.found, failures: failures)
  }

  /// The next line that starts with `---`, at or after `offset` and after `base`.
  private static func nextDocument(
    after base: Int, from offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var line = max(base + 1, offset)
    while line < bytes.count, unsafe line > 0 && bytes[line - 1] != 0x0A {
      line = unsafe CommentScan.find(0x0A, from: line, in: bytes) + 1
    }
    while line + 3 <= bytes.count {
      if unsafe bytes[line] == UInt8(ascii: "-") && bytes[line + 1] == UInt8(ascii: "-")
        && bytes[line + 2] == UInt8(ascii: "-") && (line + 3 == bytes.count || bytes[line + 3] <= 0x20)
      {
        return line
      }
      line = unsafe CommentScan.find(0x0A, from: line, in: bytes) + 1
    }
    return nil
  }

  private static func finish(
    _ file: SourceFile, _ builder: TreeBuilder, _ bytes: UnsafeBufferPointer<UInt8>,
    documents: [EventLoop.PendingDocument], comments: [ByteRange], failures: [EventLoop.Failure]
  ) -> YAMLStream {
    let tree = YAMLTree(
      file: file.id, bytes: file.bytes, nodes: builder.nodes, decoded: builder.decoded,
      properties: builder.properties)
    let detection = unsafe TemplateDetection(bytes: bytes, tree: tree, comments: comments)
    if let range = detection.template(failures: failures, templateLike: builder.templateLike) {
      let problem = Problem(
        .error, .template, "template, not rendered", advice: "scan what it renders to, or exclude the file",
        at: Location(file: file.id, range: range))
      return YAMLStream(documents: [], problems: [problem], comments: comments, isTemplate: true, tree: tree)
    }
    var problems = builder.problems
    if let range = builder.templateLike {
      problems.append(SyntaxProblem.unquotedBraces(Location(file: file.id, range: range)))
    }
    problems += failures.map { unsafe SyntaxProblem(failure: $0, bytes: bytes, file: file.id).problem }
    problems += TagMismatch.problems(tree)
    problems += DuplicateKeys(tree: tree).problems(builder.duplicates)
    problems.sort {
      ($0.location.range.start, $0.location.range.end) < ($1.location.range.start, $1.location.range.end)
    }
    return YAMLStream(
      documents: documents.map { document in
        YAMLDocument(
          root: document.root.map { YAMLNode(tree: tree, id: NodeID($0)) }, range: document.range,
          isComplete: document.isComplete)
      },
      problems: problems, comments: comments, isTemplate: false, tree: tree)
  }
}
