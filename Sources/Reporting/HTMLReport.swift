public import PolicyKit
internal import SourceText

/// One page that needs nothing beside itself: no network, no other file. It can be read without scripts; with them it can
/// be filtered.
///
/// Everything that comes from the repository is text, never markup, and the page's content security policy names its one
/// script and its one style sheet by their hashes: nothing else runs.
public enum HTMLReport {
  public static func text(_ report: Report, tool: Tool) -> String {
    var page = HTMLReportPage(report)
    return page.text(tool)
  }
}

struct HTMLReportPage {
  let report: Report
  var places: Places
  var text = ""

  init(_ report: Report) {
    self.report = report
    places = Places(report)
  }

  mutating func text(_ tool: Tool) -> String {
    let summary = TextReport.summary(of: report)
    text = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src '\(HTMLAssets.styleHash)'; script-src '\(HTMLAssets.scriptHash)'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(HTMLText.escaped(tool.name)): \(HTMLText.escaped(summary))</title>
      <style>\(HTMLAssets.style)</style>
      </head>
      <body>
      <a class="skip" href="#findings">Skip to the findings</a>
      <header>
      <h1>\(HTMLText.escaped(tool.name)) report</h1>
      <p class="verdict">\(HTMLText.escaped(summary))</p>

      """
    if let comparison = report.comparison {
      text += "<p>\(HTMLText.escaped(TextReport.summary(of: comparison, report)))</p>\n"
    }
    if report.isIncomplete {
      text +=
        "<p class=\"incomplete\"><strong>Incomplete:</strong> something was not read, so that what it holds "
      text += "was not judged. <a href=\"#not-read\">What was not read</a></p>\n"
    }
    text += "</header>\n<main>\n"
    writeSummary()
    writeFilters()
    writeFindings()
    writeProblems()
    writeExempted()
    writeFixed()
    writeExclusions()
    writePolicies()
    text +=
      "</main>\n<footer><p>\(HTMLText.escaped(tool.name)) \(HTMLText.escaped(tool.version))</p></footer>\n"
    text += "<script>\(HTMLAssets.script)</script>\n</body>\n</html>\n"
    return text
  }

  // A row for each family with a finding, a column for each level.
  private mutating func writeSummary() {
    let families = Set(report.findings.map(\.family) + report.undetermined.map(\.family)).sorted()
    text += "<section aria-labelledby=\"summary-heading\">\n<h2 id=\"summary-heading\">Summary</h2>\n"
    if families.isEmpty {
      text += "<p>No policy is violated, and none is undetermined.</p>\n"
    } else {
      let levels = Level.allCases.reversed().map(\.rawValue)
      text +=
        "<div class=\"scroll\" role=\"region\" aria-labelledby=\"summary-heading\" tabindex=\"0\">\n<table>\n<caption>Findings by family and level</caption>\n<thead><tr><th scope=\"col\">Family</th>"
      for level in levels + ["undetermined"] { text += "<th scope=\"col\">\(level)</th>" }
      text += "</tr></thead>\n<tbody>\n"
      for family in families {
        text += "<tr><th scope=\"row\">\(HTMLText.escaped(family))</th>"
        for level in Level.allCases.reversed() {
          text += cell(report.findings.count { $0.family == family && $0.level == level }, level.rawValue)
        }
        text += cell(report.undetermined.count { $0.family == family }, "undetermined") + "</tr>\n"
      }
      text += "</tbody>\n</table>\n</div>\n"
    }
    for note in report.notes { text += "<p>\(HTMLText.escaped(note))</p>\n" }
    text += "</section>\n"
  }

  private func cell(_ count: Int, _ level: String) -> String {
    count == 0 ? "<td class=\"zero\">0</td>" : "<td class=\"\(level)\">\(count)</td>"
  }

  /// Shown by the script alone: without it nothing could be filtered.
  private mutating func writeFilters() {
    guard report.findings.count + report.undetermined.count > 1 else { return }
    let families = Set(report.findings.map(\.family) + report.undetermined.map(\.family)).sorted()
    let environments =
      Set(report.findings.flatMap(\.environments) + report.undetermined.flatMap(\.environments)).sorted()
    text += "<form id=\"filters\" aria-label=\"Filter the findings\" hidden>\n"
    text += "<fieldset><legend>Level</legend>\n"
    for level in Level.allCases.reversed().map(\.rawValue) + ["undetermined"] {
      text += "<label><input type=\"checkbox\" name=\"level\" value=\"\(level)\" checked> \(level)</label>\n"
    }
    text += "</fieldset>\n"
    writeSelect("family", "Family", families)
    writeSelect("environment", "Environment", environments)
    text += "<p><label for=\"file\">File</label> <input id=\"file\" type=\"search\" name=\"file\" "
    text += "placeholder=\"part of a path\" autocomplete=\"off\" spellcheck=\"false\"></p>\n"
    text +=
      "<p><output id=\"shown\" aria-live=\"polite\"></output> <button type=\"reset\">Show all</button></p>\n"
    text += "</form>\n"
  }

  private mutating func writeSelect(_ name: String, _ label: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    text += "<p><label for=\"\(name)\">\(label)</label> <select id=\"\(name)\" name=\"\(name)\">"
    text += "<option value=\"\">all</option>"
    for value in values {
      text += "<option value=\"\(HTMLText.escaped(value))\">\(HTMLText.escaped(value))</option>"
    }
    text += "</select></p>\n"
  }

  private mutating func writeExempted() {
    writeList(
      "exempted", "Exempted: \(report.exempted.count)",
      report.exempted.map { item in
        let span = places.span(of: item.finding.location)
        return (
          "\(item.finding.policy) \(span.path):\(span.start.line)",
          "\(item.finding.message) (\(item.exemption.summary))"
        )
      })
  }

  private mutating func writeFixed() {
    guard let comparison = report.comparison else { return }
    writeList(
      "fixed", "Fixed: \(comparison.fixed.count)",
      comparison.fixed.map { ("\($0.policy) \($0.place)", $0.message) })
  }

  private mutating func writeList(_ id: String, _ title: String, _ rows: [(place: String, words: String)]) {
    guard !rows.isEmpty else { return }
    text += "<section aria-labelledby=\"\(id)-heading\">\n"
    text += "<h2 id=\"\(id)-heading\">\(HTMLText.escaped(title))</h2>\n<ul>\n"
    for row in rows {
      text += "<li><code>\(HTMLText.escaped(row.place))</code>: \(HTMLText.escaped(row.words))</li>\n"
    }
    text += "</ul>\n</section>\n"
  }

  private mutating func writeExclusions() {
    let exclusions = report.exclusions.filter { $0.fileCount > 0 }
    guard !exclusions.isEmpty else { return }
    text +=
      "<section aria-labelledby=\"excluded-heading\">\n<h2 id=\"excluded-heading\">Excluded by the profile</h2>\n<ul>\n"
    for exclusion in exclusions {
      text += "<li><code>\(HTMLText.escaped(exclusion.pattern))</code>: \(exclusion.fileCount) "
      text += "\(exclusion.fileCount == 1 ? "file" : "files"); \(HTMLText.escaped(exclusion.reason))</li>\n"
    }
    text += "</ul>\n</section>\n"
  }

  /// The cards of the policies that found something.
  private mutating func writePolicies() {
    let ids = Set(report.findings.map(\.policy) + report.undetermined.map(\.policy))
    let cards = report.policies.filter { ids.contains($0.id) }
    guard !cards.isEmpty else { return }
    text += "<section aria-labelledby=\"policies-heading\">\n<h2 id=\"policies-heading\">Policies</h2>\n"
    for card in cards {
      text += "<details id=\"policy-\(HTMLText.escaped(card.id))\"><summary>"
      text +=
        "\(HTMLText.escaped(card.id)) \(HTMLText.escaped(card.name)): \(HTMLText.escaped(card.summary))</summary>\n"
      text += "<p>\(HTMLText.escaped(card.why))</p>\n<p><b>Fix:</b> \(HTMLText.escaped(card.fix))</p>\n"
      for reference in card.references {
        let url = HTMLText.escaped(reference)
        text +=
          reference.hasPrefix("https://")
          ? "<p><a href=\"\(url)\" rel=\"noreferrer\">\(url)</a></p>\n" : "<p>\(url)</p>\n"
      }
      text += "</details>\n"
    }
    text += "</section>\n"
  }
}

enum HTMLText {
  /// Text for an element or a quoted attribute: no markup, no control characters, no marks that turn the direction.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Places.harmless(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
