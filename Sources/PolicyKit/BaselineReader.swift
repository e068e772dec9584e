public import SourceText
internal import YAMLSyntax

extension Form {
  /// `.mlguard/baseline.yaml`.
  public static let baseline = Form.record([
    .init(
      "findings",
      .list(
        .record([
          .init("policy", .text, isRequired: true, "The policy's id."),
          .init("file", .text, isRequired: true, "The file that was marked."),
          .init("resource", .anything, "The address of the resource."),
          .init("environments", .list(.text), "The environments in which it was found."),
          .init("message", .text, isRequired: true, "What was found."),
          .init("fingerprint", .text, isRequired: true, "What identifies the finding."),
        ])), isRequired: true, "Violations that are known.")
  ])
}

/// Reads a baseline; a fault anywhere makes it useless.
public enum BaselineReader {
  public static func read(_ file: SourceFile) -> (findings: [EarlierFinding], faults: [ConfigurationFault]) {
    var list = FaultList(file)
    let stream = YAMLParser.parse(file)
    for problem in stream.problems where problem.severity != .note { list.add(problem) }
    guard list.faults.isEmpty, let root = stream.documents.first?.root else { return ([], list.faults) }
    list.check(root, against: .baseline, as: "the baseline")
    guard list.faults.isEmpty else { return ([], list.faults) }
    let lines = LineIndex(file.bytes)
    let findings = root["findings"]?.elements.map { entry in
      EarlierFinding(
        policy: entry["policy"]?.text ?? "", level: nil, message: entry["message"]?.text ?? "",
        file: entry["file"]?.text ?? "",
        place: "\(file.path):\(lines.line(of: Int(entry.range.start)))",
        resource: entry["resource"]?.text ?? "",
        environments: entry["environments"]?.elements.map(\.text) ?? [],
        fingerprint: entry["fingerprint"]?.text ?? "")
    }
    return (findings ?? [], [])
  }
}
