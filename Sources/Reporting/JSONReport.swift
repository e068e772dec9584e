public import PolicyKit
internal import SourceText

/// The report for programs: one JSON object.
public enum JSONReport {
  public static func text(_ report: Report, tool: Tool) -> String {
    var places = Places(report)
    var summary: [(String, JSONText)] = [
      ("files", .integer(report.files.count)),
      ("resources", .integer(report.resourceCount)),
      ("policies", .integer(report.policies.count)),
      (
        "violations",
        .object(Level.allCases.reversed().map { ($0.rawValue, .integer(report.count($0))) })
      ),
      ("undetermined", .integer(report.undetermined.count)),
      ("exempted", .integer(report.exempted.count)),
      ("unreadable", .integer(report.unreadCount)),
    ]
    if let seconds = report.seconds {
      let thousandths = Int((seconds * 1000).rounded())
      let rest = String(thousandths % 1000)
      summary.append(
        ("seconds", .decimal("\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"))
      )
    }
    let comparison = report.comparison.map { ("comparison", object($0, report)) }
    return JSONText.object(
      [
        ("tool", .string(tool.name)),
        ("version", .string(tool.version)),
        ("summary", .object(summary)),
        ("findings", .array(report.findings.map { .object(members(of: $0, &places)) })),
        ("exempted", .array(report.exempted.map { object($0, &places) })),
        ("undetermined", .array(report.undetermined.map { object($0, &places) })),
        (
          "unreadable",
          .array(report.problems.filter { $0.severity == .error }.map { object($0, &places) })
        ),
        (
          "remarks",
          .array(report.problems.filter { $0.severity != .error }.map { object($0, &places) })
        ),
        (
          "excluded",
          .array(
            report.exclusions.map {
              .object([
                ("pattern", .string($0.pattern)), ("reason", .string($0.reason)),
                ("files", .integer($0.fileCount)),
              ])
            })
        ),
        ("notes", .array(report.notes.map { .string($0) })),
      ] + [comparison].compactMap { $0 }
    ).printed()
  }

  private static func object(_ comparison: Comparison, _ report: Report) -> JSONText {
    let fixed = comparison.fixed.map { old in
      JSONText.object([
        ("policy", .string(old.policy)), ("message", .string(old.message)), ("file", .string(old.file)),
        ("place", .string(old.place)), ("resource", .string(old.resource)),
        ("environments", .array(old.environments.map { .string($0) })),
        ("fingerprint", .string(old.fingerprint)),
      ])
    }
    return .object([
      ("against", .string(comparison.name)), ("new", .integer(report.count(.new))),
      ("old", .integer(report.count(.old))), ("fixed", .array(fixed)),
    ])
  }

  private static func object(_ item: ExemptedFinding, _ places: inout Places) -> JSONText {
    let exemption = item.exemption
    let span = places.span(of: exemption.location)
    let members: [(String, JSONText)] = [
      ("source", .string(exemption.source.rawValue)), ("reason", .string(exemption.reason)),
      ("owner", exemption.owner.map { .string($0) } ?? .null),
      ("until", exemption.until.map { .string($0.description) } ?? .null),
      ("file", .string(span.path)), ("line", .integer(span.start.line)),
    ]
    return .object(Self.members(of: item.finding, &places) + [("exemption", .object(members))])
  }

  private static func members(of finding: Finding, _ places: inout Places) -> [(String, JSONText)] {
    var members: [(String, JSONText)] = [
      ("policy", .string(finding.policy)),
      ("name", .string(finding.name)),
      ("family", .string(finding.family)),
      ("level", .string(finding.level.rawValue)),
      ("message", .string(finding.message)),
    ]
    members += place(of: finding.location, &places)
    members += [
      ("resource", .string(finding.resource)),
      ("path", .string(finding.path)),
      ("environments", .array(finding.environments.map { .string($0) })),
      ("fix", .string(finding.fix)),
      ("notes", .array(finding.notes.map { .string($0) })),
      (
        "trace",
        .array(
          finding.trace.map { step in
            let span = places.span(of: step.location)
            return .object([
              ("file", .string(span.path)), ("line", .integer(span.start.line)),
              ("column", .integer(span.start.column)), ("message", .string(step.message)),
            ])
          })
      ),
      ("fingerprint", .string(finding.fingerprint)),
    ]
    if let status = finding.status { members.append(("status", .string(status.rawValue))) }
    return members
  }

  private static func object(_ undetermined: Undetermined, _ places: inout Places) -> JSONText {
    var members: [(String, JSONText)] = [
      ("policy", .string(undetermined.policy)),
      ("name", .string(undetermined.name)),
      ("family", .string(undetermined.family)),
      ("level", .string(undetermined.level.rawValue)),
      ("message", .string(undetermined.message)),
    ]
    members += place(of: undetermined.location, &places)
    members += [
      ("resource", .string(undetermined.resource)),
      ("environments", .array(undetermined.environments.map { .string($0) })),
      (
        "because",
        .array(
          undetermined.reasons.map { reason in
            var members: [(String, JSONText)] = [("message", .string(reason.phrase))]
            if let location = reason.location {
              let span = places.span(of: location)
              members += [
                ("file", .string(span.path)), ("line", .integer(span.start.line)),
                ("column", .integer(span.start.column)),
              ]
            }
            return .object(members)
          })
      ),
    ]
    return .object(members)
  }

  private static func object(_ problem: Problem, _ places: inout Places) -> JSONText {
    var members: [(String, JSONText)] = [
      ("kind", .string(problem.kind.word)), ("message", .string(problem.message)),
    ]
    members += place(of: problem.location, &places)
    if let advice = problem.advice { members.append(("fix", .string(advice))) }
    return .object(members)
  }

  private static func place(of location: Location, _ places: inout Places) -> [(String, JSONText)] {
    let span = places.span(of: location)
    return [
      ("file", .string(span.path)),
      ("line", .integer(span.start.line)),
      ("column", .integer(span.start.column)),
      ("endLine", .integer(span.end.line)),
      ("endColumn", .integer(span.end.column)),
    ]
  }
}
