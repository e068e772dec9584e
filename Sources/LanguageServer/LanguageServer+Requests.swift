internal import Fixes
internal import PolicyKit
internal import Reporting
internal import Scanner
internal import SourceText
internal import YAMLSyntax

extension LanguageServer {
  /// The cards of the policies that found something at the place.
  func hover(_ params: YAMLNode?) -> JSONText {
    guard let workspace, let uri = params?.at("textDocument", "uri")?.text,
      let position = params?["position"]?.position,
      let file = path(of: uri).flatMap({ workspace.file(at: $0) })
    else { return .null }
    let map = PositionMap(workspace.files[Int(file.raw)].bytes, encoding)
    let offset = Int32(clamping: map.offset(of: position))
    func covers(_ location: Location) -> Bool {
      location.file == file && location.range.start <= offset && offset <= location.range.end
    }
    let findings = workspace.report.findings.filter { covers($0.location) }.map { ($0.policy, $0.location) }
    let open = workspace.report.undetermined.filter { covers($0.location) }.map { ($0.policy, $0.location) }
    var seen: Set<String> = []
    let hits = (findings + open).filter { seen.insert($0.0).inserted }
    let cards = hits.compactMap { workspace.card(of: $0.0) }
    guard let first = hits.first, !cards.isEmpty else { return .null }
    var maps: [FileID: PositionMap] = [file: map]
    return .object([
      (
        "contents",
        .object([
          ("kind", .string("markdown")),
          ("value", .string(cards.map(Self.page).joined(separator: "\n\n---\n\n"))),
        ])
      ), ("range", range(first.1, &maps)),
    ])
  }

  private static func page(_ card: PolicyCard) -> String {
    var text = "**\(card.id) \(card.name)** (\(card.level.rawValue))\n\n\(card.summary)\n\n\(card.why)\n\n"
    text += "**Fix:** \(card.fix)"
    for reference in card.references { text += "\n\n<\(reference)>" }
    return text
  }

  /// Quick fixes for the findings at the place, each proved on the text as the editor has it now.
  mutating func codeActions(_ params: YAMLNode?) async -> JSONText {
    guard let uri = params?.at("textDocument", "uri")?.text, let document = documents[uri],
      let path = path(of: uri), let start = params?.at("range", "start")?.position,
      let end = params?.at("range", "end")?.position, wantsQuickFixes(params)
    else { return .array([]) }
    do throws(ScanFailure) {
      guard var workspace, let file = workspace.file(at: path) else { return .array([]) }
      if workspace.files[Int(file.raw)].bytes != document.bytes {
        workspace = try await workspace.replacing([file: document.bytes])
      }
      let map = PositionMap(document.bytes, encoding)
      let (first, last) = (map.offset(of: start), map.offset(of: end))
      let locks = try workspace.lockFiles([])
      var maps: [FileID: PositionMap] = [file: map]
      var actions: [JSONText] = []
      for finding in workspace.report.findings where finding.location.file == file {
        let range = finding.location.range
        guard Int(range.start) <= last, first <= Int(range.end),
          let fix = try await workspace.provedFix(for: finding, locks: locks)
        else { continue }
        actions.append(action(fix, finding, uri, map, &maps))
      }
      return .array(actions)
    } catch {
      return .array([])
    }
  }

  private func wantsQuickFixes(_ params: YAMLNode?) -> Bool {
    guard let only = params?.at("context", "only"), only.kind == .sequence else { return true }
    return only.elements.contains { $0.text == "quickfix" || $0.text.isEmpty }
  }

  private func action(
    _ fix: Fix, _ finding: Finding, _ uri: String, _ map: PositionMap, _ maps: inout [FileID: PositionMap]
  ) -> JSONText {
    let edits = fix.edits.map { edit in
      JSONText.object([
        (
          "range",
          Self.range(map.position(of: Int(edit.range.start)), map.position(of: Int(edit.range.end)))
        ), ("newText", .string(edit.text)),
      ])
    }
    return .object([
      ("title", .string("\(finding.policy): \(fix.title)")), ("kind", .string("quickfix")),
      ("diagnostics", .array([diagnostic(finding, &maps)])), ("isPreferred", .bool(!fix.narrowsAccess)),
      ("edit", .object([("changes", .object([(uri, .array(edits))]))])),
    ])
  }
}
