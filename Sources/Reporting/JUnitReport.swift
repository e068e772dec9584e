public import PolicyKit
internal import SourceText

/// JUnit XML: a suite for each family, a case for each policy, a failure for each finding. What was not read
/// is an error of its own suite, so that no consumer takes an incomplete scan for a clean one.
public enum JUnitReport {
  public static func text(_ report: Report, tool: Tool) -> String {
    var places = Places(report)
    let findings = Dictionary(grouping: report.findings, by: \.policy)
    let exempted = Dictionary(grouping: report.exempted, by: \.finding.policy)
    let undetermined = Dictionary(grouping: report.undetermined, by: \.policy)
    let unread = report.problems.filter { $0.severity == .error }
    let families = Dictionary(grouping: report.policies, by: \.family)
    var suites = ""
    var tests = 0
    for family in families.keys.sorted() {
      let cards = families[family] ?? []
      var cases = ""
      var failures = 0
      var skipped = 0
      for card in cards {
        let mine = findings[card.id] ?? []
        let open = undetermined[card.id] ?? []
        cases += "    <testcase classname=\"\(escape(family))\" name=\"\(escape("\(card.id) \(card.name)"))\""
        cases += " time=\"0\""
        let accepted = exempted[card.id] ?? []
        if mine.isEmpty && open.isEmpty && accepted.isEmpty {
          cases += "/>\n"
          continue
        }
        cases += ">\n"
        if mine.isEmpty, !open.isEmpty {
          skipped += 1
          cases +=
            "      <skipped message=\"\(escape("\(open.count) undetermined: \(open[0].message)"))\"/>\n"
        } else if !mine.isEmpty {
          failures += 1
          let lines = mine.map { finding -> String in
            let span = places.span(of: finding.location)
            let place = "\(span.path):\(span.start.line):\(span.start.column)"
            return "\(place) \(finding.level.rawValue) \(finding.message)"
          }
          cases += "      <failure type=\"\(card.id)\" message=\"\(escape(mine[0].message))\">"
          cases += escape(lines.joined(separator: "\n") + "\nfix: \(mine[0].fix)") + "</failure>\n"
        }
        if !accepted.isEmpty {
          let lines = accepted.map { item -> String in
            let span = places.span(of: item.finding.location)
            return "exempted: \(span.path):\(span.start.line):\(span.start.column) \(item.finding.message) "
              + "(\(item.exemption.summary))"
          }
          cases += "      <system-out>" + escape(lines.joined(separator: "\n")) + "</system-out>\n"
        }
        cases += "    </testcase>\n"
      }
      tests += cards.count
      suites += "  <testsuite name=\"\(escape(family))\" tests=\"\(cards.count)\" failures=\"\(failures)\""
      suites += " errors=\"0\" skipped=\"\(skipped)\" time=\"0\">\n\(cases)  </testsuite>\n"
    }
    if !unread.isEmpty {
      tests += unread.count
      suites += "  <testsuite name=\"not-read\" tests=\"\(unread.count)\" failures=\"0\""
      suites += " errors=\"\(unread.count)\" skipped=\"0\" time=\"0\">\n"
      for problem in unread {
        let span = places.span(of: problem.location)
        let place = "\(span.path):\(span.start.line):\(span.start.column)"
        suites += "    <testcase classname=\"not-read\" name=\"\(escape(place))\" time=\"0\">\n"
        suites += "      <error type=\"\(problem.kind.word)\" message=\"\(escape(problem.message))\"/>\n"
        suites += "    </testcase>\n"
      }
      suites += "  </testsuite>\n"
    }
    let failing = findings.keys.count { id in report.policies.contains { $0.id == id } }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="\(escape(tool.name))" tests="\(tests)" failures="\(failing)" \
      errors="\(unread.count)" time="0">
      \(suites)</testsuites>

      """
  }

  /// Text for an XML attribute or element; characters that XML 1.0 has no place for become U+FFFD.
  private static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "&#9;"
      case _ where scalar.value < 0x20 || scalar.value == 0xfffe || scalar.value == 0xffff:
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
