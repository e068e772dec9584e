internal import PolicyKit
internal import ResourceModel

/// Reports each credential in a command that a document tells its reader to type.
struct DocumentedCredential: Analysis {
  static let name = "documented-credential"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    for token in facts.recognisedTokens where token.isOfCommand {
      report.violation(Message.typed(token.kind), at: token.location)
    }
  }

  private enum Message {
    static func typed(_ kind: String) -> String { "a command has \(kind) in clear" }
  }
}
