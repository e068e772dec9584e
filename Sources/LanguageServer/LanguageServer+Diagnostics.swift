internal import PolicyKit
internal import Reporting
internal import Scanner
internal import SourceText

extension LanguageServer {
  /// `publishDiagnostics` for each file whose diagnostics are not those that the editor has.
  mutating func publications() -> [[UInt8]] {
    guard let workspace else { return [] }
    var diagnostics: [FileID: [JSONText]] = [:]
    var maps: [FileID: PositionMap] = [:]
    for finding in workspace.report.findings {
      diagnostics[finding.location.file, default: []].append(diagnostic(finding, &maps))
    }
    for undetermined in workspace.report.undetermined {
      diagnostics[undetermined.location.file, default: []].append(diagnostic(undetermined, &maps))
    }
    for problem in workspace.report.problems {
      diagnostics[problem.location.file, default: []].append(diagnostic(problem, &maps))
    }
    // A file has the name that the editor gave it.
    var uris: [String: String] = [:]
    for (uri, document) in documents { if let path = document.path { uris[path] = uri } }
    var next: [String: String] = [:]
    var notifications: [[UInt8]] = []
    for (file, list) in diagnostics.sorted(by: { $0.key < $1.key }) {
      guard workspace.files.indices.contains(Int(file.raw)) else { continue }
      let path = workspace.files[Int(file.raw)].path
      let uri = uris[path] ?? DocumentURI.uri(workspace.root + "/" + path)
      let text = JSONText.array(list)
      next[uri] = text.compact()
      if published[uri] != next[uri] { notifications.append(publication(uri, text)) }
    }
    let open = documents.filter { $0.value.path != nil }.keys
    for uri in Set(published.keys).union(open).subtracting(next.keys).sorted() where published[uri] != "[]" {
      notifications.append(publication(uri, .array([])))
      if documents[uri] != nil { next[uri] = "[]" }
    }
    published = next
    return notifications
  }

  private func publication(_ uri: String, _ diagnostics: JSONText) -> [UInt8] {
    Message.notification(
      "textDocument/publishDiagnostics", .object([("uri", .string(uri)), ("diagnostics", diagnostics)]))
  }

  func diagnostic(_ finding: Finding, _ maps: inout [FileID: PositionMap]) -> JSONText {
    var members = head(finding.location, severity(finding.level), code: finding.policy, &maps)
    var message = finding.message + "\nfix: " + finding.fix
    if !finding.environments.isEmpty {
      message += "\nenvironments: " + finding.environments.joined(separator: ", ")
    }
    for note in finding.notes { message += "\n" + note }
    members.append(("message", .string(message)))
    if let reference = workspace?.card(of: finding.policy)?.references.first(where: {
      $0.hasPrefix("https://")
    }) {
      members.append(("codeDescription", .object([("href", .string(reference))])))
    }
    if sendsRelatedInformation, !finding.trace.isEmpty {
      members.append(
        ("relatedInformation", .array(finding.trace.map { related($0.message, $0.location, &maps) })))
    }
    return .object(members)
  }

  private func diagnostic(_ undetermined: Undetermined, _ maps: inout [FileID: PositionMap]) -> JSONText {
    // Neither right nor wrong: the mildest that is still listed.
    var members = head(undetermined.location, 3, code: undetermined.policy, &maps)
    let reasons = undetermined.reasons.map(\.phrase).joined(separator: ", ")
    members.append(("message", .string("undetermined: \(undetermined.message)\nbecause \(reasons)")))
    return .object(members)
  }

  private func diagnostic(_ problem: Problem, _ maps: inout [FileID: PositionMap]) -> JSONText {
    let level =
      switch problem.severity {
      case .error: 1
      case .warning: 2
      case .note: 3
      }
    var members = head(problem.location, level, code: nil, &maps)
    let start = problem.severity == .error ? "not read: " : ""
    members.append(
      ("message", .string(start + problem.message + (problem.advice.map { "\nfix: \($0)" } ?? ""))))
    return .object(members)
  }

  private func severity(_ level: Level) -> Int {
    switch level {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }

  private func head(
    _ location: Location, _ severity: Int, code: String?, _ maps: inout [FileID: PositionMap]
  ) -> [(String, JSONText)] {
    var members: [(String, JSONText)] = [
      ("range", range(location, &maps)), ("severity", .integer(severity)), ("source", .string("mlguard")),
    ]
    if let code { members.append(("code", .string(code))) }
    return members
  }

  private func related(_ message: String, _ location: Location, _ maps: inout [FileID: PositionMap])
    -> JSONText
  {
    let path = workspace.flatMap { workspace in
      workspace.files.indices.contains(Int(location.file.raw))
        ? workspace.root + "/" + workspace.files[Int(location.file.raw)].path : nil
    }
    return .object([
      (
        "location",
        .object([("uri", .string(DocumentURI.uri(path ?? "/"))), ("range", range(location, &maps))])
      ), ("message", .string(message)),
    ])
  }

  func range(_ location: Location, _ maps: inout [FileID: PositionMap]) -> JSONText {
    let map = map(of: location.file, &maps)
    return Self.range(map.position(of: Int(location.range.start)), map.position(of: Int(location.range.end)))
  }

  static func range(_ start: PositionMap.Position, _ end: PositionMap.Position) -> JSONText {
    func text(_ position: PositionMap.Position) -> JSONText {
      .object([("line", .integer(position.line)), ("character", .integer(position.character))])
    }
    return .object([("start", text(start)), ("end", text(end))])
  }

  func map(of file: FileID, _ maps: inout [FileID: PositionMap]) -> PositionMap {
    if let map = maps[file] { return map }
    let files = workspace?.files ?? []
    let map = PositionMap(files.indices.contains(Int(file.raw)) ? files[Int(file.raw)].bytes : [], encoding)
    maps[file] = map
    return map
  }
}
