public import PolicyKit
internal import SourceText

/// The summary of a job on GitHub: the verdict in the first line, a table of families and environments, then what is
/// new, fixed and old. Never above 900 KiB, because GitHub drops a summary of more than 1 MiB.
public enum MarkdownReport {
  static let limit = 900 * 1024

  /// - Parameter pathPrefix: from the folder that the workflow runs in to the root of the scan.
  public static func text(_ report: Report, tool: Tool, pathPrefix: String = "") -> String {
    var places = Places(report)
    var page = Page(limit: limit)
    page.add("**\(tool.name): \(verdict(of: report))**\n\n")
    if let comparison = report.comparison {
      page.add(Self.escaped(TextReport.summary(of: comparison, report)) + "\n\n")
    }
    page.add(table(of: report))
    let ranked = report.rankedFindings
    let hasStatus = report.comparison != nil
    let fresh = ranked.filter { $0.status != .old }
    page.section(
      hasStatus ? "New" : "Findings", ["level", "policy", "place", "finding", "fix"],
      fresh.map { row($0, pathPrefix, &places) }, isOpen: true)
    page.section(
      "Not read", ["place", "problem", "fix"],
      report.problems.filter { $0.severity == .error }.map { problem in
        [
          place(of: problem.location, pathPrefix, &places), escaped(problem.message),
          escaped(problem.advice ?? ""),
        ]
      }, isOpen: true)
    page.section(
      "Fixed", ["policy", "place", "finding"],
      (report.comparison?.fixed ?? []).map { [escaped($0.policy), escaped($0.place), escaped($0.message)] },
      isOpen: false)
    page.section(
      "Old", ["level", "policy", "place", "finding", "fix"],
      ranked.filter { $0.status == .old }.map { row($0, pathPrefix, &places) }, isOpen: false)
    page.section(
      "Undetermined", ["policy", "place", "question", "because"],
      report.undetermined.map { item in
        [
          escaped(item.policy), place(of: item.location, pathPrefix, &places), escaped(item.message),
          escaped(item.reasons.map(\.phrase).joined(separator: "; ")),
        ]
      }, isOpen: false)
    page.section(
      "Exempted", ["policy", "place", "finding", "reason"],
      report.exempted.map { item in
        [
          escaped(item.finding.policy), place(of: item.finding.location, pathPrefix, &places),
          escaped(item.finding.message), escaped(item.exemption.summary),
        ]
      }, isOpen: false)
    for exclusion in report.exclusions where exclusion.fileCount > 0 {
      page.add(
        "Not read: \(exclusion.fileCount) files of \(escaped(exclusion.pattern)) "
          + "(\(escaped(exclusion.reason)))\n\n")
    }
    for note in report.notes { page.add("Note: \(escaped(note))\n\n") }
    page.add(escaped(TextReport.summary(of: report)) + "\n")
    return page.text
  }

  /// `failed: 2 errors, 1 warning`
  private static func verdict(of report: Report) -> String {
    let counts = Level.allCases.reversed().compactMap { level -> String? in
      let count = report.count(level)
      return count == 0 ? nil : "\(count) \(level.rawValue)\(count == 1 ? "" : "s")"
    }
    let words = counts.isEmpty ? "no violation" : counts.joined(separator: ", ")
    let unread = report.unreadCount == 0 ? "" : ", \(report.unreadCount) not read"
    if report.isFailure { return "failed: \(words)\(unread)" }
    return (report.isIncomplete ? "incomplete: " : "passed: ") + words + unread
  }

  /// Families by environments; a finding counts in each of its environments.
  private static func table(of report: Report) -> String {
    guard !report.findings.isEmpty else { return "" }
    let environments = report.environments.map(Optional.some)
    let columns: [String?] =
      report.findings.contains { $0.environments.isEmpty } ? environments + [nil] : environments
    var text =
      "| family |"
      + columns.map { " \(escaped($0 ?? (environments.isEmpty ? "findings" : "–"))) |" }
      .joined() + "\n"
    text += "|---|" + columns.map { _ in "---|" }.joined() + "\n"
    let families = Dictionary(grouping: report.findings, by: \.family)
    for family in families.keys.sorted() {
      text += "| \(escaped(family)) |"
      for column in columns {
        let mine = (families[family] ?? []).filter { finding in
          column.map(finding.environments.contains) ?? finding.environments.isEmpty
        }
        text += " \(cell(mine)) |"
      }
      text += "\n"
    }
    return text + "\n"
  }

  private static func cell(_ findings: [Finding]) -> String {
    let counts = Level.allCases.reversed().compactMap { level -> String? in
      let mine = findings.filter { $0.level == level }
      guard !mine.isEmpty else { return nil }
      let fresh = mine.count { $0.status == .new }
      return "\(mine.count) \(level.rawValue)\(mine.count == 1 ? "" : "s")"
        + (fresh > 0 ? " (\(fresh) new)" : "")
    }
    return counts.joined(separator: ", ")
  }

  private static func row(_ finding: Finding, _ pathPrefix: String, _ places: inout Places) -> [String] {
    let environments =
      finding.environments.isEmpty ? "" : " (\(finding.environments.joined(separator: ", ")))"
    return [
      finding.level.rawValue, escaped(finding.policy), place(of: finding.location, pathPrefix, &places),
      escaped(finding.message + environments), escaped(finding.fix),
    ]
  }

  private static func place(
    of location: Location, _ pathPrefix: String, _ places: inout Places
  ) -> String {
    let span = places.span(of: location)
    return escaped("\(pathPrefix)\(span.path):\(span.start.line)")
  }

  /// Text that is neither Markdown nor HTML: every mark of theirs becomes a character reference.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Places.harmless(text).unicodeScalars {
      switch scalar {
      case "&", "<", ">", "|", "`", "*", "_", "[", "]", "~", "#", "@", "\\", "!", "$":
        result += "&#\(scalar.value);"
      case "\n", "\r", "\t": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Text that stays within a limit; rows that have no room are counted.
  private struct Page {
    let limit: Int
    private(set) var text = ""
    private var size = 0
    /// Kept for what ends a section and the page.
    private static let reserve = 32 * 1024

    init(limit: Int) { self.limit = limit }

    private func hasRoom(for piece: String) -> Bool { size + piece.utf8.count <= limit - Self.reserve }

    mutating func add(_ piece: String) {
      guard size + piece.utf8.count <= limit else { return }
      text += piece
      size += piece.utf8.count
    }

    mutating func section(_ title: String, _ columns: [String], _ rows: [[String]], isOpen: Bool) {
      guard !rows.isEmpty else { return }
      add(
        isOpen ? "### \(title): \(rows.count)\n\n" : "<details><summary>\(title): \(rows.count)</summary>\n\n"
      )
      add(
        "| " + columns.joined(separator: " | ") + " |\n" + "|" + columns.map { _ in "---|" }.joined() + "\n")
      var shown = 0
      for row in rows {
        let line = "| " + row.joined(separator: " | ") + " |\n"
        guard hasRoom(for: line) else { break }
        add(line)
        shown += 1
      }
      if shown < rows.count { add("\n\(rows.count - shown) more are left out: the summary is full\n") }
      add(isOpen ? "\n" : "\n</details>\n\n")
    }
  }
}
