internal import PolicyKit
internal import ResourceModel

/// Reports each credential that identifies itself, wherever it stands in a file that was read.
struct RecognisedTokens: Analysis {
  static let name = "recognised-token"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    for token in facts.recognisedTokens where !token.isOfCommand {
      report.violation(Message.inClear(token.kind), at: token.location)
    }
  }

  private enum Message {
    static func inClear(_ kind: String) -> String { "\(kind) stands here in clear" }
  }
}
