public import PolicyKit

/// Exported policies as YAML, and what could not be exported.
public enum AdmissionManifest {
  /// A ValidatingAdmissionPolicy and its binding.
  public static func text(of export: AdmissionExport) -> String {
    var lines = [
      "# Written by mlguard policy export; change the policy \(export.card.id), not this file.",
      "apiVersion: admissionregistration.k8s.io/v1",
      "kind: ValidatingAdmissionPolicy",
      "metadata:",
      "  name: \(export.name)",
      "  annotations:",
      "    mlguard.dev/policy: \(export.card.id)",
      "    mlguard.dev/fix: \(quoted(export.card.fix))",
      "spec:",
      "  failurePolicy: Fail",
      "  matchConstraints:",
      "    resourceRules:",
    ]
    for rule in export.rules {
      lines += [
        "      - apiGroups: \(list(rule.groups))", "        apiVersions: \(list(rule.versions))",
        "        operations: [CREATE, UPDATE]", "        resources: \(list(rule.resources))",
      ]
    }
    if !export.variables.isEmpty { lines.append("  variables:") }
    for variable in export.variables {
      lines += ["    - name: \(variable.name)"] + block("expression", variable.expression)
    }
    lines.append("  validations:")
    for validation in export.validations {
      let expression = block("expression", validation.expression)
      lines += ["    - " + expression[0].drop { $0 == " " }] + expression.dropFirst()
      lines.append("      message: \(quoted(validation.message))")
      if let message = validation.messageExpression { lines += block("messageExpression", message) }
    }
    lines += [
      "---",
      "apiVersion: admissionregistration.k8s.io/v1",
      "kind: ValidatingAdmissionPolicyBinding",
      "metadata:",
      "  name: \(export.name)",
      "spec:",
      "  policyName: \(export.name)",
      "  validationActions: \(list(export.actions))",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Takes the files of all policies.
  public static func kustomization(of exports: [AdmissionExport]) -> String {
    "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n"
      + exports.map { "  - \($0.name).yaml\n" }.joined()
  }

  /// Markdown: which policies a cluster decides, and why it cannot decide the others.
  public static func portability(_ policies: [Portability], kubernetesVersion: String) -> String {
    var exported: [String] = []
    var impossible: [String] = []
    for policy in policies {
      let name = "\(policy.card.id) \(policy.card.name)"
      switch policy.outcome {
      case .exported(let export):
        let remarks = export.remarks.isEmpty ? "" : ": " + export.remarks.joined(separator: "; ")
        exported.append("- \(name)\(remarks)")
      case .impossible(let reason): impossible.append("- \(name): \(reason)")
      }
    }
    return """
      # What a cluster can decide

      Written by `mlguard policy export` for Kubernetes \(kubernetesVersion).

      ## Exported (\(exported.count))

      \(exported.joined(separator: "\n"))

      ## Not exported (\(impossible.count))

      \(impossible.joined(separator: "\n"))

      """
  }

  private static func block(_ key: String, _ text: String) -> [String] {
    ["      \(key): |-", "        " + text]
  }

  private static func list(_ texts: [String]) -> String {
    "[" + texts.map { $0.isEmpty || $0.contains("*") ? "\"\($0)\"" : $0 }.joined(separator: ", ") + "]"
  }

  /// A double-quoted scalar: a JSON string is one.
  private static func quoted(_ text: String) -> String {
    String(JSONText.string(text).printed().dropLast())
  }
}
