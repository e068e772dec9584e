public import PolicyKit

/// The findings of a report as a baseline: a line each, in the order of file, policy and resource, so that a change of
/// it reads well in a review.
public enum BaselineText {
  public static func text(_ report: Report) -> String {
    var text = """
      # Violations that are known and not repaired yet, written by `mlguard baseline`. A scan calls them old, and
      # mlguard scan --fail-on-new lets them pass. Take lines out as they are repaired; add none by hand.

      """
    let findings = report.findings.map { EarlierFinding($0, in: report) }
      .sorted {
        ($0.file, $0.policy, $0.resource, $0.message, $0.fingerprint)
          < ($1.file, $1.policy, $1.resource, $1.message, $1.fingerprint)
      }
    text += findings.isEmpty ? "findings: []\n" : "findings:\n"
    for finding in findings {
      var members: [(String, JSONText)] = [
        ("policy", .string(finding.policy)), ("file", .string(finding.file)),
        ("resource", .string(finding.resource)),
      ]
      if !finding.environments.isEmpty {
        members.append(("environments", .array(finding.environments.map { .string($0) })))
      }
      members += [("message", .string(finding.message)), ("fingerprint", .string(finding.fingerprint))]
      text += "  - " + JSONText.object(members).inOneLine() + "\n"
    }
    return text
  }
}
