internal import PolicyKit
internal import SourceText

extension HTMLReportPage {
  /// What is printed alike for a finding and for an undetermined policy.
  private struct Entry {
    var level: String
    var policy: String
    var family: String
    var message: String
    var hint: String?
    var fix: String?
    var notes: [String]
    var resource: String
    var environments: [String]
    var location: Location
    /// `note: … at` steps, or the reasons of an undetermined one.
    var steps: [(message: String, location: Location?)]
    var isOpen: Bool
  }

  private var entries: [Entry] {
    let findings = report.findings.map { finding in
      Entry(
        level: finding.level.rawValue, policy: finding.policy, family: finding.family,
        message: finding.message,
        hint: finding.hint, fix: finding.fix, notes: newness(of: finding) + finding.notes,
        resource: finding.resource,
        environments: finding.environments, location: finding.location,
        steps: finding.trace.map { ($0.message, $0.location) }, isOpen: false)
    }
    let open = report.undetermined.map { undetermined in
      Entry(
        level: "undetermined", policy: undetermined.policy, family: undetermined.family,
        message: undetermined.message, hint: nil, fix: nil, notes: [], resource: undetermined.resource,
        environments: undetermined.environments, location: undetermined.location,
        steps: undetermined.reasons.map { ($0.phrase, $0.location) }, isOpen: true)
    }
    return findings + open
  }

  private func newness(of finding: Finding) -> [String] {
    guard finding.status == .new, let comparison = report.comparison else { return [] }
    return ["new: not in \(comparison.name)"]
  }

  /// By file, in the order of the files.
  mutating func writeFindings() {
    text += "<section id=\"findings\" aria-labelledby=\"findings-heading\" tabindex=\"-1\">\n"
    text += "<h2 id=\"findings-heading\">Findings</h2>\n"
    let files = Dictionary(grouping: entries, by: \.location.file)
    if files.isEmpty { text += "<p>None.</p>\n" }
    for (position, file) in files.keys.sorted().enumerated() {
      let path = HTMLText.escaped(places.path(of: file))
      text +=
        "<section class=\"file\" aria-labelledby=\"file-\(position)\">\n<h3 id=\"file-\(position)\">\(path)</h3>\n"
      let sorted = (files[file] ?? []).enumerated().sorted {
        ($0.element.location.range.start, $0.offset) < ($1.element.location.range.start, $1.offset)
      }
      for (_, entry) in sorted { write(entry, path: path) }
      text += "</section>\n"
    }
    text += "</section>\n"
  }

  private mutating func write(_ entry: Entry, path: String) {
    let span = places.span(of: entry.location)
    text += "<article data-level=\"\(entry.level)\" data-family=\"\(HTMLText.escaped(entry.family))\" "
    // A name of an environment holds no line end.
    text += "data-environments=\"\(entry.environments.map(HTMLText.escaped).joined(separator: "&#10;"))\" "
    text += "data-file=\"\(path)\">\n"
    text += "<h4><span class=\"level \(entry.level)\">\(entry.level)</span> "
    text += "<a href=\"#policy-\(HTMLText.escaped(entry.policy))\">\(HTMLText.escaped(entry.policy))</a> "
    text += "\(HTMLText.escaped(entry.message))</h4>\n"
    text += "<p class=\"place\"><code>\(path):\(span.start.line):\(span.start.column)</code>"
    if !entry.resource.isEmpty { text += " in <code>\(HTMLText.escaped(entry.resource))</code>" }
    text += "</p>\n"
    writeSource(at: entry.location, context: 2)
    if let hint = entry.hint { text += "<p>\(HTMLText.escaped(hint))</p>\n" }
    if let fix = entry.fix { text += "<p><b>Fix:</b> \(HTMLText.escaped(fix))</p>\n" }
    if !entry.steps.isEmpty {
      text += "<p><b>\(entry.isOpen ? "Because:" : "Where the value comes from:")</b></p>\n<ol>\n"
      for step in entry.steps { write(step.message, at: step.location) }
      text += "</ol>\n"
    }
    for note in entry.notes { text += "<p>\(HTMLText.escaped(note))</p>\n" }
    if !entry.environments.isEmpty {
      text +=
        "<p><b>Environments:</b> \(entry.environments.map(HTMLText.escaped).joined(separator: ", "))</p>\n"
    }
    text += "</article>\n"
  }

  private mutating func write(_ message: String, at location: Location?) {
    text += "<li>\(HTMLText.escaped(message))"
    if let location {
      let span = places.span(of: location)
      text += " <code>\(HTMLText.escaped(span.path)):\(span.start.line)</code>"
      writeSource(at: location, context: 0)
    }
    text += "</li>\n"
  }

  /// The lines around a place; a screen reader hears number and text of each, and which one is marked.
  private mutating func writeSource(at location: Location, context: Int) {
    let lines = places.lines(around: location, context: context)
    guard !lines.isEmpty else { return }
    let width = lines.map { String($0.number).count }.max() ?? 1
    text += "<pre tabindex=\"0\" aria-label=\"source\"><code>"
    for line in lines {
      let number = String(line.number)
      text += "<span class=\"number\">\(String(repeating: " ", count: width - number.count))\(number)</span> "
      text += HTMLText.escaped(line.before)
      if !line.marked.isEmpty { text += "<mark>\(HTMLText.escaped(line.marked))</mark>" }
      text += HTMLText.escaped(line.after) + "\n"
    }
    text += "</code></pre>\n"
  }

  mutating func writeProblems() {
    let unread = report.problems.filter { $0.severity == .error }
    write(unread, id: "not-read", heading: "Not read")
    write(report.problems.filter { $0.severity != .error }, id: "remarks", heading: "Remarks")
  }

  private mutating func write(_ problems: [Problem], id: String, heading: String) {
    guard !problems.isEmpty else { return }
    text +=
      "<section id=\"\(id)\" aria-labelledby=\"\(id)-heading\">\n<h2 id=\"\(id)-heading\">\(heading)</h2>\n"
    for problem in problems {
      let span = places.span(of: problem.location)
      text += "<article>\n<h3>\(HTMLText.escaped(problem.message))</h3>\n"
      text +=
        "<p class=\"place\"><code>\(HTMLText.escaped(span.path)):\(span.start.line):\(span.start.column)</code></p>\n"
      writeSource(at: problem.location, context: 0)
      if let advice = problem.advice { text += "<p><b>Fix:</b> \(HTMLText.escaped(advice))</p>\n" }
      text += "</article>\n"
    }
    text += "</section>\n"
  }
}
