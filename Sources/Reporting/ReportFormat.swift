public import PolicyKit

/// The formats that a scan is reported in.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text
  case json
  case sarif
  case junit
  case html

  /// The whole report. Colour and prefix are for `text` only: the others name files from the repository's root.
  public func text(
    _ report: Report, tool: Tool, usesColour: Bool = false, pathPrefix: String = ""
  ) -> String {
    switch self {
    case .text: TextReport(usesColour: usesColour, pathPrefix: pathPrefix).text(report)
    case .json: JSONReport.text(report, tool: tool)
    case .sarif: SARIFReport.text(report, tool: tool)
    case .junit: JUnitReport.text(report, tool: tool)
    case .html: HTMLReport.text(report, tool: tool)
    }
  }
}
