public import PolicyKit

/// The formats that a scan is reported in.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text
  case json
  case sarif
  /// SARIF as GitHub's code scanning takes it: what is exempted would be an open alert there, and is left out.
  case codeScanning = "code-scanning"
  case junit
  case html
  case github
  case markdown

  /// The whole report. Colour is for `text` only. `json` and `junit` name files from the repository's root; the others
  /// from the current folder, which is the top of the checkout in a workflow.
  public func text(
    _ report: Report, tool: Tool, usesColour: Bool = false, pathPrefix: String = ""
  ) -> String {
    let leadsOut = pathPrefix.hasPrefix("/") || pathPrefix.hasPrefix("..")
    let prefix = leadsOut ? "" : pathPrefix
    return switch self {
    case .text: TextReport(usesColour: usesColour, pathPrefix: pathPrefix).text(report)
    case .json: JSONReport.text(report, tool: tool)
    case .sarif: SARIFReport.text(report, tool: tool, pathPrefix: prefix)
    case .codeScanning:
      SARIFReport.text(report, tool: tool, pathPrefix: prefix, includesExempted: false)
    case .github: GitHubReport.text(report, pathPrefix: prefix)
    case .markdown: MarkdownReport.text(report, tool: tool, pathPrefix: prefix)
    case .junit: JUnitReport.text(report, tool: tool)
    case .html: HTMLReport.text(report, tool: tool)
    }
  }
}
