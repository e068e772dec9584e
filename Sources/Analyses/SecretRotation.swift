internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports a secret of Secrets Manager that no rotation of the same root names.
struct SecretRotation: Analysis {
  static let name = "secret-rotation"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let rotations = facts.resources.filter { $0.type == "aws_secretsmanager_secret_rotation" }
    for secret in facts.resources where secret.type == "aws_secretsmanager_secret" {
      var doubts: [Unknown.Reason] = []
      var isRotated = false
      for rotation in rotations where rotation.terraform?.root == secret.terraform?.root {
        guard let id = rotation.value["secret_id"] else { continue }
        guard let unknown = id.unknown else {
          isRotated = isRotated || (id.string != nil && id.string == secret.value["name"]?.string)
          continue
        }
        if unknown.reasons.contains(where: { $0.location == secret.location }) {
          isRotated = true
        } else if !unknown.reasons.contains(where: { $0.phrase.hasSuffix(" is known only after apply") }) {
          doubts += unknown.reasons
        }
      }
      if isRotated { continue }
      if doubts.isEmpty {
        report.violation(
          Message.unrotated(secret.type + "." + secret.name), at: secret.location, resource: secret)
      } else {
        report.undetermined(
          Message.undecided(secret.address), at: secret.location, resource: secret, because: doubts)
      }
    }
  }

  private enum Message {
    static func unrotated(_ thing: String) -> String { "\(thing) has no rotation" }
    static func undecided(_ thing: String) -> String { "cannot tell whether \(thing) is rotated" }
  }
}
