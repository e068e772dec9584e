internal import Values

/// Functions on paths and on files of the repository.
enum FileFunctions {
  private static let path = FunctionParameter("path", .string)

  static let all: [String: BuiltInFunction] = [
    "basename": BuiltInFunction([path], returns: .string) { (call) throws(FunctionFailure) in
      .text(FilePath.base(call.text(0)))
    },
    "dirname": BuiltInFunction([path], returns: .string) { (call) throws(FunctionFailure) in
      .text(FilePath.directory(call.text(0)))
    },
    "abspath": BuiltInFunction([path], returns: .string) { (call) throws(FunctionFailure) in
      FilePath.isAbsolute(call.text(0))
        ? .text(FilePath.cleaned(call.text(0)))
        : unknown(.string, "abspath() depends on where the repository lies")
    },
    "pathexpand": BuiltInFunction([path], returns: .string) { (call) throws(FunctionFailure) in
      call.text(0).hasPrefix("~") ? unknown(.string, "pathexpand() depends on the user's home") : call[0]
    },
    "file": BuiltInFunction([path.markable.unknowable], returns: .string, text),
    "filebase64": BuiltInFunction([path.markable.unknowable], returns: .string) {
      (call) throws(FunctionFailure) in
      try withContents(call) { .text(Base64.encode($0)) }
    },
    "fileexists": BuiltInFunction([path.markable.unknowable], returns: .bool, exists),
    "fileset": BuiltInFunction(
      [path.markable.unknowable, FunctionParameter("pattern", .string).markable.unknowable],
      returns: .set(.string),
      matching),
    "filemd5": hash { Digest.hexadecimal(Digest.md5($0)) },
    "filesha1": hash { Digest.hexadecimal(Digest.sha1($0)) },
    "filesha256": hash { Digest.hexadecimal(Digest.sha256($0)) },
    "filesha512": hash { Digest.hexadecimal(Digest.sha512($0)) },
    "filebase64sha256": hash { Base64.encode(Digest.sha256($0)) },
    "filebase64sha512": hash { Base64.encode(Digest.sha512($0)) },
    "templatefile": BuiltInFunction(
      [path.markable.unknowable, FunctionParameter("vars", .dynamic).markable.unknowable], isNotNull: false,
      returns: .dynamic, rendered),
  ]

  private static func unknown(_ type: ValueType, _ phrase: String) -> Value {
    .unknown(type, Unknown([Unknown.Reason(phrase)], isNotNull: type != .dynamic))
  }

  private static func hash(_ digest: @escaping @Sendable ([UInt8]) -> String) -> BuiltInFunction {
    BuiltInFunction([path], returns: .string) { (call) throws(FunctionFailure) in
      try withContents(call) { .text(digest($0)) }
    }
  }

  /// nil for a path that starts at a user's home or outside of the repository's tree.
  private static func contents(_ call: FunctionCall, _ path: String) -> FileContents {
    if path.hasPrefix("~") { return .unreachable(Unknown.Reason("\(path.quotedAsGo) is in the user's home")) }
    guard let files = call.context.files else {
      return .unreachable(Unknown.Reason("no files are at hand to read \(path.quotedAsGo) from"))
    }
    return files.contents(of: FilePath.cleaned(path))
  }

  private static func withContents(
    _ call: FunctionCall, _ use: ([UInt8]) throws(FunctionFailure) -> Value
  ) throws(FunctionFailure) -> Value {
    let marks = call[0].marks
    guard let path = call[0].string else { return call.unknown().withMarks(marks) }
    switch contents(call, path) {
    case .bytes(let bytes): return try use(bytes).withMarks(marks)
    case .unreachable(let reason):
      return Value.unknown(call.type, Unknown([reason], isNotNull: call.type != .dynamic)).withMarks(marks)
    case .missing:
      throw FunctionFailure(
        "no file exists at \(path.quotedAsGo); this function works only with files that are distributed as part of "
          + "the configuration source code, so if this file will be created by a resource in this configuration you "
          + "must instead obtain this result from an attribute of that resource", argument: 0)
    case .folder: throw FunctionFailure("failed to read file: \(path.quotedAsGo) is a directory", argument: 0)
    }
  }

  private static func decoded(_ bytes: [UInt8], _ path: Value) throws(FunctionFailure) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FunctionFailure(
        "contents of \((path.string ?? "").quotedAsGo) are not valid UTF-8; use the filebase64 function to obtain the "
          + "Base64 encoded contents or the other file functions (e.g. filemd5, filesha256) to obtain file hashing "
          + "results instead")
    }
    return text.normalized
  }

  private static func text(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    try withContents(call) { (bytes) throws(FunctionFailure) in .string(try decoded(bytes, call[0])) }
  }

  private static func exists(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let marks = call[0].marks
    guard let path = call[0].string else { return call.unknown().withMarks(marks) }
    switch contents(call, path) {
    case .bytes: return Value.bool(true).withMarks(marks)
    case .missing: return Value.bool(false).withMarks(marks)
    case .folder: throw FunctionFailure("\(path.quotedAsGo) is a directory, not a file", argument: 0)
    case .unreachable(let reason):
      return Value.unknown(.bool, Unknown([reason], isNotNull: true)).withMarks(marks)
    }
  }

  private static func matching(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let marks = call[0].marks.union(call[1].marks)
    guard let folder = call[0].string, let pattern = call[1].string else {
      return call.unknown().withMarks(marks)
    }
    let whole = FilePath.joined(folder, pattern)
    let parts = whole.split(separator: "/", omittingEmptySubsequences: false)
    let fixed = parts.prefix { !GlobPattern.hasMeta($0) }.prefix(parts.count - 1)
    let start = fixed.isEmpty ? "." : fixed.joined(separator: "/")
    guard let glob = GlobPattern(parts.dropFirst(fixed.count).joined(separator: "/")) else {
      throw FunctionFailure(
        "failed to glob pattern \(whole.quotedAsGo): syntax error in pattern", argument: 1)
    }
    guard let files = call.context.files, let below = files.files(below: start) else {
      return unknown(.set(.string), "the folder \(start.quotedAsGo) is not in the repository").withMarks(
        marks)
    }
    let origin = FilePath.cleaned(folder)
    var names: [Value] = []
    for file in below where glob.matches(file) {
      let path = start == "." ? file : "\(start)/\(file)"
      guard let name = FilePath.relative(path, from: origin) else {
        return unknown(.set(.string), "the folder \(origin.quotedAsGo) is not in the repository").withMarks(
          marks)
      }
      names.append(.text(name))
    }
    return Value.set(names, of: .string).withMarks(marks)
  }

  private static func rendered(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let marks = call[0].marks.union(call[1].deepMarks)
    guard call[0].isKnown, call[1].isKnown else { return call.unknown(.dynamic).withMarks(marks) }
    guard call[1].outerType.isMap || call[1].outerType.isObject else {
      throw FunctionFailure("invalid vars value: must be a map", argument: 1)
    }
    return try withContents(call) { (bytes) throws(FunctionFailure) in
      let text = try decoded(bytes, call[0])
      guard let render = call.context.renderTemplate else {
        return unknown(.dynamic, "no evaluator for templates is at hand")
      }
      let request = TemplateRequest(
        text: text, path: call[0].string, variables: call[1].deeplyUnmarked, allowsFiles: true)
      switch render(request) {
      case .success(let value): return value
      case .failure(let failure): throw failure
      }
    }.withMarks(marks)
  }
}
