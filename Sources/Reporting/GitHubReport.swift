public import PolicyKit
internal import SourceText

/// Workflow commands for a step of GitHub Actions: annotations on the lines of a pull request, the rest in the log.
///
/// GitHub keeps 10 annotations of each kind from a step; the new and the worst come first, and one notice says how many
/// are left out. Source: docs.github.com, "Workflow commands for GitHub Actions"; actions/toolkit, `command.ts`.
public enum GitHubReport {
  private static let limit = 10

  private enum Kind: String, CaseIterable {
    case error
    case warning
    case notice

    init(_ level: Level) {
      self =
        switch level {
        case .error: .error
        case .warning: .warning
        case .note: .notice
        }
    }
  }

  private struct Annotation {
    var kind: Kind
    var title: String
    var message: String
    var location: Location
  }

  /// - Parameter pathPrefix: from the folder that the workflow runs in to the root of the scan.
  public static func text(_ report: Report, pathPrefix: String = "") -> String {
    var places = Places(report)
    let all = annotations(of: report)
    var annotations: [Annotation] = []
    var leftOut: [Annotation] = []
    for kind in Kind.allCases {
      let mine = all.filter { $0.kind == kind }
      // The last notice may have to say what is left out.
      let room = kind == .notice ? limit - 1 : limit
      annotations += mine.prefix(room)
      leftOut += mine.dropFirst(room)
    }
    var text = ""
    for annotation in annotations { text += command(annotation, pathPrefix, &places) }
    if !leftOut.isEmpty {
      let counts = Kind.allCases.compactMap { kind -> String? in
        let count = leftOut.count { $0.kind == kind }
        return count == 0 ? nil : "\(count) \(kind.rawValue)\(count == 1 ? "" : "s")"
      }
      let words = counts.joined(separator: ", ") + " more: GitHub shows \(limit) of a kind; the log has all"
      text += "::notice title=mlguard::\(escapedMessage(words))\n"
    }
    text += group("more findings", leftOut.map { line($0, pathPrefix, &places) })
    text += group("fixed", (report.comparison?.fixed ?? []).map { "\($0.place) \($0.policy) \($0.message)" })
    text += group(
      "exempted",
      report.exempted.map { item in
        let span = places.span(of: item.finding.location)
        return "\(pathPrefix)\(span.path):\(span.start.line) \(item.finding.policy) \(item.finding.message) "
          + "(\(item.exemption.summary))"
      })
    for note in report.notes { text += logLine("note: \(note)") }
    if let comparison = report.comparison { text += logLine(TextReport.summary(of: comparison, report)) }
    text += logLine(TextReport.summary(of: report))
    return text
  }

  /// What is new and not read before what is old; within each the worst first.
  private static func annotations(of report: Report) -> [Annotation] {
    let ranked = report.rankedFindings
    func annotation(_ finding: Finding) -> Annotation {
      var message = "\(finding.message)\nfix: \(finding.fix)"
      if !finding.environments.isEmpty {
        message += "\nenvironments: \(finding.environments.joined(separator: ", "))"
      }
      for note in finding.notes { message += "\nnote: \(note)" }
      let status = finding.status.map { " (\($0.rawValue))" } ?? ""
      return Annotation(
        kind: Kind(finding.level), title: "\(finding.policy) \(finding.name)\(status)", message: message,
        location: finding.location)
    }
    let unread = report.problems.filter { $0.severity == .error }.map { problem in
      Annotation(
        kind: .error, title: "not read",
        message: problem.message + (problem.advice.map { "\nfix: \($0)" } ?? ""),
        location: problem.location)
    }
    let undetermined = report.undetermined.map { item in
      Annotation(
        kind: .notice, title: "\(item.policy) \(item.name) (undetermined)",
        message: "\(item.message), because \(item.reasons.map(\.phrase).joined(separator: "; "))",
        location: item.location)
    }
    return ranked.filter { $0.status != .old }.map(annotation) + unread
      + ranked.filter { $0.status == .old }.map(annotation) + undetermined
  }

  private static func command(
    _ annotation: Annotation, _ pathPrefix: String, _ places: inout Places
  ) -> String {
    let path = pathPrefix + places.path(of: annotation.location.file)
    let region = places.region(of: annotation.location)
    let properties = [
      ("file", path), ("line", String(region.line)), ("endLine", String(region.line)),
      ("col", String(region.startColumn)), ("endColumn", String(region.endColumn)),
      ("title", annotation.title),
    ]
    return "::\(annotation.kind.rawValue) "
      + properties.map { "\($0)=\(escapedProperty($1))" }.joined(separator: ",")
      + "::\(escapedMessage(annotation.message))\n"
  }

  private static func line(
    _ annotation: Annotation, _ pathPrefix: String, _ places: inout Places
  ) -> String {
    let span = places.span(of: annotation.location)
    let message = annotation.message.split(separator: "\n").first.map(String.init) ?? ""
    return "\(pathPrefix)\(span.path):\(span.start.line):\(span.start.column) \(annotation.kind.rawValue) "
      + "\(annotation.title): \(message)"
  }

  private static func group(_ title: String, _ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    return "::group::\(title): \(lines.count)\n" + lines.map(logLine).joined() + "::endgroup::\n"
  }

  /// A line of the log that is no command, whatever a file is called: it neither starts with `::` nor holds the mark
  /// of the older form.
  private static func logLine(_ text: String) -> String {
    "- " + Places.harmless(text).replacing("##[", with: "## [") + "\n"
  }

  static func escapedMessage(_ text: String) -> String { escaped(text, isProperty: false) }
  static func escapedProperty(_ text: String) -> String { escaped(text, isProperty: true) }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
