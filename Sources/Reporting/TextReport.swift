public import PolicyKit
internal import SourceText

/// The report for people: file, line and column first, then the line itself and what to do.
public struct TextReport: Sendable {
  /// Colours by ANSI escape codes; only for a terminal.
  public var usesColour: Bool

  /// Before every path, so that a terminal can open it.
  public var pathPrefix: String

  public init(usesColour: Bool = false, pathPrefix: String = "") {
    self.usesColour = usesColour
    self.pathPrefix = pathPrefix
  }

  public func text(_ report: Report) -> String {
    var places = Places(report)
    var text = ""
    for finding in report.findings { write(finding, report.comparison, to: &text, &places) }
    for undetermined in report.undetermined { write(undetermined, to: &text, &places) }
    for problem in report.problems { write(problem, to: &text, &places) }
    for old in report.comparison?.fixed ?? [] {
      text += Places.harmless("fixed: \(old.place) \(old.policy) \(old.message)") + "\n"
    }
    if report.comparison?.fixed.isEmpty == false { text += "\n" }
    for item in report.exempted { write(item, to: &text, &places) }
    if !report.exempted.isEmpty { text += "\n" }
    writeFamilies(of: report, to: &text)
    for exclusion in report.exclusions where exclusion.fileCount > 0 {
      text +=
        "not read: \(Self.count(exclusion.fileCount, "file")) of \(exclusion.pattern) "
        + "(\(exclusion.reason))\n"
    }
    for note in report.notes { text += "note: \(note)\n" }
    if let comparison = report.comparison { text += Self.summary(of: comparison, report) + "\n" }
    text += Self.summary(of: report) + "\n"
    return text
  }

  private func write(
    _ finding: Finding, _ comparison: Comparison?, to text: inout String, _ places: inout Places
  ) {
    let location = place(of: places.span(of: finding.location))
    text += paint(location, .bold) + " " + paint(finding.level.rawValue, Colour(finding.level))
    text += " \(finding.policy) \(Places.harmless(finding.message))\n"
    writeExcerpt(of: finding.location, hint: finding.hint, Colour(finding.level), to: &text, &places)
    if finding.status == .new, let comparison {
      text += "      = new: not in \(Places.harmless(comparison.name))\n"
    }
    text += "      = fix: \(Places.harmless(finding.fix))\n"
    for step in finding.trace {
      text += "      = note: \(Places.harmless(step.message)) at "
      text += shortPlace(of: places.span(of: step.location)) + "\n"
    }
    for note in finding.notes { text += "      = note: \(Places.harmless(note))\n" }
    if !finding.environments.isEmpty {
      text += "      = environments: \(finding.environments.joined(separator: ", "))\n"
    }
    text += "\n"
  }

  private func write(_ item: ExemptedFinding, to text: inout String, _ places: inout Places) {
    let finding = item.finding
    text += "exempted: \(place(of: places.span(of: finding.location))) \(finding.policy) "
    text += Places.harmless("\(finding.message) (\(item.exemption.summary))")
    text += ", at \(shortPlace(of: places.span(of: item.exemption.location)))\n"
  }

  private func write(_ undetermined: Undetermined, to text: inout String, _ places: inout Places) {
    let location = place(of: places.span(of: undetermined.location))
    text += paint(location, .bold) + " " + paint("undetermined", .cyan)
    text += " \(undetermined.policy) \(Places.harmless(undetermined.message))\n"
    writeExcerpt(of: undetermined.location, hint: nil, .cyan, to: &text, &places)
    for reason in undetermined.reasons {
      text += "      = because: \(Places.harmless(reason.phrase))"
      if let location = reason.location { text += " at " + shortPlace(of: places.span(of: location)) }
      text += "\n"
    }
    text += "\n"
  }

  private func write(_ problem: Problem, to text: inout String, _ places: inout Places) {
    let location = place(of: places.span(of: problem.location))
    let word =
      switch problem.severity {
      case .error: "not read:"
      case .warning: "warning:"
      case .note: "note:"
      }
    text += paint(location, .bold) + " " + paint(word, .magenta) + " \(Places.harmless(problem.message))\n"
    writeExcerpt(of: problem.location, hint: nil, .magenta, to: &text, &places)
    if let advice = problem.advice { text += "      = fix: \(Places.harmless(advice))\n" }
    text += "\n"
  }

  private func writeExcerpt(
    of location: Location, hint: String?, _ colour: Colour, to text: inout String, _ places: inout Places
  ) {
    guard let excerpt = places.excerpt(of: location) else { return }
    let number = String(places.span(of: location).start.line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number
    text += "\(gutter) | \(excerpt.text)\n"
    text += String(repeating: " ", count: max(5, number.count)) + " | " + excerpt.padding
    text += paint(String(repeating: "^", count: excerpt.markWidth), colour)
    if let hint { text += " \(Places.harmless(hint))" }
    text += "\n"
  }

  private func writeFamilies(of report: Report, to text: inout String) {
    let families = Dictionary(grouping: report.findings, by: \.family)
    let width = families.keys.map(\.count).max() ?? 0
    for family in families.keys.sorted() {
      let findings = families[family] ?? []
      let counts = Level.allCases.reversed().compactMap { level -> String? in
        let count = findings.count { $0.level == level }
        return count == 0 ? nil : Self.count(count, level.rawValue)
      }
      text += family + String(repeating: " ", count: width - family.count + 2)
      text += counts.joined(separator: ", ") + "\n"
    }
  }

  /// `against main (0123456789ab): 1 new, 2 old, 0 fixed`
  static func summary(of comparison: Comparison, _ report: Report) -> String {
    "against \(Places.harmless(comparison.name)): \(report.count(.new)) new, \(report.count(.old)) old, "
      + "\(comparison.fixed.count) fixed"
  }

  /// One line: what was looked at, what was found.
  public static func summary(of report: Report) -> String {
    var parts = Level.allCases.reversed().map { count(report.count($0), $0.rawValue) }
    if !report.undetermined.isEmpty { parts.append("\(report.undetermined.count) undetermined") }
    if !report.exempted.isEmpty { parts.append("\(report.exempted.count) exempted") }
    if report.unreadCount > 0 { parts.append("\(count(report.unreadCount, "file")) not read") }
    return
      "\(count(report.files.count, "file")), \(count(report.resourceCount, "resource")), "
      + (report.policies.count == 1 ? "1 policy" : "\(report.policies.count) policies") + ": "
      + parts.joined(separator: ", ")
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  private func place(of span: Places.Span) -> String {
    "\(Places.harmless(pathPrefix + span.path)):\(span.start.line):\(span.start.column)"
  }

  private func shortPlace(of span: Places.Span) -> String {
    "\(Places.harmless(pathPrefix + span.path)):\(span.start.line)"
  }

  private enum Colour: String {
    case bold = "1"
    case red = "31"
    case yellow = "33"
    case blue = "34"
    case magenta = "35"
    case cyan = "36"

    init(_ level: Level) {
      self =
        switch level {
        case .error: .red
        case .warning: .yellow
        case .note: .blue
        }
    }
  }

  private func paint(_ text: String, _ colour: Colour) -> String {
    usesColour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}
